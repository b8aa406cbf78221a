"""Words beneath a page's picture: drawn in invisible ink in a font that has no letters, only characters and widths.

Each code of the font stands for a character of a certain width, so that every character takes just the place that it had.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.paperwork.redaction.bar_font import EM, THIN, bar_font
from gongkai.paperwork.redaction.boxes import Edges
from gongkai.paperwork.redaction.burnt import KeptWord

Glyph = tuple[str, int]
"""A character and its width in thousandths of its height."""

MARK = "〔此处不公开〕"
"""What a screen reader says at a box."""
SPACE: Glyph = (" ", 250)
"""Ends each run, as it stands between words."""
_LEVEL = 0.3
"""Share of its height by which a character may stand higher or lower than the one before on the same line."""


Matrix = tuple[float, float, float, float, float, float]
_UPRIGHT = ((1, 0, 0, 1), (0, -1, 1, 0), (-1, 0, 0, -1), (0, 1, -1, 0))
"""How a run is drawn that reads to the right, down, to the left, up."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow one another: where and how they are drawn, their height in points, and the gap after each."""

    matrix: Matrix
    height: float
    glyphs: tuple[Glyph, ...]
    gaps: tuple[float, ...]


def runs_of(
    words: Iterable[KeptWord], boxes: Iterable[Edges], wide: float, high: float
) -> tuple[Run, ...]:
    """The runs of a page of that size in points: its words, and the mark over each box."""
    placed = [(word.text, word.edges) for word in words]
    placed += [(MARK, tuple(_parted(box))) for box in boxes]
    return tuple(run for text, edges in placed for run in _runs(text, edges, wide, high))


def _parted(box: Edges) -> Iterator[Edges]:
    """A box in as many parts as the mark has characters."""
    left, top, right, bottom = box
    part = (right - left) / len(MARK)
    for at in range(len(MARK)):
        yield (left + at * part, top, left + (at + 1) * part, bottom)


def _runs(text: str, edges: Sequence[Edges], wide: float, high: float) -> Iterator[Run]:
    """The runs of a word, which may be turned by quarters: it is looked at from where it reads to the right."""
    quarters = _quarters(edges, wide, high)
    size = (high, wide) if quarters % 2 else (wide, high)
    for line in _lines(text, [_turned(each, quarters) for each in edges]):
        yield _run(line, quarters, *size)


def _quarters(edges: Sequence[Edges], wide: float, high: float) -> int:
    """Into which direction the characters follow one another: 0 to the right, 1 down, 2 to the left, 3 up."""
    first, last = edges[0], edges[-1]
    across = (last[0] + last[2] - first[0] - first[2]) * wide
    down = (last[1] + last[3] - first[1] - first[3]) * high
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 1 if down > 0 else 3


def _turned(edges: Edges, quarters: int) -> Edges:
    """A rectangle on the page turned counter-clockwise."""
    left, top, right, bottom = edges
    for _ in range(quarters):
        left, top, right, bottom = top, 1 - right, bottom, 1 - left
    return (left, top, right, bottom)


def _lines(text: str, edges: Sequence[Edges]) -> Iterator[list[tuple[str, Edges]]]:
    """Characters parted where the next one does not stand to the right on the same level."""
    line: list[tuple[str, Edges]] = []
    for sign, place in zip(text, edges, strict=False):
        if line and not _follows(line[-1][1], place):
            yield line
            line = []
        line.append((sign, place))
    if line:
        yield line


def _follows(before: Edges, after: Edges) -> bool:
    most = _LEVEL * (before[3] - before[1])
    level = abs(after[3] - before[3]) <= most and abs(after[1] - before[1]) <= most
    return level and after[0] >= (before[0] + before[2]) / 2


