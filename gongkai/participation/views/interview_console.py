"""One page for the person at the event: what waits, what is to be answered, what was said; buttons that act at once."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.interview_states import find_move
from gongkai.participation.actions.interview_asker import read_asker
from gongkai.participation.actions.interview_questions import hide_question, show_question
from gongkai.participation.actions.interview_saying import ANSWERABLE, answer, correct, say
from gongkai.participation.interview_forms import (
    AnswerForm,
    CorrectForm,
    HideForm,
    SayForm,
    SeenInterviewForm,
)
from gongkai.participation.interview_queries import Desk, desk_of, later_of, rules_of
from gongkai.participation.models import Interview, Question, Said
from gongkai.participation.views.interviews import interview_of

MAY = ("moderate_questions", "host_interview", "plan_interview", "put_off_interview", "read_asker")
Typed = Mapping[str, forms.Form]
"""Forms that were not taken, by the number of the question and what they are for; they stand on the page as they were typed."""


@requires("participation.view_interviews", on=interview_of)
def console(request: HttpRequest, interview: Interview) -> HttpResponse:
    """The page; with ``seen`` only whether there is anything new: 204 where there is not."""
    if "seen" in request.GET:
        mark = f"{interview.version}-{desk_of(interview).mark}"
        return HttpResponse(status=204 if request.GET["seen"] == mark else 200)
    return page_of_console(request, interview)


def page_of_console(
    request: HttpRequest, interview: Interview, typed: Typed | None = None, status: int = 200
) -> HttpResponse:
    """The console, with forms that were not taken."""
    may = {name: allowed(request.user, f"participation.{name}", interview.agency) for name in MAY}
    desk = desk_of(interview)
    can_answer = may["host_interview"] and interview.state in ANSWERABLE
    _with_forms(interview, desk, typed or {}, can_answer=can_answer)
    today = law_day(request.now)  # type: ignore[attr-defined]
    later = later_of(interview, rules_of([interview.agency_id]).get(interview.agency_id), today)
    context = {
        "interview": interview,
        "desk": desk,
        "mark": f"{interview.version}-{desk.mark}",
        "may": may,
        "moves": [key for key in ("start", "end", "postpone", "cancel") if find_move(key, interview.state, today)],
        "can_answer": can_answer,
        "say_form": (typed or {}).get("say", SayForm(auto_id="say-%s")),
        "later": later if desk.shown or desk.waiting else None,
        "history": history(interview),
        "address": f"/o/{interview.agency.code}/live/{interview.pk}/",
    }  # fmt: skip
    return render(request, "participation/console.html", context, status=status)


def _with_forms(interview: Interview, desk: Desk, typed: Typed, *, can_answer: bool) -> None:
    """Give each question its forms: what was typed and not taken, else fresh ones."""
    guests = list(interview.guests.all()) if can_answer else []
    for row in (*desk.waiting, *desk.shown, *desk.answered):
        seen = {"seen_version": row.version}
        row.hide_form = HideForm(auto_id=f"hide-{row.pk}-%s", initial=seen)
        if can_answer:
            fresh = AnswerForm(guests=guests, auto_id=f"answer-{row.pk}-%s", initial=seen)
            row.answer_form = typed.get(str(row.pk), fresh)


def question_of(pk: int) -> Question:
    """The question of that number, or 404."""
    return get_object_or_404(Question.objects.select_related("interview__agency"), pk=pk)


def _done(request: HttpRequest, question: Question, words: str) -> HttpResponse:
    messages.success(request, f"第 {question.number} 个提问{words}")
    return redirect(f"{reverse('interviews:console', args=(question.interview_id,))}#waiting")


def _refused(request: HttpRequest, interview: Interview, refusal: Refusal, typed: Typed | None = None) -> HttpResponse:  # fmt: skip
    """The page as it stands now, with why it was not done and what was typed."""
    messages.error(request, "。".join(filter(None, (str(refusal), refusal.next_step))))
    return page_of_console(request, interview_of(interview.pk), typed, refusal.status)


@requires("participation.moderate_questions", on=question_of)
@require_POST
def show(request: HttpRequest, question: Question) -> HttpResponse:
    """显示"""
    form = SeenInterviewForm(request.POST)
    if not form.is_valid():
        return page_of_console(request, question.interview, status=MISTAKES)
    try:
        show_question(question=question, by=request.user, now=request.now, **form.cleaned_data)
    except Refusal as refusal:
        return _refused(request, question.interview, refusal)
    return _done(request, question, "已显示")


@requires("participation.moderate_questions", on=question_of)
@require_POST
def hide(request: HttpRequest, question: Question) -> HttpResponse:
    """不显示"""
    form = HideForm(request.POST)
    if not form.is_valid():
        return _refused(request, question.interview, Refusal("请选择不显示的原因"))
    try:
        hide_question(question=question, by=request.user, now=request.now, **form.cleaned_data)
    except Refusal as refusal:
        return _refused(request, question.interview, refusal)
    return _done(request, question, "不显示，已留存")


@requires("participation.host_interview", on=question_of)
@require_POST
def give_answer(request: HttpRequest, question: Question) -> HttpResponse:
    """回答：发出后立即显示在每个人的页面上"""
    guests = list(question.interview.guests.all())
    given = {"guests": guests, "auto_id": f"answer-{question.pk}-%s"}
    form = AnswerForm(request.POST, **given)
    if not form.is_valid():
        return page_of_console(request, question.interview, {str(question.pk): form}, MISTAKES)
    try:
        answer(question=question, by=request.user, now=request.now, **form.cleaned_data)
    except Refusal as refusal:
        fresh = Question.objects.get(pk=question.pk)
        kept = request.POST.copy()
        kept["seen_version"] = str(fresh.version)
        again = AnswerForm(kept, **given)
        return _refused(request, question.interview, refusal, {str(question.pk): again})
    return _done(request, question, "已回答")


@requires("participation.host_interview", on=interview_of)
@require_POST
def host_says(request: HttpRequest, interview: Interview) -> HttpResponse:
    """主持人的话"""
    form = SayForm(request.POST, auto_id="say-%s")
    if not form.is_valid():
        return page_of_console(request, interview, {"say": form}, MISTAKES)
    try:
        say(interview=interview, by=request.user, now=request.now, **form.cleaned_data)
    except Refusal as refusal:
        return _refused(request, interview, refusal, {"say": form})
    messages.success(request, "已发出")
    return redirect("interviews:console", interview.pk)


def said_of(pk: int) -> Said:
    """The words of that number, or 404."""
    return get_object_or_404(Said.objects.select_related("interview__agency"), pk=pk)


@requires("participation.host_interview", on=said_of)
def correct_words(request: HttpRequest, said: Said) -> HttpResponse:
    """更正：读者看到更正后的话和“已更正”，原来的话留存"""
    shown = {"text": said.text, "seen_version": said.version}
    return show_act(
        request,
        ActPage("更正", intro="读者立即看到更正后的话，并注明已更正；原来的话留存，不对外显示。"),
        lambda data: CorrectForm(data, initial=shown),
        lambda **typed: correct(said=said, **typed),
        back=reverse("interviews:console", args=(said.interview_id,)),
    )


@requires("participation.read_asker", on=question_of)
def asker(request: HttpRequest, question: Question) -> HttpResponse:
    """提问人留下的姓名、联系方式；只在点“查看”以后打开，并且留痕"""
    read: dict[str, Any] | None = None
    if sent(request) is not None:
        read = read_asker(question=question, by=request.user, now=request.now)
    context = {"question": question, "interview": question.interview, "read": read}
    return render(request, "participation/asker.html", context)
