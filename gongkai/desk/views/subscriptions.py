"""How many subscriptions and letters there are, without an address; ending those of somebody who asks for it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.permissions import agencies_for
from gongkai.common.reason_form import ReasonForm
from gongkai.common.sent import sent
from gongkai.desk.actions import stop_subscriptions
from gongkai.release.subscriptions.queries import counts

ACT = "desk.subscriptions"
DONE = "这个邮箱在本机关的订阅，有的话都停止了，地址也删除了"


class StopForm(ReasonForm):
    """Whose, and why."""

    mail = forms.EmailField(
        label="本人的电子邮箱",
        max_length=254,
        help_text="先问清楚是不是本人。这里填的邮箱不保存，也不写进理由",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("mail", "reason")


@requires(ACT)
def subscriptions(request: HttpRequest) -> HttpResponse:
    """The numbers of each organ within reach."""
    rows = counts(agencies_for(request.user, ACT), request.now)
    return render(request, "desk/subscriptions.html", {"rows": rows})


@requires(ACT)
def stop(request: HttpRequest) -> HttpResponse:
    """End the subscriptions of one address, for a reason."""
    form = StopForm(sent(request))
    if form.is_valid():
        told = form.cleaned_data
        stop_subscriptions(
            address=told["mail"], reason=told["reason"], by=request.user, now=request.now
        )
        messages.success(request, DONE)
        return redirect("desk:subscriptions")
    context = {
        "form": form,
        "title": "按本人要求停止发送",
        "what": [
            "这个邮箱在本机关的全部订阅停止，不再发邮件",
            "没有别的订阅的，邮箱地址删除，不能恢复",
        ],
        "verb": "停止发送",
        "back": reverse("desk:subscriptions"),
    }
    return render(request, "shell/reason.html", context, status=MISTAKES if form.errors else 200)
