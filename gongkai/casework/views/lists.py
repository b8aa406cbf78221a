"""The list of requests: lights, filters, order, export. Applicants are masked."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.casework.actions.taking_out import take_out_list
from gongkai.casework.lights import BADGES, by_light, lamp, reminders_of
from gongkai.casework.models import Case
from gongkai.casework.models.case import CHANNEL_CHOICES, STATE_CHOICES
from gongkai.casework.queries import cases as cases_for
from gongkai.common.access import requires
from gongkai.common.clock import current, law_day
from gongkai.common.listing import Column, Filter, Listing, by_choice, by_words
from gongkai.common.permissions import agencies_for
from gongkai.law.case_states import OPEN
from gongkai.law.citation import Cite
from gongkai.law.instruments import instrument_of

DUE = (
    ("late", "已逾期"),
    ("soon", "快到期"),
    ("in_time", "期限还早"),
    ("waiting", "等申请人"),
    ("open", "还没有答复的"),
)
FIRST_YEAR = instrument_of(Cite("条例")).in_force.since.year
"""Nothing was asked for under the law in force before."""
MOST_DIGITS = 9


def case_url(case: Case) -> str:
    """Where the page of a case is."""
    return reverse("casework:case", kwargs={"pk": case.pk})


def _words(case: Case) -> str:
    """The light in words; for closed cases the day on which they were answered."""
    if not case.is_open:
        return f"{case.closed_on} 办结" if case.closed_on else case.state_label
    found = lamp(case, law_day(current()), _own(case))
    if case.state == "arrived":
        return "待确认收到"
    return f"等申请人，至 {case.lapses_on}" if case.lapses_on else found.words


def _badge(case: Case) -> str:
    return BADGES[lamp(case, law_day(current()), _own(case)).light]


def _own(case: Case) -> dict[int, tuple[int, ...]]:
    """The organ's own days for reminding, which come with the row."""
    rules = getattr(case.agency, "case_rules", None)
    return {case.agency_id: tuple(rules.reminder_days)} if rules else {}


def _by_due(rows: QuerySet[Case], value: str) -> QuerySet[Case]:
    """By the light, from the cached last day."""
    if value == "open":
        return rows.filter(state__in=OPEN)
    if value == "waiting":
        return rows.filter(state__in=("awaiting_correction", "awaiting_payment"))
    known = value in {"late", "soon", "in_time"}
    if not known:
        return rows.none()
    own = reminders_of(Agency.objects.values("pk"))
    return rows.filter(by_light(value, law_day(current()), own))


def _years(request: HttpRequest) -> list[tuple[str, str]]:
    this = law_day(request.now).year
    return [(str(year), f"{year}年") for year in range(this, FIRST_YEAR - 1, -1)]


def _by_number(field: str) -> Any:
    def apply(rows: QuerySet[Case], value: str) -> QuerySet[Case]:
        known = value.isdecimal() and len(value) <= MOST_DIGITS
        return rows.filter(**{field: int(value)}) if known else rows.none()

    return apply


def _departments(request: HttpRequest) -> list[tuple[str, str]]:
    reach = agencies_for(request.user, "casework.view")
    rows = Department.objects.filter(agency__in=reach).order_by("agency__code", "pk")
    return [(str(row.pk), row.name) for row in rows]


def _handlers(request: HttpRequest) -> list[tuple[str, str]]:
    reach = agencies_for(request.user, "casework.view")
    handling = Case.objects.filter(agency__in=reach).exclude(handler=None).values("handler")
    return [(str(row.pk), row.name) for row in User.objects.filter(pk__in=handling)]


def on_export(request: HttpRequest, count: int) -> None:
    """Journal that a list goes out."""
    take_out_list(rows=count, query=request.GET.urlencode(), by=request.user, now=request.now)


LIST = Listing(
    name="申请办理",
    columns=(
        Column("number", "编号", str, sort="number__number", link=case_url),
        Column("title", "所需信息", lambda case: case.title, sort="title"),
        Column("applicant", "申请人", lambda case: case.masked_name or "（已销毁）"),
        Column("state", "状态", lambda case: case.state_label, sort="state"),
        Column("due", "答复的最后一日", lambda case: case.due_on, sort="due_on"),
        Column("light", "期限", _words, badge=_badge),
        Column("handler", "承办", lambda case: case.handler.name if case.handler else case.department and case.department.name),
        Column("received", "收到日期", lambda case: case.received_on, sort="received_on"),
        Column("channel", "渠道", lambda case: case.get_channel_display(), sort="channel"),
    ),
    filters=(
        by_words("q", "编号或者所需信息", "number__number", "title"),
        by_choice("state", "状态", "state", STATE_CHOICES),
        Filter("due", "期限", "choice", _by_due, lambda _: DUE),
        by_choice("channel", "渠道", "channel", CHANNEL_CHOICES),
        Filter("department", "承办部门", "choice", _by_number("department"), _departments),
        Filter("handler", "承办人", "choice", _by_number("handler"), _handlers),
        Filter("year", "编号年份", "choice", _by_number("number__year"), _years),
    ),
    order=("-registered_at", "-pk"),
    on_export=on_export,
    template="casework/list.html",
)  # fmt: skip


@requires("casework.view")
def cases(request: HttpRequest) -> HttpResponseBase:
    """The requests of the organs within reach, without those kept from the person."""
    rows = cases_for(request.user).select_related(
        "agency__case_rules", "number", "department", "handler"
    )
    acts = {"may_register": "handle", "may_erase": "erase", "may_rule": "set_up"}
    may = {name: bool(agencies_for(request.user, f"casework.{act}")) for name, act in acts.items()}
    return LIST.answer(request, rows, **may)
