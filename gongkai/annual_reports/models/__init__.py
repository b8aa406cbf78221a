"""Records of annual reports."""

from gongkai.annual_reports.models.collected import (
    CollectedBatch,
    CollectedFile,
    HandedIn,
    Reminder,
)
from gongkai.annual_reports.models.deadline import ReportDeadline
from gongkai.annual_reports.models.evidence import ReportEvidence
from gongkai.annual_reports.models.population import Population
from gongkai.annual_reports.models.promise import Promise
from gongkai.annual_reports.models.report import EDITIONS, Remark, Report, ReportVersion
from gongkai.annual_reports.models.returned import DepartmentReturn

__all__ = [
    "EDITIONS",
    "CollectedBatch",
    "CollectedFile",
    "DepartmentReturn",
    "HandedIn",
    "Population",
    "Promise",
    "Remark",
    "Reminder",
    "Report",
    "ReportDeadline",
    "ReportEvidence",
    "ReportVersion",
]
