"""What the editors of all forms share: who may open them, saving with the choice where two people saved, and what is too late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.refusals import Conflict, Refusal
from gongkai.files.models import StoredFile
from gongkai.publishing import queries
from gongkai.publishing.actions import save_presentation
from gongkai.publishing.actions.presentations import with_data
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.differences import Difference, differences
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import Data, data_of, presentation, texts_in, tokens_in
from gongkai.publishing.views.record import item_of


@dataclass(frozen=True, slots=True)
class Making:
    """What an editor made: the data, the files that came with it, and what files are called."""

    data: Data
    added: tuple[StoredFile, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def kept_out(request: HttpRequest, item: Item, key: str) -> HttpResponse | None:
    """Where the editor of a form is closed: the item's page for who only looks, a refusal for what was sent; else None."""
    if item.state != "draft":
        return None if request.method == "POST" else redirect("publishing:item", pk=item.pk)
    if item.draft.presentation != key:
        if request.method == "POST":
            raise Refusal("这条信息已经换成别的形式", next_step="回到这条信息，看看它现在的形式")
        return redirect("publishing:presentation", pk=item.pk)
    return None


def editor(
    request: HttpRequest,
    item: Item,
    key: str,
    form: forms.Form,
    *,
    theirs: list[Difference] | None = None,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    """The page of a form's editor with what was typed; ``theirs`` is how another person's saved work differs from it."""
    row = presentation(key)
    shown = {"item": item, "form": form, "row": row, "theirs": theirs, **context}
    template = f"publishing/presentations/edit_{key}.html"
    return render(request, template, shown, status=status or (422 if form.errors else 200))


def too_late(request: HttpRequest, item: Item, key: str, data: Data) -> HttpResponse:
    """The text went on while somebody was writing: what was typed is shown, to be kept elsewhere."""
    kept = list(texts_in(presentation(key), data))
    return render(request, "publishing/too_late.html", {"item": item, "kept": kept}, status=409)


def save(
    request: HttpRequest, item: Item, key: str, form: forms.Form, making: Making
) -> HttpResponse | tuple[list[Difference], Item] | None:
    """Keep it: the answer where that is done or too late; the differences with the item where another person saved first.

    None where it was refused: the form holds the sentence.
    """
    try:
        saved = save_presentation(
            item=item,
            key=key,
            data=making.data,
            added=making.added,
            titles=making.titles,
            seen_version=form.cleaned_data["seen_version"],
            by=request.user,
            now=request.now,
        )
    except Conflict as conflict:
        return _against(conflict.theirs, making)
    except Refusal as refusal:
        if item_of(item.pk).state != "draft":
            return too_late(request, item, key, making.data)
        refused(form, refusal)
        return None
    messages.success(request, "已保存")
    if request.POST.get("then") in {"go_on", "transcript"}:
        return redirect(presentation(key).editor, pk=saved.pk)
    return redirect("publishing:item", pk=saved.pk)


def _against(theirs: Item, making: Making) -> tuple[list[Difference], Item]:
    """How what was made here differs from what another person saved."""
    here = item_of(theirs.pk)
    before = text_of(here.draft)
    mine = with_data(before, here, making.data, making.added, making.titles)
    return differences(queries.lines_of(here.draft), queries.lines_of(mine)), here


def refused(form: forms.Form, refusal: Refusal, field: str | None = None) -> None:
    """The sentence of a refusal beside what it is about."""
    form.add_error(field, "。".join(filter(None, (str(refusal), refusal.next_step))))


def stored_of(data: Data) -> tuple[StoredFile, ...]:
    """The stored files that data names, whose tokens came from us alone."""
    return tuple(StoredFile.objects.filter(token__in=tokens_in(data)))


def seen_by(request: HttpRequest) -> int:
    """The state of the item that the person has before them; 0, which no item has, where that was not said."""
    told = request.POST.get("seen_version", "")
    return int(told) if told.isdecimal() and len(told) < 10 else 0


def data_shown(item: Item) -> dict[str, Any]:
    """The data of the draft's form."""
    return data_of(item.draft)
