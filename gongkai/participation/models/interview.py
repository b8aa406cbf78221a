"""A live Q&A (在线访谈): what was announced, who answers, what the public asks and what is said. Rows change in ``actions`` alone.

``change`` counts, within one live Q&A, the changes that readers can see: pages and lines go by it.
"""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.law.interview_states import START, STATES, state
from gongkai.participation.models.contribution import Contribution
from gongkai.publishing.models import Item

INTERVIEW_STATES = tuple((row.key, row.label) for row in STATES)


class InterviewRules(Versioned):
    """What an organ decides itself: within how many working days questions not reached are answered; empty for the table's."""

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="interview_rules", verbose_name="机关"
    )
    answer_days = models.PositiveSmallIntegerField("结束后几个工作日内答复", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.agency}的在线访谈规则"


class Interview(Versioned):
    """``item`` announces it, ``transcript`` is its record; both go through review and signature.

    ``collect_from``: since when questions are taken. ``announced_for``: the time first announced, where it was put off.
    ``reason`` says why it was put off or called off: readers see it. ``changes`` is the last change that readers could see,
    ``head_change`` that of time and state, ``last_place`` the number of the last words said, ``last_number`` of the last question.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="interviews", verbose_name="机关"
    )
    item = models.OneToOneField(
        Item, on_delete=models.PROTECT, related_name="interview", verbose_name="预告"
    )
    transcript = models.OneToOneField(
        Item,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="transcribed_interview",
        verbose_name="实录",
    )
    topic = models.CharField("主题", max_length=150)
    host = models.CharField("主持人", max_length=100)
    department = models.CharField("承办单位", max_length=100)
    state = models.CharField("状态", max_length=16, choices=INTERVIEW_STATES, default=START)
    collect_from = models.DateTimeField("开始征集问题")
    starts_at = models.DateTimeField("开始时间")
    ends_at = models.DateTimeField("预定结束时间")
    announced_for = models.DateTimeField("原定时间", null=True, blank=True)
    started_at = models.DateTimeField("实际开始时间", null=True, blank=True)
    ended_at = models.DateTimeField("实际结束时间", null=True, blank=True)
    reason = models.CharField("延期、取消的说明", max_length=300, blank=True)
    changes = models.PositiveIntegerField("读者看得到的变化", default=0)
    head_change = models.PositiveIntegerField("时间、状态的变化", default=0)
    last_number = models.PositiveIntegerField("最后一个提问的序号", default=0)
    last_place = models.PositiveIntegerField("最后一段话的序号", default=0)
    created_by = models.CharField("建立人", max_length=64)
    created_at = models.DateTimeField("建立时间")
    changed_at = models.DateTimeField("最近办理时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"), collect_from__lte=F("starts_at")),
                name="participation_interview_times_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("live", "ended", "transcribed"))
                | Q(started_at__isnull=False),
                name="participation_interview_begun_has_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("ended", "transcribed")) | Q(ended_at__isnull=False),
                name="participation_interview_ended_has_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(reason=""),
                name="participation_interview_cancelled_has_a_reason",
            ),
        )
        indexes = (
            models.Index(fields=("agency", "state", "-starts_at"), name="participation_interviews"),
            models.Index(fields=("state", "starts_at"), name="participation_interviews_due"),
        )
        ordering = ("-starts_at", "-pk")

    def __str__(self) -> str:
        return self.topic

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label


class Guest(models.Model):
    """Somebody who answers: name and post as they were announced."""

    interview = models.ForeignKey(
        Interview, on_delete=models.CASCADE, related_name="guests", verbose_name="访谈"
    )
    place = models.PositiveSmallIntegerField("顺序")
    name = models.CharField("姓名", max_length=40)
    post = models.CharField("职务", max_length=80)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("interview", "place"), name="participation_guest_place_once"
            ),
        )
        ordering = ("place",)

    def __str__(self) -> str:
        return f"{self.post} {self.name}"


class Question(Contribution):
    """A question of the public. ``change`` is the last change of it that readers could see; 0: none ever.

    ``place`` is that of its first answer; None while it has none.
    """

    interview = models.ForeignKey(
        Interview, on_delete=models.PROTECT, related_name="questions", verbose_name="访谈"
    )
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    change = models.PositiveIntegerField("读者看得到的变化", default=0)
    place = models.PositiveIntegerField("回答的顺序", null=True, blank=True)
    answered_at = models.DateTimeField("首次回答时间", null=True, blank=True)

    class Meta(Contribution.Meta):
        constraints = (
            *Contribution.Meta.constraints,
            models.UniqueConstraint(
                fields=("interview", "number"), name="participation_question_number_once"
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=True, answered_at__isnull=True)
                | Q(place__isnull=False, answered_at__isnull=False),
                name="participation_answered_has_a_place",
            ),
        )
        indexes = (models.Index(fields=("interview", "state"), name="participation_questions"),)

    @property
    def agency(self) -> Agency:
        """The organ of its live Q&A, by which permissions guard it."""
        return self.interview.agency


class Said(models.Model):
    """Words of a guest, answering a question, or of the host (no ``guest``, no ``question``); corrected words keep their place."""

    interview = models.ForeignKey(
        Interview, on_delete=models.PROTECT, related_name="said", verbose_name="访谈"
    )
    place = models.PositiveIntegerField("顺序")
    question = models.ForeignKey(
        Question,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answers",
        verbose_name="提问",
    )
    guest = models.ForeignKey(
        Guest, null=True, blank=True, on_delete=models.PROTECT, related_name="said"
    )
    text = models.TextField("内容")
    at = models.DateTimeField("时间")
    by_name = models.CharField("发出人", max_length=64)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    corrected_at = models.DateTimeField("更正时间", null=True, blank=True)
    change = models.PositiveIntegerField("读者看得到的变化")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("interview", "place"), name="participation_said_place_once"
            ),
            models.CheckConstraint(
                condition=Q(question__isnull=True, guest__isnull=True)
                | Q(question__isnull=False, guest__isnull=False),
                name="participation_answer_has_a_guest",
            ),
        )
        ordering = ("place",)

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def agency(self) -> Agency:
        """The organ of its live Q&A, by which permissions guard it."""
        return self.interview.agency


class SaidBefore(models.Model):
    """Words as they stood before they were corrected: kept, and never shown to readers."""

    said = models.ForeignKey(
        Said, on_delete=models.PROTECT, related_name="earlier", verbose_name="更正后的话"
    )
    version = models.PositiveIntegerField("版本")
    text = models.TextField("内容")
    at = models.DateTimeField("更正时间")
    by_name = models.CharField("更正人", max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("said", "version"), name="participation_earlier_words_once"
            ),
        )
        ordering = ("-version",)

    def __str__(self) -> str:
        return self.text[:40]
