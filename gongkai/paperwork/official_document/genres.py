"""Which genre a title ends in. Not here: what genres there are (``law.genres``)."""

import re

from gongkai.law.genres import GENRES
from gongkai.paperwork.official_document.guesses import Guess

_TAIL = re.compile(r"[（(《][^（）()《》]{0,20}[）)》]$")
_BY_WORDS = (
    (re.compile(r"解读|一图读懂|图解|问答$|热点回应"), "interpretation"),
    (re.compile(r"(?:办事|服务|办理|申请|申报)指南$"), "guide_to_services"),
    (re.compile(r"(?:预算|决算)(?:公开)?(?:报告|说明|草案|表)?$|“?三公”?经费.*$"), "budget_report"),
    (re.compile(r"统计(?:公报|数据|报表|月报|年报|表)$|报表$"), "statistics_table"),
    (re.compile(r"(?:公示|名单|公示表|花名册|明细表)$"), "list_of_names"),
)
_OFFICIAL = tuple(
    (word, row.key)
    for row in GENRES
    if row.official
    for word in (("令", "命令") if row.key == "order" else (row.label,))
)
_OTHER_TITLES = re.compile(
    r"(?:办法|细则|规定|规则|规程|条例|方案|规划|计划|要点|预案|制度|清单|目录|指南|章程|标准|总结|讲话|简介|职责)$"
)


def genre_of(title: str) -> Guess[str] | None:
    """The genre by the end of a title; the official kinds last, since 统计公报 is no 公报 of a meeting."""
    bare = _bare(title)
    for pattern, key in _BY_WORDS:
        if pattern.search(bare) and "关于" not in bare:
            return Guess(key, title)
    found = [key for word, key in _OFFICIAL if bare.endswith(word)]
    found += [key for pattern, key in _BY_WORDS if pattern.search(bare)]
    return Guess(found[0], title) if found else None


def ends_like_a_title(words: str) -> bool:
    """Whether words end as titles of documents do."""
    return genre_of(words) is not None or _OTHER_TITLES.search(_bare(words)) is not None


def _bare(title: str) -> str:
    """A title without spaces and without what stands in brackets at its end, as （试行）."""
    bare = "".join(title.split())
    while (shorter := _TAIL.sub("", bare)) != bare and shorter:
        bare = shorter
    return bare
