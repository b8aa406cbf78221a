"""After publication: still right, no interpretation needed, and the organ's rules for both."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.genres import GENRES
from gongkai.publishing import actions
from gongkai.publishing.forms import AftercareForm, ConfirmForm, NoInterpretationForm
from gongkai.publishing.models import Item, PublishingRules
from gongkai.publishing.views.lists import agency_of
from gongkai.publishing.views.record import item_of

CONFIRM = ActPage(
    "现在还对",
    button="现在还对",
    intro="确认公开的内容仍然准确，记入办事留痕，并定下次核对的日子。不对了就不要确认，请修订、废止或者撤回。",
    help=(
        "逐项核对电话、地址、依据、标准有没有变。",
        "公开的信息应当及时、准确；有变更的，自变更之日起重新计算公开期限。",
        "例：办事指南里的窗口电话没变，点“现在还对”。",
    ),
)
WITHOUT = ActPage(
    "不需要解读",
    intro="写明理由后，待办里不再催办这个文件的解读。",
    help=(
        "有政策内容、群众要照着办的文件应当解读。",
        "解读与文件同步组织、同步审签。",
        "例：只公布任免，没有政策内容。",
    ),
)


@requires("publishing.edit", on=item_of)
def confirm(request: HttpRequest, item: Item) -> HttpResponse:
    """现在还对"""
    act = partial(actions.confirm, item=item)
    back = reverse("publishing:item", args=(item.pk,))
    return show_act(request, CONFIRM, ConfirmForm(sent(request)), act, back=back, of=item.title)


@requires("publishing.edit", on=item_of)
def no_interpretation(request: HttpRequest, item: Item) -> HttpResponse:
    """不需要解读"""
    act = partial(actions.do_without_interpretation, item=item)
    back = reverse("publishing:item", args=(item.pk,))
    form = NoInterpretationForm(sent(request))
    return show_act(request, WITHOUT, form, act, back=back, of=item.title)


@requires("publishing.set_up", on=agency_of)
def aftercare_rules(request: HttpRequest, agency: Agency) -> HttpResponse:
    """The organ's days for interpretations and its months for looking again."""
    rules = PublishingRules.objects.filter(agency=agency).first()
    months = rules.recheck_months if rules else {}
    shown = {f"months_{row.key}": months.get(row.key) for row in GENRES} | {
        "interpretation_days": rules.interpretation_days if rules else None,
        "seen_version": rules.version if rules else None,
    }
    form = AftercareForm(sent(request), initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_aftercare(agency=agency, by=request.user, now=request.now, **form.said())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存；待办照新的规则提醒")
            return redirect("publishing:columns")
    context = {"agency": agency, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/aftercare_rules.html", context, status=status)
