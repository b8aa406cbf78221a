"""What an organ says in the columns of the standard catalogue about one of the law's items; what is empty is not settled."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.law.catalogue import item as catalogue_item


class CatalogueEntry(Versioned):
    """One row: a matter of the second level below an item of the law. Choices are keys of ``law.catalogue.standard``."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="catalogue_entries", verbose_name="机关"
    )
    item_key = models.CharField("一级事项", max_length=64)
    title = models.CharField("二级事项", max_length=100)
    contents = models.CharField("公开内容（要素）", max_length=500, blank=True)
    basis = models.CharField("公开依据", max_length=300, blank=True)
    time_limit = models.CharField("公开时限", max_length=200, blank=True)
    channels = models.JSONField("渠道和载体", default=list, blank=True)
    audience = models.CharField("公开对象", max_length=32, blank=True)
    way = models.CharField("公开方式", max_length=32, blank=True)
    level = models.CharField("公开层级", max_length=32, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "item_key", "title"), name="publishing_catalogue_entry_once"
            ),
        )
        ordering = ("agency", "item_key", "pk")

    def __str__(self) -> str:
        return f"{catalogue_item(self.item_key).label}：{self.title}"
