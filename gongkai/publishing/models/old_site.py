"""What is kept of an organ's old website: which addresses led to which item there, and which of its columns became which."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.files.models import StoredFile
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.item import Item


class OldAddress(models.Model):
    """An address of the old website at which an item stood, or one of its attachments: ``file``.

    ``host`` and ``path`` are written as ``paperwork.old_pages`` does. Readers who ask for it are led to the item or the file as
    long as that is public (``release``).
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="old_addresses", verbose_name="机关"
    )
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="old_addresses", verbose_name="信息"
    )
    file = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="附件",
    )
    host = models.CharField("旧网站的域名", max_length=255)
    path = models.CharField("旧网址", max_length=500)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "host", "path"), name="publishing_old_address_once"
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.host}{self.path}"


class OldColumn(models.Model):
    """A column of the old website by its name there, and the organ's column that takes its place; none: its texts stay behind."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="old_columns", verbose_name="机关"
    )
    name = models.CharField("旧栏目", max_length=200)
    column = models.ForeignKey(
        Column,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="栏目",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "name"), name="publishing_old_column_once"),
        )
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
