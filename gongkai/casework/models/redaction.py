"""A paper being blacked out: the places with their grounds, and the new file that comes of them. The paper itself never changes."""

from django.db import models
from django.db.models import F, Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.applicant import CaseFile
from gongkai.casework.models.case import Case
from gongkai.casework.models.decision import GROUND_CHOICES
from gongkai.common.models import Versioned
from gongkai.files.models import StoredFile

STATES = (
    ("draft", "正在标记"),
    ("burning", "正在制作"),
    ("leftover", "还有同样的文字，等您决定"),
    ("burnt", "已经制作"),
    ("dropped", "不用了"),
)
WHOLE = 0.999
"""Share of a side that counts as all of it."""
IN_WORK = ("draft", "burning", "leftover")


class RedactionSheet(Versioned):
    """One go at one paper. ``working`` is the PDF on which places are marked: the paper itself, or what was made of it.

    ``sizes``: width and height of each page in points; ``step`` counts changes, so that the last can be undone. ``made`` is the
    new file, ``result`` its place among the papers once it may be used. ``leftovers``: [page, left, top, right, bottom] each.
    """

    source = models.ForeignKey(
        CaseFile, on_delete=models.CASCADE, related_name="redactions", verbose_name="原件"
    )
    working = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="工作文件"
    )
    sizes = models.JSONField("各页大小")
    losses = models.JSONField("新文件里没有的", default=list, blank=True)
    state = models.CharField("状态", max_length=16, choices=STATES, default="draft")
    step = models.PositiveIntegerField("第几步", default=0)
    keep_words = models.BooleanField("保留可以检索的文字", default=False)
    title = models.CharField("新文件的名称", max_length=120, blank=True)
    pages_done = models.PositiveIntegerField("做好的页数", default=0)
    fault = models.CharField("没有做成的原因", max_length=300, blank=True)
    leftovers = models.JSONField("别处还有的同样文字", default=list, blank=True)
    leftovers_found = models.PositiveIntegerField("别处还有几处", default=0)
    leftovers_reason = models.CharField("别处可以公开的理由", max_length=500, blank=True)
    made = models.OneToOneField(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="涂黑后的文件",
    )
    result = models.OneToOneField(
        CaseFile,
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="redaction",
        verbose_name="涂黑后的材料",
    )
    source_sha256 = models.CharField("原件的 SHA-256", max_length=64)
    result_sha256 = models.CharField("涂黑后的 SHA-256", max_length=64, blank=True)
    started_by = models.CharField("标记人", max_length=64)
    started_at = models.DateTimeField("开始时间")
    burnt_by_id = models.BigIntegerField("制作人编号", null=True, blank=True)
    burnt_by = models.CharField("制作人", max_length=64, blank=True)
    burnt_at = models.DateTimeField("制作时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source",),
                condition=Q(state__in=IN_WORK),
                name="casework_one_redaction_in_work",
            ),
            models.CheckConstraint(
                condition=~Q(state="burnt")
                | (Q(result__isnull=False, made__isnull=False) & ~Q(result_sha256="")),
                name="casework_redaction_burnt_has_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(state="burnt") | Q(leftovers_found=0) | ~Q(leftovers_reason=""),
                name="casework_redaction_leftovers_decided",
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.source}的涂黑"

    @property
    def case(self) -> Case:
        """The case of the paper."""
        return self.source.case

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.source.case.agency

    @property
    def pages(self) -> int:
        """How many pages."""
        return len(self.sizes)


class RedactionBox(models.Model):
    """One place to be blacked out, in fractions of the page as seen. It holds from step ``added`` on, until step ``removed``."""

    sheet = models.ForeignKey(
        RedactionSheet, on_delete=models.CASCADE, related_name="boxes", verbose_name="涂黑"
    )
    page = models.PositiveIntegerField("页")
    left = models.FloatField("左")
    top = models.FloatField("上")
    right = models.FloatField("右")
    bottom = models.FloatField("下")
    ground = models.CharField("不予公开的依据", max_length=32, choices=GROUND_CHOICES)
    note = models.CharField("理由", max_length=200, blank=True)
    added = models.PositiveIntegerField("哪一步加上")
    removed = models.PositiveIntegerField("哪一步去掉", null=True, blank=True)
    by_name = models.CharField("标记人", max_length=64)
    at = models.DateTimeField("标记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(page__gte=1, left__gte=0, top__gte=0, right__lte=1, bottom__lte=1)
                & Q(left__lt=F("right"), top__lt=F("bottom")),
                name="casework_box_on_its_page",
            ),
            models.CheckConstraint(condition=~Q(ground=""), name="casework_box_has_a_ground"),
        )
        indexes = (models.Index(fields=("sheet", "page"), name="casework_box_page"),)
        ordering = ("page", "top", "left", "pk")

    def __str__(self) -> str:
        return f"第{self.page}页：{self.get_ground_display()}"

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (self.left, self.top, self.right, self.bottom)

    @property
    def width(self) -> float:
        """Share of the page's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Share of the page's height."""
        return self.bottom - self.top

    @property
    def where(self) -> str:
        """整页, or how far from the left and the top, in hundredths of the page."""
        if self.width >= WHOLE and self.height >= WHOLE:
            return "整页"
        return f"左 {self.left:.0%}，上 {self.top:.0%}"
