"""Reconsideration and court: what came in against a reply or its absence, when it must be answered, and what came of it."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import Case
from gongkai.casework.models.decision import Decision
from gongkai.law.remedy_results import PROCEDURES, RESULTS
from gongkai.publishing.models import Item

PROCEDURE_CHOICES = tuple((row.key, row.label) for row in PROCEDURES)
RESULT_CHOICES = tuple((row.key, row.label) for row in RESULTS)


class Remedy(models.Model):
    """One proceeding. ``decision`` is None where it is about an answer that did not come. ``after``: the reconsideration before a suit.

    ``decided_on`` is the date of the decision, ``decision_received_on`` the day it reached the organ, ``ordered_until`` the last day
    that it sets for a new answer; ``answer_due`` is None where no period of that day is kept. ``reopened_round``: the round
    that began because of it.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="remedies", verbose_name="办件"
    )
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="remedies",
        verbose_name="答复",
    )
    procedure = models.CharField("程序", max_length=40, choices=PROCEDURE_CHOICES)
    simple = models.BooleanField("简易程序", default=False)
    after = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        verbose_name="先行的复议",
    )
    body = models.CharField("复议机关或者法院", max_length=100)
    file_number = models.CharField("案号", max_length=60, blank=True)
    received_on = models.DateField("收到申请书副本、起诉状副本之日")
    answer_due = models.DateField("应当答复、答辩的最后一日", null=True, blank=True)
    answered_on = models.DateField("答复、答辩之日", null=True, blank=True)
    hearing_on = models.DateField("听证、开庭日期", null=True, blank=True)
    result = models.CharField("结果", max_length=40, choices=RESULT_CHOICES, blank=True)
    decided_on = models.DateField("决定、裁判日期", null=True, blank=True)
    decision_received_on = models.DateField("收到决定、裁判之日", null=True, blank=True)
    ordered_until = models.DateField("限定重新答复的日期", null=True, blank=True)
    reopened_round = models.PositiveSmallIntegerField("由此开始的一轮", null=True, blank=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(result="", decided_on__isnull=True, decision_received_on__isnull=True)
                | (
                    ~Q(result="")
                    & Q(decided_on__isnull=False, decision_received_on__gte=F("decided_on"))
                ),
                name="casework_remedy_result_has_its_days",
            ),
            models.CheckConstraint(
                condition=Q(after__isnull=True) | Q(procedure="litigation_after_reconsideration"),
                name="casework_remedy_after_reconsideration",
            ),
            models.CheckConstraint(
                condition=Q(simple=False) | Q(procedure="reconsideration"),
                name="casework_remedy_simple_reconsideration",
            ),
        )
        ordering = ("received_on", "pk")

    def __str__(self) -> str:
        return f"{self.case}{self.get_procedure_display()}"

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency


class CaseItem(models.Model):
    """A published item that a case has to do with: it answers the request already, or came of it (art. 44)."""

    KINDS = (("answers", "已经公开，可以答复"), ("published", "由此转为主动公开"))

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="items", verbose_name="办件"
    )
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", verbose_name="信息")
    kind = models.CharField("关系", max_length=16, choices=KINDS)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "item", "kind"), name="casework_item_once"),
        )

    def __str__(self) -> str:
        return f"{self.case}：{self.item}"

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency


class CaseMark(models.Model):
    """One of the few marks of what a case asks for (``casework.likeness``), by which likely repeats find each other."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="marks")
    value = models.BigIntegerField("印记", db_index=True)

    def __str__(self) -> str:
        return f"{self.case}的印记"
