"""Paragraphs that are headings to every reader, 一、 and （一）, as headings in the mark-up: few files use styles for them."""

import re

from gongkai.paperwork.html_blocks import Element, blocks, source

_LEVELS = (
    ("h2", re.compile(r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}章\s?)[^。；：:，！？]{1,30}")),
    ("h3", re.compile(r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}节\s?)[^。；：:，！？]{1,30}")),
)  # fmt: skip
_OWN = {"h2", "h3", "h4", "h5", "h6"}
_INLINE = {"strong", "em", "u"}


def with_headings(html: str) -> str:
    """The text with its typed headings marked; as it is where it has headings of its own."""
    found = blocks(html)
    if any(block.tag in _OWN for block in found):
        return html
    levels = [_level(block) for block in found]
    if not any(levels):
        return html
    after = [*levels[1:], levels[-1]]
    return "".join(
        _heading(block, level)
        if level and level != following and at + 1 < len(found)
        else source(block)
        for at, (block, level, following) in enumerate(zip(found, levels, after, strict=True))
    )


def _level(block: Element) -> str:
    """h2 or h3 for a paragraph that is a heading and nothing else."""
    if block.tag != "p" or any(child.tag not in _INLINE for child in block.iterdescendants()):
        return ""
    words = "".join(str(piece) for piece in block.itertext()).strip()
    return next((tag for tag, pattern in _LEVELS if pattern.fullmatch(words)), "")


def _heading(block: Element, level: str) -> str:
    """The heading with the paragraph's words, without the bold that a heading has by itself."""
    for child in list(block.iterdescendants("strong")):
        child.drop_tag()  # type: ignore[attr-defined]  # an element of lxml.html
    block.tag = level
    return source(block)
