"""Who asked, who acts for the applicant, who the third party is: each by a click that the journal keeps; and what is due to be erased."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.audit.personal import Erased
from gongkai.casework import actions
from gongkai.casework.models import Case, Consultation
from gongkai.casework.queries import kept_until, to_erase
from gongkai.casework.views.finding import consultation_of, on_case
from gongkai.casework.views.lists import case_url
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.listing import Column, Listing, by_words
from gongkai.common.refusals import Refusal

READ = "casework.read_personal"
LABELS = {
    "name": "姓名或者名称",
    "identity_number": "证件号码",
    "phone": "联系电话",
    "address": "通信地址",
    "postcode": "邮政编码",
    "mail": "电子邮箱",
    "legal_representative": "法定代表人",
    "contact_person": "联系人",
    "party_name": "姓名或者名称",
    "party_contact": "联系方式",
    "party_reasons": "说明的理由",
}


@on_case(READ)
@require_POST
def read_personal(request: HttpRequest, case: Case) -> HttpResponse:
    """Who asked, once the journal says who looked."""
    read = lambda: actions.read_applicant(case=case, by=request.user, now=request.now)  # noqa: E731
    return _shown(request, case, "申请人", read)


@on_case(READ)
@require_POST
def read_agent(request: HttpRequest, case: Case) -> HttpResponse:
    """Who acts for the applicant, likewise."""
    read = lambda: actions.read_agent(case=case, by=request.user, now=request.now)  # noqa: E731
    return _shown(request, case, "代理人", read)


@on_case(READ, consultation_of)
@require_POST
def read_party(request: HttpRequest, row: Consultation) -> HttpResponse:
    """Who the third party is and what it said, likewise."""
    read = lambda: actions.read_party(consultation=row, by=request.user, now=request.now)  # noqa: E731
    return _shown(request, row.case, f"{row.rule.who}（{row.label}）", read)


def _shown(
    request: HttpRequest, case: Case, whose: str, read: Callable[[], Mapping[str, str]]
) -> HttpResponse:
    try:
        found = read()
    except Erased as erased:
        raise Refusal("个人信息已经销毁，不能再看") from erased
    rows = [(label, found[name]) for name, label in LABELS.items() if found.get(name)]
    context = {"case": case, "whose": whose, "shown": rows}
    answer = render(request, "casework/personal.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _erase_url(case: Case) -> str:
    return reverse("casework:erase_applicant", kwargs={"pk": case.pk})


ERASURES = Listing(
    name="到期的个人信息",
    columns=(
        Column("number", "编号", str, sort="number__number", link=case_url),
        Column("title", "所需信息", lambda case: case.title),
        Column("state", "状态", lambda case: case.state_label, sort="state"),
        Column("closed", "办结日期", lambda case: case.closed_on, sort="closed_on"),
        Column("until", "保存到", kept_until),
        Column("erase", "办理", lambda _: "销毁个人信息", link=_erase_url),
    ),
    filters=(by_words("q", "编号或者所需信息", "number__number", "title"),),
    order=("closed_on", "pk"),
    template="casework/erasures.html",
)


@requires("casework.erase")
def erasures(request: HttpRequest) -> HttpResponseBase:
    """Closed cases whose personal data have been kept as long as the organ set: each waits for a person's decision."""
    return ERASURES.answer(request, to_erase(request.user, law_day(request.now)))
