"""Editors whose data is rows: questions with answers, pictures with their words. Each button works by sending the form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from gongkai.common.refusals import Refusal
from gongkai.publishing.forms.rows import Row, RowsForm, rearranged
from gongkai.publishing.models import Item
from gongkai.publishing.views.presenting import (
    Making,
    data_shown,
    editor,
    kept_out,
    refused,
    save,
    seen_by,
    too_late,
)

Brought = Callable[[HttpRequest, Item, RowsForm], list[Row]]


@dataclass(frozen=True, slots=True)
class RowsEditor:
    """``rows_of`` gives the rows of what is kept, ``making`` what rows make; ``uploaded`` the rows of files that came with the form.

    ``read`` gives rows out of what was pasted, for a look before they are kept.
    """

    key: str
    form: type[RowsForm]
    rows_of: Callable[[Item], list[Row]]
    making: Callable[[Item, Sequence[Row]], Making]
    uploaded: Brought = lambda request, item, form: []  # noqa: ARG005
    read: Brought = lambda request, item, form: []  # noqa: ARG005

    def answer(self, request: HttpRequest, item: Item) -> HttpResponse:
        """The page, or what a button asked for."""
        closed = kept_out(request, item, self.key)
        if closed is not None:
            return closed
        if request.method != "POST":
            return self._page(request, item, self.rows_of(item), item.version)
        form = self.form(request.POST, files=request.FILES, seen_version=0)
        if item.state != "draft":
            rows = [row for row in form.sent_rows() if any(row.values())]
            return too_late(request, item, self.key, self.making(item, rows).data)
        if request.POST.get("act"):
            return self._rearranged(request, item, form, request.POST["act"])
        return self._saved(request, item, form)

    def _page(
        self, request: HttpRequest, item: Item, rows: Sequence[Row], seen: int, at: int = 0
    ) -> HttpResponse:
        form = self.form(rows=rows, seen_version=seen)
        return editor(request, item, self.key, form, at=at)

    def _rearranged(
        self, request: HttpRequest, item: Item, form: RowsForm, act: str
    ) -> HttpResponse:
        """The rows as a button left them; nothing is kept yet."""
        rows, seen = form.sent_rows(), seen_by(request)
        if any(each.size for each in request.FILES.values()):
            messages.warning(request, "刚才选的文件没有上传，请重新选择，再点“上传”")
        if act != "read":
            rows, at = rearranged(rows, act)
            return self._page(request, item, rows, seen, at)
        filled = [row for row in rows if any(row.values())]
        new = self.read(request, item, form)
        said = f"读出 {len(new)} 条，请核对后保存" if new else "没有读出内容，请核对写法"
        (messages.success if new else messages.warning)(request, said)
        return self._page(request, item, [*filled, *new], seen, len(filled) + 1)

    def _saved(self, request: HttpRequest, item: Item, form: RowsForm) -> HttpResponse:
        if not form.is_valid():
            return editor(request, item, self.key, form)
        try:
            rows = [*form.filled_rows(), *self.uploaded(request, item, form)]
        except Refusal as refusal:
            refused(form, refusal)
            return editor(request, item, self.key, form)
        answer = save(request, item, self.key, form, self.making(item, rows))
        if isinstance(answer, tuple):
            theirs, here = answer
            again = self.form(rows=rows, seen_version=here.version)
            return editor(request, here, self.key, again, theirs=theirs, status=409)
        return answer or editor(request, item, self.key, form)


def kept_rows(name: str) -> Callable[[Item], list[Row]]:
    """The rows that stand under a name of the data of the draft's form."""
    return lambda item: list(data_shown(item).get(name, [])) if item.draft else []
