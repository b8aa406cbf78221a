"""Notices in the course of a case, the fee they may ask for, and how each letter reached its reader."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import Case
from gongkai.casework.models.consultation import Consultation
from gongkai.casework.models.decision import Decision
from gongkai.files.models import StoredFile
from gongkai.law.case_notices import NOTICES, Notice, notice
from gongkai.law.service_ways import WAYS

KIND_CHOICES = tuple((row.key, row.title) for row in NOTICES)
APPROVED = tuple(row.key for row in NOTICES if row.approved)
STATES = (
    ("proposed", "等批准"),
    ("approved", "已批准，待发出"),
    ("issued", "已发出"),
    ("dropped", "不发"),
)
WAY_CHOICES = tuple((row.key, row.label) for row in WAYS)
BASES = (("pieces", "按件"), ("pages", "按量"))


class CaseNotice(models.Model):
    """One notice. ``days`` and ``until`` are what it gives or fixes; ``words`` the items to be corrected, or the reason given.

    ``took_effect``: its event stands on the clock. ``answer`` is what the applicant said to it, ``answered_on`` the day of that.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="notices", verbose_name="办件"
    )
    kind = models.CharField("种类", max_length=24, choices=KIND_CHOICES)
    state = models.CharField("状态", max_length=16, choices=STATES)
    round = models.PositiveSmallIntegerField("第几轮")
    words = models.TextField("内容和理由")
    days = models.PositiveSmallIntegerField("工作日数", null=True, blank=True)
    until = models.DateField("至", null=True, blank=True)
    consultation = models.ForeignKey(
        Consultation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notices",
        verbose_name="征求意见",
    )
    proposed_by_id = models.BigIntegerField("提出人编号", null=True)
    proposed_by = models.CharField("提出人", max_length=64)
    proposed_at = models.DateTimeField("提出时间")
    approved_by_id = models.BigIntegerField("批准人编号", null=True, blank=True)
    approved_by = models.CharField("批准人", max_length=64, blank=True)
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    took_effect = models.BooleanField("已在期限上起作用", default=False)
    issued_on = models.DateField("发出日期", null=True, blank=True)
    answered_on = models.DateField("收到回应的日期", null=True, blank=True)
    answer = models.TextField("申请人的补正或者理由", blank=True)
    dropped_why = models.CharField("不发的理由", max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(kind="clarification", state="issued"),
                name="casework_clarification_once",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(kind="fee", state="issued"),
                name="casework_fee_notice_once",
            ),
            models.UniqueConstraint(
                fields=("case", "kind"),
                condition=Q(state__in=("proposed", "approved")),
                name="casework_one_proposal_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(approved_by_id__isnull=True) | ~Q(approved_by_id=F("proposed_by_id")),
                name="casework_notice_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=APPROVED, state__in=("approved", "issued"))
                | Q(approved_by_id__isnull=False),
                name="casework_notice_approved_first",
            ),
            models.CheckConstraint(
                condition=~Q(state="issued") | Q(issued_on__isnull=False),
                name="casework_notice_issued_on_a_day",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}{self.row.title}"

    @property
    def row(self) -> Notice:
        """Its row of law."""
        return notice(self.kind)

    @property
    def is_under_way(self) -> bool:
        """Whether it waits to be approved, to be sent, or to arrive where its arrival moves the clock."""
        on_its_way = self.state == "issued" and not self.took_effect
        return self.state in {"proposed", "approved"} or (on_its_way and bool(self.row.event))

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency


class FeeDemand(models.Model):
    """What a fee notice asks for: by piece or by page, never both; ``quantity`` is the ordinal of the month or the pages."""

    notice = models.OneToOneField(
        CaseNotice, on_delete=models.CASCADE, related_name="fee", verbose_name="收费通知"
    )
    basis = models.CharField("标准", max_length=8, choices=BASES)
    quantity = models.PositiveIntegerField("第几件或者页数")
    yuan = models.PositiveIntegerField("金额（元）")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(yuan__gte=1), name="casework_fee_is_something"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="casework_fee_for_something"),
        )

    def __str__(self) -> str:
        return f"{self.yuan}元"


class Payment(models.Model):
    """Money that came in for a fee notice; ``receipt_number`` is that of the 财政票据."""

    fee = models.ForeignKey(
        FeeDemand, on_delete=models.PROTECT, related_name="payments", verbose_name="收费"
    )
    paid_on = models.DateField("缴费日期")
    yuan = models.PositiveIntegerField("金额（元）")
    receipt_number = models.CharField("票据号", max_length=60, blank=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(yuan__gte=1), name="casework_payment_is_something"),
        )
        ordering = ("paid_on", "pk")

    def __str__(self) -> str:
        return f"{self.paid_on} {self.yuan}元"


class Service(models.Model):
    """One try to bring a letter to its reader: exactly one of notice, reply or consultation. ``repeats`` is the try that failed."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="services", verbose_name="办件"
    )
    notice = models.ForeignKey(
        CaseNotice,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name="告知书",
    )
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name="答复",
    )
    way = models.CharField("方式", max_length=16, choices=WAY_CHOICES)
    sent_on = models.DateField("发出、交邮日期")
    received_on = models.DateField("签收日期", null=True, blank=True)
    tracking_number = models.CharField("邮件号码", max_length=60, blank=True)
    proof_words = models.CharField("凭证说明", max_length=300, blank=True)
    proof = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="凭证",
    )
    failed_on = models.DateField("没有送达的日期", null=True, blank=True)
    failure = models.CharField("没有送达的原因", max_length=300, blank=True)
    repeats = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="repeated_by",
        verbose_name="再次送达",
    )
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(notice__isnull=True, decision__isnull=False)
                | Q(notice__isnull=False, decision__isnull=True),
                name="casework_service_of_one_letter",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")),
                name="casework_service_received_after_sending",
            ),
            models.CheckConstraint(
                condition=Q(failed_on__isnull=True)
                | (Q(received_on__isnull=True) & ~Q(failure="") & Q(failed_on__gte=F("sent_on"))),
                name="casework_service_failed_or_received",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}{self.get_way_display()}"

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency
