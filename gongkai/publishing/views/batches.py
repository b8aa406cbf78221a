"""A folder of files handed in by its inventory: upload, preview, confirm, progress, result."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Department
from gongkai.agencies.queries import in_force
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.publishing import queries
from gongkai.publishing.actions import confirm_batch, drop_batch, prepare_batch
from gongkai.publishing.bulk.columns import COLUMNS
from gongkai.publishing.bulk.plan import Plan
from gongkai.publishing.bulk.template import template
from gongkai.publishing.forms import BatchForm
from gongkai.publishing.models import Batch
from gongkai.publishing.models.batch import KINDS, ROW_STATES
from gongkai.publishing.old_site.about import about_old_site

PAGE_SIZE, MOST_BATCHES, MOST_ERRORS = 50, 20, 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def batch_of(pk: int) -> Batch:
    """The batch of that number, or 404."""
    return get_object_or_404(Batch.objects.select_related("agency"), pk=pk)


@requires("publishing.edit")
def batches(request: HttpRequest) -> HttpResponse:
    """Bring a folder with its inventory; what is wrong is said line by line, what is right is previewed."""
    form = BatchForm(sent(request), sent_files(request), person=request.user)
    plan: Plan | None = None
    if form.is_valid():
        try:
            plan, batch = _prepared(request, form)
        except Refusal as refusal:
            form.add_error("archive", str(refusal))
        else:
            if batch is not None:
                return redirect("publishing:batch", pk=batch.pk)
    mine = agencies_for(request.user, "publishing.edit")
    context = {
        "form": form,
        "plan": plan,
        "errors": plan.errors[:MOST_ERRORS] if plan else (),
        "columns": COLUMNS,
        "has_columns": queries.writable_columns(request.user).exists(),
        "batches": Batch.objects.filter(agency__in=mine, source="folder")[:MOST_BATCHES],
    }
    wrong = form.is_bound and (plan is None or plan.errors)
    return render(request, "publishing/batches.html", context, status=MISTAKES if wrong else 200)


def _prepared(request: HttpRequest, form: BatchForm) -> tuple[Plan, Batch | None]:
    name, rows = form.cleaned_data["inventory"]
    return prepare_batch(
        agency=form.cleaned_data["agency"],
        rows=rows,
        inventory_name=name,
        upload=form.cleaned_data["archive"],
        by=request.user,
        now=request.now,
    )


@requires("publishing.edit")
def batch_template(request: HttpRequest) -> HttpResponse:
    """The empty inventory, with the person's columns and departments to choose from."""
    columns = queries.writable_columns(request.user).values_list("title", flat=True)
    mine = agencies_for(request.user, "publishing.edit")
    departments = Department.objects.filter(in_force(law_day(request.now)), agency__in=mine)
    content = template(columns, departments.values_list("name", flat=True))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = "attachment; filename*=UTF-8''%E6%89%B9%E9%87%8F%E6%B8%85%E5%8D%95.xlsx"  # fmt: skip
    return response


@requires("publishing.edit", on=batch_of)
def batch(request: HttpRequest, batch: Batch) -> HttpResponse:
    """What the lines would do, how far they are, or what became of them; before that, the columns of an old website."""
    if batch.state == "mapping":
        return redirect("publishing:old_columns", pk=batch.pk)
    asked = request.GET.get("state", "")
    rows = batch.rows.select_related("column", "item")
    if asked in dict(ROW_STATES):
        rows = rows.filter(state=asked)
    elif asked == "doubts":
        rows = rows.exclude(doubts=[])
    context = {
        "batch": batch,
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "asked": asked,
        "counts": _counts(batch, "state", ROW_STATES),
        "kinds": _counts(batch, "kind", KINDS),
        "mine": batch.prepared_by_id == request.user.pk,
        "doubtful": batch.rows.exclude(doubts=[]).count(),
        "about": about_old_site(batch) if batch.source == "old_site" else None,
        **_progress(batch),
    }
    return render(request, "publishing/batch.html", context)


def _counts(batch: Batch, by: str, names: tuple[tuple[str, str], ...]) -> list[tuple[str, str, int]]:  # fmt: skip
    """Key, words and number of the lines of each sort that there is."""
    found = dict(batch.rows.order_by().values_list(by).annotate(Count("pk")))
    return [(key, label, found[key]) for key, label in names if key in found]


def _progress(batch: Batch) -> dict[str, Any]:
    """How many lines there are to be worked on, and how many are made or settled; those of an old website take two steps."""
    todo = batch.rows.exclude(state="skipped")
    total, made = todo.count(), todo.filter(state="made").count()
    settled = todo.exclude(state__in=("waiting", "made")).count()
    each = 2 if batch.source == "old_site" else 1
    return {
        "total": total,
        "made": made,
        "settled": settled,
        "steps": each * total,
        "stepped": made + each * settled,
    }


@requires("publishing.edit", on=batch_of)
@require_POST
def confirm(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Let the lines be worked on."""
    confirm_batch(batch=batch, by=request.user, now=request.now)
    messages.success(request, "已确认，后台一条一条办，办完会通知您")
    return redirect("publishing:batch", pk=batch.pk)


@requires("publishing.edit", on=batch_of)
@require_POST
def drop(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Leave it."""
    drop_batch(batch=batch, by=request.user, now=request.now)
    messages.success(request, "这一批不办了，没有建立任何信息")
    return redirect("publishing:old_site" if batch.source == "old_site" else "publishing:batches")
