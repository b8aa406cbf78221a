"""A chart as readers get it: the picture, the same figures as a table, and what the picture leaves out."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from gongkai.common.charts import (
    Bar,
    Group,
    Part,
    Series,
    Stack,
    bars,
    grouped_bars,
    lines,
    stacked_bars,
)
from gongkai.publishing.presentations.chart_kinds import (
    Chart,
    drawn_columns,
    drawn_rows,
    kind_of,
    parts_of,
)
from gongkai.publishing.presentations.chart_values import shown_cell, values_of

MANY_BARS = 9
"""From so many on a chart is as long as its bars need."""
COLOURS = ("", "--2", "--3", "--4", "--5", "--6", "--7", "--8")


def drawn(number: int, chart: Chart) -> dict[str, Any]:
    """What the template takes for one chart."""
    rows = drawn_rows(chart)
    count = len(rows) * len(drawn_columns(chart))
    return {
        "number": number,
        "title": chart["title"],
        "paragraphs": [line for line in chart["text"].split("\n") if line.strip()],
        "unit": chart["unit"],
        "source": chart["source"],
        "picture": picture_of(f"chart-{number}", chart) if rows and chart["columns"] else "",
        "is_long": kind_of(chart) != "lines" and count >= MANY_BARS,
        "columns": chart["columns"],
        "rows": [(row["label"], list(map(shown_cell, row["cells"]))) for row in chart["rows"]],
        "left_out": [row["label"] for row in chart["rows"] if row not in rows],
    }


def picture_of(name: str, chart: Chart) -> SafeString:
    """The chart of its kind."""
    kind = kind_of(chart)
    if kind == "lines":
        return _lines(name, chart)
    return _stacked(name, chart) if kind == "stacked" else _bars(name, chart)


def _lines(name: str, chart: Chart) -> SafeString:
    rows = drawn_rows(chart)
    series = [
        Series(
            column, [values_of(row)[at] for row in rows], f"chart__line{COLOURS[at]}" if at else ""
        )
        for at, column in enumerate(chart["columns"][: len(COLOURS)])
    ]
    return lines(name, chart["title"], [row["label"] for row in rows], series)


def _bars(name: str, chart: Chart) -> SafeString:
    columns = drawn_columns(chart)
    rows = drawn_rows(chart)
    after = _after(chart)
    if len(columns) == 1:
        return bars(name, chart["title"], [Bar(row["label"], values_of(row)[columns[0]], "", after) for row in rows])  # fmt: skip
    groups = [Group(row["label"], _group(chart, row, columns, after)) for row in rows]
    return grouped_bars(name, chart["title"], groups)


def _group(chart: Chart, row: Mapping[str, Any], columns: list[int], after: str) -> list[Bar]:
    values = values_of(row)
    return [
        Bar(chart["columns"][at], values[at], _colour(place), after)
        for place, at in enumerate(columns)
    ]


def _colour(place: int) -> str:
    return f"chart__bar{COLOURS[place % len(COLOURS)]}" if place else ""


def _after(chart: Chart) -> str:
    """The unit behind each figure: the sign of per cent, and short words."""
    unit = str(chart["unit"])
    return unit if unit in {"%", "％"} else f" {unit}" if unit and len(unit) < 5 else ""


def _stacked(name: str, chart: Chart) -> SafeString:
    parts, wholes = parts_of(chart)
    stacks = [
        Stack(
            label,
            [
                Part(part, value or Decimal(0), _colour(at))
                for at, (part, value) in enumerate(zip(parts, values, strict=True))
            ],
            _after(chart),
        )
        for label, values in wholes
    ]
    return stacked_bars(name, chart["title"], stacks)
