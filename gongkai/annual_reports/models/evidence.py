"""What a signed version rests on: the counted facts of every record behind its figures, as they were when it was signed."""

import json
from typing import Any

from django.db import models

from gongkai.annual_reports.models.report import ReportVersion


class ReportEvidence(models.Model):
    """The evidence of one version, as text that never changes, and its SHA-256. Triggers refuse any change.

    ``frozen`` is ``compiling.evidence``'s: the day of the count, the compiled figures, and by kind of record each
    one's id with the facts that put it into its cells.
    """

    version = models.OneToOneField(
        ReportVersion, on_delete=models.PROTECT, related_name="evidence", verbose_name="版本"
    )
    frozen = models.TextField("固定的记录")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = "年度报告的依据"

    def __str__(self) -> str:
        return f"{self.version}的依据"

    @property
    def content(self) -> dict[str, Any]:
        """What was frozen."""
        return json.loads(self.frozen)
