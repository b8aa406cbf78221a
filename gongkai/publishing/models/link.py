"""What ties one item to another: an interpretation to its policy, a repealing document to what it repeals."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.publishing.models.item import Item

KINDS = (("interprets", "解读"), ("repeals", "废止"), ("amends", "修改"))
BACK = {"interprets": "相关解读", "repeals": "废止它的文件", "amends": "修改它的文件"}
"""How the tie reads from the other end."""


class ItemLink(models.Model):
    """``source`` interprets, repeals or amends ``target``. Read from both ends."""

    kind = models.CharField("关联", max_length=16, choices=KINDS)
    source = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="links", verbose_name="从"
    )
    target = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="back_links", verbose_name="到"
    )
    made_at = models.DateTimeField("建立时间")
    made_by_id = models.BigIntegerField("建立人编号", null=True, blank=True)
    made_by = models.CharField("建立人", max_length=64, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "source", "target"), name="publishing_link_once"
            ),
            models.CheckConstraint(
                condition=~Q(source=F("target")), name="publishing_link_to_another"
            ),
        )
        ordering = ("kind", "pk")

    def __str__(self) -> str:
        return f"{self.source}{self.get_kind_display()}{self.target}"

    @property
    def agency(self) -> Agency:
        """The organ of both ends, by which permissions guard it."""
        return self.source.agency
