"""What goes out with a reply: the files that are sealed with it, and each sending online or by e-mail with what became of it.

Triggers refuse a file of another case, and one that is not meant to go out (``casework.guards``).
"""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.applicant import CaseFile
from gongkai.casework.models.case import Case
from gongkai.casework.models.decision import Decision
from gongkai.casework.models.notice import Service

OUTGOING = ("given", "letter")
"""Uses of papers that may go out."""
MEDIA = (("online", "网上下载"), ("mail", "电子邮件"))
DELIVERY_STATES = (("waiting", "等待发出"), ("sent", "已发出"), ("refused", "没有发出"))


class ReplyFile(models.Model):
    """One file that a reply says goes out with it; ``sha256`` is part of what is signed."""

    decision = models.ForeignKey(
        Decision, on_delete=models.CASCADE, related_name="files", verbose_name="答复"
    )
    paper = models.ForeignKey(
        CaseFile, on_delete=models.RESTRICT, related_name="+", verbose_name="材料"
    )
    order = models.PositiveIntegerField("顺序")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("decision", "paper"), name="casework_reply_file_once"),
            models.UniqueConstraint(fields=("decision", "order"), name="casework_reply_file_order"),
        )
        ordering = ("order",)

    def __str__(self) -> str:
        return self.paper.title


class Delivery(models.Model):
    """One sending of a signed reply online or by e-mail, looked at a second time by whoever sent it.

    ``recipient``: keyed hash of the address as it was shown then; another one since stops the e-mail. ``open_until``: the last day
    on which the files can be downloaded. ``fault``: why nothing was sent.
    """

    service = models.OneToOneField(
        Service, on_delete=models.CASCADE, related_name="delivery", verbose_name="送达"
    )
    medium = models.CharField("怎样发", max_length=8, choices=MEDIA)
    recipient = models.CharField("收件人的记号", max_length=64)
    state = models.CharField("状态", max_length=8, choices=DELIVERY_STATES)
    fault = models.CharField("没有发出的原因", max_length=300, blank=True)
    open_until = models.DateField("下载到哪一天", null=True, blank=True)
    first_taken_at = models.DateTimeField("申请人第一次下载", null=True, blank=True)
    sent_at = models.DateTimeField("发出时间", null=True, blank=True)
    by_id = models.BigIntegerField("发送人编号", null=True)
    at = models.DateTimeField("办理时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(medium="mail") | Q(open_until__isnull=False),
                name="casework_online_delivery_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(fault=""),
                name="casework_delivery_refused_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False),
                name="casework_delivery_sent_at_a_time",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.service}{self.get_medium_display()}"

    @property
    def case(self) -> Case:
        """Its case."""
        return self.service.case

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.service.case.agency


class DeliveryFile(models.Model):
    """One file of a sending, with its hash and pages as they were shown; ``taken_at``: when the applicant first took it."""

    delivery = models.ForeignKey(
        Delivery, on_delete=models.CASCADE, related_name="files", verbose_name="发送"
    )
    paper = models.ForeignKey(
        CaseFile, on_delete=models.RESTRICT, related_name="+", verbose_name="材料"
    )
    order = models.PositiveIntegerField("顺序")
    sha256 = models.CharField("SHA-256", max_length=64)
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    taken_at = models.DateTimeField("第一次下载", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("delivery", "paper"), name="casework_delivery_file_once"
            ),
        )
        ordering = ("order",)

    def __str__(self) -> str:
        return self.paper.title
