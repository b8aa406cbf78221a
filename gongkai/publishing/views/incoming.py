"""From a file to a draft: the file is read, what was recognised is shown with its evidence, and the person decides."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Conflict, Refusal
from gongkai.files.models import StoredFile
from gongkai.paperwork.clean_html import clean
from gongkai.paperwork.official_document import Guesses, recognise, without_head
from gongkai.publishing import queries
from gongkai.publishing.actions import draft_from_file, take_in
from gongkai.publishing.actions.take_in import Incoming
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.facts import Facts
from gongkai.publishing.forms import FileForm, IncomingForm
from gongkai.publishing.models import Item
from gongkai.publishing.pictures import address, described

SALT = "gongkai.publishing.incoming"
TICKET_SECONDS = 2 * 24 * 3600


@requires("publishing.edit")
def from_file(request: HttpRequest) -> HttpResponse:
    """Take a file in; what was read of it is the answer."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*sent, person=request.user)
    if request.method == "POST" and form.is_valid():
        agency, upload = form.cleaned_data["agency"], form.cleaned_data["file"]
        try:
            incoming = take_in(agency=agency, upload=upload, by=request.user, now=request.now)
        except Refusal as refusal:
            form.add_error(
                "file", f"{refusal}{'；' + refusal.next_step if refusal.next_step else ''}"
            )
        else:
            return _offer(request, incoming)
    has_columns = queries.writable_columns(request.user).exists()
    context = {"form": form, "has_columns": has_columns}
    status = 422 if form.errors else 200
    return render(request, "publishing/from_file.html", context, status=status)


def _offer(request: HttpRequest, incoming: Incoming) -> HttpResponse:
    """The page with what was recognised."""
    for warning in incoming.warnings:
        messages.warning(request, warning)
    agency, source = incoming.original.agency, incoming.html
    initial = IncomingForm.initial_of(incoming.guesses, agency, source)
    files = [incoming.original.pk, *(stored.pk for stored in incoming.pictures)]
    initial["ticket"] = signing.dumps({"files": files, "person": request.user.pk}, salt=SALT)
    form = _form(request, agency, source, incoming.guesses, initial=initial)
    return _page(request, form, incoming.original, source, incoming.guesses)


def _form(
    request: HttpRequest, agency: Agency, source: str, guesses: Guesses, *args: Any, **options: Any
) -> IncomingForm:
    return IncomingForm(
        *args,
        person=request.user,
        agency=agency,
        today=law_day(request.now),
        source=source,
        guesses=guesses,
        **options,
    )


def _page(
    request: HttpRequest,
    form: IncomingForm,
    original: StoredFile,
    source: str,
    guesses: Guesses,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "original": original,
        "guesses": guesses,
        "body": clean(without_head(source, guesses)),
        "pictures": [(form[f"words_{token}"], address(token)) for token in form.tokens],
    }
    return render(request, "publishing/incoming.html", context, status=status)


@requires("publishing.edit")
@require_POST
def create_from_file(request: HttpRequest) -> HttpResponse:
    """Make the draft of what was offered, as the person left it."""
    files = _files(request)
    if not files:
        messages.error(request, "这一页放得太久了，或者不是您打开的，请重新选择文件")
        return redirect("publishing:from_file")
    source = request.POST.get("source", "").replace("\0", "")
    guesses = recognise(source)
    form = _form(request, files[0].agency, source, guesses, request.POST)
    if form.is_valid():
        try:
            item = _created(request, form, files, source, guesses)
        except Conflict as conflict:
            messages.warning(request, str(conflict))
            return redirect("publishing:item", pk=conflict.theirs.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, item, guesses)
    return _page(request, form, files[0], source, guesses, status=422)


def _files(request: HttpRequest) -> list[StoredFile]:
    """The stored files that the ticket names, the original first; nothing for a ticket that is not this person's."""
    try:
        ticket = signing.loads(request.POST.get("ticket", ""), salt=SALT, max_age=TICKET_SECONDS)
    except signing.BadSignature:
        return []
    if ticket["person"] != request.user.pk:
        return []
    found = StoredFile.objects.select_related("agency").in_bulk(ticket["files"])
    return [found[pk] for pk in ticket["files"] if pk in found]


def _created(
    request: HttpRequest,
    form: IncomingForm,
    files: list[StoredFile],
    source: str,
    guesses: Guesses,
) -> Item:
    typed = form.cleaned_data
    body = source if typed.get("keep_head") else without_head(source, guesses)
    text = Text(
        title=typed["title"],
        document_number=typed["document_number"],
        summary=typed["summary"],
        body=described(body, form.picture_words()),
        facts=form.facts(Facts()),
    )
    return draft_from_file(
        column=typed["column"],
        text=text,
        files=files,
        publish_original=typed["publish_original"],
        by=request.user,
        now=request.now,
    )


def _done(request: HttpRequest, item: Item, guesses: Guesses) -> HttpResponse:
    messages.success(request, "草稿已建立，核对正文之后就可以送审")
    if guesses.attachments:
        named = "、".join(guesses.attachments[:10])
        messages.warning(request, f"正文提到附件：{named}。请在下面“加附件”")
    again = "edit" if request.POST.get("then") == "edit" else "item"
    return redirect(f"publishing:{again}", pk=item.pk)
