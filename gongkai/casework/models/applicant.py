"""Who asks, sealed by the key of the case: name, papers, contact, agent. Erasing the key makes all of it unreadable for ever."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.casework.models.case import Case
from gongkai.files.models import StoredFile

IDENTITY_TYPES = (
    ("resident_card", "居民身份证"),
    ("passport", "护照"),
    ("mainland_permit", "港澳台居民证件"),
    ("other_paper", "其他证件"),
    ("credit_code", "统一社会信用代码"),
    ("not_given", "未提供"),
)
USES = (
    ("request", "申请书"),
    ("identity", "身份证明"),
    ("authorisation", "授权委托书"),
    ("correction", "补正材料"),
    ("reasons", "申请人的理由"),
    ("opinion", "被征求意见一方的意见"),
    ("payment", "缴费凭证"),
    ("service", "送达凭证"),
    ("search", "检索记录"),
    ("original", "拟提供的原件"),
    ("given", "提供的信息"),
    ("letter", "文书"),
    ("remedy", "复议、诉讼文书"),
    ("other", "其他"),
)

PERSONAL_USES = (
    "request",
    "identity",
    "authorisation",
    "correction",
    "reasons",
    "opinion",
    "payment",
    "service",
    "letter",
    "remedy",
)
"""Papers that hold data of people: what came from them, what was written to them, and what shows how it reached them."""


class Applicant(models.Model):
    """``sealed`` holds name, identity_number, phone, address, postcode, mail, legal_representative, contact_person;

    ``agent`` the agent's name, identity_number and phone; each field as ``audit.personal`` seals it.
    """

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, related_name="applicant", verbose_name="办件"
    )
    identity_type = models.CharField(
        "证件种类", max_length=16, choices=IDENTITY_TYPES, default="not_given"
    )
    sealed = models.JSONField("申请人信息（加密）", default=dict)
    agent = models.JSONField("代理人信息（加密）", default=dict, blank=True)
    needs_help = models.BooleanField("阅读困难或者视听障碍，需要帮助", default=False)
    tell_by_mail = models.BooleanField("有进展时发电子邮件", default=False)
    tell_by_sms = models.BooleanField("有进展时发短信", default=False)
    erased_at = models.DateTimeField("个人信息销毁时间", null=True, blank=True)

    def __str__(self) -> str:
        return self.case.masked_name or "申请人"

    @property
    def has_agent(self) -> bool:
        """Whether somebody acts for the applicant."""
        return bool(self.agent)


class CaseFile(models.Model):
    """A stored file in the file of a case."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="papers", verbose_name="办件"
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="文件"
    )
    use = models.CharField("用途", max_length=16, choices=USES)
    title = models.CharField("名称", max_length=120)
    added_by = models.CharField("加入人", max_length=64)
    added_at = models.DateTimeField("加入时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "file", "use"), name="casework_paper_once"),
        )
        ordering = ("added_at", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def is_personal(self) -> bool:
        """Whether it holds data of people."""
        return self.use in PERSONAL_USES

    @property
    def agency(self) -> Agency:
        """The organ of its case, by which permissions guard it."""
        return self.case.agency
