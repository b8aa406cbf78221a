"""An item of information and every version of its text. States change in ``actions`` alone."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.law.publication_states import START, STATES, state
from gongkai.law.validity import VALIDITIES
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.facts import VersionFacts
from gongkai.publishing.presentations import PLAIN

VALIDITY_CHOICES = tuple((row.key, row.label) for row in VALIDITIES)
STATE_CHOICES = tuple((row.key, row.label) for row in STATES)


class Item(Versioned):
    """One item. ``published`` is what the public reads, ``draft`` what is being worked on; both may be there at once.

    ``source_type`` and ``source_id`` name the record of a higher floor whose own procedure signed the text; empty for others.
    ``index_number`` is given when the text is first handed in, and never to another. ``validity`` changes without a new text.
    ``release_at``: when a signed text goes out by itself. ``reassess_on``: when what is not published is looked at again.
    ``recheck_on`` is the next look whether it is still right; ``no_interpretation`` says why a policy needs none.
    ``step`` is the review step that is open, kept beside the rows of ``Review`` for sorting and counting.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="items", verbose_name="机关"
    )
    column = models.ForeignKey(
        Column, on_delete=models.PROTECT, related_name="items", verbose_name="栏目"
    )
    title = models.CharField("标题", max_length=200)
    index_number = models.CharField("索引号", max_length=80, blank=True)
    state = models.CharField("状态", max_length=16, choices=STATE_CHOICES, default=START)
    step = models.CharField("审核到哪一步", max_length=32, blank=True)
    draft = models.OneToOneField(
        "publishing.ItemVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published = models.OneToOneField(
        "publishing.ItemVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    source_type = models.CharField("来源种类", max_length=64, blank=True)
    source_id = models.CharField("来源编号", max_length=64, blank=True)
    remark = models.TextField("退回意见", blank=True)
    reviewed_by_id = models.BigIntegerField("审核人编号", null=True, blank=True)
    reviewed_by = models.CharField("审核人", max_length=64, blank=True)
    release_at = models.DateTimeField("定时发布", null=True, blank=True)
    reassess_on = models.DateField("下次评估日期", null=True, blank=True)
    first_published_at = models.DateTimeField("首次发布时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawal_note = models.CharField("撤回说明", max_length=200, blank=True)
    changed_at = models.DateTimeField("最近办理时间")
    validity = models.CharField("有效性", max_length=16, choices=VALIDITY_CHOICES, default="valid")
    validity_since = models.DateField("有效性自", null=True, blank=True)
    recheck_on = models.DateField("下次核对", null=True, blank=True)
    no_interpretation = models.CharField("不需要解读的理由", max_length=300, blank=True)
    validity_reason = models.CharField("有效性的说明", max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "index_number"),
                condition=~Q(index_number=""),
                name="publishing_item_index_number_once",
            ),
            models.UniqueConstraint(
                fields=("source_type", "source_id"),
                condition=~Q(source_type=""),
                name="publishing_item_once_a_source",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published__isnull=False),
                name="publishing_item_published_has_text",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(published__isnull=True),
                name="publishing_item_withdrawn_has_no_text",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(release_at__isnull=False),
                name="publishing_item_scheduled_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(published__isnull=True) | Q(first_published_at__isnull=False),
                name="publishing_item_published_has_a_day",
            ),
        )
        indexes = (
            models.Index(fields=("agency", "state", "-changed_at"), name="publishing_item_list"),
            models.Index(fields=("state", "release_at"), name="publishing_item_release_at"),
        )
        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def state_label(self) -> str:
        """The state's name."""
        return state(self.state).label

    @property
    def is_elsewhere(self) -> bool:
        """Whether another procedure signs its text (an annual report's)."""
        return bool(self.source_type)

    @property
    def is_revision(self) -> bool:
        """Whether a new version is in work while an older one is public."""
        return self.published_id is not None and self.draft_id is not None


class ItemVersion(VersionFacts):
    """One text of an item. Sealed at submission (``sha256``), it never changes again; what is sent back is continued in a new one.

    ``author`` saved it last; ``writers`` are the ids of all who had a hand in it: none of them may review or sign it.
    ``payload`` is data beside the text; ``presentation`` its form, whose data stands there too.
    ``withdrawn_at``: it was public and was taken off the site; it never comes back by itself.
    ``repeats`` is the older text that it nearly is, found when it was handed in.
    ``begun_at`` is when work on this text began, whoever went on with it; ``date_reason`` says why a date of the timer differs
    from what was handed in before, ``late_reason`` why it became public too late.
    """

    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, related_name="versions", verbose_name="信息"
    )
    number = models.PositiveIntegerField("版本号")
    title = models.CharField("标题", max_length=200)
    document_number = models.CharField("发文字号", max_length=60, blank=True)
    summary = models.CharField("内容概述", max_length=300, blank=True)
    body = models.TextField("正文", blank=True)
    payload = models.JSONField("数据", default=dict, blank=True)
    presentation = models.CharField("形式", max_length=16, default=PLAIN)
    writers = models.JSONField("起草人编号", default=list)
    author_id = models.BigIntegerField("起草人的编号", null=True, blank=True)
    author = models.CharField("起草人", max_length=64, blank=True)
    begun_at = models.DateTimeField("开始起草的时间", null=True)
    at = models.DateTimeField("保存时间")
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    date_reason = models.CharField("改动日期的原因", max_length=300, blank=True)
    late_reason = models.CharField("逾期公开的原因", max_length=300, blank=True)
    submitted_by_id = models.BigIntegerField("送审人编号", null=True, blank=True)
    submitted_by = models.CharField("送审人", max_length=64, blank=True)
    submitted_at = models.DateTimeField("送审时间", null=True, blank=True)
    signed_by = models.CharField("签发人", max_length=64, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤下时间", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("item", "number"), name="publishing_version_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="publishing_version_number_from_one"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(sha256=""),
                name="publishing_version_published_is_sealed",
            ),
        )
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.title}（第{self.number}版）"

    @property
    def is_sealed(self) -> bool:
        """Whether the text can change no more."""
        return bool(self.sha256)

    @property
    def agency(self) -> Agency:
        """The item's organ, by which permissions guard it."""
        return self.item.agency
