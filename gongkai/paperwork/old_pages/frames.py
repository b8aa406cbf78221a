"""What frames a text on a page of a website: menus, footers, share bars. Told by links, names of classes, and usual words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.reading.from_html import seen

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_FRAME_TAGS = {"nav", "header", "footer", "aside"}
_FRAME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|head(?:er)?|top(?:bar|nav|menu)?|side\w*|crumbs?|breadcrumbs?|position|weizhi|"
    r"dqwz|location|copyright|share\w*|bdshare\w*|print\w*|relate\w*|banner|logo|search\w*|login|friend\w*|links?|pager|"
    r"ewm|qrcode|toolbar|fontsize|prev(?:next)?|next)(?=$|[\s_-])",
    re.IGNORECASE,
)
_FRAME_WORDS = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|(?:浏览|阅读|点击|访问)(?:次数|量|数)|您是第.{0,12}位|字[体号]\s*[:：【\[]|【\s*字[体号]|打印本页|"
    r"[【\[]打印|关闭(?:窗口|本页)|上一篇|下一篇|(?:当前|您(?:现在)?的?|所在)位置|分享到|扫一扫|返回(?:顶部|首页)|设为首页|"
    r"加入收藏|技术支持|责任编辑|相关(?:链接|新闻|信息)[:：]?$"
)
MOSTLY = 0.6
"""The share of its lines from which on an element is made of links and usual words."""
FEW_WORDS = 40
"""Characters that a frame may have besides, or more where they make no sentence."""
LARGEST = 1500
"""Characters beside its links that no frame has."""
FEW_SAID = 60
"""Characters of sentences that are worth asking about."""
_LONGEST_LINE = 200
_FILE = re.compile(
    r"\.(?:pdf|docx?|wps|xlsx?|et|pptx?|dps|ofd|txt|csv|zip|rar|7z|jpe?g|png|gif)$", re.IGNORECASE
)

Sizes = Mapping[Element, tuple[int, int]]
"""By element, the characters that a reader sees in it, and how many of them are links to pages."""


def names_a_file(address: str) -> bool:
    """Whether an address looks like that of a file rather than of a page."""
    return bool(_FILE.search(address.partition("?")[0].strip()))


def sizes_of(root: Element) -> Sizes:
    """The sizes of every element below a root and of itself, blanks left out; without recursion, however deep it is."""
    found: dict[Element, tuple[int, int]] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or not seen(element):
            found[element] = (0, 0)
            continue
        words = _count(element.text) + sum(_count(child.tail) for child in element)
        words += sum(found[child][0] for child in element)
        linked = words if _is_link(element) else sum(found[child][1] for child in element)
        found[element] = (words, linked)
    return found


def _count(text: str | None) -> int:
    return len("".join((text or "").split()))


def _is_link(element: Element) -> bool:
    return element.tag == "a" and not names_a_file(element.get("href") or "")


@dataclass(slots=True)
class Line:
    """One line as a reader sees it, and how many of its characters are links to pages."""

    text: str = ""
    linked: int = 0

    @property
    def size(self) -> int:
        """Characters without blanks."""
        return _count(self.text)

    @property
    def frames(self) -> bool:
        """Whether it is of links, or says what only frames say."""
        if self.linked >= MOSTLY * self.size:
            return True
        return self.size <= _LONGEST_LINE and bool(_FRAME_WORDS.search(self.text.strip()))


def lines_of(element: Element) -> list[Line]:
    """The lines that a reader sees in an element; blocks and line ends begin new ones."""
    lines, in_link = [Line()], 0
    for event, one in _seen_in(element):
        if one.tag in BLOCKS or one.tag == "br":
            lines.append(Line())
        in_link += (event == "start") - (event == "end") if _is_link(one) else 0
        text = one.text if event == "start" else one.tail if one is not element else None
        lines[-1].text += text or ""
        lines[-1].linked += _count(text) if in_link else 0
    return [line for line in lines if line.size]


def words_of(element: Element) -> str:
    """The words that a reader sees in an element, on one line."""
    return " ".join(" ".join(line.text for line in lines_of(element)).split())


def _seen_in(element: Element) -> Iterator[tuple[str, Element]]:
    """Starts and ends of what is seen; of the unseen its end alone, since the words behind it are seen."""
    hidden: Element | None = None
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if hidden is None and event == "start" and not seen(one):
            hidden = one
        if hidden is None:
            yield ("start" if event == "start" else "end"), one
        elif event == "end" and one is hidden:
            hidden = None
            yield "end", one


def drop(element: Element) -> None:
    """Take an element out of its page and leave the words behind it."""
    element.drop_tree()  # type: ignore[attr-defined]  # an element of lxml.html


def is_frame(element: Element, sizes: Sizes, whole: int) -> bool:
    """Whether an element only frames the text of a page that has ``whole`` characters."""
    words, linked = sizes[element]
    if not words:
        return element.find(".//img") is None
    named = f"{element.get('id', '')} {element.get('class', '')}"
    if (element.tag in _FRAME_TAGS or _FRAME_NAMES.search(named)) and words < 0.4 * whole:
        return True
    if words - linked > LARGEST:
        return False
    lines = lines_of(element)
    rest = [line for line in lines if not line.frames]
    left = sum(line.size for line in rest)
    is_said = left >= FEW_WORDS and any(re.search("[。；]", line.text) for line in rest)
    return words - left >= MOSTLY * words and not is_said


def holds_sentences(element: Element) -> bool:
    """Whether there are sentences in it that belong to no frame."""
    said = " ".join(line.text for line in lines_of(element) if not line.frames)
    return _count(said) >= FEW_SAID and len(re.findall(r"[。；！？]", said)) >= 2
