"""The board for the office's leader, and the list of cases behind each of its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.casework.behind import FAR, FIGURES, NEAR, NOBODY, Part, Scope, cases_behind
from gongkai.casework.board import Board, Days, Load, board
from gongkai.casework.forms.board import BoardForm
from gongkai.casework.views.finding import shown
from gongkai.casework.views.lists import LIST, on_export
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.charts import Bar, Group, Series, bars, grouped_bars, lines
from gongkai.common.clock import law_day
from gongkai.common.listing import Listing
from gongkai.common.permissions import agencies_for

KEPT = 5 * 60
"""Seconds for which figures are kept: they say when they were counted, and may be counted anew at once."""
MOST_DRAWN = 12
"""Units in one chart; the table has them all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its label and the list behind it."""

    label: str
    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its name, and its numbers."""

    name: str
    cells: tuple[Cell, ...]


def form_of(request: HttpRequest) -> BoardForm:
    """The choice above the board, filled in from the address."""
    reach = Agency.objects.filter(pk__in=agencies_for(request.user, "casework.board"))
    organs = dict(reach.order_by("code").values_list("pk", "name"))
    today = law_day(request.now)
    usual = {"first": today.replace(month=1, day=1), "last": today}
    said = {name: value for name, value in request.GET.items() if value}
    return BoardForm({**usual, **said}, organs=organs)


def scope_of(request: HttpRequest, form: BoardForm) -> Scope:
    """Whose cases and when, once the form is valid."""
    said = form.cleaned_data
    return Scope(request.user, form.agencies, said["first"], said["last"], law_day(request.now))


@requires("casework.board")
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """办件看板"""
    form = form_of(request)
    if not form.is_valid():
        return render(request, "casework/board.html", {"form": form}, status=MISTAKES)
    scope = scope_of(request, form)
    found = kept(scope, request, fresh="fresh" in request.GET)
    links = Links(form)
    context = {
        "form": form,
        "scope": scope,
        "board": found,
        "by_organ": scope.by == "agency",
        **loads(found, scope, links),
        **answered(found, scope, links),
        **drawn(found),
        "near": NEAR,
        "far": FAR,
    }  # fmt: skip
    return render(request, "casework/board.html", context)


def kept(scope: Scope, request: HttpRequest, *, fresh: bool) -> Board:
    """The figures, of a few minutes ago unless asked for anew. Kept for each person: what one may see is no other's."""
    organs = sha256(",".join(map(str, sorted(scope.agencies))).encode()).hexdigest()[:32]
    key = f"casework.board:{scope.person.pk}:{organs}:{scope.first}:{scope.last}:{scope.today}"
    found: Board | None = None if fresh else cache.get(key)
    if found is None:
        found = board(scope, request.now)
        cache.set(key, found, KEPT)
    return found


class Links:
    """Addresses of the lists behind numbers, with the choice above the board in them."""

    def __init__(self, form: BoardForm) -> None:
        said = form.cleaned_data
        self._scope = {"agency": said["agency"], "first": said["first"], "last": said["last"]}
        self._base = reverse("casework:board_cases")

    def cell(self, figure: str, number: int, label: str = "", **part: str) -> Cell:
        """A number with its list."""
        asked = {**self._scope, "figure": figure, **{f"of_{key}": value for key, value in part.items()}}  # fmt: skip
        query = urlencode({key: value for key, value in asked.items() if value})
        return Cell(label or FIGURES[figure][0], number, f"{self._base}?{query}")


def unit_part(scope: Scope, unit: int | None) -> dict[str, str]:
    """The part of a figure that belongs to an organ or department."""
    return {scope.by: str(unit or NOBODY)}


def load_line(row: Load, links: Links, part: Mapping[str, str]) -> Line:
    """What is open in a part, each number with its list."""
    cells = (links.cell(key, number, **part) for key, number in row.counts.items())
    return Line(row.name, tuple(cells))


def loads(found: Board, scope: Scope, links: Links) -> dict[str, Any]:
    """The tables of what is open now; those of people for a single organ alone."""
    return {
        "whole": load_line(found.whole, links, {}),
        "units": [load_line(row, links, unit_part(scope, row.unit)) for row in found.units],
        "people": [
            load_line(row, links, {**unit_part(scope, row.unit), "handler": str(row.person or NOBODY)})
            for row in (found.people if scope.by == "department" else ())
        ],
    }  # fmt: skip


