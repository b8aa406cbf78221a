"""What departments hand in through the year for the lines of 表二 that no record of this system holds: decisions and fees."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency, Department
from gongkai.law.annual_report.definitions import RETURN_LINES

LINE_CHOICES = tuple((line.key, line.label) for line in RETURN_LINES)
SOURCES = (("typed", "填报"), ("imported", "导入"))


class DepartmentReturn(models.Model):
    """One number for one line and one span of days within ``year``. It never changes: a wrong one is replaced by another, or struck out.

    ``department`` None: handed in for the organ as a whole. ``figure`` is in 件, for fees in 万元. ``no_power``: the organ or
    department has no such power, so its number is 0. ``struck_at``: no longer counted, because of ``struck_reason``.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="returns", verbose_name="机关"
    )
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="部门",
    )
    line = models.CharField("项目", max_length=40, choices=LINE_CHOICES)
    year = models.PositiveSmallIntegerField("年度")
    first_day = models.DateField("从哪一天")
    last_day = models.DateField("到哪一天")
    figure = models.DecimalField("数量", max_digits=18, decimal_places=6)
    no_power = models.BooleanField("没有这项职权", default=False)
    basis = models.CharField("依据", max_length=200, blank=True)
    source = models.CharField("怎样报来", max_length=16, choices=SOURCES, default="typed")
    file_name = models.CharField("文件", max_length=200, blank=True)
    by_id = models.BigIntegerField("填报人编号")
    by_name = models.CharField("填报人", max_length=64)
    at = models.DateTimeField("填报时间")
    replaces = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
        verbose_name="代替",
    )
    struck_at = models.DateTimeField("作废时间", null=True, blank=True)
    struck_by_name = models.CharField("作废人", max_length=64, blank=True)
    struck_reason = models.CharField("作废的原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "部门报送数据"
        constraints = (
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="annual_reports_return_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(figure__gte=0), name="annual_reports_return_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(no_power=False) | Q(figure=0), name="annual_reports_no_power_is_nought"
            ),
            models.CheckConstraint(
                condition=Q(struck_at__isnull=True) | ~Q(struck_reason=""),
                name="annual_reports_struck_for_a_reason",
            ),
        )
        indexes = (models.Index(fields=("agency", "year", "line"), name="annual_reports_return"),)
        ordering = ("line", "department", "first_day", "pk")

    def __str__(self) -> str:
        return f"{self.get_line_display()} {self.first_day}至{self.last_day}"
