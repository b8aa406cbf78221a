"""Draws small PDFs for tests, byte by byte: text without font files, and lines as any producer may draw them.

Positions are points from the top left corner of the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from gongkai.paperwork.reading.document import Block, Line, Table
from gongkai.paperwork.reading.from_pdf import from_pdf

CATALOG, PAGES, ACROSS, DOWN, CID_FONT, DESCRIPTOR, FIRST_FREE = range(1, 8)
FONTS = {
    ACROSS: f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    f"/DescendantFonts[{CID_FONT} 0 R]>>",
    DOWN: f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-V"
    f"/DescendantFonts[{CID_FONT} 0 R]>>",
    CID_FONT: "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]"
    f"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/FontDescriptor {DESCRIPTOR} 0 R>>",
    DESCRIPTOR: "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
}
TURNS = {0: "1 0 0 1", 1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0"}

Draw = Callable[["Sheet", float, float, float, float], None]


@dataclass
class Sheet:
    """One page to be. ``keys`` are further entries of its dictionary, such as /Rotate 90."""

    width: float = 595
    height: float = 842
    keys: str = ""
    operators: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 10, turn: int = 0, spread: float = 0
    ) -> "Sheet":
        """Text whose base line begins at (x, y), turned by quarters, its letters spread by some points."""
        code = text.encode("utf-16-be").hex()
        matrix = f"{TURNS[turn]} {x} {self.height - y}"
        return self._do(f"BT /F1 {size} Tf {spread} Tc {matrix} Tm <{code}> Tj ET")

    def down(self, x: float, y: float, text: str, size: float = 10) -> "Sheet":
        """Text written down the page by a font made for that; (x, y) is the middle of its top."""
        code = text.encode("utf-16-be").hex()
        return self._do(f"BT /F2 {size} Tf 1 0 0 1 {x} {self.height - y} Tm <{code}> Tj ET")

    def stroke(
        self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.5, dash: str = ""
    ) -> None:
        """One straight line."""
        line = f"{x0} {self.height - y0} m {x1} {self.height - y1} l S"
        self._do(f"q {width} w [{dash}] 0 d {line} Q")

    def box(self, x0: float, y0: float, x1: float, y1: float, *, grey: float = 0) -> None:
        """A filled box."""
        self._do(f"q {grey} g {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f Q")

    def _do(self, operators: str) -> "Sheet":
        self.operators.append(operators)
        return self


def stroked(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line as Word and WPS stroke it."""
    sheet.stroke(x0, y0, x1, y1)


def dashed(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line dashed by the pen."""
    sheet.stroke(x0, y0, x1, y1, dash="3 3")


def thin_box(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line as LibreOffice and Chrome fill it."""
    sheet.box(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3)


def double(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """Two lines side by side."""
    for apart in (-1.1, 1.1):
        stroked(sheet, x0 + apart, y0 + apart, x1 + apart, y1 + apart)


def short_segments(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A chain of short pieces, with gaps."""
    _pieces(sheet, (x0, y0, x1, y1), 4.0, 2.5, stroked)


def dots(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A row of dots, each a box."""
    _pieces(sheet, (x0, y0, x1, y1), 0.6, 1.0, thin_box)


def _pieces(
    sheet: Sheet, line: tuple[float, float, float, float], long: float, gap: float, draw: Draw
) -> None:
    x0, y0, x1, y1 = line
    length = max(x1 - x0, y1 - y0)
    along_x, along_y = (x1 - x0) / length, (y1 - y0) / length
    at = 0.0
    while at < length:
        end = min(at + long, length)
        draw(
            sheet,
            x0 + at * along_x,
            y0 + at * along_y,
            x0 + end * along_x,
            y0 + end * along_y,
        )
        at = end + gap


STYLES: dict[str, Draw] = {
    "stroked lines": stroked,
    "pen dashes": dashed,
    "thin boxes": thin_box,
    "double lines": double,
    "short segments": short_segments,
    "dots": dots,
}


@dataclass(frozen=True)
class Box:
    """A cell to draw: rows ``top`` to ``bottom`` and columns ``left`` to ``right`` of the grid, ends not included."""

    top: int
    left: int
    bottom: int
    right: int
    text: str = ""


def draw_table(
    sheet: Sheet,
    xs: Sequence[float],
    ys: Sequence[float],
    boxes: Iterable[Box],
    draw: Draw = stroked,
    without: str = "",
) -> Sheet:
    """Draw the four sides of each cell and its text; ``without`` names outer sides to leave out (tblr)."""
    for box in boxes:
        x0, x1, y0, y1 = xs[box.left], xs[box.right], ys[box.top], ys[box.bottom]
        sides = {
            "t": (x0, y0, x1, y0, y0 == ys[0]),
            "b": (x0, y1, x1, y1, y1 == ys[-1]),
            "l": (x0, y0, x0, y1, x0 == xs[0]),
            "r": (x1, y0, x1, y1, x1 == xs[-1]),
        }
        for name, (*line, outer) in sides.items():
            if not (outer and name in without):
                draw(sheet, *line)
        for number, line in enumerate(box.text.split("\n")):
            sheet.text(x0 + 3, y0 + 11 + 13 * number, line)
    return sheet


def rows_of_boxes(rows: Sequence[Sequence[str]]) -> list[Box]:
    """Cells of a plain table without spans."""
    return [
        Box(top, left, top + 1, left + 1, text)
        for top, row in enumerate(rows)
        for left, text in enumerate(row)
    ]


def pdf(*sheets: Sheet, title: str = "") -> bytes:
    """The file."""
    objects = dict(FONTS)
    kids = []
    free = FIRST_FREE
    for sheet in sheets:
        content = "\n".join(sheet.operators)
        box = "" if "/MediaBox" in sheet.keys else f"/MediaBox[0 0 {sheet.width} {sheet.height}]"
        objects[free] = (
            f"<</Type/Page/Parent {PAGES} 0 R{box}{sheet.keys}/Contents {free + 1} 0 R"
            f"/Resources<</Font<</F1 {ACROSS} 0 R/F2 {DOWN} 0 R>>>>>>"
        )
        objects[free + 1] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
        kids.append(f"{free} 0 R")
        free += 2
    objects[PAGES] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects[CATALOG] = f"<</Type/Catalog/Pages {PAGES} 0 R>>"
    objects[free] = f"<</Title <feff{title.encode('utf-16-be').hex()}>>>"
    return _file(objects, info=free)


def read(*sheets: Sheet) -> tuple[Block, ...]:
    """What ``from_pdf`` finds on the sheets. A page of prose goes after them, for too short a file is refused."""
    prose = Sheet()
    for line in range(10):
        prose.text(90, 200 + 30 * line, "这一页只有文字，让文件长得像一份政府信息公开年度报告。")
    blocks = from_pdf(pdf(*sheets, prose)).blocks
    return tuple(
        block for block in blocks if isinstance(block, Line | Table) and block.page <= len(sheets)
    )


def tables(*sheets: Sheet) -> list[Table]:
    """The tables on the sheets."""
    return [block for block in read(*sheets) if isinstance(block, Table)]


def lines(*sheets: Sheet) -> list[str]:
    """The text of the lines outside tables."""
    return [block.text for block in read(*sheets) if isinstance(block, Line)]


def _file(objects: dict[int, str], info: int) -> bytes:
    data = b"%PDF-1.5\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    table = "".join(f"{places[number]:010} 00000 n \n" for number in sorted(objects))
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root {CATALOG} 0 R/Info {info} 0 R>>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")
