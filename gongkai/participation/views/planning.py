"""Planning a consultation and changing it; its period; the decision; the organ's rule."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.permissions import agencies_for
from gongkai.common.sent import sent
from gongkai.participation import actions
from gongkai.participation.forms import (
    ChangeForm,
    DecisionForm,
    EndForm,
    ExtendForm,
    NewForm,
    PlanForm,
    RulesForm,
)
from gongkai.participation.incoming import Plan
from gongkai.participation.models import Consultation, ConsultationRules
from gongkai.participation.views.finding import agency_of, consultation_of
from gongkai.participation.views.lists import consultation_url

_PERIOD = "期限一般不少于规定的日数；因情况紧急等原因缩短的，公布时要说明理由。"
PLAN = ActPage(
    "筹备意见征集",
    button="建立",
    help=(
        "公告写明决策草案和草案说明，材料作为附件；公告照常送审、签发，发布时征集自动开始。",
        _PERIOD,
        "例：重大行政决策填 30 日；今天公布的，到第 30 日的 24 时截止。",
    ),
)
CHANGE = ActPage(
    "修改征集", help=(_PERIOD, "开始以后，事项和期限不能直接改，由签发人延长或者提前终止。")
)
EXTEND = ActPage("延长期限", button="延长", intro="网站上立即显示新的最后一日和理由。")
END = ActPage(
    "提前终止",
    button="终止",
    danger=True,
    intro="今天起不再收网上的意见；已经收到的仍要归纳、公布结果。",
)
DROP = ActPage(
    "不再征集",
    button="不再征集",
    danger=True,
    intro="公告仍是一条普通的信息，可以继续办理，只是不再征集意见。",
)
DECIDE = ActPage(
    "登记决定",
    button="登记",
    intro="决定先在“信息发布”里公布，再来这里联起来；草案、结果、决定三页互相看得到。",
)
UNDECIDED = ActPage("不作出决定", button="公布", intro="网站上显示没有作出决定和理由。")
RULES = ActPage(
    "意见征集规则", intro="法律没有规定截止后多久公布结果，由本机关定；网站上写明这是本机关的规定。"
)


@requires("participation.handle")
def plan(request: HttpRequest) -> HttpResponse:
    """A notice, in work or new, becomes a consultation."""
    form = NewForm(sent(request), person=request.user)
    back, done = reverse("participation:list"), lambda row: redirect(consultation_url(row))
    return show_act(request, PLAN, form, _plan, back=back, done=done)


def _plan(*, item: Any, column: Any, title: str, by: Any, now: Any, **typed: Any) -> Consultation:
    """The plan on the chosen notice, or on a new draft."""
    plan = Plan(**typed)
    if item is None:
        return actions.plan_with_notice(column=column, title=title, plan=plan, by=by, now=now)
    return actions.plan_consultation(item=item, plan=plan, by=by, now=now)


@requires("participation.handle", on=consultation_of)
def change(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Change the plan."""
    here = consultation
    start = {name: getattr(here, name) for name in PlanForm.base_fields}
    start["seen_version"] = here.version

    def act(*, seen_version: int | None, by: Any, now: Any, **typed: Any) -> Consultation:
        return actions.change_consultation(
            consultation=here, plan=Plan(**typed), seen_version=seen_version, by=by, now=now
        )

    make = partial(ChangeForm, initial=start)
    return show_act(request, CHANGE, make, act, back=consultation_url(here), of=here.item.title)


def _act(
    request: HttpRequest, page: ActPage, form: Any, act: Any, here: Consultation
) -> HttpResponse:
    run = partial(act, consultation=here)
    return show_act(request, page, form, run, back=consultation_url(here), of=here.item.title)


@requires("participation.handle", on=consultation_of)
def drop(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Ask nobody after all, once the person has read what that means."""
    form = forms.Form(sent(request))
    return _act(request, DROP, form, actions.drop_consultation, consultation)


@requires("participation.decide", on=consultation_of)
def extend(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Let the public comment longer."""
    return _act(request, EXTEND, ExtendForm(sent(request)), actions.extend, consultation)


@requires("participation.decide", on=consultation_of)
def end_early(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """End it today."""
    return _act(request, END, EndForm(sent(request)), actions.end_early, consultation)


@requires("participation.decide", on=consultation_of)
def decide(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Say which public item is the decision."""
    form = DecisionForm(sent(request), consultation=consultation)
    return _act(request, DECIDE, form, actions.decide, consultation)


@requires("participation.decide", on=consultation_of)
def leave_undecided(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Say that nothing is decided, and why."""
    return _act(request, UNDECIDED, EndForm(sent(request)), actions.leave_undecided, consultation)


@requires("participation.set_up")
def rules(request: HttpRequest) -> HttpResponse:
    """The organs whose rules the person may set."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, "participation.set_up"))
    if organs.count() == 1:
        return redirect("participation:rules_of", pk=organs.get().pk)
    return render(request, "participation/rules_organs.html", {"organs": organs})


@requires("participation.set_up", on=agency_of)
def rules_of(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Within how many days one organ publishes outcomes."""
    row = ConsultationRules.objects.filter(agency=agency).first()
    make = partial(RulesForm, initial=RulesForm.initial_of(row))
    act = partial(actions.set_rules, agency=agency)
    back = reverse("participation:list")
    return show_act(request, RULES, make, act, back=back, of=agency.name)
