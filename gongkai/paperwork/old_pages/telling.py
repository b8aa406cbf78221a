"""What a page says of itself: the national tags in its head, and the labelled lines and cells around its text.

Not here: what the text itself says (``official_document``).
"""

import re
from collections.abc import Iterator, Mapping

from gongkai.law.page_metadata import METADATA_TAGS
from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.old_pages.frames import BLOCKS, drop, words_of
from gongkai.paperwork.old_pages.page import Told

_TAGS: Mapping[str, str] = {
    "ArticleTitle": "title",
    "PubDate": "published",
    "ContentSource": "source",
    "ColumnName": "column",
    "Description": "summary",
}
"""Of the national tags those that say something of an item."""
_NAMES = {row.name.lower(): row.name for row in METADATA_TAGS}
_LABELS: Mapping[str, str] = {
    r"索\s*引\s*号": "index_number",
    r"(?:发文字|文)\s*号": "document_number",
    r"(?:成文|生成|发文|印发)(?:日期|时间)": "made_on",
    r"(?:发布|公开|公布|上网)(?:日期|时间)": "published",
    r"(?:(?<![\u4e00-\u9fff])|(?<=日))(?:信息|文章|稿件)?来\s*源": "source",
    r"主题(?:分类|类别)": "theme",
    r"(?:体裁|文种)(?:分类)?": "genre",
    r"(?:有\s*效\s*性|效力状态|是否有效)": "validity",
    r"(?:发文机关|发布机构|发布单位|公开主体)": "organ",
}
_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|-(?=[^-]*$)")
KEYS = (
    "page_title",
    *_TAGS.values(),
    *(key for key in _LABELS.values() if key not in _TAGS.values()),
)
_ANY = "|".join(f"(?P<{key}>{label})" for label, key in _LABELS.items())
_LABEL = re.compile(rf"[【\[（(]?(?:{_ANY})(?:\s*[】\]）)]\s*[:：]?|\s*[:：]|\s*$)\s*")
_OTHERS = re.compile(
    r"\s*(?:[【\[|｜]|(?:作者|编辑|责任编辑|审核|浏览|阅读|点击|访问|字体|字号|名\s*称|标\s*题|信息分类|公开(?:方式|范围|时限)|关键词|主题词|分享)\S{0,6}[:：]).*$"
)
FEWEST_LABELS, LONGEST_TABLE = 3, 800
MOST = 200
"""Characters of a line in which labels are looked for."""
_CELLS = {"td", "th", "dt", "dd", "li", "p", "span", "div"}


def told_by(root: Element) -> tuple[Told, ...]:
    """Each key once; the tags of the head come before the labels of the page."""
    found: dict[str, Told] = {}
    for row in (*_tags(root), *_title(root), *_labelled(root)):
        found.setdefault(row.key, row)
    return tuple(found.values())


def _tags(root: Element) -> Iterator[Told]:
    for meta in root.iter("meta"):
        name = _NAMES.get((meta.get("name") or "").strip().lower(), "")
        value = " ".join((meta.get("content") or "").split())
        if name in _TAGS and value:
            yield Told(_TAGS[name], value[:300], f"网页标签 {name}：{value[:60]}")


def _title(root: Element) -> Iterator[Told]:
    """The first part of the title of the window: what follows is the name of the site."""
    for title in root.iter("title"):
        first = _PARTS.split(" ".join((title.text or "").split()))[0]
        if first:
            yield Told("page_title", first[:200], f"网页标题：{first[:60]}")


def _labelled(root: Element) -> Iterator[Told]:
    for element in root.iter():
        if element.tag in _CELLS and not any(
            one.tag in BLOCKS for one in element.iterdescendants()
        ):
            line = words_of(element)
            if 0 < len(line) <= MOST:
                yield from labels_in(line, _beside(element))


def _beside(cell: Element) -> str:
    """The words of the cell after a cell that holds a label alone."""
    after = cell.getnext() if cell.tag in {"td", "th", "dt", "span"} else None
    return words_of(after) if after is not None and isinstance(after.tag, str) else ""


def labels_in(line: str, beside: str = "") -> Iterator[Told]:
    """What the labels of a line say; ``beside`` is said by the last one where nothing follows it."""
    found = list(_LABEL.finditer(line))
    for at, label in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        value = _OTHERS.sub("", line[label.end() : end]).strip(" \u3000\xa0|｜;；】]）)")
        if not value and at + 1 == len(found) and not _LABEL.match(beside):
            value = beside.strip()
        key = label.lastgroup
        if value and key and len(value) <= 120:
            yield Told(key, value, f"{label.group().strip()}{value}"[:80])


def drop_label_tables(place: Element) -> None:
    """Take out the table of facts (索引号, 发文机关, 成文日期 …) that many sites put above the text."""
    for table in list(place.iter("table", "ul", "dl")):
        cells = [one for one in table.iter("td", "th", "li", "dt") if one.find(".//td") is None]
        labels = sum(bool(_LABEL.match(words_of(cell))) for cell in cells)
        if labels >= FEWEST_LABELS and len(words_of(table)) <= LONGEST_TABLE:
            drop(table)


def is_labels(words: str) -> bool:
    """Whether a short line is made of labels and what belongs to them: no part of the text."""
    first = _LABEL.match(words.strip())
    return bool(first) and len(words) <= MOST and "。" not in words
