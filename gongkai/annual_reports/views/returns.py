"""What departments hand in: the year of an organ by line and department, and handing in, replacing, striking out, importing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.agencies.views.chosen import chosen_agency, chosen_year, reach_of
from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling.returned import as_figure, owed, own_departments
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.annual_reports.return_forms import ReturnForm, ReturnsFileForm, StrikeForm
from gongkai.annual_reports.returns_table import COLUMNS, EXAMPLE, REQUIRED, check_returns
from gongkai.annual_reports.views.compiling import FIRST_YEAR, usual_year
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.listing.export import as_csv
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.law.annual_report.definitions import RETURN_LINES, definition_of
from gongkai.law.annual_report.findings import plain

ACT = "annual_reports.enter_returns"
SALT, HALF_AN_HOUR = "annual_reports.returns", 30 * 60
RULE = f"按{definition_of('proactive.permits').cite}统计全年的处理决定，公开的和依法不公开的都计。"
ENTER = ActPage(
    "填报部门数据",
    "填报",
    "一次报一个项目的一段时间，年报表二按各次之和计算。",
    help=(RULE, "例：规划建设办一季度作出行政许可 12 件，填 1 月 1 日至 3 月 31 日，12。"),
)
REPLACE = ActPage(
    "更正部门数据",
    "更正",
    "原来的一行不再计入，仍留在记录里，写明由哪一行代替。",
    help=(RULE, "例：一季度报了 12 件，核对后是 10 件。"),
)
STRIKE = ActPage(
    "作废部门数据",
    "作废",
    "这一行不再计入年报，仍留在记录里。",
    danger=True,
    help=("同一批数据报了两次的，作废其中一行。", "数量有误的请用“更正”。"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a department's name with (label, sum) in the order of the form's lines."""

    name: str
    sums: tuple[tuple[str, str], ...]


@requires("annual_reports.view")
def returns(request: HttpRequest) -> HttpResponse:
    """What was handed in for an organ's year, and what is still owed."""
    reach = reach_of(request, "annual_reports.view")
    agency, today = chosen_agency(request, reach), law_day(request.now)
    year = chosen_year(request, usual_year(today))
    if not FIRST_YEAR <= year <= today.year:
        raise Http404
    as_of = today if today < date(year, 12, 31) else None
    rows = list(
        DepartmentReturn.objects.filter(agency=agency, year=year)
        .select_related("department", "replaced_by")
        .order_by("-at", "-pk")
    )
    counted = [row for row in rows if row.struck_at is None and not hasattr(row, "replaced_by")]
    may_enter = allowed(request.user, ACT, agency)
    own = own_departments(agency, request.user) if may_enter else set()
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "year": year,
        "years": range(today.year, FIRST_YEAR - 1, -1),
        "lines": RETURN_LINES,
        "table": _table(counted),
        "owed": owed(agency, Span(year, as_of)),
        "labels": {line.key: line.label for line in RETURN_LINES},
        "rows": [
            (row, row in counted, plain(as_figure(row.line, row.figure)), _is_own(row, own))
            for row in rows
        ],
        "may_enter": may_enter,
    }
    return render(request, "annual_reports/returns.html", context)


def _is_own(row: DepartmentReturn, own: set[int] | None) -> bool:
    """Whether the person may replace the number or strike it out."""
    return own is None or row.department_id in own


def _table(rows: Iterable[DepartmentReturn]) -> list[Line]:
    """The sums by department, and of all."""
    sums: dict[str, dict[str, Decimal]] = {}
    for row in rows:
        name = row.department.name if row.department else "全机关合计"
        for each in (name, "合计"):
            table = sums.setdefault(each, {})
            table[row.line] = table.get(row.line, Decimal(0)) + row.figure
    total = sums.pop("合计", {})
    found = [Line(name, _sums(table)) for name, table in sorted(sums.items())]
    return [*found, Line("合计", _sums(total))] if found else []


def _sums(table: dict[str, Decimal]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (line.label, plain(as_figure(line.key, table[line.key])) if line.key in table else "")
        for line in RETURN_LINES
    )


