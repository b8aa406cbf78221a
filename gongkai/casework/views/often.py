"""多人申请过的信息, and how the information of a reply becomes a draft for everybody (art. 44)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.casework import actions
from gongkai.casework.actions.proposing import require_released
from gongkai.casework.asked_often import asked_often
from gongkai.casework.forms.proposing import OftenForm, ProposeForm
from gongkai.casework.models import Case
from gongkai.casework.views.acts import require_seen
from gongkai.casework.views.finding import on_case
from gongkai.casework.views.lists import FIRST_YEAR
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.quoting import quoting

PAGE = ActPage(
    "提出转为主动公开",
    button="起草这条信息",
    intro="照答复里公开的内容起草一条信息，与这一件关联；接着按信息发布的程序补正文、附文件、审核、签发。申请人的信息不带过去。",
    help=(
        quoting(
            "多个申请人申请公开相同的信息，可以公开的，可以纳入主动公开的范围（{make_proactive_several}）。"
        ),
        quoting(
            "申请人建议主动公开的，审核认为属于主动公开范围的，应当及时主动公开（{make_proactive_suggested}）。"
        ),
        "例：三位村民先后申请同一份补偿方案，答复公开以后放进“法定主动公开内容”。",
    ),
)


@requires("casework.view")
def often(request: HttpRequest) -> HttpResponse:
    """What several people asked one organ for."""
    today = law_day(request.now)
    years = list(range(today.year, FIRST_YEAR - 1, -1))
    form = OftenForm(request.GET, person=request.user, years=years)
    organ = form.agency()
    context = {
        "form": form,
        "organ": organ,
        "found": asked_often(request.user, organ, *form.period(today)),
        "may_propose": allowed(request.user, "casework.handle", organ),
    }
    return render(request, "casework/often.html", context)


@on_case("casework.handle")
def propose(request: HttpRequest, case: Case) -> HttpResponse:
    """提出转为主动公开"""
    if request.method != "POST":
        require_released(case)

    def make(data: Any) -> ProposeForm:
        said = {"subject": case, "person": request.user, "today": law_day(request.now)}
        return ProposeForm(data, **said, initial={"seen_version": case.version})

    def act(*, seen_version: int, **said: Any) -> Any:
        require_seen(case, seen_version)
        return actions.propose_publication(case=case, **said)

    def done(item: Any) -> HttpResponse:
        messages.success(
            request, "已起草。请核对没有申请人的信息，附上公开的文件，写明成文日期，再送审"
        )
        return redirect("publishing:edit", pk=item.pk)

    back = reverse("casework:case", kwargs={"pk": case.pk})
    return show_act(request, PAGE, make, act, back=back, of=case, done=done)
