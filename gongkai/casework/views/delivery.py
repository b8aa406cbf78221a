"""Sending a reply online or by e-mail: how, a second look at recipient and files with a tick each, and only then it is sent."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.casework.actions import delivering
from gongkai.casework.forms.delivery import MediumForm, SecondLookForm
from gongkai.casework.models import Case, Decision, Service
from gongkai.casework.outgoing import OWN_CASE
from gongkai.casework.recipients import open_media
from gongkai.casework.views.finding import decision_of, on_case, service_of
from gongkai.common.act_pages import MISTAKES
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import cite_of
from gongkai.paperwork.errors import UnreadableReport

LABELS = {"name": "姓名或者名称", "mail": "电子邮箱"}
Look = Callable[..., delivering.Shown]
Send = Callable[..., object]


@on_case("casework.handle", decision_of)
def deliver_reply(request: HttpRequest, decision: Decision) -> HttpResponse:
    """网上、电子邮件发送答复"""
    if request.method != "POST" and decision.state != "signed":
        raise Refusal(
            f"答复现在是“{decision.state_label}”，不能发送",
            cite=cite_of("serve_reply"),
            next_step="签发以后再发送",
        )

    def look(**more: Any) -> delivering.Shown:
        return delivering.look_a_second_time(decision=decision, **more)

    def send(**more: Any) -> object:
        return delivering.deliver_reply(decision=decision, **more)

    return _answer(request, decision.case, look, send)


@on_case("casework.handle", service_of)
def deliver_again(request: HttpRequest, service: Service) -> HttpResponse:
    """网上、电子邮件再次发送答复"""
    if request.method != "POST" and (service.failed_on is None or service.decision is None):
        raise Refusal("没有送达的答复才能再次发送", cite=cite_of("record_service"))

    def look(**more: Any) -> delivering.Shown:
        return delivering.look_again(service=service, **more)

    def send(**more: Any) -> object:
        return delivering.deliver_again(service=service, **more)

    return _answer(request, service.case, look, send)


def _answer(request: HttpRequest, case: Case, look: Look, send: Send) -> HttpResponse:
    """First how, then the second look, then it goes; a refusal goes back to the beginning, and says why nothing was sent."""
    if request.method != "POST":
        return _begin(request, case, MediumForm(case=case))
    sending = request.POST.get("do") == "send"
    form = (SecondLookForm if sending else MediumForm)(request.POST, case=case)
    if not form.is_valid():
        return _begin(request, case, form, MISTAKES)
    more = {"medium": form.cleaned_data["medium"], "by": request.user, "now": request.now}
    try:
        if not sending:
            return _second_look(request, case, look(**more), more["medium"])
        send(seen=form.look(), **more)
    except (Refusal, UnreadableReport) as refusal:
        next_step = getattr(refusal, "next_step", "")
        form.add_error(None, "。".join(filter(None, (str(refusal), next_step))))
        return _begin(request, case, form, getattr(refusal, "status", MISTAKES))
    messages.success(request, f"{case}：答复已经发送")
    return redirect("casework:case", pk=case.pk)


def _begin(request: HttpRequest, case: Case, form: forms.Form, status: int = 200) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "medium": MediumForm(case=case),
        "media": open_media(case),
        "cite": OWN_CASE,
    }
    return render(request, "casework/deliver.html", context, status=status)


def _second_look(
    request: HttpRequest, case: Case, shown: delivering.Shown, medium: str
) -> HttpResponse:
    form = SecondLookForm(case=case)
    form.initial = {
        "medium": medium,
        "seen_version": case.version,
        "recipient": shown.recipient_mark,
        "files": shown.files_mark,
    }
    rows = [(paper, shown.pages[paper.pk], paper.file.sha256[:12]) for paper in shown.papers]
    context = {
        "case": case,
        "look": form,
        "rows": rows,
        "label": dict(open_media(case))[medium],
        "recipient": [(LABELS[name], words) for name, words in shown.recipient.items()],
    }
    answer = render(request, "casework/deliver_look.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer
