"""Which kind of chart fits a table: time runs along lines, parts of a whole are stacked, all else is bars."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from gongkai.publishing.presentations.chart_values import values_of

Kind = Literal["bars", "lines", "stacked"]
KINDS: Mapping[Kind, str] = {
    "bars": "柱形图：比较大小",
    "lines": "折线图：看变化",
    "stacked": "堆叠图：看各部分占多少",
}
MOST_SUGGESTED = 6
"""Parts that a stacked chart is suggested for."""
_TIME = re.compile(
    r"(?:19|20)\d\d(?:年度?)?|(?:(?:19|20)\d\d年?[-./]?)?\d{1,2}月份?|(?:19|20)\d\d[-./]\d{1,2}|"
    r"(?:(?:19|20)\d\d年)?第?[一二三四1-4]季度|[一二三四五六七八九十]{1,2}月|Q[1-4]"
)
_SUM = re.compile(r"合\s*计|总\s*计|共\s*计|全部|总数")
Chart = Mapping[str, Any]


def kind_of(chart: Chart) -> Kind:
    """The chosen kind, or the one that the figures suggest."""
    return chart["kind"] or suggested(chart)


def suggested(chart: Chart) -> Kind:
    """The kind that fits: lines for three and more moments, stacked bars for parts that make a whole, else bars."""
    labels = [row["label"] for row in chart["rows"]]
    if len(labels) > 2 and all(_TIME.fullmatch(label) for label in labels):
        return "lines"
    parts, wholes = parts_of(chart)
    is_whole = bool(parts) and _is_whole(chart)
    return "stacked" if is_whole and 1 < len(parts) <= MOST_SUGGESTED and wholes else "bars"


def is_sum(name: str) -> bool:
    """Whether a row or column is the sum of the others."""
    return bool(_SUM.fullmatch(name))


def drawn_rows(chart: Chart) -> list[Mapping[str, Any]]:
    """The rows without that of the sum, which would dwarf and double the others; all of them where nothing else is there."""
    rows = [row for row in chart["rows"] if not is_sum(row["label"])]
    return rows or list(chart["rows"])


def drawn_columns(chart: Chart) -> list[int]:
    """The columns without that of the sum."""
    kept = [at for at, name in enumerate(chart["columns"]) if not is_sum(name)]
    return kept or list(range(len(chart["columns"])))


def parts_of(chart: Chart) -> tuple[list[str], list[tuple[str, list[Decimal | None]]]]:
    """The names of the parts, and each whole with its parts. One column's rows are the parts; of several columns, the columns are,
    unless a row sums the others.
    """
    rows, columns = drawn_rows(chart), drawn_columns(chart)
    if len(columns) == 1 or any(is_sum(row["label"]) for row in chart["rows"]):
        wholes = [(chart["columns"][at], [values_of(row)[at] for row in rows]) for at in columns]
        return [row["label"] for row in rows], wholes
    names = [chart["columns"][at] for at in columns]
    return names, [(row["label"], [values_of(row)[at] for at in columns]) for row in rows]


def _is_whole(chart: Chart) -> bool:
    """Whether the parts make what the table calls their sum, or a hundred per cent."""
    parts = [values for _, values in parts_of(chart)[1]]
    if any(value is None or value < 0 for values in parts for value in values):
        return False
    sums = [sum(map(Decimal, filter(None, values)), Decimal(0)) for values in parts]
    if chart["unit"] in {"%", "％"}:
        return all(abs(each - 100) <= Decimal("0.5") for each in sums)
    said = _said_sums(chart)
    return bool(said) and said == sums


def _said_sums(chart: Chart) -> Sequence[Decimal | None]:
    """The sums that the table itself gives: of a row below the parts, or of a column beside them."""
    row = next((row for row in chart["rows"] if is_sum(row["label"])), None)
    if row is not None:
        return [values_of(row)[at] for at in drawn_columns(chart)]
    column = next((at for at, name in enumerate(chart["columns"]) if is_sum(name)), None)
    return [] if column is None else [values_of(row)[column] for row in drawn_rows(chart)]
