"""图表: charts drawn from tables, with text between.

Data: ``{"charts": [{"title", "text", "kind", "unit", "source", "columns", "rows"}]}``.

``columns`` are names, ``rows`` are ``{"label", "cells"}``; a cell is a figure as it was written, "" where there is none. ``kind`` is
a key of ``chart_kinds.KINDS``, "" for what the figures suggest.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.paperwork.tables.figures import figure, written
from gongkai.publishing.presentations.chart_drawing import drawn
from gongkai.publishing.presentations.chart_kinds import kind_of, parts_of
from gongkai.publishing.presentations.chart_values import value_of, values_of
from gongkai.publishing.presentations.row import Data, Presentation, Problem

MOST_CHARTS, MOST_ROWS, MOST_COLUMNS = 6, 40, 8
MOST_BARS, MOST_LINES, MOST_PARTS = 120, 5, 6
LONGEST = {"title": 80, "text": 2_000, "unit": 20, "source": 200, "name": 60, "cell": 40}
Chart = Mapping[str, Any]


def kept_cell(text: str, *, percent: bool) -> str:
    """A cell as it is kept: a figure without thousands and signs of per cent, "" for none; what cannot be read as it was typed."""
    read = figure(text, percent=percent)
    if read.value is not None:
        return written(read.value)
    return "" if read.kind in {"blank", "dash"} else " ".join(text.split())


def _problems(data: Data) -> list[Problem]:
    charts = data.get("charts", [])
    if not charts:
        return [Problem("还没有图", "打开“编辑图表”，填写或者粘贴一张表")]
    return [
        Problem(f"图 {number}：{said}", advice, place=f"图 {number}")
        for number, chart in enumerate(charts, 1)
        for said, advice in _lacking(chart)
    ]


def _lacking(chart: Chart) -> Iterator[tuple[str, str]]:
    """What a chart lacks: sentence and advice."""
    if not chart["title"]:
        yield "没有写标题", "标题写图上能看出什么，例如“办结的比去年多三成”"
    if not chart["rows"] or not chart["columns"]:
        yield "没有数据", "至少要有一行一列数"
        return
    yield from _nameless(chart)
    yield from _unreadable(chart)
    if all(value is None for row in chart["rows"] for value in values_of(row)):
        yield "一个数也没有", "空着的格表示没有数，至少要有一个"
    yield from _too_much(chart)


def _nameless(chart: Chart) -> Iterator[tuple[str, str]]:
    for place, name in enumerate(chart["columns"], 1):
        if not name:
            yield f"第 {place} 列没有名称", "在表头写上这一列是什么"
    for place, row in enumerate(chart["rows"], 1):
        if not row["label"]:
            yield f"第 {place} 行没有名称", "在第一列写上这一行是什么"


def _unreadable(chart: Chart) -> Iterator[tuple[str, str]]:
    """Each cell that holds something other than a figure, with its place."""
    for place, row in enumerate(chart["rows"], 1):
        for name, cell in zip(chart["columns"], row["cells"], strict=True):
            if cell and value_of(cell) is None:
                yield (
                    f"第 {place} 行“{row['label']}”、“{name}”一格写的是“{cell}”，不是一个数",
                    "只写数字，单位写在“单位”里；没有数就空着",
                )


def _too_much(chart: Chart) -> Iterator[tuple[str, str]]:
    rows, columns, kind = len(chart["rows"]), len(chart["columns"]), kind_of(chart)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        yield f"超过 {MOST_ROWS} 行或者 {MOST_COLUMNS} 列", "合并小的项，或者分成几张图"
    elif kind == "bars" and rows * columns > MOST_BARS:
        yield f"柱子有 {rows * columns} 根，超过 {MOST_BARS} 根", "减少行或者列，或者分成几张图"
    elif kind == "lines" and columns > MOST_LINES:
        yield f"线有 {columns} 条，超过 {MOST_LINES} 条就分不清", "减少列，或者分成几张图"
    elif kind == "stacked":
        yield from _stackable(chart)


def _stackable(chart: Chart) -> Iterator[tuple[str, str]]:
    if any(value is not None and value < 0 for row in chart["rows"] for value in values_of(row)):  # fmt: skip
        yield "有负数，不能画成堆叠图", "改用柱形图"
    parts = len(parts_of(chart)[0])
    if parts > MOST_PARTS:
        yield (
            f"堆叠的部分有 {parts} 个，超过 {MOST_PARTS} 个就分不清",
            "合并小的部分，或者改用柱形图",
        )


def _shown(data: Data) -> dict[str, Any]:
    """Each chart drawn, with its table beside it."""
    return {
        "charts": [drawn(number, chart) for number, chart in enumerate(data.get("charts", []), 1)]
    }


def tables_of(data: Data) -> list[tuple[str, list[str], list[list[str]]]]:
    """Each chart's table for machines: title, heads, rows."""
    return [
        (
            chart["title"],
            ["", *(_head(name, chart["unit"]) for name in chart["columns"])],
            [[row["label"], *row["cells"]] for row in chart["rows"]],
        )
        for chart in data.get("charts", [])
    ]


def _head(name: str, unit: str) -> str:
    return f"{name}（{unit}）" if unit else name


CHART = Presentation(
    "chart",
    "图表",
    "图表",
    "填写、粘贴或者上传一张表，画成柱形、折线或者堆叠图，旁边列出表，可以下载",
    editor="publishing:chart",
    problems=_problems,
    template="publishing/presentations/chart.html",
    texts={
        "title": "标题", "text": "文字", "unit": "单位", "source": "来源",
        "columns": "列名", "label": "行名", "cells": "数",
    },
    shown=_shown,
)  # fmt: skip
