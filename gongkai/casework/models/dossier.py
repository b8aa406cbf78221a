"""The whole file of a case, taken out for a court: made by the worker, kept sealed for a day, then gone."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import Case

DOSSIER_STATES = (("waiting", "正在制作"), ("made", "可以下载"), ("failed", "没有做成"), ("gone", "已过期"))  # fmt: skip


class Dossier(models.Model):
    """One making. ``sealed`` holds the key of the stored bytes, under the key of the case: erasing the case makes them noise.

    ``read_entry`` is the journal's entry by which whoever asked read the applicant's data. ``left_out``: (number, title, why) of
    what has no pages in the PDF. Sizes in bytes.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="dossiers", verbose_name="办件"
    )
    state = models.CharField("状态", max_length=8, choices=DOSSIER_STATES, default="waiting")
    reason = models.CharField("用途", max_length=500)
    asked_by_id = models.BigIntegerField("提出人编号", null=True)
    asked_by = models.CharField("提出人", max_length=64)
    asked_at = models.DateTimeField("提出时间")
    read_entry = models.BigIntegerField("查看个人信息的留痕", null=True, blank=True)
    done = models.PositiveIntegerField("已经放入（份）", default=0)
    whole = models.PositiveIntegerField("共有（份）", default=0)
    sealed = models.JSONField("密钥（加密）", default=dict, blank=True)
    zip_key = models.CharField("压缩包", max_length=64, blank=True)
    zip_size = models.PositiveBigIntegerField("压缩包字节数", default=0)
    zip_sha256 = models.CharField("压缩包 SHA-256", max_length=64, blank=True)
    pdf_key = models.CharField("PDF", max_length=64, blank=True)
    pdf_size = models.PositiveBigIntegerField("PDF 字节数", default=0)
    pdf_sha256 = models.CharField("PDF SHA-256", max_length=64, blank=True)
    left_out = models.JSONField("没有并入 PDF 的", default=list, blank=True)
    failure = models.CharField("没有做成的原因", max_length=500, blank=True)
    made_at = models.DateTimeField("做成时间", null=True, blank=True)
    expires_at = models.DateTimeField("保存到", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(state="waiting"),
                name="casework_one_dossier_in_making",
            ),
            models.CheckConstraint(
                condition=~Q(state="made") | (~Q(zip_key="") & Q(expires_at__isnull=False)),
                name="casework_made_dossier_is_there",
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.case}案卷"

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency

    @property
    def context(self) -> str:
        """The place to which its sealed bytes are bound."""
        return f"casework.dossier:{self.pk}"
