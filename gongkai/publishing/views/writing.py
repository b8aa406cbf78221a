"""Drafting: a new item, the editor with the choice where two people saved, and the text out of a Word file."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.paperwork.clean_html import clean
from gongkai.paperwork.plain_html import to_lines
from gongkai.publishing import queries
from gongkai.publishing.actions import create_draft, save_draft, take_in
from gongkai.publishing.actions.take_in import Incoming, attached
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.differences import Difference, differences
from gongkai.publishing.forms import NewItemForm, TextForm, WordForm
from gongkai.publishing.models import Item
from gongkai.publishing.pictures import words_of
from gongkai.publishing.views.record import item_of, require_draft


@requires("publishing.edit")
def new(request: HttpRequest) -> HttpResponse:
    """Begin an item."""
    asked = {"column": request.GET.get("column", "")[:12]}
    form = NewItemForm(sent(request), person=request.user, initial=asked)
    if request.method == "POST" and form.is_valid():
        text = Text(title=form.cleaned_data["title"])
        column = form.cleaned_data["column"]
        item = create_draft(column=column, text=text, by=request.user, now=request.now)
        return redirect("publishing:edit", pk=item.pk)
    has_columns = queries.writable_columns(request.user).exists()
    status = 422 if form.errors else 200
    context = {"form": form, "has_columns": has_columns}
    return render(request, "publishing/new.html", context, status=status)


@requires("publishing.edit", on=item_of)
def edit(request: HttpRequest, item: Item) -> HttpResponse:
    """The editor of a draft."""
    if item.state != "draft":
        return too_late(request, item)
    if request.method != "POST":
        shown = TextForm.initial_of(item.draft, item.version)
        return editor(request, item, _form(request, item, initial=shown))
    form = _form(request, item, request.POST)
    if not form.is_valid():
        return editor(request, item, form, status=422)
    return _save(request, item, form)


def too_late(request: HttpRequest, item: Item) -> HttpResponse:
    """The text went on while somebody was writing: what was typed is shown, to be kept elsewhere. Who only looks is led on."""
    if request.method != "POST":
        return redirect("publishing:item", pk=item.pk)
    sent = request.POST
    body = to_lines(clean(sent["body"])) if "body" in sent else sent.get("lines", "")
    typed = {"标题": sent.get("title", ""), "内容概述": sent.get("summary", ""), "正文": body}
    kept = [(label, words) for label, words in typed.items() if words]
    context = {"item": item, "kept": kept}
    return render(request, "publishing/too_late.html", context, status=409)


def _form(request: HttpRequest, item: Item, *args: Any, **options: Any) -> TextForm:
    """The form with the choices of the item's organ and of today."""
    today, old_site = law_day(request.now), item.draft.old_site
    return TextForm(*args, agency=item.agency, today=today, old_site=old_site, **options)


def editor(
    request: HttpRequest,
    item: Item,
    form: TextForm,
    *,
    theirs: list[Difference] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with what was typed; ``theirs`` is how another person's saved text differs from it."""
    typed = form.data.get("body") if form.is_bound else None
    context = {
        "item": item,
        "form": form,
        "body": item.draft.body if typed is None else typed,
        "theirs": theirs,
        "remarks": queries.remarks_of(item),
        "has_pictures": bool(words_of(item.draft.body)),
        "word_form": WordForm(initial={"seen_version": item.version}),
    }
    return render(request, "publishing/edit.html", context, status=status)


def _save(request: HttpRequest, item: Item, form: TextForm) -> HttpResponse:
    text = form.text(item.draft)
    try:
        saved = save_draft(
            item=item,
            seen_version=form.cleaned_data["seen_version"],
            text=text,
            by=request.user,
            now=request.now,
            date_reason=form.cleaned_data["date_reason"],
        )
    except Conflict as conflict:
        return _choose(request, conflict.theirs, text)
    except Refusal as refusal:
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return editor(request, item, form, status=refusal.status)
    messages.success(request, "已保存")
    again = "edit" if request.POST.get("then") == "go_on" else "item"
    return redirect(f"publishing:{again}", pk=saved.pk)


def _choose(request: HttpRequest, theirs: Item, text: Text) -> HttpResponse:
    """Show what the other text says, keep what was typed, and let the person save it over the other or leave it."""
    mine = request.POST.copy()
    again = {"lines": to_lines(text.body), "body": text.body, "seen_version": theirs.version}
    for name, value in again.items():
        mine[name] = str(value)
    rows = differences(queries.lines_of(theirs.draft), queries.lines_of(text))
    item = item_of(theirs.pk)
    if item.state != "draft":
        return too_late(request, item)
    return editor(request, item, _form(request, item, mine), theirs=rows, status=409)


@requires("publishing.edit", on=item_of)
def from_word(request: HttpRequest, item: Item) -> HttpResponse:
    """Take the text of a file for the draft's, with its pictures; what could not be taken is said."""
    require_draft(request, item)
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    form = WordForm(sent(request), sent_files(request), initial={"seen_version": item.version})
    if request.method == "POST" and form.is_valid():
        upload, by, now = form.cleaned_data["word"], request.user, request.now
        try:
            incoming = take_in(agency=item.agency, upload=upload, by=by, now=now)
            saved = _take(request, item, form, incoming)
        except Refusal as refusal:
            form.add_error("word", str(refusal))
        else:
            return _taken(request, saved, incoming)
    context = {"item": item, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/from_word.html", context, status=status)


def _take(request: HttpRequest, item: Item, form: WordForm, incoming: Incoming) -> Item:
    """Keep the text of the file as the draft's. Files of the draft stay; pictures that the old text showed go with it."""
    before = text_of(item.draft)
    new = attached([incoming.original, *incoming.pictures], incoming.html, item.agency)
    kept = tuple(row for row in before.attachments if row.use != "picture")
    text = replace(before, body=incoming.html, attachments=(*kept, *new))
    seen = form.cleaned_data["seen_version"]
    return save_draft(item=item, seen_version=seen, text=text, by=request.user, now=request.now)


def _taken(request: HttpRequest, saved: Item, incoming: Incoming) -> HttpResponse:
    """On to the editor, or first to the words for the pictures."""
    messages.success(request, "已用文件的内容替换正文，请核对")
    for warning in incoming.warnings:
        messages.warning(request, warning)
    again = "edit" if all(words_of(saved.draft.body).values()) else "pictures"
    return redirect(f"publishing:{again}", pk=saved.pk)
