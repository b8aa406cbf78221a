"""Tables of the journal: one chain per organ, one entry per act. Triggers refuse any change to an entry (migration 0002)."""

from django.db import models

SYSTEM_CHAIN = ""
"""The chain of acts that concern no single organ: installation, people of several organs."""


class Chain(models.Model):
    """The head of one organ's chain. ``organ`` is the agency's code, as text: the journal outlives every other table."""

    organ = models.CharField("机关代码", max_length=64, unique=True)
    length = models.PositiveBigIntegerField("条数", default=0)
    head = models.CharField("链头", max_length=64, default="0" * 64)

    class Meta:
        verbose_name = "留痕链"

    def __str__(self) -> str:
        return self.organ or "全系统"


class Entry(models.Model):
    """One act: who, by which post, what, when, on what, before and after. People and things are named, not referenced."""

    chain = models.ForeignKey(
        Chain, on_delete=models.PROTECT, related_name="entries", verbose_name="链"
    )
    number = models.PositiveBigIntegerField("序号")
    at = models.DateTimeField("时间")
    actor_id = models.BigIntegerField("人员编号", null=True)
    actor_name = models.CharField("姓名", max_length=64)
    post = models.CharField("岗位", max_length=200)
    act = models.CharField("行为", max_length=64)
    object_type = models.CharField("对象种类", max_length=64)
    object_id = models.CharField("对象编号", max_length=64)
    object_label = models.CharField("对象", max_length=300)
    before = models.JSONField("之前", default=dict)
    after = models.JSONField("之后", default=dict)
    reason = models.TextField("理由", blank=True)
    request_id = models.CharField("请求编号", max_length=32, blank=True)
    previous_hash = models.CharField("上一条的哈希", max_length=64)
    hash = models.CharField("哈希", max_length=64)

    class Meta:
        verbose_name = "留痕"
        constraints = (
            models.UniqueConstraint(fields=("chain", "number"), name="audit_entry_number_once"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="audit_entry_number_from_one"
            ),
        )
        indexes = (
            models.Index(
                fields=("object_type", "object_id", "number"), name="audit_entry_of_object"
            ),
            models.Index(fields=("actor_id", "at"), name="audit_entry_of_actor"),
        )

    def __str__(self) -> str:
        return f"{self.chain}第{self.number}条"


class SubjectKey(models.Model):
    """The key of one subject's personal data in the journal, sealed by the master key; blank once it has been destroyed."""

    subject = models.CharField("主体", max_length=128, unique=True)
    wrapped = models.TextField("密钥", blank=True)
    erased_at = models.DateTimeField("销毁时间", null=True, blank=True)

    class Meta:
        verbose_name = "个人信息密钥"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(erased_at=None) | models.Q(wrapped=""),
                name="audit_erased_key_is_blank",
            ),
        )

    def __str__(self) -> str:
        return self.subject
