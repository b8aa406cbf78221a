"""The acts on a live Q&A that ask once more: begin, end, put off, call off, one more guest, a question typed in, the transcript."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.participation.actions import interview_course as course
from gongkai.participation.actions.interview_planning import add_guest
from gongkai.participation.actions.interview_questions import enter_question
from gongkai.participation.actions.interview_transcript import draft_transcript
from gongkai.participation.interview_forms import (
    CancelForm,
    EnterQuestionForm,
    GuestForm,
    PostponeForm,
    SeenInterviewForm,
)
from gongkai.participation.models import Interview
from gongkai.participation.views.interviews import interview_of

START = ActPage(
    "开始访谈", button="开始", intro="从现在起，回答和主持人的话一发出，就出现在每个人的页面上。"
)
END = ActPage(
    "结束访谈",
    button="结束",
    intro="不再收提问。没有来得及回答的，在规定的工作日内接着回答，仍显示在同一页面；随后整理实录，送审、签发。",
)
POSTPONE = ActPage(
    "延期",
    button="延期",
    intro="预告页和访谈页立即显示新的时间、原定的时间和理由。预告的文字请同事一并修订。",
    help=("时间变了，应当及时更正，并说明理由。", "例：主讲的副局长参加防汛，改到下周三同一时间。"),
)
CANCEL = ActPage(
    "取消",
    button="取消访谈",
    danger=True,
    intro="访谈不再举行，页面上显示已取消和理由；已经收到的提问留存，不再显示。不能恢复。",
)
GUEST = ActPage("增加嘉宾", intro="临时增加的嘉宾；读者的页面上立即看到。")
QUESTION = ActPage(
    "登记提问",
    button="登记",
    intro="电话、来信、现场提出的问题，由工作人员代为登记，与网上的提问一样审核。",
)
TRANSCRIPT = ActPage(
    "整理实录",
    button="起草实录",
    intro="把显示过的提问和回答排成一条信息的草稿，到“信息发布”里修改、送审、签发；签发后与预告互相链接。",
)


def _shown(
    request: HttpRequest,
    interview: Interview,
    page: ActPage,
    form: type[forms.Form],
    act: Callable[..., Any],
    **more: Any,
) -> HttpResponse:
    """The page of one act, which leads back to the console."""
    shown = {"seen_version": interview.version, **more}
    return show_act(
        request,
        page,
        lambda data: form(data, initial=shown),
        lambda **typed: act(interview=interview, **typed),
        back=reverse("interviews:console", args=(interview.pk,)),
        of=interview.topic,
    )


@requires("participation.host_interview", on=interview_of)
def start(request: HttpRequest, interview: Interview) -> HttpResponse:
    """开始"""
    return _shown(request, interview, START, SeenInterviewForm, course.start)


@requires("participation.host_interview", on=interview_of)
def end(request: HttpRequest, interview: Interview) -> HttpResponse:
    """结束"""
    return _shown(request, interview, END, SeenInterviewForm, course.end)


@requires("participation.put_off_interview", on=interview_of)
def postpone(request: HttpRequest, interview: Interview) -> HttpResponse:
    """延期"""
    times = {"starts_at": interview.starts_at, "ends_at": interview.ends_at}
    return _shown(request, interview, POSTPONE, PostponeForm, course.postpone, **times)


@requires("participation.put_off_interview", on=interview_of)
def cancel(request: HttpRequest, interview: Interview) -> HttpResponse:
    """取消"""
    return _shown(request, interview, CANCEL, CancelForm, course.cancel)


@requires("participation.host_interview", on=interview_of)
def guest(request: HttpRequest, interview: Interview) -> HttpResponse:
    """增加嘉宾"""
    return _shown(request, interview, GUEST, GuestForm, add_guest)


@requires("participation.moderate_questions", on=interview_of)
def enter(request: HttpRequest, interview: Interview) -> HttpResponse:
    """登记提问"""
    return _shown(request, interview, QUESTION, EnterQuestionForm, enter_question)


@requires("participation.plan_interview", on=interview_of)
def transcript(request: HttpRequest, interview: Interview) -> HttpResponse:
    """整理实录"""

    def drafted(made: Interview) -> HttpResponse:
        messages.success(request, "已起草实录，请核对、修改以后送审")
        return redirect("publishing:item", made.transcript_id)

    return show_act(
        request,
        TRANSCRIPT,
        forms.Form,
        lambda **typed: draft_transcript(interview=interview, **typed),
        back=reverse("interviews:console", args=(interview.pk,)),
        of=interview.topic,
        done=drafted,
    )
