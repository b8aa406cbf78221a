"""Blacking out a paper of a case: page by page, with the places drawn, typed or found; then the new file, and what was withheld."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.casework import actions
from gongkai.casework.actions import burning, redacting
from gongkai.casework.forms import redaction as forms
from gongkai.casework.models import Case, CaseFile, RedactionSheet
from gongkai.casework.redacting import (
    boxes_of,
    can_be_redacted,
    sheet_of,
    withheld_in,
    withheld_rows,
)
from gongkai.casework.views.finding import on_case, paper_of
from gongkai.casework.views.found_places import found_places
from gongkai.common.act_pages import MISTAKES
from gongkai.common.refusals import Refusal
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.redaction import page_picture


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing done by a form: what is said afterwards, "" where the page says it itself."""

    form: type[forms.SheetForm]
    act: Callable[..., Any]
    said: str = ""


def _mark(sheet: RedactionSheet, said: Mapping[str, Any], **who: Any) -> object:
    return redacting.add_boxes(
        sheet=sheet, boxes=said["boxes"], ground=said["ground"], note=said["note"], **who
    )


def _remove(sheet: RedactionSheet, said: Mapping[str, Any], **who: Any) -> object:
    return redacting.remove_box(sheet=sheet, box=said["box"], **who)


def _plainly(action: Callable[..., Any], *names: str) -> Callable[..., Any]:
    """Call an action with some of what was typed."""

    def act(sheet: RedactionSheet, said: Mapping[str, Any], **who: Any) -> object:
        return action(sheet=sheet, **{name: said[name] for name in names}, **who)

    return act


def _burn(sheet: RedactionSheet, said: Mapping[str, Any], **who: Any) -> object:
    names = ("title", "keep_words", "seen_version")
    asked = burning.ask_to_burn(sheet=sheet, **{name: said[name] for name in names}, **who)
    if asked.pages <= burning.AT_ONCE:
        burning.burn(asked.pk, asked.version, who["now"])
    return asked


DOINGS: Mapping[str, Doing] = {
    "box": Doing(forms.RegionForm, _mark, "已标记"),
    "pages": Doing(forms.PagesForm, _mark, "已标记"),
    "found": Doing(forms.FoundForm, _mark, "已标记找到的地方"),
    "remove": Doing(forms.NumberForm, _remove, "已去掉一处"),
    "undo": Doing(forms.UndoForm, _plainly(redacting.undo_step), "已撤销一步"),
    "burn": Doing(forms.BurnForm, _burn),
    "accept": Doing(forms.AcceptForm, _plainly(burning.accept_leftovers, "reason", "seen_version")),
    "cover": Doing(
        forms.CoverForm, _plainly(burning.cover_leftovers, "ground", "note"), "别处也已标记"
    ),
    "back": Doing(forms.BackForm, _plainly(burning.mark_further)),
    "drop": Doing(forms.DropForm, _plainly(redacting.drop_redaction), "这次涂黑不用了"),
    "again": Doing(forms.AgainForm, _plainly(redacting.redact_again)),
}


@on_case("casework.handle", paper_of)
def redact(request: HttpRequest, paper: CaseFile) -> HttpResponse:
    """涂黑材料"""
    sheet = sheet_of(paper)
    if request.method != "POST":
        return _page(request, paper, sheet)
    do = request.POST.get("do", "")
    if sheet is None or do == "start":
        sheet = redacting.start_redaction(paper=paper, by=request.user, now=request.now)
        _mark_read(request, paper)
        return redirect("casework:redact", pk=paper.pk)
    if do == "find":
        return _found(request, paper, sheet)
    if do not in DOINGS:
        messages.error(request, "这一页不完整，请刷新后再办理")
        return _page(request, paper, sheet, status=MISTAKES)
    return _done(request, paper, sheet, DOINGS[do])


def _done(
    request: HttpRequest, paper: CaseFile, sheet: RedactionSheet, doing: Doing
) -> HttpResponse:
    """Do it, and show the same page of the paper again; what stands against it is said, and what was typed kept."""
    form = doing.form(request.POST, sheet=sheet)
    if not form.is_valid():
        return _page(request, paper, sheet, form, MISTAKES)
    try:
        doing.act(sheet, form.cleaned_data, by=request.user, now=request.now)
    except Refusal as refusal:
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return _page(request, paper, sheet_of(paper) or sheet, form, refusal.status)
    if doing.said:
        messages.success(request, doing.said)
    page = form.cleaned_data.get("page") or _number(request, sheet)
    return redirect(f"{reverse('casework:redact', kwargs={'pk': paper.pk})}?page={page}")


