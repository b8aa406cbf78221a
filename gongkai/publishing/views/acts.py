"""The acts on an item: each asks once more, says what will happen and by which article, then does it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.common.sent import sent
from gongkai.law.publication_states import MoveKey, moves_from
from gongkai.publishing import actions
from gongkai.publishing.forms import (
    LateReasonForm,
    ReassessForm,
    ScheduleForm,
    SeenForm,
    UrgentForm,
    WithdrawalForm,
)
from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.timer import clock_of
from gongkai.publishing.views.record import item_of, item_of_version
from gongkai.publishing.views.shown_checks import checks_of


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
    SeenForm,
)
TAKE_BACK = Asking(
    "take_back",
    actions.take_back,
    "审核随即停止，草稿回到您手里，可以继续修改。",
    "已收回，可以继续修改",
)
PUBLISH = Asking(
    "publish",
    actions.publish,
    "签发后立即在网站上公开，替换原来公开的版本。",
    "已签发，网站上几秒钟内就能看到",
    SeenForm,
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
SCHEDULE = Asking(
    "schedule",
    actions.schedule,
    "文字从此不能改动，到时自动在网站上公开；到时之前可以取消。",
    "已签发，到时自动发布",
    ScheduleForm,
)
UNSCHEDULE = Asking(
    "unschedule", actions.unschedule, "到时不再自动发布，信息回到待签发。", "已取消定时，等待签发"
)
URGENT = Asking(
    "publish_urgently",
    actions.publish_urgently,
    "不等审核完，立即在网站上公开；还没办的审核步骤改为事后由另一位同事补审。保密审查由您一并作出。",
    "已紧急发布，已通知同事补审",
    UrgentForm,
    danger=True,
)
FILE = Asking(
    "file",
    actions.file,
    "这条信息不上网站，留存在系统里；到了评估日期，会提醒您看看能不能公开。",
    "已核定为不公开",
    SeenForm,
)
REASSESS = Asking(
    "reassess",
    actions.reassess,
    "这条信息仍不公开，到下次评估日期再提醒。",
    "已记下评估结果",
    ReassessForm,
)
_WITHDRAWAL = (
    "网站上立即看不到这条信息，搜索也找不到；原来的网址上显示给公众的说明。"
    "正在修订的新版本一并停止。"
)
CHECKED = {"submit", "publish"}
"""Acts before which the checks are shown once more."""
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
    if asking.key in CHECKED:
        context["checks"] = checks_of(request, item)
    return render(request, "publishing/act.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, item: Item, asking: Asking) -> HttpResponse:
    form = asking.form(sent(request), initial={"seen_version": item.version})
    if request.method != "POST" or not form.is_valid():
        return _page(request, item, asking, form)
    typed: dict[str, Any] = form.said() if isinstance(form, UrgentForm) else form.cleaned_data
    try:
        asking.action(item=item, by=request.user, now=request.now, **typed)
    except NotAllowed:
        raise
    except Refusal as refusal:
        if not form.visible_fields():
            raise
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return _page(request, item, asking, form)
    messages.success(request, asking.done)
    return redirect("publishing:item", pk=item.pk)


@requires("publishing.edit", on=item_of)
def submit(request: HttpRequest, item: Item) -> HttpResponse:
    """送审"""
    if request.method == "POST" and item.draft is not None:
        actions.survey_files(item.draft, request.now)
    return _answer(request, item, SUBMIT)


@requires("publishing.edit", on=item_of)
def take_back(request: HttpRequest, item: Item) -> HttpResponse:
    """收回修改"""
    return _answer(request, item, TAKE_BACK)


@requires("publishing.publish", on=item_of)
def publish(request: HttpRequest, item: Item) -> HttpResponse:
    """签发"""
    clock = clock_of(item, law_day(request.now))
    if clock is None or not clock.is_late:
        return _answer(request, item, PUBLISH)
    will = f"{PUBLISH.will}{clock.words}（最后一日 {clock.due.date}，{clock.due.limit.cite}），须写明原因。"
    return _answer(request, item, replace(PUBLISH, will=will, form=LateReasonForm))


@requires("publishing.publish", on=item_of)
def schedule(request: HttpRequest, item: Item) -> HttpResponse:
    """签发，定时发布"""
    return _answer(request, item, SCHEDULE)


@requires("publishing.publish", on=item_of)
def unschedule(request: HttpRequest, item: Item) -> HttpResponse:
    """取消定时"""
    return _answer(request, item, UNSCHEDULE)


@requires("publishing.publish_urgently", on=item_of)
def publish_urgently(request: HttpRequest, item: Item) -> HttpResponse:
    """紧急发布"""
    return _answer(request, item, URGENT)


@requires("publishing.publish", on=item_of)
def file(request: HttpRequest, item: Item) -> HttpResponse:
    """核定为不公开"""
    return _answer(request, item, FILE)


@requires("publishing.publish", on=item_of)
def reassess(request: HttpRequest, item: Item) -> HttpResponse:
    """评估后仍不公开"""
    return _answer(request, item, REASSESS)


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
    """撤回；年度报告在年报里撤回，两处才一致"""
    if item.is_elsewhere:
        raise Refusal("年度报告请在“年报”里撤回", next_step="打开这一年的年报，点“撤回”")
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
