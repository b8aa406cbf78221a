"""A batch: a folder of files, or an old website, with its inventory as it was checked, and what became of each line.

States change in ``actions`` alone.
"""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.item import Item

SOURCES = (("folder", "一个文件夹"), ("old_site", "旧网站"))
BATCH_STATES = (
    ("mapping", "等您对应栏目"),
    ("prepared", "等您确认"),
    ("running", "正在办理"),
    ("done", "办完"),
    ("dropped", "不办了"),
)
ROW_STATES = (
    ("waiting", "还没轮到"),
    ("made", "已建草稿，等着送审"),
    ("done", "已送审"),
    ("refused", "没有办成"),
    ("skipped", "不用改"),
)
KINDS = (("new", "新建"), ("changed", "修改"), ("same", "内容不变"), ("address", "只加旧网址"))


class Batch(models.Model):
    """``storage_key`` is the folder's ZIP among the stored bytes, until the batch is done. Who prepared it confirms it.

    ``unused``: files of the folder that no line names. Of an old website: ``site`` is its address, ``place`` where its pages have
    their text, ``table`` the inventory as it was read until its columns are settled, ``old_columns`` those that its lines name
    with the number of their lines.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="batches", verbose_name="机关"
    )
    source = models.CharField("来源", max_length=16, choices=SOURCES, default="folder")
    name = models.CharField("压缩包", max_length=120)
    inventory_name = models.CharField("清单", max_length=120)
    storage_key = models.CharField("原件", max_length=64, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    unused = models.JSONField("没有用到的文件", default=list, blank=True)
    site = models.CharField("旧网站的网址", max_length=300, blank=True)
    place = models.CharField("正文在网页的位置", max_length=200, blank=True)
    table = models.JSONField("清单的内容", default=list, blank=True)
    old_columns = models.JSONField("旧网站的栏目", default=dict, blank=True)
    state = models.CharField("办到哪里", max_length=16, choices=BATCH_STATES, default="prepared")
    prepared_by_id = models.BigIntegerField("提交人编号")
    prepared_by = models.CharField("提交人", max_length=64)
    prepared_at = models.DateTimeField("提交时间")
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    changed_at = models.DateTimeField("最近办理时间")
    done_at = models.DateTimeField("办完时间", null=True, blank=True)

    class Meta:
        ordering = ("-prepared_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=("mapping", "prepared", "dropped"))
                | Q(confirmed_at__isnull=False),
                name="publishing_batch_runs_once_confirmed",
            ),
        )

    def __str__(self) -> str:
        return self.name


class BatchRow(models.Model):
    """One line of the inventory: ``entry`` as ``bulk.inventory`` read it, ``item`` what it changes or became.

    ``seen_version`` is the item as the preview showed it; ``tries`` counts how often the line was begun. ``doubts``: sentences
    for the officer. A line of an old website is made first and handed in when all are made, so that their links meet.
    """

    batch = models.ForeignKey(
        Batch, on_delete=models.CASCADE, related_name="rows", verbose_name="批次"
    )
    number = models.PositiveIntegerField("行")
    kind = models.CharField("办法", max_length=16, choices=KINDS)
    column = models.ForeignKey(
        Column, on_delete=models.PROTECT, related_name="+", verbose_name="栏目"
    )
    title = models.CharField("标题", max_length=200)
    entry = models.JSONField("清单里的内容")
    differences = models.JSONField("改动", default=list, blank=True)
    doubts = models.JSONField("疑问", default=list, blank=True)
    item = models.ForeignKey(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="batch_rows",
        verbose_name="信息",
    )
    seen_version = models.PositiveIntegerField("预览时的版本", null=True, blank=True)
    state = models.CharField("结果", max_length=16, choices=ROW_STATES, default="waiting")
    tries = models.PositiveSmallIntegerField("开始过几次", default=0)
    note = models.CharField("说明", max_length=500, blank=True)
    done_at = models.DateTimeField("办理时间", null=True, blank=True)

    class Meta:
        ordering = ("batch", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("batch", "number"), name="publishing_batch_row_once_a_line"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("made", "done")) | Q(item__isnull=False),
                name="publishing_batch_row_done_has_its_item",
            ),
        )
        indexes = (models.Index(fields=("batch", "state"), name="publishing_batch_row_state"),)

    def __str__(self) -> str:
        return f"第 {self.number} 行《{self.title}》"

    @property
    def agency(self) -> Agency:
        """The batch's organ, by which permissions guard it."""
        return self.batch.agency
