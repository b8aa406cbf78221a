"""Annual reports, their frozen versions, and the remarks they came back with."""

import json
from typing import Any

from django.conf import settings
from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.files.models import StoredFile
from gongkai.law.report_states import STATES, State, state

EDITIONS = (("2021", "2021年格式"), ("2019", "2019年试行格式"))


class Report(Versioned):
    """One organ's report of one year, as it is being worked on. What was signed stands in ``ReportVersion`` and stays as it was.

    ``figures`` maps each cell of the form to an int, a decimal string or null; ``notes`` are the contract's notes on cells;
    ``chapters`` hold the fields of their sentences in braces; ``counts`` is what those outside the form stand for, as counted
    last: {"at", "as_of", "values": {name: {"key", "value", "unit"}}}.
    ``reading`` says of an imported file what was read from it: {"at", "name", "sha256", "report": contract}.
    ``compiled`` says of figures that were taken from the records: {"at", "as_of", "by", "figures"}. ``writers`` are
    the ids of all who had a hand in the present draft: none of them may review or sign it.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="reports", verbose_name="机关"
    )
    year = models.PositiveSmallIntegerField("年度")
    state = models.CharField(
        "状态",
        max_length=16,
        choices=tuple((row.key, row.label) for row in STATES),
        default="draft",
    )
    edition = models.CharField("格式", max_length=4, choices=EDITIONS, default="2021")
    title = models.CharField("标题", max_length=200)
    organ = models.CharField("报告机关名称", max_length=100)
    signed_on = models.DateField("落款日期", null=True, blank=True)
    figures = models.JSONField("数据", default=dict)
    notes = models.JSONField("单元格说明", default=list)
    chapters = models.JSONField("各章文字", default=dict)
    source = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="来源文件"
    )
    counts = models.JSONField("文中的计数", default=dict)
    reading = models.JSONField("导入记录", default=dict)
    writers = models.JSONField("编写人", default=list)
    compiled = models.JSONField("从记录生成", default=dict, blank=True)
    correction_note = models.TextField("更正说明", blank=True)
    is_withdrawn = models.BooleanField("已撤下", default=False)
    created_at = models.DateTimeField("建立时间")
    updated_at = models.DateTimeField("修改时间")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="送复核人",
    )
    submitted_at = models.DateTimeField("送复核时间", null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="复核人",
    )
    reviewed_at = models.DateTimeField("复核时间", null=True)

    class Meta:
        verbose_name = "年度报告"
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year"), name="annual_reports_one_report_a_year"
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=2008, year__lte=2999),
                name="annual_reports_year_is_a_year",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[row.key for row in STATES]),
                name="annual_reports_state_is_of_the_table",
            ),
        )
        ordering = ("-year", "agency")

    def __str__(self) -> str:
        return f"{self.organ}{self.year}年度报告"

    @property
    def stands(self) -> State:
        """The row of the state it is in."""
        return state(self.state)


class ReportVersion(models.Model):
    """What was signed: the contract JSON as bytes that never change, and their SHA-256. Triggers refuse any change (0002).

    ``note`` says what a correction corrects. A version that was signed and taken back before publication stays, unpublished.
    """

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="versions", verbose_name="报告"
    )
    number = models.PositiveIntegerField("版次")
    frozen = models.TextField("冻结的数据和文字")
    sha256 = models.CharField("SHA-256", max_length=64)
    acknowledged = models.JSONField("签发时确认的提示", default=list)
    submitted_by_name = models.CharField("送复核人", max_length=64)
    reviewed_by_name = models.CharField("复核人", max_length=64)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="签发人"
    )
    signed_by_name = models.CharField("签发人姓名", max_length=64)
    signed_at = models.DateTimeField("签发时间")
    published_at = models.DateTimeField("公布时间", null=True)
    note = models.TextField("更正说明", blank=True)

    class Meta:
        verbose_name = "年度报告的一版"
        constraints = (
            models.UniqueConstraint(
                fields=("report", "number"), name="annual_reports_version_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="annual_reports_version_from_one"
            ),
        )
        ordering = ("report", "number")

    def __str__(self) -> str:
        return f"{self.report}第{self.number}版"

    @property
    def contract(self) -> dict[str, Any]:
        """The frozen contract JSON."""
        return json.loads(self.frozen)

    @property
    def agency(self) -> Agency:
        """Whose it is."""
        return self.report.agency


class Remark(models.Model):
    """What a report came back with: one remark on one place (a cell, a chapter, or the whole), open until it is sent up again."""

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="remarks", verbose_name="报告"
    )
    where = models.CharField("位置", max_length=100, blank=True)
    text = models.CharField("意见", max_length=1000)
    by_name = models.CharField("提出人", max_length=64)
    at = models.DateTimeField("时间")
    open = models.BooleanField("待处理", default=True)

    class Meta:
        verbose_name = "退回意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text
