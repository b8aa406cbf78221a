"""A clean text as plain lines that anybody can edit in a box without scripts, and back: one line, one paragraph.

``# `` and ``## `` begin headings, ``- `` a point of a list, ``**…**`` is bold, ``[words](address)`` a link. What lines cannot say
(tables, pictures, numbered lists) stands as one line 〔原样 2：表格〕 and comes back unchanged.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from gongkai.paperwork.html_blocks import blocks, source

Element = Any
"""An element of lxml, which brings no types."""
_HEADINGS = {"h2": "#", "h3": "##", "h4": "###"}
_LEVELS = {marks: tag for tag, marks in _HEADINGS.items()}
_NAMES = {
    "table": "表格",
    "ol": "编号列表",
    "ul": "列表",
    "img": "图片",
    "hr": "横线",
    "blockquote": "引文",
}
_KEPT = re.compile(r"〔原样 ([0-9]{1,4})(?:：[^〔〕]*)?〕")
_LINE = re.compile(r"(#{1,3}|-) (.*)")
_INLINE = re.compile(r"\*\*(.+?)\*\*|\[([^\[\]]+)\]\(([^()\s]+)\)")


def to_lines(text: str) -> str:
    """The lines of a clean HTML text."""
    return "\n".join(
        line for number, block in enumerate(blocks(text), 1) for line in _lines(number, block)
    )


def from_lines(lines: str, before: str) -> str:
    """The HTML that the lines say. ``before`` is the text from which they were made: it holds what was kept as it is."""
    kept = [source(block) for block in blocks(before)]
    made: list[str] = []
    for line in (each.strip() for each in lines.splitlines()):
        found = _KEPT.fullmatch(line)
        if found and 0 < int(found[1]) <= len(kept):
            made.append(kept[int(found[1]) - 1])
        elif line:
            made.append(_block(line))
    return re.sub(r"</ul>\n<ul>", "\n", "\n".join(made))


def _lines(number: int, block: Element) -> Iterator[str]:
    """The lines of one block; if they would come back as something else, the line that keeps it."""
    said = list(_said(block))
    if said and [_block(line) for line in said] == [_block_html(part) for part in _points(block)]:
        yield from said
    else:
        yield f"〔原样 {number}：{_NAMES.get(str(block.tag), '特殊格式')}{_beginning(block)}〕"


def _points(block: Element) -> list[Element]:
    """A block, or the points of a list."""
    return list(block) if block.tag == "ul" else [block]


def _said(block: Element) -> Iterator[str]:
    """What a block says in lines; nothing for one that lines cannot say."""
    match str(block.tag):
        case "p":
            yield _inline(block)
        case "h2" | "h3" | "h4" as tag:
            yield f"{_HEADINGS[tag]} {_inline(block)}"
        case "ul":
            yield from (f"- {_inline(point)}" for point in block)


def _inline(element: Element) -> str:
    """Words with bold and links as marks."""
    parts = [element.text or ""]
    for child in element:
        inner = _inline(child)
        href = child.get("href", "")
        parts.append(
            f"**{inner}**" if child.tag == "strong" else f"[{inner}]({href})" if href else inner
        )
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _beginning(block: Element) -> str:
    """The first words of a block that is kept, so that one sees which it is."""
    words = " ".join(block.text_content().split())[:12]
    return (
        f"，{words}…" if words and not _KEPT.search(words) and not {"〔", "〕"} & set(words) else ""
    )


def _block_html(block: Element) -> str:
    """A block as ``_block`` would write it: spaces evened out."""
    if block.tag == "li":
        return f"<ul>{' '.join(source(block).split())}</ul>"
    return " ".join(source(block).split())


def _block(line: str) -> str:
    """The HTML of one line."""
    found = _LINE.fullmatch(line)
    if found is None:
        return f"<p>{_marked(line)}</p>"
    if found[1] == "-":
        return f"<ul><li>{_marked(found[2])}</li></ul>"
    tag = _LEVELS[found[1]]
    return f"<{tag}>{_marked(found[2])}</{tag}>"


def _marked(words: str) -> str:
    """Words with their marks as mark-up."""
    parts, here = [], 0
    for found in _INLINE.finditer(words):
        parts.append(escape(words[here : found.start()], quote=False))
        if found[1]:
            parts.append(f"<strong>{escape(found[1], quote=False)}</strong>")
        else:
            parts.append(f'<a href="{escape(found[3])}">{escape(found[2], quote=False)}</a>')
        here = found.end()
    return "".join((*parts, escape(words[here:], quote=False)))
