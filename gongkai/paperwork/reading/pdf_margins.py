"""Finds what belongs to the sheet and not to the report: page numbers, running headers and footers.

A page number may stand beside a table or even within its borders, so it is taken out before cells are filled.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.paperwork.reading.normalise import squeeze
from gongkai.paperwork.reading.pdf_lines import Row, rows_of
from gongkai.paperwork.reading.pdf_page import Glyph, upright
from gongkai.paperwork.reading.pdf_sheets import Sheet

HEAD = 0.10  # share of the page's height
FOOT = 0.13
CHUNK_GAP = 2.2  # of the font size: a wider gap parts a page number from what stands beside it
SAME_HEIGHT = 3.0  # points
SAME_PLACE = 25.0

_DASH = "-‐‑‒–—―−─﹣~·•"
_MARKED = re.compile(
    rf"[{_DASH}]+[0-9]{{1,3}}[{_DASH}]+|第?[0-9一二三四五六七八九十]{{1,3}}页[,，/|]?(共[0-9一二三四五六七八九十]{{1,3}}页)?"
    rf"|共[0-9]{{1,3}}页[,，/|]?第[0-9]{{1,3}}页|[Pp]age[0-9]{{1,3}}(of[0-9]{{1,3}})?"
)
_COUNTED = re.compile(r"[0-9]{1,3}/[0-9]{1,3}")
_PLAIN = re.compile(r"[0-9]{1,3}")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Glyphs in a page's head or foot that stand together. ``number`` is the page's, from 0.

    ``alone`` says that nothing else is printed on their line, ``last`` that nothing is printed below either.
    """

    number: int
    glyphs: Row
    text: str
    in_table: bool
    alone: bool
    last: bool

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def x(self) -> float:
        return (self.glyphs[0].x0 + self.glyphs[-1].x1) / 2


def without_margins(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without page numbers and running headers and footers."""
    chunks = [chunk for number, sheet in enumerate(sheets) for chunk in _chunks(number, sheet)]
    widths = [sheet.width for sheet in sheets]
    dropped = [{glyph.place for glyph in _turned_folio(sheet)} for sheet in sheets]
    for chunk in chunks:
        if _is_folio(chunk, chunks, widths):
            dropped[chunk.number] |= {glyph.place for glyph in chunk.glyphs}
    for number, row in _running(sheets, dropped):
        dropped[number] |= {glyph.place for glyph in row}
    return [
        replace(sheet, glyphs=[glyph for glyph in sheet.glyphs if glyph.place not in gone])
        for sheet, gone in zip(sheets, dropped, strict=True)
    ]


def _chunks(number: int, sheet: Sheet) -> Iterator[_Chunk]:
    rows = rows_of(_margin_glyphs(sheet))
    for row in rows:
        printed = [glyph for glyph in row if glyph.text != " "]
        for glyphs in _split(printed):
            yield _Chunk(
                number,
                glyphs,
                squeeze("".join(glyph.text for glyph in glyphs)),
                any(sheet.in_table(glyph) for glyph in glyphs),
                alone := all(glyph in glyphs or sheet.in_table(glyph) for glyph in printed),
                alone and row is rows[-1],
            )


def _margin_glyphs(sheet: Sheet) -> list[Glyph]:
    head, foot = HEAD * sheet.height, (1 - FOOT) * sheet.height
    return [g for g in sheet.glyphs if g.turn == 0 and not head < g.y < foot]


def _split(printed: Row) -> Iterator[Row]:
    start = 0
    for index in range(1, len(printed) + 1):
        if (
            index == len(printed)
            or printed[index].x0 - printed[index - 1].x1 > CHUNK_GAP * printed[index].size
        ):
            yield printed[start:index]
            start = index


def _is_folio(chunk: _Chunk, chunks: Sequence[_Chunk], widths: Sequence[float]) -> bool:
    if _MARKED.fullmatch(chunk.text):
        return True
    if _COUNTED.fullmatch(chunk.text) and not chunk.in_table:
        return True
    if not _PLAIN.fullmatch(chunk.text) or not (chunk.in_table or chunk.alone):
        return False
    if any(_counts_with(chunk, other, widths) for other in chunks):
        return True
    return chunk.last and not chunk.in_table and int(chunk.text) == chunk.number + 1


def _counts_with(one: _Chunk, other: _Chunk, widths: Sequence[float]) -> bool:
    """Whether two bare numbers count pages: as far apart as their pages, in the same or the mirrored place.

    Figures in tables may look like that by chance, so the other one must stand outside tables.
    """
    if one.number == other.number or other.in_table or not other.alone:
        return False
    if not _PLAIN.fullmatch(other.text) or not min(int(one.text), int(other.text)):
        return False
    mirrored = widths[other.number] - other.x
    return (
        int(one.text) - int(other.text) == one.number - other.number
        and abs(one.y - other.y) <= SAME_HEIGHT
        and min(abs(one.x - other.x), abs(one.x - mirrored)) <= SAME_PLACE
    )


def _turned_folio(sheet: Sheet) -> Iterator[Glyph]:
    """A page number that did not turn with a page laid on its side."""
    for turn in (1, 2, 3):
        outside = [g for g in sheet.glyphs if g.turn == turn and not sheet.in_table(g)]
        for row in rows_of(upright(outside, turn)):
            text = squeeze("".join(glyph.text for glyph in row))
            if _MARKED.fullmatch(text) or _PLAIN.fullmatch(text):
                yield from row


def _running(sheets: Sequence[Sheet], folios: Sequence[set[int]]) -> Iterator[tuple[int, Row]]:
    """Lines with the same words at the same height on two pages or more, each with its page."""
    seen: dict[tuple[str, int], list[tuple[int, Row]]] = {}
    for number, sheet in enumerate(sheets):
        outside = [
            glyph
            for glyph in _margin_glyphs(sheet)
            if glyph.place not in folios[number] and not sheet.in_table(glyph)
        ]
        for row in rows_of(outside):
            text = squeeze("".join(glyph.text for glyph in row))
            if _LETTER.search(text):
                seen.setdefault((text, round(row[0].y / SAME_HEIGHT)), []).append((number, row))
    for found in seen.values():
        if len({number for number, _ in found}) > 1:
            yield from found
