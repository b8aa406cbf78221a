"""How an organ has its texts reviewed, and each step that a text goes through."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.law.publication_steps import CONCLUSIONS, STEPS, ReviewStep, review_step
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.item import ItemVersion

STEP_CHOICES = tuple((row.key, row.label) for row in STEPS)
STATES = (("waiting", "待办"), ("passed", "通过"), ("sent_back", "退回"), ("skipped", "不需要"))


class ReviewPlan(Versioned):
    """The steps of an organ's columns; one without ``column`` holds for those that have none of their own."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="review_plans", verbose_name="机关"
    )
    column = models.ForeignKey(
        Column,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="review_plans",
        verbose_name="栏目",
    )
    steps = models.JSONField("步骤", default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "column"),
                condition=Q(column__isnull=False),
                name="publishing_plan_once_a_column",
            ),
            models.UniqueConstraint(
                fields=("agency",),
                condition=Q(column__isnull=True),
                name="publishing_plan_once_an_agency",
            ),
        )

    def __str__(self) -> str:
        return "、".join(review_step(key).label for key in self.steps)


class Review(models.Model):
    """One step of one version, laid down when the text is handed in: later changes of the plan do not touch it.

    ``answers`` are the secrecy review's, by ``law.publication_steps.QUESTIONS``. ``claimed_*``: who is at it, until when.
    """

    version = models.ForeignKey(
        ItemVersion, on_delete=models.CASCADE, related_name="reviews", verbose_name="版本"
    )
    order = models.PositiveIntegerField("顺序")
    step = models.CharField("步骤", max_length=32, choices=STEP_CHOICES)
    secrecy = models.BooleanField("含保密审查", default=False)
    state = models.CharField("结果", max_length=16, choices=STATES, default="waiting")
    answers = models.JSONField("逐项审查", default=dict, blank=True)
    conclusion = models.CharField(
        "结论",
        max_length=32,
        blank=True,
        choices=[(row.key, row.label) for row in CONCLUSIONS],
    )
    basis = models.CharField("依据和理由", max_length=500, blank=True)
    opinion = models.CharField("意见", max_length=1000, blank=True)
    done_by_id = models.BigIntegerField("办理人编号", null=True, blank=True)
    done_by = models.CharField("办理人", max_length=64, blank=True)
    post = models.CharField("岗位", max_length=200, blank=True)
    done_at = models.DateTimeField("办理时间", null=True, blank=True)
    claimed_by_id = models.BigIntegerField("认领人编号", null=True, blank=True)
    claimed_by = models.CharField("认领人", max_length=64, blank=True)
    claimed_until = models.DateTimeField("认领至", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "order"), name="publishing_review_order"),
        )
        ordering = ("version", "order")

    def __str__(self) -> str:
        return f"{self.row.label}：{self.get_state_display()}"

    @property
    def row(self) -> ReviewStep:
        """The step's row of law."""
        return review_step(self.step)
