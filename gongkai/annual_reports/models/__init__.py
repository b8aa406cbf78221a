"""Records of annual reports."""

from gongkai.annual_reports.models.collected import (
    CollectedBatch,
    CollectedFile,
    HandedIn,
    Reminder,
)
from gongkai.annual_reports.models.deadline import ReportDeadline
from gongkai.annual_reports.models.report import EDITIONS, Remark, Report, ReportVersion

__all__ = [
    "EDITIONS",
    "CollectedBatch",
    "CollectedFile",
    "HandedIn",
    "Remark",
    "Reminder",
    "Report",
    "ReportDeadline",
    "ReportVersion",
]