def _run(line: Sequence[tuple[str, Edges]], quarters: int, wide: float, high: float) -> Run:
    """A run on a page of that size, as it is seen after the turn."""
    edges = [place for _, place in line]
    top, bottom = min(each[1] for each in edges), max(each[3] for each in edges)
    height = (bottom - top) * high
    glyphs = [(sign, _width((place[2] - place[0]) * wide / height)) for sign, place in line]
    starts = [place[0] * wide for place in edges]
    ends = [start + height * width / 1000 for start, (_, width) in zip(starts, glyphs, strict=True)]
    gaps = [following - end for following, end in zip(starts[1:], ends[:-1], strict=True)]
    matrix = _matrix(starts[0], (1 - bottom) * high, height, quarters, (wide, high))
    return Run(matrix, height, (*glyphs, SPACE), (*gaps, 0.0))


def _matrix(x: float, y: float, height: float, quarters: int, size: tuple[float, float]) -> Matrix:
    """How a run is drawn on the page that begins at (x, y) from the lower left of the turned page of that size."""
    wide, high = size
    place = ((x, y), (y, wide - x), (wide - x, high - y), (high - y, x))[quarters]
    a, b, c, d = (height * each for each in _UPRIGHT[quarters])
    return (a, b, c, d, *place)


def _width(share: float) -> int:
    """Rounded down, so that no character reaches into its neighbour."""
    return max(THIN, int(share * 1000) // THIN * THIN)


def codes_of(runs: Iterable[Run]) -> dict[Glyph, int]:
    """A code from 1 for each glyph, in the order of characters and widths."""
    glyphs = {glyph for run in runs for glyph in run.glyphs}
    return {glyph: code for code, glyph in enumerate(sorted(glyphs), 1)}


def drawn(runs: Iterable[Run], codes: dict[Glyph, int]) -> Iterator[str]:
    """The operators that draw the runs."""
    for run in runs:
        place = " ".join(f"{number:.3f}" for number in run.matrix) + " Tm"
        shown = "".join(
            f"<{codes[glyph]:04x}>{-1000 * gap / run.height:.0f} "
            for glyph, gap in zip(run.glyphs, (*run.gaps, 0.0), strict=False)
        )
        yield f"{place} [{shown}] TJ"


def font(codes: dict[Glyph, int], numbers: Sequence[int]) -> dict[int, bytes]:
    """The objects of the font under six numbers of the file, the font itself first."""
    whole, glyphs, descriptor, unicode, shapes, chosen = numbers
    widths = " ".join(str(width) for _, width in codes)
    base = "/BaseFont/AAAAAA+Bars"
    file = bar_font()
    return {
        whole: (
            f"<</Type/Font/Subtype/Type0{base}/Encoding/Identity-H/DescendantFonts[{glyphs} 0 R]/ToUnicode {unicode} 0 R>>"
        ).encode(),
        glyphs: (
            f"<</Type/Font/Subtype/CIDFontType2{base}/CIDToGIDMap {chosen} 0 R/DW 1000/W[1[{widths}]]"
            f"/FontDescriptor {descriptor} 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        ).encode(),
        descriptor: (
            f"<</Type/FontDescriptor/FontName/AAAAAA+Bars/Flags 4/FontBBox[0 0 {EM} {EM}]/ItalicAngle 0/Ascent {EM}"
            f"/Descent 0/CapHeight {EM}/StemV 80/FontFile2 {shapes} 0 R>>"
        ).encode(),
        unicode: stream("", _unicode(codes)),
        shapes: stream(f"/Length1 {len(file)}", file),
        chosen: stream("", b"\0\0" + b"\0\1" * len(codes)),
    }


def stream(keys: str, data: bytes) -> bytes:
    """Bytes as a stream object of the file, packed."""
    packed = zlib.compress(data, 6)
    head = f"<<{keys}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode()
    return head + packed + b"\nendstream"


def _unicode(codes: dict[Glyph, int]) -> bytes:
    """Which character each code stands for."""
    rows = [f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for (sign, _), code in codes.items()]
    blocks = (rows[at : at + 100] for at in range(0, len(rows), 100))
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Kept def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}\nendcmap end end"
    ).encode()
