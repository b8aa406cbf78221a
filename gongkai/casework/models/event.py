"""What happened to a case that matters to its clock: append-only rows, one for one the events of ``gongkai.law.clock_events``.

Triggers refuse any change to them (migration 0002). A mistake is corrected by a further row, which names the one it replaces.
"""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import CHANNEL_CHOICES, Case
from gongkai.law.clock_events import EVENT_RULES, Event, Kind

KIND_CHOICES = tuple((rule.kind.value, rule.label) for rule in EVENT_RULES)


class Receipt(models.Model):
    """The dates of receipt as known when the row was written; the last row of a case holds. ``received_on`` follows art. 31."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="receipts", verbose_name="办件"
    )
    channel = models.CharField("渠道", max_length=16, choices=CHANNEL_CHOICES)
    submitted = models.DateField("提交日期", null=True, blank=True)
    arrived = models.DateField("到达日期", null=True, blank=True)
    signed = models.DateField("签收日期", null=True, blank=True)
    confirmed = models.DateField("确认日期", null=True, blank=True)
    confirmed_how = models.CharField("怎样确认", max_length=200, blank=True)
    received_on = models.DateField("收到申请之日", null=True, blank=True)
    reason = models.CharField("更正的理由", max_length=500, blank=True)
    by_id = models.BigIntegerField("登记人编号", null=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}收到日期{self.received_on or '待确认'}"


class CaseEvent(models.Model):
    """One event. ``replaces`` is the row that it corrects; ``struck``: what that row says did not happen.

    ``place`` is the place among the events of one day: a correction takes the place of what it corrects.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="events", verbose_name="办件"
    )
    number = models.PositiveIntegerField("序号")
    place = models.PositiveIntegerField("先后")
    kind = models.CharField("事项", max_length=32, choices=KIND_CHOICES)
    day = models.DateField("日期")
    days = models.PositiveSmallIntegerField("工作日数", null=True, blank=True)
    until = models.DateField("至", null=True, blank=True)
    sent = models.DateField("发出日期", null=True, blank=True)
    party = models.CharField("哪一方", max_length=80, blank=True)
    replaces = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
        verbose_name="更正哪一条",
    )
    struck = models.BooleanField("没有发生", default=False)
    reason = models.CharField("更正的理由", max_length=500, blank=True)
    by_id = models.BigIntegerField("登记人编号", null=True)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="casework_event_number_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(place__lte=F("number")),
                name="casework_event_number_from_one",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True, struck=False) | ~Q(reason=""),
                name="casework_event_correction_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(struck=False) | Q(replaces__isnull=False),
                name="casework_event_strikes_another",
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency

    @property
    def of_law(self) -> Event:
        """The event as the clock takes it."""
        return Event(
            Kind(self.kind),
            self.day,
            days=self.days,
            until=self.until,
            sent=self.sent,
            party=self.party,
        )


class DueMove(models.Model):
    """One date that moved without anything having happened in the case: the calendar changed."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="due_moves", verbose_name="办件"
    )
    before = models.DateField("原来的最后一日", null=True, blank=True)
    after = models.DateField("现在的最后一日", null=True, blank=True)
    lapse_before = models.DateField("申请人原来的最后一日", null=True, blank=True)
    lapse_after = models.DateField("申请人现在的最后一日", null=True, blank=True)
    why = models.CharField("原因", max_length=200)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-at", "pk")

    def __str__(self) -> str:
        return f"{self.case}：{self.before}改为{self.after}"
