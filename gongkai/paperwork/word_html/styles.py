"""What a paragraph's or run's style says, its ancestors included: heading level, hidden or not, numbering."""

import re
from collections.abc import Iterator

from gongkai.paperwork.word_html.ooxml import Element, W, find, number, switch, value

HEADINGS = 6  # HTML has h1 to h6
_BODY_TEXT = 9  # the outline level that is none
_DIGITS = {
    digit: level
    for level, pair in enumerate(("1一", "2二", "3三", "4四", "5五", "6六"), 1)
    for digit in pair
}
# Word and WPS write “heading 1”; other programs translate it, and offices make styles of their own: 黑体一级标题.
_NAME = re.compile(
    r"(?:heading|标题) ?([1-6一二三四五六])|.{0,20}([1-6一二三四五六])级标题.{0,20}", re.IGNORECASE
)
_TITLES = {"title", "标题", "文档标题", "公文标题"}


class Styles:
    """The styles part of a document; without one, nothing is known."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._by_id = {style.get(f"{W}styleId", ""): style for style in styles}

    def level(self, style: str | None) -> int | None:
        """The heading level, from 1: by outline level, else by name; None for body text."""
        for element in self._chain(style):
            name = (value(element, "name") or "").strip()
            if name.lower() in _TITLES:
                return 1
            outline = number(element, "pPr/outlineLvl")
            if outline is not None:
                return heading_level(outline)
            if named := _NAME.fullmatch(name):
                return _DIGITS[named[1] or named[2]]
        return None

    def hidden(self, style: str | None) -> bool:
        """Whether text in this style is hidden."""
        said = (switch(element, "rPr/vanish") for element in self._chain(style))
        return next((answer for answer in said if answer is not None), False)

    def numbering(self, style: str | None) -> Element | None:
        """The ``w:numPr`` that the style gives its paragraphs."""
        found = (find(element, "pPr/numPr") for element in self._chain(style))
        return next((answer for answer in found if answer is not None), None)

    def _chain(self, style: str | None) -> Iterator[Element]:
        """The style and those it is based on; a circle ends where it closes."""
        seen = set()
        while style is not None and style not in seen and style in self._by_id:
            seen.add(style)
            yield self._by_id[style]
            style = value(self._by_id[style], "basedOn")


def heading_level(outline: int) -> int | None:
    """The level of a heading for an outline level, which counts from 0 and has 9 for body text."""
    return None if outline >= _BODY_TEXT else min(outline + 1, HEADINGS)
