"""The annual report of art. 49 and 50: its form, its chapters, and the balances that must hold."""

from gongkai.law.annual_report.checks import check
from gongkai.law.annual_report.findings import Finding
from gongkai.law.annual_report.report import AnnualReport, Figure, Note

__all__ = ["AnnualReport", "Figure", "Finding", "Note", "check"]
