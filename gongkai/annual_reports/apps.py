"""年度报告编制"""

from django.apps import AppConfig


class AnnualReportsConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.annual_reports"
    label = "annual_reports"
    verbose_name = "年度报告编制"
