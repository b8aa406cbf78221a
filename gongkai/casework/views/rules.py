"""办件规则, by organ: how numbers are written, with an example; reminders; what is counted; how long drafts and names are kept."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.agencies.views.desk import organ as organ_of
from gongkai.casework import actions
from gongkai.casework.actions.numbers import written
from gongkai.casework.forms.rules import RulesForm
from gongkai.casework.models import CaseRules
from gongkai.casework.queries import next_serial
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.quoting import quoting
from gongkai.common.refusals import Refusal

SET_UP = "casework.set_up"
TEMPLATE = "casework/rules.html"
LOOK = "look"
HELP = (
    "法律没有规定的几件事，由本机关自己定；期限、收费、答复的种类由法律定，这里不能改。",
    quoting(
        "编号的写法改了以后，只影响以后登记的；序号每年从 1 开始，给出的号码不再用于别的申请（{keep_register}）。"
    ),
    "例：写成“{organ}公开〔{year}〕{serial}号”，点“看看写出来的样子”，合适了再保存。",
)


@dataclass(frozen=True, slots=True)
class RulesPage(ActPage):
    """The page, with an example of the next number, or why the pattern will not do."""

    example: str = ""
    wrong: str = ""


@requires(SET_UP)
def rules(request: HttpRequest) -> HttpResponse:
    """The organs whose rules the person sets; straight to the page where there is one."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, SET_UP)).order_by("code")
    if len(organs) == 1:
        return redirect("casework:rules_of", pk=organs[0].pk)
    return render(request, "casework/rules_organs.html", {"organs": organs})


@requires(SET_UP, on=organ_of)
def rules_of(request: HttpRequest, organ: Agency) -> HttpResponse:
    """The rules of one organ."""
    today = law_day(request.now)

    def make(data: Any) -> RulesForm:
        row = CaseRules.objects.filter(agency=organ).first() or CaseRules(agency=organ)
        return RulesForm(data, subject=row, today=today)

    def act(**said: Any) -> object:
        return actions.set_rules(agency=organ, **said)

    back = reverse("casework:rules_of", kwargs={"pk": organ.pk})
    if request.method == "POST" and LOOK in request.POST:
        form = make(request.POST)
        page = _page(organ, request.POST.get("number_pattern", ""), today.year)
        context = {"page": page, "form": form, "back": back, "of": organ}
        return render(request, TEMPLATE, context, status=200 if form.is_valid() else MISTAKES)
    page = _page(organ, make(None).defaults()["number_pattern"], today.year)
    return show_act(request, page, make, act, back=back, of=organ, template=TEMPLATE)


def _page(organ: Agency, pattern: str, year: int) -> RulesPage:
    words = {"title": "办件规则", "button": "保存", "help": HELP}
    try:
        tidy = pattern.replace("\0", "").strip()
        return RulesPage(**words, example=written(tidy, organ, year, next_serial(organ, year)))
    except Refusal as refusal:
        return RulesPage(**words, wrong=str(refusal))
