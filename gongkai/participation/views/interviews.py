"""The list of live Q&A on the desk; announcing one, changing it, its rules."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.interview_states import STATES
from gongkai.participation import interview_queries as queries
from gongkai.participation.actions.interview_planning import change_interview, plan_interview
from gongkai.participation.actions.interview_rules import set_interview_rules
from gongkai.participation.interview_forms import (
    ChangePlanForm,
    InterviewRulesForm,
    NewInterviewForm,
)
from gongkai.participation.models import Interview, InterviewRules

PAGE_SIZE = 20


def interview_of(pk: int) -> Interview:
    """The live Q&A of that number, or 404."""
    rows = Interview.objects.select_related("agency", "item", "transcript")
    return get_object_or_404(rows, pk=pk)


@requires("participation.view_interviews")
def interviews(request: HttpRequest) -> HttpResponse:
    """Those that the person may see, the latest first."""
    mine = agencies_for(request.user, "participation.view_interviews")
    state = request.GET.get("state", "")
    found = queries.interviews(mine)
    if state in {row.key for row in STATES}:
        found = found.filter(state=state)
    set_up = agencies_for(request.user, "participation.set_interview_rules")
    context = {
        "page": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "state": state,
        "states": STATES,
        "may_plan": bool(agencies_for(request.user, "participation.plan_interview")),
        "may_set_up": Agency.objects.filter(pk__in=set_up).order_by("code"),
        "many_agencies": len(mine) > 1,
    }
    return render(request, "participation/interviews.html", context)


@requires("participation.plan_interview")
def new(request: HttpRequest) -> HttpResponse:
    """Announce one: the record and the draft of its announcement."""
    form = NewInterviewForm(sent(request), person=request.user)
    if form.is_valid():
        given: dict[str, Any] = {"by": request.user, "now": request.now}  # type: ignore[attr-defined]
        try:
            made = plan_interview(column=form.cleaned_data["column"], plan=form.plan(), **given)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            messages.success(request, "已建立，预告的草稿在“信息发布”里，请修改、送审")
            return redirect("interviews:console", made.pk)
    status = MISTAKES if form.is_bound else 200
    return render(request, "participation/interview_new.html", {"form": form}, status=status)


@requires("participation.plan_interview", on=interview_of)
def change(request: HttpRequest, interview: Interview) -> HttpResponse:
    """Change what is not announced yet."""
    names = ("topic", "host", "department", "collect_from", "starts_at", "ends_at")
    shown: dict[str, Any] = {name: getattr(interview, name) for name in names}
    shown["guests"] = "\n".join(f"{row.name}，{row.post}" for row in interview.guests.all())
    shown["seen_version"] = interview.version

    def act(*, by: Any, now: Any, **typed: Any) -> Interview:
        form = ChangePlanForm(request.POST)
        form.is_valid()
        seen = typed["seen_version"]
        return change_interview(interview=interview, seen_version=seen, plan=form.plan(), by=by, now=now)  # fmt: skip

    return show_act(
        request,
        ActPage("修改访谈", intro="预告的文字在“信息发布”里改；这里改时间、嘉宾和主题。"),
        lambda data: ChangePlanForm(data, initial=shown),
        act,
        back=reverse("interviews:console", args=(interview.pk,)),
        of=interview.topic,
    )


def agency_of(pk: int) -> Agency:
    """The organ of that number, or 404."""
    return get_object_or_404(Agency, pk=pk)


@requires("participation.set_interview_rules", on=agency_of)
def rules(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Within how many working days questions not reached are answered."""
    own = InterviewRules.objects.filter(agency=agency).first()
    shown = {
        "answer_days": own.answer_days if own else None,
        "seen_version": own.version if own else None,
    }
    return show_act(
        request,
        ActPage("在线访谈规则", intro="访谈结束时没有来得及回答的提问，按这里的期限在待办里提醒。"),
        lambda data: InterviewRulesForm(data, initial=shown),
        lambda **said: set_interview_rules(agency=agency, **said),
        back=reverse("interviews:interviews"),
        of=agency,
    )