def _found(request: HttpRequest, paper: CaseFile, sheet: RedactionSheet) -> HttpResponse:
    """The places of some words, to be ticked; nothing is marked yet."""
    form = forms.WordsForm(request.POST, sheet=sheet)
    if not form.is_valid():
        return _page(request, paper, sheet, form, MISTAKES)
    try:
        found = found_places(sheet, form.cleaned_data["lines"], form.cleaned_data["kinds"])
    except UnreadableReport as error:
        form.add_error(None, str(error))
        return _page(request, paper, sheet, form, MISTAKES)
    return _page(request, paper, sheet, form, found=found)


def _number(request: HttpRequest, sheet: RedactionSheet) -> int:
    """The page that is looked at; the first where that is none."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return number if 1 <= number <= sheet.pages else 1


def _page(
    request: HttpRequest,
    paper: CaseFile,
    sheet: RedactionSheet | None,
    bound: forms.SheetForm | None = None,
    status: int = 200,
    found: Any = None,
) -> HttpResponse:
    if sheet is None:
        if not can_be_redacted(paper):
            raise Refusal("只有 PDF、图片和 Word 文件可以涂黑", next_step="请导出为 PDF 再加入材料")
        context = {"paper": paper, "case": paper.case}
        return render(request, "casework/redact_start.html", context)
    _mark_read(request, paper)
    answer = render(
        request,
        "casework/redact.html",
        _context(request, paper, sheet, bound, found),
        status=status,
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


def _context(
    request: HttpRequest,
    paper: CaseFile,
    sheet: RedactionSheet,
    bound: forms.SheetForm | None,
    found: Any,
) -> dict[str, Any]:
    number, boxes = _number(request, sheet), list(boxes_of(sheet))
    shown = {do: doing.form(sheet=sheet) for do, doing in DOINGS.items()}
    shown["find"] = forms.WordsForm(sheet=sheet)
    shown["box"].initial = {"page": number, "do": "box"}
    if bound is not None:
        shown[bound.DO] = bound
    return {
        "paper": paper,
        "case": paper.case,
        "sheet": sheet,
        "number": number,
        "size": sheet.sizes[number - 1],
        "black": request.GET.get("black") == "1",
        "boxes": boxes,
        "here": [box for box in boxes if box.page == number],
        "rows": withheld_rows(sheet.title, boxes),
        "leftovers": sorted({each[0] for each in sheet.leftovers}),
        "forms": shown,
        "form": bound,
        "found": found,
        "cite": redacting.PART,
    }


def _mark_read(request: HttpRequest, paper: CaseFile) -> bool:
    """Once a session the journal says that this person looks into the paper, before any page of it is shown."""
    seen = request.session.setdefault("papers_read", [])
    if paper.pk in seen:
        return False
    actions.read_paper(paper=paper, by=request.user, now=request.now)
    request.session["papers_read"] = [*seen[-200:], paper.pk]
    return True


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page of a paper that is being blacked out."""

    paper: CaseFile
    sheet: RedactionSheet
    number: int

    @property
    def case(self) -> Case:
        """Its case."""
        return self.paper.case

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.paper.agency


def page_of(pk: int, number: int) -> SheetPage:
    """The page, or 404."""
    paper = paper_of(pk)
    sheet = sheet_of(paper)
    if sheet is None or not 1 <= number <= sheet.pages:
        raise Http404
    return SheetPage(paper, sheet, number)


@on_case("casework.handle", page_of)
@require_GET
def redact_page(request: HttpRequest, page: SheetPage) -> HttpResponse:
    """One page as a picture; with ``black=1`` as it will be released."""
    _mark_read(request, page.paper)
    boxes = boxes_of(page.sheet).filter(page=page.number)
    black = request.GET.get("black") == "1"
    try:
        data = redacting.bytes_of(page.sheet.working)
        picture = page_picture(data, page.number, [box.edges for box in boxes] if black else ())
    except UnreadableReport as error:
        raise Refusal(str(error)) from error
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="page-{page.number}.png"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(picture, content_type="image/png", headers=headers)


@on_case("casework.view")
@require_GET
def withheld(request: HttpRequest, case: Case) -> HttpResponse:
    """不予公开清单"""
    rows = withheld_in(case)
    return render(request, "casework/withheld.html", {"case": case, "rows": rows})
