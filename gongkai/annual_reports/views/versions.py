"""Signed versions: their files, and whether what is kept still has the hash that was written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from gongkai.annual_reports.editing.panel import panel
from gongkai.annual_reports.freezing import sha256_of
from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.annual_reports.queries import as_value, version_value
from gongkai.annual_reports.views.finding import report_of, version_and_kind, version_of
from gongkai.annual_reports.views.record import content
from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import CannotPrint, print_report

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


@requires("annual_reports.view", on=version_of)
def version(request: HttpRequest, record: ReportVersion) -> HttpResponse:
    """One version with its hash worked out anew."""
    value = version_value(record)
    context = {
        "version": record,
        "report": record.report,
        "now_sha256": sha256_of(record.frozen),
        "size": len(record.frozen.encode()),
        "weights": panel(value, []),
        **content(value, []),
    }
    return render(request, "annual_reports/version.html", context)


@requires("annual_reports.view", on=version_and_kind)
def download(request: HttpRequest, record: ReportVersion) -> HttpResponse:  # noqa: ARG001  # a view takes it
    """The version as a file. The JSON is the frozen text itself, byte for byte."""
    is_data = record.kind == "json"
    data = record.frozen.encode() if is_data else _printed(version_value(record), record.kind)
    return _as_file(data, f"{record.report}第{record.number}版", record.kind)


@requires("annual_reports.view", on=report_of)
def preview(request: HttpRequest, report: Report) -> HttpResponse:  # noqa: ARG001  # a view takes it
    """The report as it stands now, as PDF; its name says that it is no signed text."""
    return _as_file(_printed(as_value(report), "pdf"), f"{report}（未签发稿）", "pdf")


def _printed(value: AnnualReport, kind: str) -> bytes:
    try:
        return print_report(value, kind)  # type: ignore[arg-type]
    except CannotPrint as error:
        raise Refusal(str(error), next_step="可以先下载 Word 文件") from error


def _as_file(data: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=TYPES[kind])
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{name}.{kind}"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
