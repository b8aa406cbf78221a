"""The acts on an item: each asks once more, says what will happen and by which article, then does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.publication_states import MoveKey, moves_from
from gongkai.publishing import actions
from gongkai.publishing.forms import RemarkForm, WithdrawalForm
from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.views.record import item_of, item_of_version


@dataclass(frozen=True, slots=True)
class Asking:
    """How one act is asked for: the action, what will happen in words, what is said afterwards, what must be typed."""

    key: MoveKey
    action: Callable[..., Item]
    will: str
    done: str
    form: type[forms.Form] = forms.Form
    danger: bool = False


SUBMIT = Asking(
    "submit",
    actions.submit,
    "正文从此不能改动，转给有审核岗位的同事；要改，可以收回，或者由审核人退回。",
    "已送审",
)
TAKE_BACK = Asking(
    "take_back",
    actions.take_back,
    "审核随即停止，草稿回到您手里，可以继续修改。",
    "已收回，可以继续修改",
)
SEND_BACK = Asking(
    "send_back",
    actions.send_back,
    "信息回到草拟，起草人在待办里看到您的意见。",
    "已退回",
    RemarkForm,
)
PUBLISH = Asking(
    "publish",
    actions.publish,
    "签发后立即在网站上公开，替换原来公开的版本。",
    "已签发，网站上几秒钟内就能看到",
)
REVISE = Asking(
    "revise",
    actions.revise,
    "从现在的文字开始写新的一版。新版签发之前，公众看到的仍是原来的版本。",
    "可以修改了；公开的版本暂时不变",
)
DROP = Asking(
    "drop_revision",
    actions.drop_revision,
    "公开的版本保持不变；放弃的文字仍留在版本记录里。",
    "已放弃修订",
)
_WITHDRAWAL = (
    "网站上立即看不到这条信息，搜索也找不到；原来的网址上显示给公众的说明。"
    "正在修订的新版本一并停止。"
)
WITHDRAW = Asking("withdraw", actions.withdraw, _WITHDRAWAL, "已撤回", WithdrawalForm, danger=True)


def _page(request: HttpRequest, item: Item, asking: Asking, form: forms.Form) -> HttpResponse:
    """The question; the same answer for everybody where the act is not open in this state."""
    rows = moves_from(
        item.state,
        law_day(request.now),
        public=item.published_id is not None,
        elsewhere=item.is_elsewhere,
    )
    move = next((row for row in rows if row.key == asking.key), None)
    if move is None:
        raise Refusal(
            f"“{item.state_label}”的信息不能这样办理", next_step="回到这条信息，看看它现在的状态"
        )
    context = {"item": item, "asking": asking, "move": move, "form": form}
    return render(request, "publishing/act.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, item: Item, asking: Asking) -> HttpResponse:
    form = asking.form(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, item, asking, form)
    typed: dict[str, Any] = form.cleaned_data
    asking.action(item=item, by=request.user, now=request.now, **typed)
    messages.success(request, asking.done)
    return redirect("publishing:item", pk=item.pk)


@requires("publishing.edit", on=item_of)
def submit(request: HttpRequest, item: Item) -> HttpResponse:
    """送审"""
    return _answer(request, item, SUBMIT)


@requires("publishing.edit", on=item_of)
def take_back(request: HttpRequest, item: Item) -> HttpResponse:
    """收回修改"""
    return _answer(request, item, TAKE_BACK)


@requires("publishing.view", on=item_of)
def send_back(request: HttpRequest, item: Item) -> HttpResponse:
    """退回修改：审核人或者签发人，由动作自己把关"""
    return _answer(request, item, SEND_BACK)


@requires("publishing.publish", on=item_of)
def publish(request: HttpRequest, item: Item) -> HttpResponse:
    """签发"""
    return _answer(request, item, PUBLISH)


@requires("publishing.edit", on=item_of)
def revise(request: HttpRequest, item: Item) -> HttpResponse:
    """修订"""
    return _answer(request, item, REVISE)


@requires("publishing.edit", on=item_of)
def drop_revision(request: HttpRequest, item: Item) -> HttpResponse:
    """放弃修订"""
    return _answer(request, item, DROP)


@requires("publishing.withdraw", on=item_of)
def withdraw(request: HttpRequest, item: Item) -> HttpResponse:
    """撤回"""
    return _answer(request, item, WITHDRAW)


@requires("publishing.edit", on=item_of_version)
def restore(request: HttpRequest, version: ItemVersion) -> HttpResponse:
    """Take an old version for a new draft; asked on the version's own page."""
    if request.method == "POST":
        now = request.now
        actions.restore(item=version.item, version=version, by=request.user, now=now)
        messages.success(request, f"已用第 {version.number} 版作为新的草稿")
        return redirect("publishing:edit", pk=version.item_id)
    return redirect("publishing:version", pk=version.item_id, number=version.number)
