"""The review of a text: passing its open step, being at it, and which steps an organ takes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.publication_states import MOVES
from gongkai.law.publication_steps import DEFAULT_PLAN, review_step
from gongkai.publishing import actions
from gongkai.publishing.actions.moving import require_second_person
from gongkai.publishing.forms import PlanForm, ReviewForm
from gongkai.publishing.models import Column, Item, ReviewPlan
from gongkai.publishing.reviewing import may_take, open_review
from gongkai.publishing.views.lists import agency_of
from gongkai.publishing.views.record import item_of


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
    form = ReviewForm(request.POST if request.method == "POST" else None, review=review)
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.review(item=item, by=request.user, now=request.now, **form.said())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(done))
            return redirect("publishing:item", pk=item.pk)
    move = next(row for row in MOVES if row.key == "approve")
    context = {"item": item, "form": form, "review": review, "move": move}
    return render(request, "publishing/approve.html", context, status=422 if form.errors else 200)


def _said(item: Item) -> str:
    """Where the text went."""
    if item.state == "to_sign":
        return "已审核，转给签发人"
    return f"已通过，转到“{review_step(item.step).label}”"


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
        "seen_version": kept.version if kept else None,
    }
    form = PlanForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_plan(
                agency=agency, column=column, by=request.user, now=request.now, **form.cleaned_data
            )
        except (Refusal, Conflict) as refusal:
            form.add_error("steps", str(refusal))
        else:
            messages.success(request, "已保存；以后送审的信息照新的步骤办")
            return redirect("publishing:columns")
    context = {"agency": agency, "column": column, "form": form, "kept": kept}
    return render(request, "publishing/plan.html", context, status=422 if form.errors else 200)
