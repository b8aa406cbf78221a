"""The report as one web page that needs nothing else: no script, no other file, its style within (``report.css``).

Each figure names its headings by id, so that a screen reader can say them; on a phone each table scrolls in itself.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.printing.flow import Part, Text, flow, title_of
from gongkai.paperwork.printing.form_tables import (
    Band,
    FormTable,
    PrintedCell,
    PrintedRow,
    headings_of,
    placed,
)

_TAGS = {
    "title": ("<h1>", "</h1>"),
    "heading": ("<h2>", "</h2>"),
    "subhead": ("<h3>", "</h3>"),
    "paragraph": ("<p>", "</p>"),
    "signature": ('<p class="signature">', "</p>"),
}
_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{main}
</main>
</body>
</html>
"""


def to_html(report: AnnualReport) -> bytes:
    """The report as a page in UTF-8."""
    main = "\n".join(line for part in flow(report) for line in _part(part))
    page = _PAGE.format(title=escape(title_of(report)), style=_style(), main=main)
    return page.encode()


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Text):
        opening, closing = _TAGS[part.role]
        yield opening + escape(part.text) + closing
    else:
        yield from _table(part)


def _table(table: FormTable) -> Iterator[str]:
    """A table in a frame of its own that can be scrolled, also from the keyboard."""
    name = escape(f"表{chinese_numeral(table.number)}　{table.title}")
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
    yield f'<table class="table-{table.number}">'
    yield f"<caption>{name}</caption>"
    yield from _columns(table)
    first = 0
    for band in table.bands:
        yield from _band(band, f"t{table.number}", first, in_thead=len(table.bands) == 1)
        first += len(band.head) + len(band.body)
    yield "</table>\n</div>"


def _columns(table: FormTable) -> Iterator[str]:
    """Columns as wide as the form has them."""
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{width / total:.2%}">' for width in table.widths)
    yield f"<colgroup>{columns}</colgroup>"


def _band(band: Band, prefix: str, first: int, *, in_thead: bool) -> Iterator[str]:
    rows = (*band.head, *band.body)
    named = {(at, column): f"{prefix}-{first + at}-{column}" for at, column, _ in placed(rows)}
    lines = [f"<tr>{cells}</tr>" for cells in _rows(rows, named, headings_of(band))]
    if in_thead:
        yield "<thead>"
        yield from lines[: len(band.head)]
        yield "</thead>"
        lines = lines[len(band.head) :]
    yield "<tbody>"
    yield from lines
    yield "</tbody>"


def _rows(
    rows: Sequence[PrintedRow],
    named: dict[tuple[int, int], str],
    headings: dict[tuple[int, int], tuple[tuple[int, int], ...]],
) -> Iterator[str]:
    """The cells of each row as mark-up."""
    lines = [""] * len(rows)
    for at, column, cell in placed(rows):
        place = (at, column)
        said = " ".join(named[heading] for heading in headings.get(place, ()))
        lines[at] += _cell(cell, named[place], said)
    yield from lines


def _cell(cell: PrintedCell, name: str, headings: str) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    if cell.is_header:
        return f'<th id="{name}" scope="{cell.scope}"{spans}>{escape(cell.text)}</th>'
    return f'<td headers="{headings}"{spans}>{escape(cell.text)}</td>'
