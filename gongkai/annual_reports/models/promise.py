"""What a report promised to improve, and what the next year's report says of it."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.annual_reports.models.report import Report

DIRECTIONS = (("less", "减少"), ("more", "增加"))
OUTCOMES = (("kept", "已经做到"), ("partly", "部分做到"), ("not_kept", "没有做到"))


class Promise(models.Model):
    """One promise of the report of a year. ``measure`` is the field of sentences that shows whether it was kept, "" for none.

    ``direction``: which way its number should go; ``target``: to which at least (more) or at most (less). ``outcome`` and
    ``words`` are the answer, given when the report of the next year is made.
    """

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="promises", verbose_name="报告"
    )
    text = models.CharField("承诺", max_length=300)
    measure = models.CharField("用哪个数字看", max_length=60, blank=True)
    direction = models.CharField("应当", max_length=8, choices=DIRECTIONS, blank=True)
    target = models.PositiveIntegerField("目标", null=True, blank=True)
    promised_by_name = models.CharField("登记人", max_length=64)
    promised_at = models.DateTimeField("登记时间")
    outcome = models.CharField("落实情况", max_length=16, choices=OUTCOMES, blank=True)
    words = models.CharField("说明", max_length=500, blank=True)
    answered_by_name = models.CharField("答复人", max_length=64, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True)

    class Meta:
        verbose_name = "改进承诺"
        constraints = (
            models.UniqueConstraint(
                fields=("report", "text"), name="annual_reports_promise_once_a_report"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_at__isnull=True)
                | (~Q(outcome="") & Q(answered_at__isnull=False)),
                name="annual_reports_promise_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(measure="", direction="", target__isnull=True) | ~Q(measure=""),
                name="annual_reports_promise_measured_by_something",
            ),
        )
        ordering = ("report", "pk")

    def __str__(self) -> str:
        return self.text

    @property
    def agency(self) -> Agency:
        """Whose promise it is, by which permissions guard it."""
        return self.report.agency
