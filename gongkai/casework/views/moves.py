"""期限变化: which dates moved with the calendar, from which to which and why; and that a person has seen it."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST

from gongkai.casework.actions.seeing import see_moves
from gongkai.casework.models import DueMove
from gongkai.casework.moves import moves, unseen
from gongkai.casework.views.lists import FIRST_YEAR, case_url
from gongkai.common.access import requires
from gongkai.common.clock import LAW_ZONE
from gongkai.common.listing import Column, Filter, Listing, by_day, by_words
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import OPEN

WHICH = (("open", "还没有答复的"), ("closed", "已经办结的"))


def _moved(before: object, after: object) -> str:
    """2026-11-30 → 2026-12-01; "" where it is the same."""
    return "" if before == after else f"{before or '没有'} → {after or '没有'}"


def _by_state(rows: QuerySet[DueMove], value: str) -> QuerySet[DueMove]:
    return (
        rows.filter(case__state__in=OPEN) if value == "open" else rows.exclude(case__state__in=OPEN)
    )


MOVES = Listing(
    name="期限变化",
    columns=(
        Column("number", "编号", lambda row: str(row.case), sort="case__number__number", link=lambda row: case_url(row.case)),
        Column("title", "所需信息", lambda row: row.case.title),
        Column("handler", "承办人", lambda row: row.case.handler.name if row.case.handler else "还没有分办"),
        Column("due", "答复的最后一日", lambda row: _moved(row.before, row.after), sort="after"),
        Column("lapses", "申请人的最后一日", lambda row: _moved(row.lapse_before, row.lapse_after)),
        Column("why", "原因", lambda row: row.why),
        Column("at", "哪天算的", lambda row: row.at.astimezone(LAW_ZONE).date(), sort="at"),
    ),
    filters=(
        by_words("q", "编号或者所需信息", "case__number__number", "case__title"),
        Filter("which", "状态", "choice", _by_state, lambda _: WHICH),
        by_day("since", "哪天起算的", "at"),
    ),
    order=("-at", "case__due_on", "pk"),
    template="casework/moves.html",
)  # fmt: skip


@requires("casework.view")
def moved(request: HttpRequest) -> HttpResponseBase:
    """The list; above it, how many of them are new to the person."""
    new = unseen(request.user)
    last = new.aggregate(last=Max("at"))["last"]
    return MOVES.answer(request, moves(request.user), unseen=new.count(), until=last)


@requires("casework.view")
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Take from the desk what the page showed: nothing that moved meanwhile."""
    see_moves(until=_until(request), by=request.user, now=request.now)
    messages.success(request, "已看过，待办里不再列出")
    return redirect("casework:moved")


def _until(request: HttpRequest) -> datetime:
    try:
        found = parse_datetime(request.POST.get("until", ""))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.year < FIRST_YEAR:
        raise Refusal("这一页不完整，请刷新后再点", next_step="回到期限变化")
    return found
