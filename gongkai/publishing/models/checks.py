"""What the checks before release keep: files looked through, what an organ decides itself, overrides with their reasons, links tried."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.files.models import StoredFile
from gongkai.publishing.models.item import ItemVersion

LINK_STATES = (
    ("works", "能打开"),
    ("dead", "打不开"),
    ("hijacked", "可能被篡改"),
    ("unknown", "无法核对"),
)


class FileSurvey(models.Model):
    """A stored file's public copy, read once: its text, the personal data in it (kept masked, by place) and what it hides.

    ``finds`` and ``hidden`` are rows of ``paperwork.attachment_text``; ``trouble`` says what was not looked through, and why.
    """

    file = models.OneToOneField(
        StoredFile, on_delete=models.CASCADE, related_name="+", verbose_name="文件"
    )
    sha256 = models.CharField("公开副本 SHA-256", max_length=64)
    text = models.TextField("文字", blank=True)
    finds = models.JSONField("个人信息", default=list, blank=True)
    hidden = models.JSONField("隐藏的内容", default=list, blank=True)
    trouble = models.CharField("没有检查到的", max_length=300, blank=True)
    read_at = models.DateTimeField("检查时间")

    def __str__(self) -> str:
        return str(self.file)


class CheckRules(Versioned):
    """How grave an organ takes each check: ``severities`` by key of ``checks.table``; what is not there stays as the table says."""

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="check_rules", verbose_name="机关"
    )
    severities = models.JSONField("轻重", default=dict, blank=True)

    def __str__(self) -> str:
        return f"{self.agency}的发布前检查"


class OrganWord(models.Model):
    """A word that an organ wants written otherwise, beside the list that comes with the program."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="organ_words", verbose_name="机关"
    )
    wrong = models.CharField("不用的写法", max_length=60)
    right = models.CharField("应写成", max_length=60, blank=True)
    reason = models.CharField("理由", max_length=200)
    added_by = models.CharField("添加人", max_length=64)
    added_at = models.DateTimeField("添加时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "wrong"), name="publishing_organ_word_once"),
        )
        ordering = ("wrong",)

    def __str__(self) -> str:
        return self.wrong


class FindingOverride(models.Model):
    """That a person lets one finding of one version stand, and why. A new version is looked at anew."""

    version = models.ForeignKey(
        ItemVersion, on_delete=models.CASCADE, related_name="overrides", verbose_name="版本"
    )
    check_key = models.CharField("检查", max_length=32)
    mark = models.CharField("对象", max_length=16)
    said = models.CharField("发现", max_length=300)
    reason = models.CharField("理由", max_length=500)
    by_id = models.BigIntegerField("决定人编号", null=True)
    by = models.CharField("决定人", max_length=64)
    post = models.CharField("岗位", max_length=200)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("version", "check_key", "mark"), name="publishing_override_once"
            ),
        )
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.said


class LinkCheck(models.Model):
    """An address outside, tried in the background: what came of it, and when."""

    url = models.CharField("网址", max_length=500, unique=True)
    state = models.CharField("结果", max_length=16, choices=LINK_STATES, default="unknown")
    detail = models.CharField("说明", max_length=200, blank=True)
    checked_at = models.DateTimeField("核对时间")
    answered_at = models.DateTimeField("对方最近有回答的时间", null=True, blank=True)

    def __str__(self) -> str:
        return self.url
