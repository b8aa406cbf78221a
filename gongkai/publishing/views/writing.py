"""Drafting: a new item, the editor with the choice where two people saved, and the text out of a Word file."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Conflict, Refusal
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.plain_html import to_lines
from gongkai.paperwork.word_html import WordPage, word_to_html
from gongkai.publishing import queries
from gongkai.publishing.actions import create_draft, save_draft
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.differences import Difference, differences
from gongkai.publishing.forms import NewItemForm, TextForm, WordForm
from gongkai.publishing.models import Item
from gongkai.publishing.views.record import item_of

LARGEST_WORD = 20 * 2**20
"""Bytes."""


@requires("publishing.edit")
def new(request: HttpRequest) -> HttpResponse:
    """Begin an item."""
    form = NewItemForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        text = Text(title=form.cleaned_data["title"])
        column = form.cleaned_data["column"]
        item = create_draft(column=column, text=text, by=request.user, now=request.now)
        return redirect("publishing:edit", pk=item.pk)
    has_columns = queries.writable_columns(request.user).exists()
    return render(request, "publishing/new.html", {"form": form, "has_columns": has_columns})


@requires("publishing.edit", on=item_of)
def edit(request: HttpRequest, item: Item) -> HttpResponse:
    """The editor of a draft."""
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    if request.method != "POST":
        shown = TextForm.initial_of(item.draft, item.version)
        return editor(request, item, _form(request, item, initial=shown))
    form = _form(request, item, request.POST)
    if not form.is_valid():
        return editor(request, item, form, status=422)
    return _save(request, item, form)


def _form(request: HttpRequest, item: Item, *args: Any, **options: Any) -> TextForm:
    """The form with the choices of the item's organ and of today."""
    return TextForm(*args, agency=item.agency, today=law_day(request.now), **options)


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
        )
    except Conflict as conflict:
        return _choose(request, conflict.theirs, text)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
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
        return redirect("publishing:item", pk=item.pk)
    return editor(request, item, _form(request, item, mine), theirs=rows, status=409)


@requires("publishing.edit", on=item_of)
def from_word(request: HttpRequest, item: Item) -> HttpResponse:
    """Take the text of a Word file for the draft's; what could not be taken is said."""
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    form = WordForm(
        request.POST or None, request.FILES or None, initial={"seen_version": item.version}
    )
    if request.method == "POST" and form.is_valid():
        page = _read(form)
        if page is not None:
            return _take(request, item, form, page)
    context = {"item": item, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/from_word.html", context, status=status)


def _read(form: WordForm) -> WordPage | None:
    """The page of the file, or None with the reason beside the field."""
    upload = form.cleaned_data["word"]
    if upload.size > LARGEST_WORD:
        form.add_error("word", f"文件超过 {LARGEST_WORD // 2**20} MB")
        return None
    try:
        return word_to_html(upload.read())
    except UnreadableReport as error:
        form.add_error("word", str(error))
        return None


def _take(request: HttpRequest, item: Item, form: WordForm, page: WordPage) -> HttpResponse:
    text = replace(text_of(item.draft), body=page.html)
    seen = form.cleaned_data["seen_version"]
    saved = save_draft(item=item, seen_version=seen, text=text, by=request.user, now=request.now)
    messages.success(request, "已用 Word 文件的内容替换正文，请核对")
    for warning in (*page.warnings, *_pictures(page)):
        messages.warning(request, warning)
    return redirect("publishing:edit", pk=saved.pk)


def _pictures(page: WordPage) -> list[str]:
    """What is said where the file had pictures."""
    count = len(page.images)
    return [f"文件中的图片没有转入（{count} 幅），请作为附件上传"] if count else []
