"""A column of an organ's 政府信息公开 pages. The national ones are fixed; an organ's own stand below them."""

from django.db import models

from gongkai.agencies.models import Agency, Department


class Column(models.Model):
    """``key`` is the national column's (``law.columns``) or the organ's own; it is the address and never changes.

    ``rhythm_days``: after how many days without a new text it is stale. ``required_facts``: what its texts must say.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="columns", verbose_name="机关"
    )
    key = models.CharField("代码", max_length=64)
    title = models.CharField("名称", max_length=60)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="上级栏目",
    )
    fixed = models.BooleanField("全国统一", default=False)
    order = models.PositiveIntegerField("顺序", default=0)

    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="负责的部门",
    )
    rhythm_days = models.PositiveSmallIntegerField("几日更新一次", null=True, blank=True)
    required_facts = models.JSONField("必填项", default=list, blank=True)
    opened_on = models.DateField("设立日期", null=True, blank=True)
    closed_on = models.DateField("停止日期", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "key"), name="publishing_column_key_once_an_agency"
            ),
        )
        ordering = ("agency", "order", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def national(self) -> str:
        """The key of the national column that it is or stands below."""
        return self.key if self.parent is None else self.parent.national
