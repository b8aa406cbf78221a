"""What a compiled report could not count: each with where it stands and what is to be done. Never guessed, always listed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.addresses import address_of
from gongkai.annual_reports.collecting.rolling_up import RolledUp
from gongkai.annual_reports.compiling.returned import CELL_OF, Owed, owed
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.models import Case
from gongkai.law.annual_report.definitions import RETURN_LINES
from gongkai.publishing import documents
from gongkai.publishing.models import Item

LINE_LABELS = {line.key: line.label for line in RETURN_LINES}
DOCUMENTS = "proactive.normative_documents"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing. ``where``: the cell or row that it would change; ``act``: what the link at ``url`` is for."""

    where: str
    what: str
    why: str
    act: str
    url: str


def gaps(agency: Agency, span: Span, below: RolledUp | None = None) -> Iterator[Gap]:
    """Everything of the year that is not in a cell and might belong there."""
    yield from (_owed(agency, span, one) for one in owed(agency, span))
    days = agency, span.year, span.as_of
    yield from (_without_kind(item) for item in documents.without_kind(*days))
    yield from (_without_day(item) for item in documents.without_day(agency))
    yield from (_without_end(item) for item in documents.without_end(agency))
    yield from (_not_public(item) for item in documents.not_public(*days))
    yield from (_taken_down(item) for item in documents.taken_down(*days))
    yield from (_not_received(case) for case in _arrived(agency, span))
    if below is not None:
        yield from _not_handed_in(below)


def _not_handed_in(below: RolledUp) -> Iterator[Gap]:
    """The organs that a government's report should cover and that have nothing accepted, or nothing that says every cell."""
    url = address_of(below.collector, below.year)
    for one in (*below.missing, *below.other_form):
        yield Gap("requests", one.name, "年报还没有交来，或者还没有接收，不在合计里", "去收集", url)


def _owed(agency: Agency, span: Span, one: Owed) -> Gap:
    label = LINE_LABELS[one.line]
    who = f"{one.department}的{label}" if one.department else label
    url = f"{reverse('annual_reports:returns')}?agency={agency.pk}&year={span.year}"
    return Gap(CELL_OF[one.line], who, f"{one.why}；没有这项职权的也要报一次", "填报", url)


def _item_url(item: Item) -> str:
    return reverse("publishing:item", kwargs={"pk": item.pk})


def _without_kind(item: Item) -> Gap:
    why = "归在规章和规范性文件里，但没有写明是规章、行政规范性文件还是都不是"
    return Gap(DOCUMENTS, f"《{item.title}》", why, "补上文件性质", _item_url(item))


def _without_day(item: Item) -> Gap:
    why = "没有成文日期，不知道计入哪一年"
    return Gap(DOCUMENTS, f"《{item.title}》", why, "补上成文日期", _item_url(item))


def _without_end(item: Item) -> Gap:
    why = "已废止，但没有废止的日期，不知道计入哪一年的废止件数"
    return Gap(f"{DOCUMENTS}.repealed", f"《{item.title}》", why, "补上废止日期", _item_url(item))


def _taken_down(item: Item) -> Gap:
    why = "以前公开过，已经撤下，不计入现行有效件数；仍然有效的请重新公开"
    return Gap(f"{DOCUMENTS}.in_force", f"《{item.title}》", why, "去办理", _item_url(item))


def _not_public(item: Item) -> Gap:
    why = f"本年度成文，现在是“{item.state_label}”，没有公开，不计入制发件数"
    return Gap(f"{DOCUMENTS}.issued", f"《{item.title}》", why, "去办理", _item_url(item))


def _arrived(agency: Agency, span: Span) -> list[Case]:
    """Requests that came in by the last day and of which nobody has confirmed with the applicant that they did."""
    found = Case.objects.filter(agency=agency, kind="disclosure", state="arrived")
    return list(found.filter(arrived_on__lte=span.last).select_related("number").order_by("pk"))


def _not_received(case: Case) -> Gap:
    why = f"{case.arrived_on:%Y-%m-%d}到达，还没有与申请人确认收到，没有收到申请之日"
    url = reverse("casework:case", kwargs={"pk": case.pk})
    who = "一件限制查看的申请" if case.restricted else f"申请 {case.number}"
    return Gap("requests.received", who, why, "确认收到", url)
