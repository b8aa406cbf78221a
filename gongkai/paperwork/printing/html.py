"""The report as one web page that needs nothing else: no script, no other file, its style within (``report.css``).

Each figure names its headings by id, so that a screen reader can say them; on a phone each table scrolls in itself.
"""

from collections.abc import Iterator
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
PAGE = """\
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
    page = PAGE.format(title=escape(title_of(report)), style=_style(), main=main)
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
    yield f"<caption><span>{name}</span></caption>"
    yield from _columns(table)
    first = 0
    for band in table.bands:
        yield from _band(table, band, first)
        first += len(band.head) + len(band.body)
    yield "</table>\n</div>"


def _columns(table: FormTable) -> Iterator[str]:
    """Columns as wide as the form has them."""
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{width / total:.2%}">' for width in table.widths)
    yield f"<colgroup>{columns}</colgroup>"


def _band(table: FormTable, band: Band, first: int) -> Iterator[str]:
    """A band's rows; ``first`` is the number of its first row in the table. A head that repeats in print is a thead."""
    lines = _rows(table, band, first)
    if table.repeated_rows:
        head, lines = lines[: len(band.head)], lines[len(band.head) :]
        yield from ("<thead>", *head, "</thead>")
    yield from ("<tbody>", *lines, "</tbody>")


def _rows(table: FormTable, band: Band, first: int) -> list[str]:
    """The rows as mark-up. A heading's id is made of its table, row and column."""
    rows = (*band.head, *band.body)
    headings = headings_of(band)
    lines = [""] * len(rows)
    for at, column, cell in placed(rows):
        if cell.is_header:
            name = _name(table, first + at, column)
            lines[at] += _heading(cell, name, column if column < table.label_columns else None)
        else:
            named = (_name(table, first + row, left) for row, left in headings[at, column])
            lines[at] += f'<td headers="{" ".join(named)}"{_spans(cell)}>{escape(cell.text)}</td>'
    return [f"<tr>{line}</tr>" for line in lines]


def _name(table: FormTable, row: int, column: int) -> str:
    return f"t{table.number}-{row}-{column}"


def _heading(cell: PrintedCell, name: str, label: int | None) -> str:
    """A heading; in the columns of labels, which stay in sight on phones, it says which."""
    side = "" if label is None else f' class="label label-{label}"'
    return f'<th id="{name}" scope="{cell.scope}"{side}{_spans(cell)}>{escape(cell.text)}</th>'


def _spans(cell: PrintedCell) -> str:
    rows = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    columns = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    return rows + columns
