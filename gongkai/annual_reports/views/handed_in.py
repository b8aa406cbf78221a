"""One organ's report as it was handed in: what the check says, its content and earlier versions; accept it or send it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from gongkai.annual_reports.actions import collect
from gongkai.annual_reports.collecting.addresses import address_of
from gongkai.annual_reports.collecting.judging import last_year_of, with_effect
from gongkai.annual_reports.collecting.letter import letter_file
from gongkai.annual_reports.collection_forms import AcceptForm, ReturnForm
from gongkai.annual_reports.editing.panel import panel
from gongkai.annual_reports.models import HandedIn
from gongkai.annual_reports.queries import due_of
from gongkai.annual_reports.views.collection import ACT
from gongkai.annual_reports.views.record import content
from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import check
from gongkai.law.collection_states import BARS, find_move
from gongkai.paperwork import CannotPrint
from gongkai.paperwork.contract_json import loads

DECIDES = "annual_reports.accept"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
ACCEPT = ActPage(
    title="接收年度报告",
    button="接收",
    intro="接收后计入本级政府的汇总；同一机关以前接收的一份由这一份代替，仍留存可查。",
    help=tuple(f"{row.rule}（{row.cite}）。{row.doubt}" for row in BARS),
)
RETURN = ActPage(
    title="退回年度报告",
    button="退回",
    danger=True,
    intro="系统核对出的差错和提醒连同您的意见一起退给该机关；它在本系统有经办人的，马上收到通知，没有的，可以下载意见发给它。",
    help=(
        "改正后重新报送的，记为下一次报送，以前的留存。",
        "例：“请于 2 月 10 日前重新报送”写在意见里。",
    ),
)


def handed_in_of(pk: int) -> HandedIn:
    """The handing-in of that number, or 404."""
    linked = ("collector", "organ", "report_version__report", "collected_file__batch")
    return get_object_or_404(HandedIn.objects.select_related(*linked), pk=pk)


def letter_of(pk: int, kind: str) -> HandedIn:
    """The handing-in whose letter of that kind is asked for, or 404; the kind is kept on it."""
    if kind not in TYPES:
        raise Http404
    row = handed_in_of(pk)
    if row.state != "sent_back":
        raise Http404
    row.kind = kind
    return row


@requires(ACT, on=handed_in_of)
def handed_in(request: HttpRequest, row: HandedIn) -> HttpResponse:
    """Everything about it."""
    value = loads(row.frozen)
    found = check(value, last_year_of(row.organ_id, row.year))
    versions = HandedIn.objects.filter(collector=row.collector, organ=row.organ, year=row.year)
    may = allowed(request.user, DECIDES, row.collector)
    context = {
        "row": row,
        "weights": panel(value, found),
        "barred": len(with_effect(found, "bar")),
        "versions": versions.defer("frozen").order_by("-number"),
        "due": due_of(row.organ, row.year, law_day(request.now), done=row.state != "sent_back"),
        "may_accept": may and find_move("accept", row.state),
        "may_return": may and find_move("return", row.state),
        "back": address_of(row.collector, row.year),
        "history": history(row),
        **content(value, found),
    }
    return render(request, "annual_reports/handed_in.html", context)


@requires(DECIDES, on=handed_in_of)
def accept(request: HttpRequest, row: HandedIn) -> HttpResponse:
    """Accept it: in one click where nothing was found, with each warning acknowledged otherwise."""
    return show_act(
        request,
        ACCEPT,
        lambda data: AcceptForm(row, data),
        lambda **kept: collect.accept(handed_in=row, **kept),
        back=address_of(row.collector, row.year),
        of=row,
    )


@requires(DECIDES, on=handed_in_of)
def send_back(request: HttpRequest, row: HandedIn) -> HttpResponse:
    """Send it back with the findings in words."""
    page = reverse("annual_reports:handed_in", kwargs={"pk": row.pk})
    return show_act(
        request,
        RETURN,
        lambda data: ReturnForm(row, data),
        lambda **kept: collect.send_back(handed_in=row, **kept),
        back=page,
        of=row,
        template="annual_reports/return.html",
    )


@requires(ACT, on=letter_of)
def return_letter(request: HttpRequest, row: HandedIn) -> HttpResponse:  # noqa: ARG001  # a view takes it
    """What is to be mended, as a letter for an organ on another system."""
    try:
        data = letter_file(row, row.kind)
    except CannotPrint as error:
        raise Refusal(str(error), next_step="可以先下载文本文件") from error
    answer = HttpResponse(data, content_type=TYPES[row.kind])
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{row.organ}{row.year}年度报告修改意见.{row.kind}"
    )
    return answer