def answered(found: Board, scope: Scope, links: Links) -> dict[str, Any]:
    """The tables of the period."""
    return {
        "outcomes": [links.cell("closed", number, group, outcome=group) for group, number in found.outcomes],
        "days": [(row, links.cell("closed", row.count, **unit_part(scope, row.unit))) for row in found.days],
        "took": found.took and (found.took, links.cell("closed", found.took.count)),
        "months": [
            Line(month, (links.cell("arrived", came, month=month), links.cell("closed", went, month=month)))
            for month, came, went in found.months
        ],
        "arrived": links.cell("arrived", found.arrived),
        "closed": links.cell("closed", found.closed),
        "extended": links.cell("extended", found.extended),
        "stopped": [(row, links.cell(row.figure, row.cases)) for row in found.stopped],
    }  # fmt: skip


def drawn(found: Board) -> dict[str, SafeString | None]:
    """The charts; None where there would be nothing but zeros."""
    stopped = [Bar(row.label, row.days, after=" 日") for row in found.stopped]
    outcomes = [Bar(group, number, after=" 件") for group, number in found.outcomes]
    halted = any(row.days for row in found.stopped)
    return {
        "load_chart": load_chart(found) if found.units else None,
        "outcome_chart": bars("outcomes", f"办结 {found.closed} 件", outcomes) if found.closed else None,
        "days_chart": days_chart(found.took, found.days) if found.took else None,
        "month_chart": month_chart(found) if found.arrived or found.closed else None,
        "stopped_chart": bars("stopped", "停止计算的工作日", stopped) if halted else None,
    }  # fmt: skip


def load_chart(found: Board) -> SafeString:
    """What is open in each unit, and what of it is late."""
    counts = found.whole.counts
    title = f"在办 {counts['open']} 件，已逾期 {counts['late']} 件"
    return grouped_bars("load", title, [load_group(row) for row in found.units[:MOST_DRAWN]])


def load_group(row: Load) -> Group:
    """What is open in a unit, and what of it is late."""
    counts = row.counts
    late = Bar("已逾期", counts["late"], "chart__bar--late", " 件")
    return Group(row.name, [Bar("在办", counts["open"], after=" 件"), late])


def days_chart(whole: Days, days: Sequence[Days]) -> SafeString:
    """Average and median of each unit."""
    groups = [
        Group(row.name, [Bar("中位数", tenth(row.median), after=" 日"), Bar("平均", tenth(row.mean), "chart__bar--2", " 日")])
        for row in days[:MOST_DRAWN]
    ]  # fmt: skip
    return grouped_bars("days", f"从收到到答复，中位数 {tenth(whole.median)} 个工作日", groups)


def tenth(value: float) -> Decimal:
    """To one decimal, as charts take it."""
    return Decimal(str(round(value, 1)))


def month_chart(found: Board) -> SafeString:
    """What came in and what went out, month by month."""
    labels = [month[2:] if len(found.months) > 1 else month for month, _, _ in found.months]
    series = [
        Series("新收", [came for _, came, _ in found.months]),
        Series("办结", [went for _, _, went in found.months], "chart__line--2"),
    ]
    return lines("months", f"新收 {found.arrived} 件，办结 {found.closed} 件", labels, series)


BEHIND = Listing(
    name="看板里的办件",
    columns=LIST.columns,
    order=LIST.order,
    on_export=on_export,
    template="casework/board_cases.html",
)


@requires("casework.board")
@require_GET
def behind(request: HttpRequest) -> HttpResponseBase:
    """The cases behind one number of the board; 404 for a number that the board does not show."""
    form, asked = form_of(request), request.GET
    figure = asked.get("figure") or "open"
    part = Part(**{key: asked.get(f"of_{key}", "") for key in Part.__dataclass_fields__})
    if not form.is_valid():
        raise Http404
    scope = scope_of(request, form)
    try:
        rows = shown(cases_behind(scope, figure, part))
    except (KeyError, ValueError) as unknown:
        raise Http404 from unknown
    words = "，".join(filter(None, (FIGURES[figure][0], part.outcome, part.month)))
    back = {key: asked[key] for key in ("agency", "first", "last") if key in asked}
    return BEHIND.answer(request, rows, words=words, scope=scope, back=urlencode(back))
