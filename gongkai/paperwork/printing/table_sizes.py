"""How large the tables of the form are drawn on A4, in points: PDF and DOCX share these sizes."""

from gongkai.paperwork.printing.form_tables import FormTable

TABLE_WIDTH = 487.0  # 172 mm: the text's 156 mm and 8 mm more on each side
PADDING = 4.0  # left and right of a figure together, lines included
DIGIT = 0.6  # of its size: how wide a digit of these fonts is at most
LARGEST = 9.5
LONG_TABLE = 20  # rows
MANY_COLUMNS = 12


def figure_size(table: FormTable) -> float:
    """The size in points at which the table's longest figure stays on one line in its column."""
    column = TABLE_WIDTH * table.widths[-1] / sum(table.widths) - PADDING
    longest = max(len(cell.text) for row in table.rows for cell in row if not cell.is_header)
    return round(min(LARGEST, column / DIGIT / max(longest, 1)), 2)


def is_long(table: FormTable) -> bool:
    """Whether the table takes most of a page, so that it begins one."""
    return len(table.rows) >= LONG_TABLE


def has_narrow_columns(table: FormTable) -> bool:
    """Whether the four characters of a heading stand two by two, for want of width."""
    return len(table.widths) > MANY_COLUMNS
