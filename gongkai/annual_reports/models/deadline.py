"""The days that a county sets for the reports of its townships."""

from django.db import models

from gongkai.agencies.models import Agency


class ReportDeadline(models.Model):
    """The day by which the townships below an agency publish: of one year's report, or of every year's (``year`` None)."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="report_deadlines", verbose_name="主管机关"
    )
    year = models.PositiveSmallIntegerField("报告年度", null=True, blank=True)
    month = models.PositiveSmallIntegerField("月")
    day = models.PositiveSmallIntegerField("日")
    basis = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "乡镇年度报告公布日期"
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year"),
                condition=models.Q(year__isnull=False),
                name="annual_reports_one_deadline_a_year",
            ),
            models.UniqueConstraint(
                fields=("agency",),
                condition=models.Q(year__isnull=True),
                name="annual_reports_one_deadline_for_every_year",
            ),
            models.CheckConstraint(
                condition=models.Q(month__gte=1, month__lte=12, day__gte=1, day__lte=31),
                name="annual_reports_deadline_is_a_date",
            ),
        )
        ordering = ("agency", "year")

    def __str__(self) -> str:
        every = f"{self.year}年度" if self.year else "各年度"
        return f"{self.agency}：{every}报告于次年{self.month}月{self.day}日前公布"
