"""A reply: one outcome of 表三 with its grounds, part by part where only a part is given, from draft to service."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import OUTCOME_CHOICES, Case
from gongkai.law.attributes import GROUNDS
from gongkai.law.decision_states import STATES, state
from gongkai.law.publication_steps import CONCLUSIONS

STATE_CHOICES = tuple((row.key, row.label) for row in STATES)
GROUND_CHOICES = tuple((row.key, row.label) for row in GROUNDS if row.attribute == "withheld")
OPEN = ("draft", "in_review", "to_sign", "signed")


class Decision(models.Model):
    """One reply. Sealed at submission (``sha256``): what is sent back is continued in the same row, which is opened again.

    ``says`` are the statements that the outcome's row of law asks for, in its order. ``earlier`` is the earlier case that a
    repetition repeats; ``organ_name`` and ``organ_contact`` say who is responsible instead. ``writers``: ids of all who had a hand in it.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="decisions", verbose_name="办件"
    )
    round = models.PositiveSmallIntegerField("第几轮")
    state = models.CharField("状态", max_length=16, choices=STATE_CHOICES, default="draft")
    outcome = models.CharField("处理决定", max_length=40, choices=OUTCOME_CHOICES)
    statement = models.TextField("答复内容")
    reason = models.TextField("理由", blank=True)
    basis = models.CharField("所依据的条款", max_length=500, blank=True)
    says = models.JSONField("还应写明", default=list, blank=True)
    organ_name = models.CharField("负责的机关", max_length=100, blank=True)
    organ_contact = models.CharField("该机关的联系方式", max_length=200, blank=True)
    earlier = models.ForeignKey(
        Case,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="此前的答复",
    )
    document_number = models.CharField("文号", max_length=60, blank=True)
    writers = models.JSONField("拟办人编号", default=list)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    secrecy_answers = models.JSONField("逐项审查", default=dict, blank=True)
    secrecy_conclusion = models.CharField(
        "保密审查结论",
        max_length=32,
        blank=True,
        choices=[(row.key, row.label) for row in CONCLUSIONS],
    )
    secrecy_basis = models.CharField("保密审查的依据和理由", max_length=500, blank=True)
    remark = models.TextField("退回意见", blank=True)
    submitted_by_id = models.BigIntegerField("送审人编号", null=True, blank=True)
    submitted_by = models.CharField("送审人", max_length=64, blank=True)
    reviewed_by_id = models.BigIntegerField("审核人编号", null=True, blank=True)
    reviewed_by = models.CharField("审核人", max_length=64, blank=True)
    review_opinion = models.CharField("审核意见", max_length=1000, blank=True)
    signed_by_id = models.BigIntegerField("签发人编号", null=True, blank=True)
    signed_by = models.CharField("签发人", max_length=64, blank=True)
    signed_on = models.DateField("签发日期", null=True, blank=True)
    served_on = models.DateField("答复日期", null=True, blank=True)
    changed_at = models.DateTimeField("最近办理时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "round"),
                condition=Q(state="served"),
                name="casework_one_reply_a_round",
            ),
            models.UniqueConstraint(
                fields=("case",), condition=Q(state__in=OPEN), name="casework_one_reply_in_work"
            ),
            models.CheckConstraint(
                condition=Q(signed_by_id__isnull=True) | ~Q(signed_by_id=F("submitted_by_id")),
                name="casework_reply_signed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by_id__isnull=True) | ~Q(reviewed_by_id=F("submitted_by_id")),
                name="casework_reply_reviewed_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("signed", "served"))
                | (Q(signed_by_id__isnull=False) & Q(signed_on__isnull=False) & ~Q(sha256="")),
                name="casework_reply_signed_is_sealed",
            ),
            models.CheckConstraint(
                condition=~Q(state="served") | Q(served_on__gte=F("signed_on")),
                name="casework_reply_served_after_signature",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}的答复"

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency


class DecisionPart(models.Model):
    """One document or part of one: given, or withheld on a ground with its reason (art. 37)."""

    decision = models.ForeignKey(
        Decision, on_delete=models.CASCADE, related_name="parts", verbose_name="答复"
    )
    order = models.PositiveIntegerField("顺序")
    title = models.CharField("文件或者内容", max_length=300)
    given = models.BooleanField("公开")
    ground = models.CharField("不予公开的依据", max_length=32, choices=GROUND_CHOICES, blank=True)
    reason = models.TextField("理由", blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("decision", "order"), name="casework_part_order"),
            models.CheckConstraint(
                condition=Q(given=True, ground="")
                | (Q(given=False) & ~Q(ground="") & ~Q(reason="")),
                name="casework_part_withheld_on_a_ground",
            ),
        )
        ordering = ("order",)

    def __str__(self) -> str:
        return self.title
