"""Files and ties of an item."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.files.actions import receive
from gongkai.publishing import actions
from gongkai.publishing.forms import AttachForm, LinkForm
from gongkai.publishing.models import Attachment, Item, ItemLink
from gongkai.publishing.views.record import item_of, require_draft


@requires("publishing.edit", on=item_of)
def attach(request: HttpRequest, item: Item) -> HttpResponse:
    """Add a file to the draft."""
    require_draft(request, item)
    if item.draft is None or item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    form = AttachForm(sent(request), sent_files(request))
    if request.method == "POST" and form.is_valid():
        try:
            _taken_in(request, item, form)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, "附件已加上")
            return redirect("publishing:item", pk=item.pk)
    status = 422 if form.errors else 200
    return render(request, "publishing/attach.html", {"item": item, "form": form}, status=status)


def _taken_in(request: HttpRequest, item: Item, form: AttachForm) -> None:
    """Keep the file, then tie it to the draft."""
    typed = form.cleaned_data
    stored = receive(
        agency=item.agency,
        upload=typed["file"],
        purpose="attachment",
        by=request.user,
        now=request.now,
    )
    use = "original" if typed["original"] else "attachment"
    actions.attach(
        item=item, stored=stored, title=typed["title"], use=use, by=request.user, now=request.now
    )
    actions.survey_file(stored, request.now)
    for warning in stored.warnings:
        messages.warning(request, warning)


def attached(pk: int, file: int) -> Attachment:
    """The file of an item's draft, or 404."""
    item = item_of(pk)
    found = item.draft and item.draft.attachments.filter(file_id=file).first()
    if not found:
        raise Http404
    return found


@requires("publishing.edit", on=attached)
@require_POST
def detach(request: HttpRequest, found: Attachment) -> HttpResponse:
    """Take a file off the draft."""
    item = found.version.item
    actions.detach(item=item, file_id=found.file_id, by=request.user, now=request.now)
    messages.success(request, f"已移走“{found.title}”")
    return redirect("publishing:item", pk=item.pk)


@requires("publishing.tie", on=item_of)
def link(request: HttpRequest, item: Item) -> HttpResponse:
    """Tie the item to another."""
    words = request.GET.get("q", "").replace("\0", "")[:60]
    form = LinkForm(sent(request), item=item, words=words)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.link(source=item, by=request.user, now=request.now, **typed)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已关联")
            return redirect("publishing:item", pk=item.pk)
    context = {"item": item, "form": form, "words": words}
    return render(request, "publishing/link.html", context, status=422 if form.errors else 200)


def tie_of(pk: int) -> ItemLink:
    """The tie of that number, or 404."""
    return get_object_or_404(ItemLink.objects.select_related("source__agency"), pk=pk)


@requires("publishing.tie", on=tie_of)
@require_POST
def unlink(request: HttpRequest, tie: ItemLink) -> HttpResponse:
    """Undo a tie."""
    source = tie.source_id
    actions.unlink(tie=tie, by=request.user, now=request.now)
    messages.success(request, "已解除关联")
    return redirect("publishing:item", pk=source)
