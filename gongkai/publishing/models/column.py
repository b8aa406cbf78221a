"""A column of an organ's 政府信息公开 pages. The national ones are fixed; an organ's own stand below them."""

from django.db import models

from gongkai.agencies.models import Agency


class Column(models.Model):
    """``key`` is the national column's (``law.columns``) or the organ's own word; it never changes."""

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

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "key"), name="publishing_column_key_once_an_agency"
            ),
        )
        ordering = ("agency", "order", "pk")

    def __str__(self) -> str:
        return self.title
