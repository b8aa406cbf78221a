"""The words for pictures: what programs put there by themselves (图片 1, IMG_2033.jpg) says nothing and is taken out."""

import re
from dataclasses import replace

from gongkai.paperwork.word_html.page import WordPage

_BY_MACHINE = re.compile(
    r"(?:图片|图像|图形|图|形状|文本框|组合|对象|picture|image|graphic|图表|img|dsc|pic|screenshot|qq截图|微信图片|微信截图|屏幕截图)[\s_\-0-9.]*"
    r"|.*(?:描述已自动生成|自动生成的说明|description automatically generated).*"
    r"|.*\.(?:png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)|[a-z]:\\.*|[0-9a-f\-_]{8,}|logo|untitled|未标题.*",
    re.IGNORECASE | re.DOTALL,
)
_IMAGE = re.compile(r'(<img\b[^>]*?\balt=")([^"]*)(")')


def useful(alt: str) -> str:
    """The words if a person wrote them, else nothing."""
    words = " ".join(alt.split())
    return "" if _BY_MACHINE.fullmatch(words) else words


def with_useful_words(page: WordPage) -> WordPage:
    """The page with words by machines taken out of its pictures."""
    html = _IMAGE.sub(lambda found: found[1] + useful(found[2]) + found[3], page.html)
    return replace(
        page, html=html, images=tuple(replace(one, alt=useful(one.alt)) for one in page.images)
    )
