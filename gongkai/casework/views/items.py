"""已公开的信息: what answers a request already, searched for or suggested, and tied to it by a person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.casework import actions
from gongkai.casework.forms.tying import TieForm
from gongkai.casework.models import Case, CaseItem
from gongkai.casework.published import found, suggested
from gongkai.casework.views.finding import on_case
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import LAW_ZONE
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.publishing.models import Item

LONGEST_QUERY = 100


def tie_of(pk: int) -> CaseItem:
    """The tie of an address."""
    rows = CaseItem.objects.select_related("case__agency", "case__number", "item")
    return get_object_or_404(rows, pk=pk)


@on_case("casework.handle")
def items(request: HttpRequest, case: Case) -> HttpResponse:
    """Search, or look at what is suggested, and tie one."""
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    form = TieForm(sent(request), shown=_shown(case, words))
    status = 200
    if form.is_bound:
        if form.is_valid() and _tied(request, case, form):
            messages.success(request, "已关联")
            return redirect("casework:case", pk=case.pk)
        status = MISTAKES
    context = {"case": case, "form": form, "words": words}
    return render(request, "casework/items.html", context, status=status)


def _shown(case: Case, words: str) -> list[tuple[Item, str]]:
    """The items with what is said of each: when it became public, how near it is."""
    if words:
        return [(item, _day(item)) for item in found(case, words)]
    return [
        (each.item, f"{_day(each.item)}，名称相合 {each.per_cent}%") for each in suggested(case)
    ]


def _day(item: Item) -> str:
    return f"{item.first_published_at.astimezone(LAW_ZONE):%Y-%m-%d} 公开"


def _tied(request: HttpRequest, case: Case, form: TieForm) -> bool:
    try:
        actions.tie_item(case=case, by=request.user, now=request.now, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()


@on_case("casework.handle", tie_of)
@require_POST
def untie(request: HttpRequest, tie: CaseItem) -> HttpResponse:
    """Take a tie back."""
    actions.untie_item(tie=tie, by=request.user, now=request.now)
    messages.success(request, "已取消关联")
    return redirect("casework:case", pk=tie.case_id)
