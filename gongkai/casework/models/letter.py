"""A letter of a case from draft to what went out, and an organ's own Word templates. What was issued never changes (migration 0007)."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.applicant import CaseFile
from gongkai.casework.models.case import OUTCOME_CHOICES, Case
from gongkai.casework.models.consultation import Consultation
from gongkai.casework.models.decision import Decision
from gongkai.casework.models.notice import CaseNotice
from gongkai.casework.models.rules import CaseNumber
from gongkai.common.models import Versioned
from gongkai.files.models import StoredFile
from gongkai.law.letters import LETTERS
from gongkai.law.letters import Letter as Kind
from gongkai.law.letters import letter as kind_of

KIND_CHOICES = tuple((row.key, row.title) for row in LETTERS)
SLIPS = tuple(row.key for row in LETTERS if not row.official)
LETTER_STATES = (("draft", "草拟"), ("issued", "已定稿"), ("void", "已作废"))


class LetterTemplate(models.Model):
    """One version of an organ's own Word form for a kind of letter, in use from ``since`` until the next one, or until ``until``."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="letter_templates", verbose_name="机关"
    )
    kind = models.CharField("文书", max_length=40, choices=KIND_CHOICES)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="模板文件"
    )
    fields = models.JSONField("模板里的字段", default=list)
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True)
    by_name = models.CharField("上传人", max_length=64)
    at = models.DateTimeField("上传时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="casework_template_until_after_since",
            ),
        )
        ordering = ("kind", "-since", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}模板（{self.since}起）"


class Letter(Versioned):
    """One letter. It belongs to a decision, a notice or a consultation, or stands by itself in its case (a receipt, a transfer);
    what a third party is told of a decision against its will belongs to both.

    While a draft: ``body`` are paragraphs that the clerk reworded, fields in braces still in them (empty: the text of the law as
    it is), ``facts`` what only a person can say, by key of field. Once issued: ``sealed`` holds the words as they went out, under
    the key of the case and erased with it; ``text_since`` says which version of the law's text it has; ``pdf`` and ``docx`` are
    the printed files, made by the worker from these words, None until then.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="letters", verbose_name="办件"
    )
    kind = models.CharField("文书", max_length=40, choices=KIND_CHOICES)
    outcome = models.CharField("处理决定", max_length=40, choices=OUTCOME_CHOICES, blank=True)
    state = models.CharField("状态", max_length=8, choices=LETTER_STATES, default="draft")
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
        verbose_name="答复",
    )
    notice = models.ForeignKey(
        CaseNotice,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
        verbose_name="告知书",
    )
    consultation = models.ForeignKey(
        Consultation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
        verbose_name="征求意见",
    )
    body = models.JSONField("改写的正文", default=list, blank=True)
    facts = models.JSONField("另外填写的内容", default=dict, blank=True)
    template = models.ForeignKey(
        LetterTemplate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
        verbose_name="本机关模板",
    )
    number = models.OneToOneField(
        CaseNumber,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letter",
        verbose_name="发文字号",
    )
    text_since = models.DateField("文本版本", null=True, blank=True)
    signed_on = models.DateField("成文日期", null=True, blank=True)
    issued_by_id = models.BigIntegerField("定稿人编号", null=True, blank=True)
    issued_by = models.CharField("定稿人", max_length=64, blank=True)
    issued_at = models.DateTimeField("定稿时间", null=True, blank=True)
    sealed = models.JSONField("定稿文字（加密）", default=dict, blank=True)
    pdf = models.OneToOneField(
        CaseFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="PDF",
    )
    docx = models.OneToOneField(
        CaseFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="DOCX",
    )
    drafted_by = models.CharField("拟稿人", max_length=64)
    changed_at = models.DateTimeField("最近修改时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft", number__isnull=True, issued_at__isnull=True)
                | (~Q(state="draft") & Q(signed_on__isnull=False, issued_at__isnull=False)),
                name="casework_letter_issued_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(number__isnull=False) | Q(kind__in=SLIPS),
                name="casework_letter_issued_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(notice__isnull=True)
                | Q(decision__isnull=True, consultation__isnull=True),
                name="casework_letter_of_one_act",
            ),
            models.UniqueConstraint(
                fields=("decision", "kind"),
                condition=~Q(state="void") & Q(consultation__isnull=True),
                name="casework_letter_once_a_decision",
            ),
            models.UniqueConstraint(
                fields=("notice", "kind"),
                condition=~Q(state="void"),
                name="casework_letter_once_a_notice",
            ),
            models.UniqueConstraint(
                fields=("consultation", "kind"),
                condition=~Q(state="void") & Q(decision__isnull=True),
                name="casework_letter_once_a_consultation",
            ),
            models.UniqueConstraint(
                fields=("decision", "consultation", "kind"),
                condition=~Q(state="void"),
                name="casework_letter_once_a_party",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}{self.number or ''}"

    @property
    def row(self) -> Kind:
        """Its row of law."""
        return kind_of(self.kind)

    @property
    def is_printed(self) -> bool:
        """Whether both files are there."""
        return self.pdf_id is not None and self.docx_id is not None

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency
