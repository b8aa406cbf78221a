"""A hearing (听证会) of a consultation: when and where, how participants are chosen, who they are, and when their papers reached them."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.participation.models.consultation import Consultation
from gongkai.publishing.models import Item


class Hearing(Versioned):
    """``notice`` is the item that announces it, ``record`` the item with its minutes.

    ``listed_at``: since when the list of participants is public.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="hearings", verbose_name="征集"
    )
    notice = models.ForeignKey(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="announced_hearings",
        verbose_name="听证公告",
    )
    record = models.ForeignKey(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recorded_hearings",
        verbose_name="听证笔录",
    )
    held_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=200)
    selection = models.TextField("遴选办法", max_length=2000, blank=True)
    listed_at = models.DateTimeField("名单公布时间", null=True, blank=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("held_at", "pk")

    def __str__(self) -> str:
        return f"{self.consultation}听证会"

    @property
    def agency(self) -> Agency:
        """The organ of its consultation, by which permissions guard it."""
        return self.consultation.agency


class Participant(models.Model):
    """One participant. ``sealed`` holds name and contact; ``shown_as`` is what the published list says, without either if need be."""

    hearing = models.ForeignKey(
        Hearing, on_delete=models.CASCADE, related_name="participants", verbose_name="听证会"
    )
    shown_as = models.CharField("名单上的称呼", max_length=60)
    speaks_for = models.CharField("代表哪一方", max_length=100)
    sealed = models.JSONField("姓名、联系方式（加密）", default=dict, blank=True)
    delivered_on = models.DateField("材料送达日期", null=True, blank=True)
    late_reason = models.CharField("材料送达迟了的原因", max_length=300, blank=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(late_reason="") | Q(delivered_on__isnull=False),
                name="participation_late_papers_have_a_day",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.shown_as

    @property
    def agency(self) -> Agency:
        """The organ of its hearing, by which permissions guard it."""
        return self.hearing.agency
