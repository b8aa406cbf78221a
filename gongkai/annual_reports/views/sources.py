"""Importing a report: upload a file, hold what was read against the source cell by cell, take it over into the draft."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.live import live_balances
from gongkai.annual_reports.editing.saying import Beside, said_of
from gongkai.annual_reports.editing.sections import sections, summary
from gongkai.annual_reports.editing.source import page_count, page_png, source_parts
from gongkai.annual_reports.editing.typed import Typed, read_form, texts_of
from gongkai.annual_reports.editing.uncertain import CHECKED, looked_at, uncertain_cells
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_written, previous_value
from gongkai.annual_reports.values import from_outside, kept_counts
from gongkai.annual_reports.views.editor import SEEN, report_of
from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.report import empty_report
from gongkai.paperwork import UnreadableReport, read_report

PURPOSE = "report_source"
CANNOT = (
    "请换成年报的 Word（docx）、PDF、网页或者文本文件，或者直接在表格里填写；现有的草稿没有改动"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file beside the report it is, or is to be, the source of."""

    report: Report
    file: StoredFile
    value: AnnualReport

    @property
    def is_taken(self) -> bool:
        """Whether the report was already imported from it."""
        return self.report.source_id == self.file.pk

    def bytes(self) -> bytes:
        """The original."""
        with self.file.open() as content:
            return content.read()


@requires("annual_reports.edit", on=report_of)
def import_page(request: HttpRequest, report: Report) -> HttpResponse:
    """Choose a file; look at what was read beside the source; take it over."""
    if request.method == "POST" and "upload" in request.FILES:
        return _upload(request, report)
    token = request.POST.get("file") or request.GET.get("file") or ""
    if request.method == "POST" and not token:
        return _choose(request, report, "请先选择文件")
    file = _file(report, token) if token else report.source
    if file is None or "other" in request.GET:
        return _choose(request, report)
    try:
        source = Source(report, file, _value(report, file))
    except UnreadableReport as error:
        return _choose(request, report, f"《{file.name}》读不出年度报告：{error}。{CANNOT}")
    return _accept(request, source) if request.method == "POST" else _beside(request, source)


def _file(report: Report, token: str) -> StoredFile:
    return get_object_or_404(StoredFile, token=token, agency=report.agency, purpose=PURPOSE)


def _value(report: Report, file: StoredFile) -> AnnualReport:
    """What the record holds of its own source, or what is read from another file."""
    if report.source_id == file.pk:
        return as_written(report)
    with file.open() as content:
        value = read_report(content.read())
    return from_outside(replace(value, title=value.title or report.title), report)


def _choose(request: HttpRequest, report: Report, wrong: str = "") -> HttpResponse:
    context = {"report": report, "wrong": wrong, "filled": _filled(report)}
    status = 400 if wrong else 200
    return render(request, "annual_reports/import_choose.html", context, status=status)


def _filled(report: Report) -> int:
    """How many fields of the draft hold something that an import replaces."""
    value = as_written(report)
    empty = texts_of(empty_report(value.edition, undivided=value.undivided))
    texts = texts_of(value).items()
    return sum(text != empty[name] for name, text in texts if name not in {"title", "signed_on"})


def _upload(request: HttpRequest, report: Report) -> HttpResponse:
    try:
        file = receive(
            agency=report.agency,
            upload=request.FILES["upload"],
            purpose=PURPOSE,
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
    except Refusal as refusal:
        sentence = f"{refusal.sentence}。{refusal.next_step or CANNOT}"
        return _choose(request, report, sentence)
    answer = redirect("annual_reports:import", pk=report.pk)
    answer["Location"] += f"?file={file.token}"
    return answer


def _beside(
    request: HttpRequest,
    source: Source,
    typed: Typed | None = None,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    """Source and result side by side, uncertain cells counted and marked."""
    typed = typed or read_form({}, source.value)
    report = source.report
    counts = kept_counts(report)
    written = replace(typed.value, organ=report.organ, year=report.year)
    found = said_of(written, Beside(counts, kind=report.agency.kind))
    context: dict[str, Any] = {
        "report": report,
        "source": source,
        "pages": range(1, _pages(source) + 1),
        **_shown(source),
        "typed": typed,
        "sections": sections(typed, found, counts),
        "uncertain": uncertain_cells(source.value),
        "checked": [name for name in request.POST if name.startswith(CHECKED)],
        "wrong": summary(typed) if request.method == "POST" else (),
        "errors": sum(finding.severity == "error" for finding in found),
        "live": live_balances(typed.value, previous_value(report)),
        "filled": 0 if source.is_taken else _filled(report),
        "refusal": refusal,
        "asks": isinstance(refusal, actions.AnotherReport),
    }
    return render(request, "annual_reports/import_beside.html", context, status=status)


def _pages(source: Source) -> int:
    try:
        return page_count(source.bytes()) if source.file.kind == "pdf" else 0
    except UnreadableReport:
        return 0


def _shown(source: Source) -> dict[str, Any]:
    """The source's own words and tables; where they could not be read just now, why."""
    try:
        return {"parts": list(source_parts(source.bytes()))}
    except UnreadableReport as error:
        return {"parts": [], "not_shown": str(error)}


def _accept(request: HttpRequest, source: Source) -> HttpResponse:
    """Take the figures over as they stand in the form: first what was read, then what a person changed in it."""
    typed = read_form(request.POST.dict(), source.value)
    if not typed.can_be_saved:
        return _beside(request, source, typed, status=422)
    if request.POST.get(SEEN) != str(source.report.version):
        refusal = Refusal(
            "您打开本页之后，别人保存过这份草稿", next_step="再按一次就以本页的内容为准"
        )
        return _beside(request, source, typed, refusal=refusal, status=409)
    keys = {name.removeprefix(CHECKED) for name in request.POST if name.startswith(CHECKED)}
    try:
        _take_over(request, source, looked_at(typed.value, keys))
    except Refusal as refusal:
        return _beside(request, source, typed, refusal=refusal, status=refusal.status)
    messages.success(request, f"已采用《{source.file.name}》里的数据和文字")
    return redirect("annual_reports:edit", pk=source.report.pk)


@transaction.atomic
def _take_over(request: HttpRequest, source: Source, value: AnnualReport) -> None:
    """What was read and what was changed in it are taken over together or not at all."""
    by, now = request.user, request.now  # type: ignore[attr-defined]
    report = source.report
    if not source.is_taken:
        report = actions.import_file(
            report=report,
            file=source.file,
            by=by,  # type: ignore[arg-type]
            now=now,
            confirmed="confirmed" in request.POST,
        )
    actions.save(report=report, seen_version=report.version, value=value, by=by, now=now)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page of a file that was handed in for a report."""

    agency: Agency
    file: StoredFile
    number: int


def page_of(pk: int, token: str, number: int) -> SourcePage:
    """The page, or 404."""
    report = report_of(pk)
    return SourcePage(report.agency, _file(report, token), number)


@require_GET
@requires("annual_reports.edit", on=page_of)
def source_page(_request: HttpRequest, page: SourcePage) -> HttpResponse:
    """A page of a PDF as a picture, kept by the browser for the day."""
    with page.file.open() as content:
        data = content.read()
    try:
        picture = page_png(data, page.number)
    except UnreadableReport as error:
        raise Http404 from error
    headers = {
        "Cache-Control": "private, max-age=86400",
        "Content-Disposition": f'attachment; filename="page-{page.number}.png"',
    }
    return HttpResponse(picture, content_type="image/png", headers=headers)
