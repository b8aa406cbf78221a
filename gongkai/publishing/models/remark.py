"""What a reviewer remarks on one place of a text that is sent back."""

from django.db import models

from gongkai.publishing.models.item import ItemVersion


class Remark(models.Model):
    """``place`` is a key of ``publishing.places``; ``quote`` is how the place began, so that it is found after changes too."""

    version = models.ForeignKey(
        ItemVersion, on_delete=models.CASCADE, related_name="remarks", verbose_name="版本"
    )
    place = models.CharField("位置", max_length=32)
    quote = models.CharField("原文", max_length=80)
    words = models.CharField("意见", max_length=300)
    by_id = models.BigIntegerField("提出人编号")
    by_name = models.CharField("提出人", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("version", "place"), name="publishing_remark_once_a_place"
            ),
        )
        ordering = ("version", "pk")

    def __str__(self) -> str:
        return f"“{self.quote}”：{self.words}"
