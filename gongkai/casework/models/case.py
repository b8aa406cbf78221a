"""A request from registration to the file: its state, its dates, and the cached answer of its clock. States change in ``actions`` alone."""

from django.db import models
from django.db.models import F, Q

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.casework.models.rules import CaseNumber
from gongkai.common.models import Versioned
from gongkai.law.applicants import APPLICANT_KINDS
from gongkai.law.case_states import STATES, state
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.receipt import CHANNELS
from gongkai.law.record_corrections import CORRECTION_RESULTS
from gongkai.law.request_forms import wishes

KINDS = (("disclosure", "政府信息公开申请"), ("correction", "更正申请"))
STATE_CHOICES = tuple((row.key, row.label) for row in STATES)
CHANNEL_CHOICES = tuple((row.channel, row.label) for row in CHANNELS)
APPLICANT_CHOICES = tuple((row.key, row.label) for row in APPLICANT_KINDS)
OUTCOME_CHOICES = tuple((row.key, row.decision) for row in (*OUTCOMES, *CORRECTION_RESULTS))
FORM_CHOICES = tuple((row.key, row.label) for row in wishes("form"))
ROUTE_CHOICES = tuple((row.key, row.label) for row in wishes("route"))
NOT_RECEIVED = ("arrived", "voided")
CLOSED = ("replied", "withdrawn", "archived")
ERASABLE = ("archived", "voided", "split")
"""Nobody works on them any more: who asked may be erased."""


def _with(what: str, *fields: str, name: str) -> models.Index:
    """An index of the rows that have ``what``: most open cases stand in none of these, and are written faster."""
    return models.Index(fields=fields, name=name, condition=Q((f"{what}__isnull", False)))


class Case(Versioned):
    """One 件. ``received_on`` is the day of art. 31; ``counts_from`` the day on which it becomes 新收 (later for some split parts).

    ``due_on``, ``lapses_on`` and ``provisional`` are copies of what the clock says, for sorting: rebuilt with each event
    and after each change of the calendar. ``closed_on`` and ``outcome`` are those of the first answer, which 表三 counts; a later
    round changes neither. ``identity_index`` finds requests of one applicant at one organ without holding who it is.
    """

    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="cases",
        db_index=False,
        verbose_name="机关",
    )
    kind = models.CharField("种类", max_length=16, choices=KINDS, default="disclosure")
    number = models.OneToOneField(
        CaseNumber, on_delete=models.PROTECT, related_name="case", verbose_name="编号"
    )
    state = models.CharField("状态", max_length=24, choices=STATE_CHOICES)
    round = models.PositiveSmallIntegerField("第几轮", default=1)
    channel = models.CharField("渠道", max_length=16, choices=CHANNEL_CHOICES)
    oral = models.BooleanField("口头提出，代为填写", default=False)
    applicant_kind = models.CharField("申请人种类", max_length=24, choices=APPLICANT_CHOICES)
    masked_name = models.CharField("申请人", max_length=100, blank=True)
    identity_index = models.CharField("同一申请人的记号", max_length=64, blank=True)
    title = models.CharField("所需信息", max_length=200)
    wanted = models.TextField("内容描述")
    wanted_form = models.CharField("要求的形式", max_length=24, choices=FORM_CHOICES, blank=True)
    wanted_route = models.CharField("获取途径", max_length=24, choices=ROUTE_CHOICES, blank=True)
    arrived_on = models.DateField("到达日期")
    received_on = models.DateField("收到申请之日", null=True, blank=True)
    counts_from = models.DateField("计为新收之日", null=True, blank=True)
    due_on = models.DateField("答复的最后一日", null=True, blank=True)
    lapses_on = models.DateField("申请人的最后一日", null=True, blank=True)
    provisional = models.BooleanField("暂定", default=False)
    outcome = models.CharField("办理结果", max_length=40, choices=OUTCOME_CHOICES, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    decision = models.OneToOneField(
        "casework.Decision",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="正在办的答复",
    )
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        verbose_name="承办部门",
    )
    handler = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="承办人",
    )
    internal_due = models.DateField("内部期限", null=True, blank=True)
    restricted = models.BooleanField("限制查看", default=False)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        db_index=False,
        verbose_name="拆分自",
    )
    joined_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="joined",
        db_index=False,
        verbose_name="并入办理",
    )
    registered_by_id = models.BigIntegerField("登记人编号", null=True)
    registered_by = models.CharField("登记人", max_length=64)
    registered_at = models.DateTimeField("登记时间")
    changed_at = models.DateTimeField("最近办理时间")

    class Meta:
        verbose_name = "办件"
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[key for key, _ in STATE_CHOICES]),
                name="casework_case_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NOT_RECEIVED)
                | Q(received_on__isnull=False, counts_from__isnull=False),
                name="casework_case_in_work_was_received",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=CLOSED) | (Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="casework_case_closed_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("received_on")),
                name="casework_case_closed_after_receipt",
            ),
            models.CheckConstraint(condition=Q(round__gte=1), name="casework_case_round_from_one"),
            models.CheckConstraint(
                condition=Q(lapses_on__isnull=True)
                | Q(state__in=("awaiting_correction", "awaiting_payment")),
                name="casework_case_lapses_only_while_waiting",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")) & ~Q(joined_to=F("pk")),
                name="casework_case_is_not_its_own",
            ),
        )
        indexes = (
            models.Index(fields=("agency", "state", "due_on"), name="casework_case_list"),
            models.Index(fields=("agency", "identity_index", "received_on"), name="casework_same_applicant"),
            models.Index(fields=("agency", "-registered_at", "-id"), name="casework_case_newest"),
            models.Index(fields=("agency", "counts_from"), name="casework_case_new_in"),
            _with("closed_on", "agency", "closed_on", name="casework_case_closed"),
            _with("handler", "handler", "state", name="casework_case_handler"),
            _with("parent", "parent", name="casework_case_parent"),
            _with("joined_to", "joined_to", name="casework_case_joined"),
        )  # fmt: skip
        ordering = ("-registered_at", "-pk")

    def __str__(self) -> str:
        return self.number.number

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label

    @property
    def is_open(self) -> bool:
        """Whether an answer is still owed."""
        return state(self.state).open

    @property
    def has_clock(self) -> bool:
        """Whether art. 33 counts days for it; a request to correct a record has no statutory period."""
        return self.kind == "disclosure" and self.received_on is not None


class CasePerson(models.Model):
    """A person's part in a case beyond the post: watches it, may see it though it is restricted, or is kept away from it."""

    PARTS = (("admitted", "可以查看"), ("watcher", "关注"), ("barred", "回避"))

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="people", verbose_name="办件"
    )
    person = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", verbose_name="人员"
    )
    part = models.CharField("关系", max_length=16, choices=PARTS)
    reason = models.CharField("理由", max_length=300, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "person", "part"), name="casework_part_once"),
        )

    def __str__(self) -> str:
        return f"{self.person}：{self.get_part_display()}"
