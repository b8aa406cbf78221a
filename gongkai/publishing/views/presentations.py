"""Which form an item has, and the editors of questions, of picture sets and of a picture with its text."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent
from gongkai.publishing.actions import choose_presentation
from gongkai.publishing.actions.web_pictures import take_picture
from gongkai.publishing.forms import PictureSetForm, PresentationForm, QuestionsForm
from gongkai.publishing.forms.presentations import about_of, signed
from gongkai.publishing.forms.rows import Row, RowsForm
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import data_of, presentation
from gongkai.publishing.presentations.media import captions_text
from gongkai.publishing.presentations.questions import asked
from gongkai.publishing.views.presenting import Making, stored_of
from gongkai.publishing.views.record import item_of, require_draft
from gongkai.publishing.views.row_editors import RowsEditor, kept_rows


@requires("publishing.edit", on=item_of)
def choose(request: HttpRequest, item: Item) -> HttpResponse:
    """Choose the form of a draft; then its editor opens."""
    require_draft(request, item)
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    first = {"key": item.draft.presentation, "seen_version": item.version}
    form = PresentationForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            choose_presentation(item=item, by=request.user, now=request.now, **form.cleaned_data)
        except (Refusal, Conflict) as refusal:
            form.add_error(None, str(refusal))
        else:
            row = presentation(form.cleaned_data["key"])
            messages.success(request, f"这条信息的形式：{row.label}")
            return redirect(row.editor, pk=item.pk)
    context = {"item": item, "form": form, "row": presentation(item.draft.presentation)}
    status = 422 if form.errors else 200
    return render(request, "publishing/presentations/choose.html", context, status=status)


@requires("publishing.view", on=item_of)
def captions(request: HttpRequest, item: Item) -> HttpResponse:  # noqa: ARG001 - as views are called
    """The captions of the text that is in work, or else of the public one, for the desk's own pages."""
    shown = item.draft or item.published
    written = captions_text(data_of(shown)) if shown and shown.presentation == "video" else ""
    if not written:
        raise Http404
    return HttpResponse(written, content_type="text/vtt; charset=utf-8")


def _asked(request: HttpRequest, item: Item, form: RowsForm) -> list[Row]:  # noqa: ARG001
    return asked(request.POST.get("pasted", "")[:200_000])


QUESTIONS = RowsEditor(
    "questions",
    QuestionsForm,
    kept_rows("questions"),
    lambda _item, rows: Making({"questions": list(rows)}),
    read=_asked,
)


@requires("publishing.edit", on=item_of)
def questions(request: HttpRequest, item: Item) -> HttpResponse:
    """Questions and answers in rows."""
    return QUESTIONS.answer(request, item)


def _picture_rows(item: Item) -> list[Row]:
    words = ("caption", "alt")
    return [
        {
            **{name: row[name] for name in words},
            "about": signed({name: row[name] for name in row if name not in words}),
        }
        for row in kept_rows("pictures")(item)
    ]


def _uploaded(request: HttpRequest, item: Item, form: RowsForm) -> list[Row]:
    """A row for each new picture, its words still empty."""
    rows = []
    for upload in form.cleaned_data["new"]:
        taken = take_picture(agency=item.agency, upload=upload, by=request.user, now=request.now)
        about = dict(taken.drawn[0])
        if taken.pieces[0][0] != taken.given:
            about["large"] = taken.full
        rows.append({"caption": "", "alt": "", "about": signed(about)})
    return rows


def _set_made(_item: Item, rows: Sequence[Row]) -> Making:
    known = [(row, about_of(row["about"])) for row in rows]
    pictures = [
        {**about, "caption": row["caption"], "alt": row["alt"]} for row, about in known if about
    ]
    titles: dict[str, str] = {}
    for number, row in enumerate(pictures, 1):
        titles[row["file"]] = f"图片 {number}"
        if "large" in row:
            titles[row["large"]["file"]] = f"图片 {number} 原图"
    data = {"pictures": pictures}
    return Making(data, stored_of(data), titles)


PICTURES = RowsEditor("pictures", PictureSetForm, _picture_rows, _set_made, uploaded=_uploaded)


@requires("publishing.edit", on=item_of)
def picture_set(request: HttpRequest, item: Item) -> HttpResponse:
    """Pictures in rows, each with its words; many are taken in at once."""
    return PICTURES.answer(request, item)
