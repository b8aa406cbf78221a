"""A public consultation: what an item asks the public about, until when, by which ways, and what came of it."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.law.public_consultation_states import START, STATES, state
from gongkai.law.public_consultations import KINDS, kind
from gongkai.publishing.models import Item

KIND_CHOICES = tuple((row.key, row.label) for row in KINDS)
STATE_CHOICES = tuple((row.key, row.label) for row in STATES)
MOST_DAYS = 366


class ConsultationRules(Versioned):
    """What an organ decides itself: within how many days after the end the outcome is published; empty for the default of the table."""

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="consultation_rules", verbose_name="机关"
    )
    outcome_days = models.PositiveSmallIntegerField("截止后几日内公布结果", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.agency}的意见征集规则"


class Consultation(Versioned):
    """``item`` is the draft notice with its explanation, ``outcome`` the published outcome, ``decision`` what was decided.

    ``opens_on`` None: it opens when the item becomes public. ``days`` counts from the day after; ``closes_on`` is fixed on opening.
    ``short_reason`` says why it is shorter than the rule, ``reason`` why there was no decision: the public reads both.
    ``show_comments``: comments that passed moderation are shown before the outcome is published.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="consultations", verbose_name="机关"
    )
    item = models.OneToOneField(
        Item, on_delete=models.PROTECT, related_name="consultation", verbose_name="草案公告"
    )
    outcome = models.OneToOneField(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answered_consultation",
        verbose_name="结果",
    )
    decision = models.ForeignKey(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consulted_on",
        verbose_name="决定",
    )
    kind = models.CharField("事项", max_length=24, choices=KIND_CHOICES)
    state = models.CharField("状态", max_length=16, choices=STATE_CHOICES, default=START)
    opens_on = models.DateField("开始日期", null=True, blank=True)
    days = models.PositiveSmallIntegerField("期限（日）")
    short_reason = models.CharField("缩短期限的说明", max_length=300, blank=True)
    opened_on = models.DateField("公布日期", null=True, blank=True)
    closes_on = models.DateField("最后一日", null=True, blank=True)
    closed_on = models.DateField("实际截止日期", null=True, blank=True)
    answered_at = models.DateTimeField("公布结果时间", null=True, blank=True)
    reason = models.CharField("未作出决定的原因", max_length=500, blank=True)
    responsible = models.CharField("承办单位", max_length=100)
    takes_web = models.BooleanField("可以在网上提意见", default=True)
    address = models.CharField("来信地址", max_length=200, blank=True)
    mail = models.CharField("电子邮箱", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=60, blank=True)
    meetings = models.CharField("座谈会等", max_length=300, blank=True)
    show_comments = models.BooleanField("公布结果以前显示意见", default=False)
    last_number = models.PositiveIntegerField("最后一条意见的序号", default=0)
    created_at = models.DateTimeField("建立时间")
    created_by = models.CharField("建立人", max_length=64)
    changed_at = models.DateTimeField("最近办理时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=MOST_DAYS), name="participation_some_days"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("planned", "dropped"))
                | Q(opened_on__isnull=False, closes_on__gte=F("opened_on")),
                name="participation_opened_has_its_days",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | Q(decision__isnull=False),
                name="participation_decided_has_a_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state="undecided") | ~Q(reason=""),
                name="participation_undecided_has_a_reason",
            ),
        )
        indexes = (
            models.Index(fields=("agency", "state", "closes_on"), name="participation_list"),
            models.Index(fields=("state", "closes_on"), name="participation_closing"),
        )
        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return self.item.title

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label

    @property
    def kind_label(self) -> str:
        """The kind's name."""
        return kind(self.kind).label


class PeriodChange(models.Model):
    """A change of the last day that the public reads of: a longer period, or an earlier end."""

    KINDS = (("extend", "延长期限"), ("end_early", "提前终止"))

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="changes", verbose_name="征集"
    )
    kind = models.CharField("种类", max_length=16, choices=KINDS)
    before = models.DateField("原来的最后一日")
    after = models.DateField("改后的最后一日")
    reason = models.CharField("理由", max_length=300)
    at = models.DateTimeField("时间")
    by_name = models.CharField("办理人", max_length=64)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}至{self.after}"

    @property
    def agency(self) -> Agency:
        """The organ of its consultation, by which permissions guard it."""
        return self.consultation.agency
