"""Reports that a government's office collects from its organs: folders of files, each file, and what each organ handed in."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.annual_reports.models.report import ReportVersion
from gongkai.law.collection_states import STATES, State, state

SOURCES = (("system", "本系统"), ("file", "文件"))
BATCH_STATES = (("running", "正在读取"), ("done", "读完"))
FILE_STATES = (
    ("waiting", "还没轮到"),
    ("read", "已收下"),
    ("unreadable", "读不出"),
    ("no_organ", "认不出机关"),
    ("other_year", "年度不对"),
    ("same_again", "与收过的相同"),
)


class CollectedBatch(models.Model):
    """A folder of files taken in at once. ``storage_key`` is its ZIP among the stored bytes, kept as long as the batch.

    ``sha256`` is the ZIP's: the same folder taken in again goes on where it stopped.
    """

    collector = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="collected_batches", verbose_name="收集机关"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    name = models.CharField("文件夹", max_length=120)
    storage_key = models.CharField("原件", max_length=64)
    sha256 = models.CharField("SHA-256", max_length=64)
    total = models.PositiveIntegerField("文件数")
    state = models.CharField("办到哪里", max_length=8, choices=BATCH_STATES, default="running")
    started_by_id = models.BigIntegerField("收集人编号", null=True)
    started_by_name = models.CharField("收集人", max_length=64)
    started_at = models.DateTimeField("开始时间")
    changed_at = models.DateTimeField("最近办理时间")
    finished_at = models.DateTimeField("读完时间", null=True)

    class Meta:
        verbose_name = "一批收集的文件"
        constraints = (
            models.UniqueConstraint(
                fields=("collector", "year", "sha256"), name="annual_reports_batch_once"
            ),
            models.CheckConstraint(
                condition=Q(state="running") | Q(finished_at__isnull=False),
                name="annual_reports_batch_done_at_a_time",
            ),
        )
        ordering = ("-started_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def agency(self) -> Agency:
        """Whose it is, by which permissions guard it."""
        return self.collector


class CollectedFile(models.Model):
    """One file of a batch and what became of it. ``contract`` is what was read, "" where nothing could be, and
    once it was handed in.

    ``candidates`` are the ids of the organs that it may be of, where it is not certain which.
    """

    batch = models.ForeignKey(
        CollectedBatch, on_delete=models.CASCADE, related_name="files", verbose_name="批次"
    )
    position = models.PositiveIntegerField("序号")
    name = models.CharField("文件名", max_length=400)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, db_index=True)
    state = models.CharField("结果", max_length=16, choices=FILE_STATES, default="waiting")
    message = models.CharField("说明", max_length=500, blank=True)
    contract = models.TextField("读出的内容", blank=True)
    organ = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="机关"
    )
    candidates = models.JSONField("可能的机关", default=list, blank=True)
    read_at = models.DateTimeField("读取时间", null=True)

    class Meta:
        verbose_name = "收集的一个文件"
        constraints = (
            models.UniqueConstraint(
                fields=("batch", "position"), name="annual_reports_file_once_in_its_batch"
            ),
        )
        indexes = (models.Index(fields=("batch", "state"), name="annual_reports_file_state"),)
        ordering = ("batch", "position")

    def __str__(self) -> str:
        return self.name

    @property
    def agency(self) -> Agency:
        """Whose it is, by which permissions guard it."""
        return self.batch.collector


class HandedIn(models.Model):
    """One handing-in of an organ's report of a year to the government's office that collects it.

    ``frozen`` is the contract JSON as it was handed in; triggers refuse any change of it. ``errors``, ``warnings`` and
    ``notes`` count what the check said of it last; ``acknowledged`` are the warnings that whoever accepted it let stand.
    """

    collector = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="collected_reports", verbose_name="收集机关"
    )
    organ = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="handed_in_reports", verbose_name="机关"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    number = models.PositiveIntegerField("第几次报送")
    source = models.CharField("来源", max_length=8, choices=SOURCES)
    report_version = models.ForeignKey(
        ReportVersion,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="公布的一版",
    )
    collected_file = models.OneToOneField(
        CollectedFile,
        null=True,
        on_delete=models.PROTECT,
        related_name="handed_in",
        verbose_name="文件",
    )
    frozen = models.TextField("冻结的数据和文字")
    sha256 = models.CharField("SHA-256", max_length=64)
    handed_in_at = models.DateTimeField("报送时间")
    state = models.CharField(
        "状态", max_length=16, choices=[(row.key, row.label) for row in STATES], default="handed_in"
    )
    errors = models.PositiveIntegerField("差错", default=0)
    warnings = models.PositiveIntegerField("提醒", default=0)
    notes = models.PositiveIntegerField("说明", default=0)
    remark = models.TextField("退回意见、接收说明", blank=True)
    acknowledged = models.JSONField("接收时确认的提醒", default=list, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="办理人",
    )
    decided_by_name = models.CharField("办理人姓名", max_length=64, blank=True)
    decided_at = models.DateTimeField("办理时间", null=True)

    class Meta:
        verbose_name = "报送的年度报告"
        constraints = (
            models.UniqueConstraint(
                fields=("collector", "organ", "year", "number"),
                name="annual_reports_handed_in_once",
            ),
            models.UniqueConstraint(
                fields=("collector", "organ", "year"),
                condition=Q(state="accepted"),
                name="annual_reports_one_accepted",
            ),
            models.UniqueConstraint(
                fields=("collector", "report_version"),
                condition=Q(report_version__isnull=False),
                name="annual_reports_version_handed_in_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[row.key for row in STATES]),
                name="annual_reports_handed_in_state_is_of_the_table",
            ),
            models.CheckConstraint(
                condition=Q(source="system", report_version__isnull=False, collected_file=None)
                | Q(source="file", report_version=None, collected_file__isnull=False),
                name="annual_reports_handed_in_from_one_source",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="annual_reports_handed_in_from_one"
            ),
        )
        indexes = (
            models.Index(fields=("organ", "year", "state"), name="annual_reports_handed_in_of"),
            models.Index(fields=("collector", "year", "state"), name="annual_reports_handed_in_to"),
        )
        ordering = ("collector", "year", "organ", "number")

    def __str__(self) -> str:
        return f"{self.organ}{self.year}年度报告第{self.number}次报送"

    @property
    def agency(self) -> Agency:
        """Who decides on it, by which permissions guard it."""
        return self.collector

    @property
    def contract(self) -> dict[str, Any]:
        """The frozen contract JSON."""
        return json.loads(self.frozen)

    @property
    def stands(self) -> State:
        """The row of the state it is in."""
        return state(self.state)


class Reminder(models.Model):
    """That an organ was reminded of a report it has not handed in: once a day at most."""

    collector = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="+", verbose_name="收集机关"
    )
    organ = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="+", verbose_name="机关"
    )
    year = models.PositiveSmallIntegerField("报告年度")
    day = models.DateField("日期")
    by_name = models.CharField("催报人", max_length=64)

    class Meta:
        verbose_name = "催报"
        constraints = (
            models.UniqueConstraint(
                fields=("collector", "organ", "year", "day"),
                name="annual_reports_reminded_once_a_day",
            ),
        )
        ordering = ("-day", "organ")

    def __str__(self) -> str:
        return f"{self.day}催报{self.organ}{self.year}年度报告"
