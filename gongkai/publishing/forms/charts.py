"""What people type into the editor of a chart: words about it, and the grid of its figures, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from gongkai.paperwork.tables.grid import Grid
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.presentations.chart import (
    LONGEST,
    MOST_COLUMNS,
    MOST_ROWS,
    kept_cell,
)
from gongkai.publishing.presentations.chart_kinds import KINDS
from gongkai.publishing.presentations.chart_values import value_of

SPARE_ROWS, SPARE_COLUMNS = 2, 1
FEWEST_ROWS, FEWEST_COLUMNS = 4, 2
MOST_PASTED = 400_000
Chart = dict[str, Any]
EMPTY: Mapping[str, Any] = {
    "title": "", "text": "", "kind": "", "unit": "", "source": "", "columns": [], "rows": [],
}  # fmt: skip


class ChartForm(forms.Form):
    """The words of a chart. The grid beside them is read by ``grid_sent``."""

    title = forms.CharField(
        label="标题",
        required=False,
        max_length=LONGEST["title"],
        help_text="写图上能看出什么，例如“今年办结的比去年多三成”",
    )
    unit = forms.CharField(
        label="单位", required=False, max_length=LONGEST["unit"], help_text="例如：件、万元、%"
    )
    kind = forms.ChoiceField(
        label="画成",
        required=False,
        choices=[("", "由数据决定"), *KINDS.items()],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="图前面的文字",
        required=False,
        max_length=LONGEST["text"],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(
        label="数据来源",
        required=False,
        max_length=LONGEST["source"],
        help_text="哪个部门、哪份报表",
    )
    pasted = forms.CharField(
        label="粘贴一张表",
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 4, "data-autosave-skip": True}),
        help_text="从 Excel、WPS、Word 复制后粘贴在这里，也可以自己写：一行一项，各格之间用逗号或者空格",
    )
    file = forms.FileField(label="或者上传表格", required=False, help_text="XLSX 或者 CSV")
    sheet = forms.CharField(
        label="读哪个工作表", required=False, max_length=40, help_text="不写就读第一个"
    )
    seen_version = seen_field()


def cells_shown(chart: Mapping[str, Any], rows: int, columns: int) -> dict[str, Any]:
    """The grid for the page, with empty rows and columns to go on in."""
    high = min(max(rows, FEWEST_ROWS), MOST_ROWS)
    wide = min(max(columns, FEWEST_COLUMNS), MOST_COLUMNS)
    names = [*chart["columns"], *[""] * wide][:wide]
    given = chart["rows"][:high]
    lines = [_line(given[at] if at < len(given) else {}, at, wide) for at in range(high)]
    return {"names": list(enumerate(names)), "lines": lines, "rows": high, "columns": wide}


def _line(row: Mapping[str, Any], at: int, wide: int) -> dict[str, Any]:
    cells = [*row.get("cells", []), *[""] * wide][:wide]
    return {
        "number": at,
        "label": row.get("label", ""),
        "cells": [
            {"number": column, "text": cell, "wrong": bool(cell) and value_of(cell) is None}
            for column, cell in enumerate(cells)
        ],
    }


def grid_sent(sent: QueryDict, unit: str) -> tuple[list[str], list[dict[str, Any]]]:
    """The names and rows of the grid that was sent; rows and columns in which nothing stands are left out."""
    high, wide = _bounded(sent, "rows", MOST_ROWS), _bounded(sent, "columns", MOST_COLUMNS)
    names = [_typed(sent, f"name-{column}", "name") for column in range(wide)]
    percent = unit in {"%", "％"}
    rows = [
        {
            "label": _typed(sent, f"label-{row}", "name"),
            "cells": [
                kept_cell(_typed(sent, f"cell-{row}-{column}", "cell"), percent=percent)
                for column in range(wide)
            ],
        }
        for row in range(high)
    ]
    return without_empty(names, rows)


def without_empty(names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[dict[str, Any]]]:  # fmt: skip
    """Without the rows and columns in which nothing stands."""
    filled = [row for row in rows if row["label"] or any(row["cells"])]
    used = [at for at, name in enumerate(names) if name or any(row["cells"][at] for row in filled)]
    kept = [{"label": row["label"], "cells": [row["cells"][at] for at in used]} for row in filled]
    return [names[at] for at in used], kept


def _bounded(sent: QueryDict, name: str, most: int) -> int:
    told = sent.get(name, "")
    return min(int(told), most) if told.isdecimal() and len(told) < 4 else 0


def _typed(sent: QueryDict, name: str, kind: str) -> str:
    """What stands in a field of the grid, on one line."""
    return " ".join(sent.get(name, "").replace("\0", "").split())[: LONGEST[kind]]


def chart_of(grid: Grid, before: Mapping[str, Any]) -> tuple[Chart, list[str]]:
    """The chart with a grid that was read in place of its own, and what is to be told. Words that are there already stay."""
    unit = before["unit"] or grid.unit[: LONGEST["unit"]]
    percent = unit in {"%", "％"}
    rows = [
        {
            "label": label[: LONGEST["name"]],
            "cells": [kept_cell(cell, percent=percent)[: LONGEST["cell"]] for cell in cells],
        }
        for label, cells in grid.rows
    ]
    names, kept = without_empty([name[: LONGEST["name"]] for name in grid.columns], rows)
    chart = {
        **before,
        "unit": unit,
        "source": before["source"] or "；".join(grid.notes)[: LONGEST["source"]],
        "columns": names,
        "rows": kept,
    }
    return chart, list(_told(grid, len(kept), len(names)))


def _told(grid: Grid, rows: int, columns: int) -> Iterator[str]:
    if grid.title:
        yield f"表的标题是“{grid.title[:60]}”；图的标题请写能看出什么"
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        yield f"表有 {rows} 行、{columns} 列，超过 {MOST_ROWS} 行或者 {MOST_COLUMNS} 列，没有读取；请先合并小的项"
