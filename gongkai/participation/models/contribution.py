"""What every contribution of the public is made of: comments on a draft, questions of a live session. Never deleted."""

from django.db import models
from django.db.models import Q

from gongkai.files.models import StoredFile
from gongkai.law.contribution_states import CHANNELS, HIDING, START, STATES, channel, reason, state

CHANNEL_CHOICES = tuple((row.key, row.label) for row in CHANNELS)
STATE_CHOICES = tuple((row.key, row.label) for row in STATES)
REASON_CHOICES = tuple((row.key, row.label) for row in HIDING)


class Contribution(models.Model):
    """One contribution; its parent gives the organ. ``number`` counts within the parent and is told to whoever sent it.

    ``text`` stays as it came; ``shown_text`` is what the public reads once it is shown, with personal data masked. ``sealed`` holds
    ``name`` and ``contact`` as ``audit.personal`` seals them, where they were given. ``entered_by`` is empty for what came by web;
    ``scan`` is the letter that an officer typed in; ``late_reason`` says why one that came after the end was taken in.
    """

    number = models.PositiveIntegerField("序号")
    text = models.TextField("内容")
    shown_text = models.TextField("显示的文字", blank=True)
    sealed = models.JSONField("姓名、联系方式（加密）", default=dict, blank=True)
    channel = models.CharField("提出的方式", max_length=16, choices=CHANNEL_CHOICES)
    received_at = models.DateTimeField("收到时间")
    entered_at = models.DateTimeField("登记时间")
    entered_by = models.CharField("登记人", max_length=64, blank=True)
    late_reason = models.CharField("截止后登记的原因", max_length=300, blank=True)
    scan = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="原件",
    )
    state = models.CharField("状态", max_length=16, choices=STATE_CHOICES, default=START)
    hidden_reason = models.CharField(
        "不显示的原因", max_length=24, choices=REASON_CHOICES, blank=True
    )
    moderated_at = models.DateTimeField("审核时间", null=True, blank=True)
    moderated_by = models.CharField("审核人", max_length=64, blank=True)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(state="hidden") & ~Q(hidden_reason="")
                | ~Q(state="hidden") & Q(hidden_reason=""),
                name="%(app_label)s_%(class)s_hidden_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="shown") | ~Q(shown_text=""),
                name="%(app_label)s_%(class)s_shown_has_words",
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"第 {self.number} 条"

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label

    @property
    def channel_label(self) -> str:
        """The way's name."""
        return channel(self.channel).label

    @property
    def reason_label(self) -> str:
        """Why it is hidden; "" where it is not."""
        return reason(self.hidden_reason).label if self.hidden_reason else ""

    @property
    def is_web(self) -> bool:
        """Whether the public typed it in on the site."""
        return not channel(self.channel).typed_in
