"""Which form an item has, and the editor of questions and answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent
from gongkai.publishing.actions import choose_presentation
from gongkai.publishing.forms import PresentationForm, QuestionsForm
from gongkai.publishing.forms.rows import Row, rearranged
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import presentation
from gongkai.publishing.presentations.questions import asked
from gongkai.publishing.views.presenting import (
    Making,
    data_shown,
    editor,
    kept_out,
    save,
    seen_by,
    too_late,
)
from gongkai.publishing.views.record import item_of, require_draft


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


@requires("publishing.edit", on=item_of)
def questions(request: HttpRequest, item: Item) -> HttpResponse:
    """Questions and answers in rows; each button works by sending the form."""
    closed = kept_out(request, item, "questions")
    if closed is not None:
        return closed
    if request.method != "POST":
        rows = data_shown(item).get("questions", []) if item.draft else []
        return _shown(request, item, rows, item.version)
    form = QuestionsForm(request.POST, seen_version=0)
    data = {"questions": [row for row in form.sent_rows() if any(row.values())]}
    if item.state != "draft":
        return too_late(request, item, "questions", data)
    act = request.POST.get("act", "")
    if act:
        return _rearranged(request, item, form, act)
    if not form.is_valid():
        return editor(request, item, "questions", form)
    return _saved(request, item, form)


def _shown(request: HttpRequest, item: Item, rows: list[Row], seen: int, at: int = 0) -> HttpResponse:  # fmt: skip
    form = QuestionsForm(rows=rows, seen_version=seen)
    return editor(request, item, "questions", form, at=at)


def _rearranged(request: HttpRequest, item: Item, form: QuestionsForm, act: str) -> HttpResponse:
    """The rows as a button left them; nothing is kept yet."""
    rows = form.sent_rows()
    seen = seen_by(request)
    if act == "paste":
        rows = [row for row in rows if any(row.values())]
        new = asked(request.POST.get("pasted", ""))
        said = f"读出 {len(new)} 问，请核对后保存" if new else "没有找到“问：”“答：”开头的行"
        (messages.success if new else messages.warning)(request, said)
        return _shown(request, item, [*rows, *new], seen, len(rows) + 1)
    rows, at = rearranged(rows, act)
    return _shown(request, item, rows, seen, at)


def _saved(request: HttpRequest, item: Item, form: QuestionsForm) -> HttpResponse:
    rows = form.filled_rows()
    answer = save(request, item, "questions", form, Making({"questions": rows}))
    if isinstance(answer, tuple):
        theirs, here = answer
        again = QuestionsForm(rows=rows, seen_version=here.version)
        return editor(request, here, "questions", again, theirs=theirs, status=409)
    return answer or editor(request, item, "questions", form)
