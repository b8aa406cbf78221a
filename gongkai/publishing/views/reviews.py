"""The review of a text: passing its open step, being at it, and which steps an organ takes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.common.sent import sent
from gongkai.law.publication_states import MOVES
from gongkai.law.publication_steps import DEFAULT_PLAN, review_step
from gongkai.publishing import actions
from gongkai.publishing.actions.moving import require_second_person
from gongkai.publishing.dates_handed_in import moved_dates
from gongkai.publishing.forms import LaterReviewForm, PlanForm, RemarkForm, ReviewForm
from gongkai.publishing.models import Column, Item, ReviewPlan, UrgentRelease
from gongkai.publishing.places import places_of
from gongkai.publishing.queries import moves_for
from gongkai.publishing.reviewing import may_take, open_review
from gongkai.publishing.views.lists import agency_of
from gongkai.publishing.views.record import item_of
from gongkai.publishing.views.shown_checks import checks_of

LIKE_THE_ORGAN = "这个栏目现在照所属机关的步骤办；在这里保存之后，改照这里的。"


@requires("publishing.view", on=item_of)
def approve(request: HttpRequest, item: Item) -> HttpResponse:
    """Pass the open step; for whoever may take it, everybody else is told who."""
    review = open_review(item)
    if review is None:
        raise Refusal(
            f"“{item.state_label}”的信息不能这样办理", next_step="回到这条信息，看看它现在的状态"
        )
    if not may_take(request.user, item, review.step, request.now):
        raise Http404
    require_second_person(item, request.user)
    form = ReviewForm(sent(request), review=review, initial={"seen_version": item.version})
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.review(item=item, by=request.user, now=request.now, **form.said())
        except Refusal as refusal:
            form.add_error(None, f"{refusal}。{refusal.next_step}")
        else:
            messages.success(request, _said(done))
            return redirect("publishing:item", pk=item.pk)
    move = next(row for row in MOVES if row.key == "approve")
    context = {
        "item": item,
        "form": form,
        "review": review,
        "move": move,
        "files": item.draft.attachments.select_related("file"),
        "moved": moved_dates(list(item.versions.defer("body", "payload"))),
        "checks": checks_of(request, item),
    }
    return render(request, "publishing/approve.html", context, status=422 if form.errors else 200)


def _said(item: Item) -> str:
    """Where the text went."""
    if item.state == "to_sign":
        return "已审核，转给签发人"
    return f"已通过，转到“{review_step(item.step).label}”"


@requires("publishing.view", on=item_of)
def send_back(request: HttpRequest, item: Item) -> HttpResponse:
    """退回修改：审核人或者签发人，由动作自己把关"""
    if item.state not in {"in_review", "to_sign"}:
        raise Refusal(
            f"“{item.state_label}”的信息不能这样办理", next_step="回到这条信息，看看它现在的状态"
        )
    require_second_person(item, request.user)
    if not any(move.key == "send_back" for move in moves_for(item, request.user, request.now)):
        raise NotAllowed("这一步由别的同事办理", next_step="回到这条信息，看看等谁办理")
    form = RemarkForm(sent(request), places=places_of(item.draft))
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_back(item=item, by=request.user, now=request.now, **form.said())
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已退回")
            return redirect("publishing:item", pk=item.pk)
    context = {"item": item, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/send_back.html", context, status=status)


@requires("publishing.approve_later", on=item_of)
def approve_later(request: HttpRequest, item: Item) -> HttpResponse:
    """The later review of what was published urgently."""
    row = UrgentRelease.objects.filter(version__item=item, state="waiting").order_by("pk").first()
    if row is None:
        raise Refusal("这条信息没有等补审的紧急发布", next_step="回到这条信息，看看它现在的状态")
    form = LaterReviewForm(sent(request), initial={"release": row.pk})
    if request.method == "POST" and form.is_valid():
        try:
            actions.approve_later(item=item, by=request.user, now=request.now, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已记下补审的结论")
            return redirect("publishing:item", pk=item.pk)
    context = {"item": item, "row": row, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/approve_later.html", context, status=status)


@requires("publishing.view", on=item_of)
@require_POST
def claim(request: HttpRequest, item: Item) -> HttpResponse:
    """Say that one is at the open step."""
    review = actions.claim(item=item, by=request.user, now=request.now)
    messages.success(
        request, f"这一步由您来办；{actions.CLAIM_HOURS} 小时内别人不能办“{review.row.label}”"
    )
    return redirect("publishing:item", pk=item.pk)


@requires("publishing.view", on=item_of)
@require_POST
def unclaim(request: HttpRequest, item: Item) -> HttpResponse:
    """Let the step go."""
    actions.unclaim(item=item, by=request.user, now=request.now)
    messages.success(request, "已放开，别的审核人可以办了")
    return redirect("publishing:item", pk=item.pk)


@requires("publishing.set_up", on=agency_of)
def plan(request: HttpRequest, agency: Agency) -> HttpResponse:
    """The steps of the organ."""
    return _plan(request, agency, None)


def column_of(pk: int) -> Column:
    """The column of that number, or 404."""
    return get_object_or_404(Column.objects.select_related("agency"), pk=pk)


@requires("publishing.set_up", on=column_of)
def column_plan(request: HttpRequest, column: Column) -> HttpResponse:
    """The steps of one column."""
    return _plan(request, column.agency, column)


def _plan(request: HttpRequest, agency: Agency, column: Column | None) -> HttpResponse:
    kept = ReviewPlan.objects.filter(agency=agency, column=column).first()
    shown = {
        "steps": kept.steps if kept else DEFAULT_PLAN,
        "seen_version": kept.version if kept else 0,
    }
    return show_act(
        request,
        ActPage("审核步骤", intro=LIKE_THE_ORGAN if column and not kept else ""),
        lambda data: PlanForm(data, initial=shown),
        lambda **said: actions.set_plan(agency=agency, column=column, **said),
        back=reverse("publishing:columns"),
        of=column.title if column else agency,
        template="publishing/plan.html",
    )
