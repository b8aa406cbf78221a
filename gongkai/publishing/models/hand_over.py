"""What was handed over to an archive or a library (《条例》第二十五条第三款)."""

from django.db import models

from gongkai.agencies.models import Agency


class HandOver(models.Model):
    """One list: the texts that became public from ``since`` through ``until``, as they were on the day it was made.

    ``items``: one row each with ``item``, ``number`` (of the version), ``index_number``, ``title``, ``document_number``,
    ``made_on``, ``published_on``, ``sha256``.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="hand_overs", verbose_name="机关"
    )
    receiver = models.CharField("移交给", max_length=100)
    since = models.DateField("公开日期起")
    until = models.DateField("公开日期止")
    items = models.JSONField("清单", default=list)
    at = models.DateTimeField("移交时间")
    by_id = models.BigIntegerField("移交人编号")
    by_name = models.CharField("移交人", max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="publishing_hand_over_until_after_since",
            ),
        )
        ordering = ("-at", "-pk")
        verbose_name = "移交清单"

    def __str__(self) -> str:
        return f"{self.receiver}（{self.since} 至 {self.until}）"
