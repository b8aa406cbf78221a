"""Annual reports."""

from django.apps import AppConfig


class AnnualReportsConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.annual_reports"
    label = "annual_reports"
    verbose_name = "年度报告"

    def ready(self) -> None:
        """Add the acts on reports to the matrix."""
        from gongkai.annual_reports.acts import ACTS
        from gongkai.common.permissions import declare

        declare(*ACTS)
