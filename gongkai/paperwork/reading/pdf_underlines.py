"""Tells underlines and strokes through text from the borders of tables: they begin and end with the text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gongkai.paperwork.reading.pdf_page import Bar, Glyph, Page

ENDS = 1.5  # points by which an underline may differ from its text
COVERED = 0.85  # share of an underline that text stands on
ABOVE, BELOW = 0.4, 0.75  # of the font size, from the middle of the text: where its own strokes lie
NARROWEST = 4.0  # points; less is a dot, and no character is underlined by it
BAND = 20.0  # points; text is looked up by bands of the page of this height


def borders(page: Page) -> list[Bar]:
    """The bars that do not belong to a run of text."""
    bands: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if glyph.turn == 0:
            bands[int(glyph.y // BAND)].append(glyph)
    return [bar for bar in page.bars if not _decorates(bar, bands)]


def _decorates(bar: Bar, bands: Mapping[int, Sequence[Glyph]]) -> bool:
    if bar.x1 - bar.x0 < max(bar.bottom - bar.top, NARROWEST):
        return False
    middle = (bar.top + bar.bottom) / 2
    band = int(middle // BAND)
    near = [
        glyph
        for number in range(band - 1, band + 2)
        for glyph in bands.get(number, ())
        if -ABOVE * glyph.size <= middle - glyph.y <= BELOW * glyph.size
        and glyph.x1 > bar.x0
        and glyph.x0 < bar.x1
    ]
    return _fits(bar, near)


def _fits(bar: Bar, glyphs: Sequence[Glyph]) -> bool:
    """Whether a bar is just as long as the text it lies in or under."""
    if not glyphs:
        return False
    covered = sum(min(glyph.x1, bar.x1) - max(glyph.x0, bar.x0) for glyph in glyphs)
    return (
        covered >= COVERED * (bar.x1 - bar.x0)
        and min(abs(glyph.x0 - bar.x0) for glyph in glyphs) <= ENDS
        and min(abs(glyph.x1 - bar.x1) for glyph in glyphs) <= ENDS
    )
