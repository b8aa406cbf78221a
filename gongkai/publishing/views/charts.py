"""The editor of charts: one chart at a time, its grid typed, pasted or read from a file; each button works by sending the form."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables import Sheet, pasted, workbook
from gongkai.paperwork.tables.grid import grid_of
from gongkai.publishing.forms.charts import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    SPARE_COLUMNS,
    SPARE_ROWS,
    Chart,
    ChartForm,
    cells_shown,
    chart_of,
    grid_sent,
)
from gongkai.publishing.models import Item
from gongkai.publishing.presentations.chart import CHART, MOST_CHARTS
from gongkai.publishing.presentations.chart_drawing import drawn
from gongkai.publishing.presentations.chart_kinds import KINDS, suggested
from gongkai.publishing.views.presenting import (
    Making,
    data_shown,
    editor,
    kept_out,
    save,
    seen_by,
    too_late,
)
from gongkai.publishing.views.record import item_of

LARGEST = 8 * 2**20
_WORDS = ("title", "text", "kind", "unit", "source")


@dataclass(slots=True)
class _Sheetful:
    """The chart on the page: which of the item's, how many rows and columns to show."""

    number: int
    chart: Chart
    rows: int = 0
    columns: int = 0


@requires("publishing.edit", on=item_of)
def chart(request: HttpRequest, item: Item) -> HttpResponse:
    """The chart of that number (``?n=2``), a new one behind the last."""
    closed = kept_out(request, item, "chart")
    if closed is not None:
        return closed
    charts = data_shown(item).get("charts", []) if item.draft else []
    number = _number(request, len(charts))
    if request.method != "POST":
        here = charts[number - 1] if number <= len(charts) else dict(EMPTY)
        return _page(request, item, _Sheetful(number, here), ChartForm(initial={**here, "seen_version": item.version}))  # fmt: skip
    return _answer(request, item, charts, number)


def _number(request: HttpRequest, count: int) -> int:
    """Which chart is asked for: one of those there are, or the next."""
    told = request.GET.get("n", "1")
    asked = int(told) if told.isdecimal() and len(told) < 3 else 1
    return max(1, min(asked, count + 1, MOST_CHARTS))


def _answer(request: HttpRequest, item: Item, charts: list[Chart], number: int) -> HttpResponse:
    form = ChartForm(request.POST, request.FILES)
    sent = _sent(request)
    if item.state != "draft":
        return too_late(request, item, "chart", {"charts": [sent.chart]})
    sent.number = number
    match request.POST.get("act", ""):
        case "read":
            return _read(request, item, sent, form)
        case "look" | "rows" | "columns":
            return _page(request, item, sent, _again(request, sent.chart), preview=True)
        case "remove":
            return _kept(request, item, sent, form, [*charts[: number - 1], *charts[number:]])
    if not form.is_valid():
        return _page(request, item, sent, form)
    return _kept(request, item, sent, form, [*charts[: number - 1], sent.chart, *charts[number:]])


def _sent(request: HttpRequest) -> _Sheetful:
    """The chart as it was sent, checked or not, and a larger grid where a button asked for one."""
    words = {name: request.POST.get(name, "").replace("\0", "").strip() for name in _WORDS}
    words["kind"] = words["kind"] if words["kind"] in KINDS else ""
    names, rows = grid_sent(request.POST, words["unit"])
    act = request.POST.get("act", "")
    return _Sheetful(
        number=1,
        chart={**EMPTY, **words, "columns": names, "rows": rows},
        rows=len(rows) + (10 if act == "rows" else 0),
        columns=len(names) + (1 if act == "columns" else 0),
    )


def _again(request: HttpRequest, chart: Chart) -> ChartForm:
    """The form with what was typed, not yet checked."""
    return ChartForm(initial={**chart, "seen_version": seen_by(request)})


def _page(
    request: HttpRequest, item: Item, here: _Sheetful, form: ChartForm, **more: Any
) -> HttpResponse:
    count = len(data_shown(item).get("charts", []))
    chart = here.chart
    filled = bool(chart["rows"] and chart["columns"])
    grid = cells_shown(
        chart,
        max(here.rows, len(chart["rows"])) + SPARE_ROWS,
        max(here.columns, len(chart["columns"])) + SPARE_COLUMNS,
    )
    context = {
        "part": here.number,
        "grid": grid,
        "numbers": range(1, max(count, here.number) + 1),
        "may_add": count < MOST_CHARTS and here.number <= count,
        "next": count + 1,
        "is_kept": here.number <= count,
        "shown": {"charts": [drawn(here.number, chart)]} if filled else None,
        "said": [each for each in CHART.problems({"charts": [chart]}) if filled],
        "suggestion": KINDS[suggested(chart)] if filled and not chart["kind"] else "",
        **more,
    }
    return editor(request, item, "chart", form, **context)


def _read(request: HttpRequest, item: Item, sent: _Sheetful, form: ChartForm) -> HttpResponse:
    """The grid out of what was pasted or uploaded; nothing is kept yet."""
    form.is_valid()
    try:
        grid = grid_of(_sheet(request, form))
    except UnreadableReport as error:
        form.add_error("file" if request.FILES.get("file") else "pasted", str(error))
        return _page(request, item, sent, form)
    chart, told = chart_of(grid, sent.chart)
    if len(chart["rows"]) > MOST_ROWS or len(chart["columns"]) > MOST_COLUMNS:
        form.add_error("pasted", told[-1])
        return _page(request, item, sent, form)
    messages.success(
        request, f"读出 {len(chart['rows'])} 行、{len(chart['columns'])} 列，请核对后保存"
    )
    for words in told:
        messages.info(request, words)
    return _page(request, item, _Sheetful(sent.number, chart), _again(request, chart), preview=True)


def _sheet(request: HttpRequest, form: ChartForm) -> Sheet:
    """The sheet that is meant; Refused in words where there is none."""
    upload = request.FILES.get("file")
    if upload is None:
        return pasted(request.POST.get("pasted", ""))
    if upload.size > LARGEST:
        raise UnreadableReport(f"文件超过 {LARGEST // 2**20} MB，请另存为不带图片的表格")
    book = workbook(upload.read(), upload.name)
    wanted = form.data.get("sheet", "").strip()
    names = "、".join(f"“{sheet.name}”" for sheet in book.sheets)
    found = next((sheet for sheet in book.sheets if not wanted or sheet.name == wanted), None)
    if found is None:
        raise UnreadableReport(f"没有叫“{wanted[:40]}”的工作表；文件里有：{names}")
    if len(book.sheets) > 1 and not wanted:
        messages.info(request, f"读的是“{found.name}”；文件里还有别的工作表：{names}")
    for doubt in found.doubts[:20]:
        messages.warning(request, doubt)
    return found


def _kept(
    request: HttpRequest, item: Item, sent: _Sheetful, form: ChartForm, charts: list[Chart]
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, item, sent, form)
    answer = save(request, item, "chart", form, Making({"charts": charts}))
    if isinstance(answer, tuple):
        theirs, here = answer
        again = ChartForm(initial={**sent.chart, "seen_version": here.version})
        return _page(request, here, sent, again, theirs=theirs, status=409)
    if answer is None:
        return _page(request, item, sent, form)
    if answer.status_code == 302 and request.POST.get("then") in {"go_on", "next"}:
        number = len(charts) + 1 if request.POST["then"] == "next" else min(sent.number, len(charts) or 1)  # fmt: skip
        return redirect(f"{reverse('publishing:chart', args=(item.pk,))}?n={number}")
    return answer
