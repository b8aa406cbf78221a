"""Whose opinion is asked for, and what came of it. Third parties are people and firms: name, contact and reasons are sealed."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import Case
from gongkai.law.consultations import CONSULTATION_RULES, ConsultationRule

FAMILIES = tuple((row.family, row.who) for row in CONSULTATION_RULES)
ANSWERS = (("agrees", "同意公开"), ("refuses", "不同意公开"), ("silent", "逾期没有提出意见"))
RULES = {row.family: row for row in CONSULTATION_RULES}


class Consultation(models.Model):
    """One party asked. ``label`` is what the clock calls it, 1号 for a third party, the name for an organ.

    ``sealed`` holds the third party's name and contact, and the reasons given; of organs nothing is personal.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="consultations", verbose_name="办件"
    )
    family = models.CharField("种类", max_length=16, choices=FAMILIES)
    label = models.CharField("哪一方", max_length=80)
    about = models.TextField("征求意见的内容")
    sealed = models.JSONField("对方信息和理由（加密）", default=dict, blank=True)
    opinion = models.TextField("机关的意见", blank=True)
    asked_on = models.DateField("发出日期")
    received_on = models.DateField("对方收到日期", null=True, blank=True)
    answered_on = models.DateField("收到意见日期", null=True, blank=True)
    answer = models.CharField("意见", max_length=8, choices=ANSWERS, blank=True)
    has_reasons = models.BooleanField("说明了理由", default=False)
    asked_by = models.CharField("征求人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "family", "label"), name="casework_consultation_once"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=("", "silent"), answered_on__isnull=True)
                | (Q(answer__in=("agrees", "refuses")) & Q(answered_on__isnull=False)),
                name="casework_consultation_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("asked_on")),
                name="casework_consultation_received_after_asking",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}征求{self.rule.who}（{self.label}）意见"

    @property
    def rule(self) -> ConsultationRule:
        """The row of its kind."""
        return RULES[self.family]  # type: ignore[index]  # the choices are the table's

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency
