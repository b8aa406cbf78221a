"""What the pages of a report share: the record that an address names."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from gongkai.annual_reports.models import Report, ReportVersion


def report_of(pk: int) -> Report:
    """The report of that number, or 404."""
    people = ("agency", "submitted_by", "reviewed_by", "source")
    return get_object_or_404(Report.objects.select_related(*people), pk=pk)


def version_of(pk: int, number: int) -> ReportVersion:
    """One signed version of a report, or 404."""
    found = ReportVersion.objects.select_related("report__agency")
    return get_object_or_404(found, report_id=pk, number=number)


def version_and_kind(pk: int, number: int, kind: str) -> ReportVersion:
    """The version whose file of that kind is asked for, or 404; the kind is kept on it."""
    if kind not in {"docx", "pdf", "html", "json"}:
        raise Http404
    version = version_of(pk, number)
    version.kind = kind
    return version
