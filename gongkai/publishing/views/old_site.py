"""An old website brought over: upload, columns, and the page of a line as it would come in. The rest is that of every batch."""

from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.official_document import recognise, without_head
from gongkai.paperwork.old_pages import OldPage, read_old_page
from gongkai.publishing import queries
from gongkai.publishing.actions import prepare_old_site, settle_old_columns
from gongkai.publishing.actions.old_site import Source
from gongkai.publishing.bulk.archive import LARGE, Folder, UnreadableFolder
from gongkai.publishing.bulk.plan import Plan
from gongkai.publishing.forms import OldColumnsForm, OldSiteForm
from gongkai.publishing.models import Batch, BatchRow, Column, OldColumn
from gongkai.publishing.old_site.columns import COLUMNS
from gongkai.publishing.old_site.entries import PageEntry
from gongkai.publishing.old_site.pages import ORDER, shown
from gongkai.publishing.old_site.surroundings import OldSite, most_used_first
from gongkai.publishing.old_site.template import template
from gongkai.publishing.pictures import placed
from gongkai.publishing.views.batches import MOST_BATCHES, MOST_ERRORS, XLSX, batch_of


@requires("publishing.edit")
def old_site(request: HttpRequest) -> HttpResponse:
    """Bring an old website; what is wrong is said line by line, what is right is previewed."""
    form = OldSiteForm(sent(request), sent_files(request), person=request.user)
    plan: Plan | None = None
    if form.is_valid():
        try:
            plan, batch = _prepared(request, form)
        except Refusal as refusal:
            form.add_error("archive", "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            if batch is not None:
                return _on(batch)
    mine = agencies_for(request.user, "publishing.edit")
    context = {
        "form": form,
        "plan": plan,
        "errors": plan.errors[:MOST_ERRORS] if plan else (),
        "columns": COLUMNS,
        "has_columns": queries.writable_columns(request.user).exists(),
        "batches": Batch.objects.filter(agency__in=mine, source="old_site")[:MOST_BATCHES],
    }
    wrong = form.is_bound and (plan is None or plan.errors)
    return render(request, "publishing/old_site.html", context, status=MISTAKES if wrong else 200)


def _prepared(request: HttpRequest, form: OldSiteForm) -> tuple[Plan, Batch | None]:
    typed = form.cleaned_data
    name, rows = typed["inventory"]
    site = OldSite(typed["site"], typed["place"])
    source = Source(typed["archive"], rows, name, site)
    return prepare_old_site(agency=typed["agency"], source=source, by=request.user, now=request.now)


def _on(batch: Batch) -> HttpResponse:
    """On to the columns, or to the preview."""
    name = "old_columns" if batch.state == "mapping" else "batch"
    return redirect(f"publishing:{name}", pk=batch.pk)


@requires("publishing.edit")
def old_site_template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # Django passes it
    """The empty inventory of an old website."""
    response = HttpResponse(template(), content_type=XLSX)
    response["Content-Disposition"] = "attachment; filename*=UTF-8''%E6%97%A7%E7%BD%91%E7%AB%99%E6%B8%85%E5%8D%95.xlsx"  # fmt: skip
    return response


@requires("publishing.edit", on=batch_of)
def old_columns(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Which columns take the place of those of the old site; all of them on one page."""
    if batch.state not in {"mapping", "prepared"} or batch.source != "old_site":
        return redirect("publishing:batch", pk=batch.pk)
    form, plan = _columns_form(request, batch), None
    if form.is_valid():
        try:
            plan, batch = settle_old_columns(
                batch=batch, columns=form.chosen(), by=request.user, now=request.now
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            if not plan.errors:
                messages.success(request, "栏目已经对应好，下次迁入同一个旧网站照用")
                return _on(batch)
    context = {
        "batch": batch,
        "form": form,
        "plan": plan,
        "errors": plan.errors[:MOST_ERRORS] if plan else (),
    }
    status = MISTAKES if form.is_bound else 200
    return render(request, "publishing/old_columns.html", context, status=status)


def _columns_form(request: HttpRequest, batch: Batch) -> OldColumnsForm:
    rows = OldColumn.objects.filter(agency=batch.agency, name__in=list(batch.old_columns))
    columns = queries.writable_columns(request.user).filter(agency=batch.agency)
    return OldColumnsForm(
        sent(request),
        names=most_used_first(batch.old_columns),
        columns=columns,
        settled={
            **_of_same_name(columns),
            **{row.name: row.column for row in rows.select_related("column")},
        },
    )


def _of_same_name(columns: Any) -> dict[str, Column | None]:
    """Columns by their titles, for old ones that are called the same."""
    return {column.title: column for column in columns}


def row_of(pk: int) -> BatchRow:
    """The line of an old website's batch of that number, or 404."""
    rows = BatchRow.objects.select_related("batch__agency", "item", "column")
    return get_object_or_404(rows, pk=pk, batch__source="old_site")


@requires("publishing.edit", on=row_of)
def old_page(request: HttpRequest, row: BatchRow) -> HttpResponse:
    """The text of a line as it would come in, beside what was read of its page; after the batch, the item."""
    if row.item is not None and row.state in {"made", "done"}:
        return redirect("publishing:item", pk=row.item_id)
    entry = PageEntry.of(row.entry)
    page, trouble = _page(row, entry)
    context = {
        "row": row,
        "entry": entry,
        "page": page,
        "trouble": trouble,
        "pictures": len(page.pictures) + len(page.carried) if page else 0,
        "body": placed(without_head(page.html, recognise(page.html)), {}) if page else "",
        "taken": _taken(entry),
    }
    return render(request, "publishing/old_page.html", context)


def _taken(entry: PageEntry) -> list[tuple[str, str, str]]:
    """Label, value and evidence of what was read of the page, in the order in which officials read them."""
    rows = [(field, entry.read[field]) for field in ORDER if field in entry.read]
    return [(label, shown(field, value), said) for field, (label, value, said) in rows]


def _page(row: BatchRow, entry: PageEntry) -> tuple[OldPage | None, str]:
    """The page out of the folder, or why it cannot be shown."""
    if not row.batch.storage_key:
        return None, "这一批已经办完或者不办了，网页没有留存"
    try:
        with (
            default_storage.open(row.batch.storage_key, "rb") as file,
            Folder(file, LARGE) as folder,
        ):
            data = folder.read(entry.body)
        return read_old_page(data, f"http://{entry.addresses[0]}", entry.place), ""
    except (UnreadableReport, UnreadableFolder) as error:
        return None, str(error)
