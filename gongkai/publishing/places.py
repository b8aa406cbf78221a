"""The places of a text on which a reviewer can remark: its title and number, each paragraph or table, each file."""

from dataclasses import dataclass

from gongkai.paperwork.clean_html import plain
from gongkai.paperwork.html_blocks import blocks, source
from gongkai.publishing.models import ItemVersion
from gongkai.publishing.presentations import PLAIN, data_of, presentation, texts_in

LONGEST_QUOTE = 60
MOST_PLACES = 400
"""Remarks on the paragraphs of a longer text go into the general remark."""


@dataclass(frozen=True, slots=True)
class Place:
    """``key`` is kept with the remark, ``label`` says where it is, ``quote`` how it begins, ``html`` shows it."""

    key: str
    label: str
    quote: str
    html: str = ""


def places_of(version: ItemVersion) -> list[Place]:
    """The places of a version, from its title to its files."""
    found = [Place("title", "标题", _cut(version.title))]
    if version.document_number:
        found.append(Place("document_number", "发文字号", version.document_number))
    if version.summary:
        found.append(Place("summary", "内容概述", _cut(version.summary)))
    found += [
        Place(f"p{number}", f"第 {number} 段", _cut(plain(html)) or "（表格或者图片）", html)
        for number, html in enumerate(map(source, blocks(version.body)), 1)
    ]
    found += _form_places(version)
    found += [
        Place(f"file{row.pk}", "附件", _cut(row.title))
        for row in version.attachments.exclude(use__in=("picture", "part"))
    ]
    return found[:MOST_PLACES]


def _form_places(version: ItemVersion) -> list[Place]:
    """The form of the text as a whole, then everything written in it."""
    row = presentation(version.presentation)
    if row.key == PLAIN:
        return []
    written = enumerate(texts_in(row, data_of(version)), 1)
    whole = Place("form", row.label, f"这条信息的{row.label}")
    return [
        whole,
        *(Place(f"form{number}", place, _cut(words)) for number, (place, words) in written),
    ]


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