def organ_of(pk: int) -> Agency:
    """The organ of that number, or 404."""
    return get_object_or_404(Agency, pk=pk)


def return_of(pk: int) -> DepartmentReturn:
    """The number of that number, or 404."""
    return get_object_or_404(DepartmentReturn.objects.select_related("agency", "department"), pk=pk)


def _back(agency: Agency, year: int) -> str:
    return f"{reverse('annual_reports:returns')}?agency={agency.pk}&year={year}"


@requires(ACT, on=organ_of)
def enter(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Hand in one number."""
    year = chosen_year(request, usual_year(law_day(request.now)))
    own = own_departments(agency, request.user)
    form = ReturnForm(agency, sent(request), initial={"year": year}, own=own)

    def act(*, handed: Any, by: Any, now: Any, **_: Any) -> DepartmentReturn:
        return actions.enter_return(agency=agency, handed=handed, by=by, now=now)

    return show_act(request, ENTER, form, act, back=_back(agency, year), of=agency.name)


@requires(ACT, on=return_of)
def replace(request: HttpRequest, row: DepartmentReturn) -> HttpResponse:
    """Put another number in the place of a wrong one."""
    own = own_departments(row.agency, request.user)
    form = ReturnForm(row.agency, sent(request), initial=ReturnForm.initial_of(row), own=own)

    def act(*, handed: Any, by: Any, now: Any, **_: Any) -> DepartmentReturn:
        return actions.enter_return(agency=row.agency, handed=handed, by=by, now=now, replaces=row)

    return show_act(request, REPLACE, form, act, back=_back(row.agency, row.year), of=str(row))


@requires(ACT, on=return_of)
def strike(request: HttpRequest, row: DepartmentReturn) -> HttpResponse:
    """No longer count a number."""

    def act(*, reason: str, by: Any, now: Any) -> DepartmentReturn:
        return actions.strike_return(returned=row, reason=reason, by=by, now=now)

    form = StrikeForm(sent(request))
    return show_act(request, STRIKE, form, act, back=_back(row.agency, row.year), of=str(row))


@requires(ACT, on=organ_of)
def upload(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Choose a file; then see what would be kept."""
    form = ReturnsFileForm(sent(request), sent_files(request))
    context: dict[str, Any] = {"form": form, "agency": agency}
    context["columns"] = [(name, name in REQUIRED) for name in COLUMNS]
    right = form.is_valid()
    if right:
        name, rows = form.cleaned_data["file"]
        context["checked"] = checked = check_returns(rows, agency, law_day(request.now))
        right = not checked.errors
        if right:
            said = [request.user.pk, agency.pk, name, rows]
            context["token"] = signing.dumps(said, salt=SALT, compress=True)
    status = MISTAKES if form.is_bound and not right else 200
    return render(request, "annual_reports/returns_import.html", context, status=status)


@requires(ACT, on=organ_of)
@require_POST
def confirm(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Keep what was previewed, all of it or nothing."""
    try:
        said = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=HALF_AN_HOUR)
    except signing.BadSignature as error:
        raise Refusal("预览已经过期", next_step="重新上传文件") from error
    person, organ, name, rows = said
    if (person, organ) != (request.user.pk, agency.pk):
        raise Refusal("预览不是您为这个机关上传的文件", next_step="重新上传文件")
    checked = check_returns(rows, agency, law_day(request.now))
    if checked.errors:
        raise Refusal("预览以后本机关的部门改动过，一行也没有导入", next_step="重新上传文件")
    given: dict[str, Any] = {"by": request.user, "now": request.now}
    kept = actions.import_returns(agency=agency, rows=checked.rows, file_name=name, **given)
    messages.success(request, f"已导入 {len(kept)} 行")
    return redirect(_back(agency, kept[0].year))


@requires(ACT)
def template(_request: HttpRequest) -> HttpResponse:
    """An empty table with an example line, to be filled in."""
    content = b"".join(as_csv(COLUMNS, [EXAMPLE]))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="returns.csv"'
    return response
