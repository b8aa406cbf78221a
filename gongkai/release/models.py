"""What the public may see, copied from what was published: nothing here is ever a draft, and all of it can be rebuilt."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.law.genres import GENRES
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES
from gongkai.publishing.presentations import PLAIN, presentation
from gongkai.release.subscriptions.models import (
    Digest,
    Finding,
    FirstCopy,
    Subscriber,
    Subscription,
)

__all__ = [
    "Digest",
    "Finding",
    "FirstCopy",
    "PublicCatalogue",
    "PublicColumn",
    "PublicDocument",
    "PublicFile",
    "PublicOldAddress",
    "Subscriber",
    "Subscription",
    "Withdrawal",
]

KINDS = (
    ("guide", "政府信息公开指南"),
    ("systems", "政府信息公开制度"),
    ("content", "法定主动公开内容"),
    ("annual_report", "政府信息公开年报"),
)


class PublicDocument(models.Model):
    """One document as readers get it. ``path`` is its address below the organ's pages; ``search_text`` its words, folded;
    ``passage_text`` those of its text as they are written, on one line, for the lists of what was found.

    ``item_version`` is the state of the item that was copied: an older one never replaces a newer. ``year`` is a report's.
    ``validity`` is as of the day of the copy; ``stamp`` differs where anything differs that the search knows.
    ``attachments`` are the files that readers get, ``links`` the public items tied to it. ``old_site``: the website that it
    was brought over from, ``brought_on`` the day on which it was; the days of publication are then those of the old site.
    ``month`` is that of ``published_at`` by law days, as in addresses: ``2025-11``.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="public_documents", verbose_name="机关"
    )
    agency_name = models.CharField("发布机构", max_length=100)
    kind = models.CharField("种类", max_length=16, choices=KINDS)
    column_key = models.CharField("栏目", max_length=64)
    item_id = models.BigIntegerField("信息编号", unique=True)
    item_version = models.PositiveIntegerField("信息的状态序号")
    title = models.CharField("标题", max_length=200)
    summary = models.CharField("内容概述", max_length=300, blank=True)
    body = models.TextField("正文", blank=True)
    payload = models.JSONField("数据", default=dict)
    presentation = models.CharField("形式", max_length=16, default=PLAIN)
    document_number = models.CharField("发文字号", max_length=60, blank=True)
    index_number = models.CharField("索引号", max_length=80, blank=True)
    genre = models.CharField(
        "体裁", max_length=32, blank=True, choices=[(row.key, row.label) for row in GENRES]
    )
    theme = models.CharField(
        "主题分类", max_length=32, blank=True, choices=[(row.key, row.label) for row in THEMES]
    )
    made_on = models.DateField("成文日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    ends_on = models.DateField("有效期至", null=True, blank=True)
    validity = models.CharField(
        "有效性", max_length=16, blank=True, choices=[(row.key, row.label) for row in VALIDITIES]
    )
    validity_note = models.CharField("有效性的说明", max_length=200, blank=True)
    organs = models.TextField("发文机关", blank=True)
    catalogue_keys = models.JSONField("法定事项", default=list, blank=True)
    attachments = models.JSONField("附件", default=list, blank=True)
    attachment_text = models.TextField("附件的文字", blank=True)
    links = models.JSONField("关联", default=list, blank=True)
    year = models.PositiveIntegerField("年度", null=True)
    first_published_at = models.DateTimeField("首次发布时间")
    published_at = models.DateTimeField("发布时间")
    month = models.CharField("发布月份", max_length=7)
    old_site = models.CharField("迁自", max_length=100, blank=True)
    brought_on = models.DateField("迁入日期", null=True, blank=True)
    old_site_day_known = models.BooleanField("在旧网站公开的日期有登记", default=False)
    path = models.CharField("地址", max_length=200)
    search_text = models.TextField("检索文本")
    passage_text = models.TextField("检索结果所示的文字", blank=True)
    stamp = models.PositiveIntegerField("检索内容的标记", default=0, db_index=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("agency", "column_key", "-published_at", "month"), name="release_in_column"
            ),
            models.Index(
                fields=("agency", "kind", "-published_at", "month"), name="release_of_kind"
            ),
            models.Index(fields=("agency", "month", "published_at"), name="release_in_month"),
            models.Index(fields=("agency", "-published_at", "-id"), name="release_newest_of"),
            models.Index(fields=("agency", "kind", "month"), name="release_months_of_kind"),
            models.Index(fields=("agency", "column_key", "month"), name="release_months_of_column"),
            models.Index(fields=("-published_at",), name="release_newest"),
            models.Index(fields=("kind", "agency", "-year"), name="release_reports"),
        )
        constraints = (
            models.CheckConstraint(condition=~models.Q(month=""), name="release_month_is_known"),
        )
        ordering = ("-published_at", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def form_badge(self) -> str:
        """The word of its form in lists; none for plain text."""
        return "" if self.presentation == PLAIN else presentation(self.presentation).badge


class PublicColumn(models.Model):
    """A column of an organ's own as readers see it. ``key`` is its address; ``national`` the column it stands below."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="public_columns", verbose_name="机关"
    )
    key = models.CharField("代码", max_length=64)
    title = models.CharField("名称", max_length=60)
    national = models.CharField("全国统一的栏目", max_length=64)
    parent_key = models.CharField("上级栏目", max_length=64)
    place = models.PositiveIntegerField("顺序", default=0)
    closed_on = models.DateField("停止日期", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "key"), name="release_column_once"),
        )
        ordering = ("agency", "place")

    def __str__(self) -> str:
        return self.title


class PublicCatalogue(models.Model):
    """The rows of an organ's standard catalogue as readers see them: words only, by the item of the law they stand below."""

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="public_catalogue", verbose_name="机关"
    )
    rows = models.JSONField("各行", default=list)

    def __str__(self) -> str:
        return f"{self.agency}公开目录"


class PublicConsultation(models.Model):
    """A public consultation as lists show it, beside the page of its notice. Whether it is open is worked out for the day of reading."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="public_consultations", verbose_name="机关"
    )
    number = models.BigIntegerField("征集编号", unique=True)
    item_id = models.BigIntegerField("信息编号", unique=True)
    title = models.CharField("标题", max_length=200)
    kind = models.CharField("事项", max_length=60)
    state = models.CharField("状态", max_length=16)
    opens_on = models.DateField("开始日期", null=True)
    closes_on = models.DateField("最后一日", null=True)
    takes_web = models.BooleanField("可以在网上提意见", default=False)
    comments = models.PositiveIntegerField("意见条数", default=0)
    path = models.CharField("地址", max_length=200)
    outcome_path = models.CharField("结果的地址", max_length=200, blank=True)
    decision_path = models.CharField("决定的地址", max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("agency", "-closes_on"), name="release_consultations"),)
        ordering = ("-closes_on", "-pk")

    def __str__(self) -> str:
        return self.title


class PublicFile(models.Model):
    """A file that a public document has below it or inside it, under the address that readers ask for; gone with the document."""

    document = models.ForeignKey(
        PublicDocument, on_delete=models.CASCADE, related_name="files", verbose_name="文件所属"
    )
    token = models.CharField("地址", max_length=32, db_index=True)
    name = models.CharField("文件名", max_length=120)
    content_type = models.CharField("内容类型", max_length=100)
    storage_key = models.CharField("公开副本", max_length=64)
    size = models.PositiveBigIntegerField("字节数")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("document", "token"), name="release_file_once_a_document"
            ),
        )

    def __str__(self) -> str:
        return self.name


class PublicOldAddress(models.Model):
    """An address of an old website whose readers are led to an item that is public, or to the note on one that was withdrawn.

    ``leads_to`` is below the organ's pages, or, of an attachment, the whole path. Gone with what it leads to.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="public_old_addresses", verbose_name="机关"
    )
    item_id = models.BigIntegerField("信息编号", db_index=True)
    host = models.CharField("旧网站的域名", max_length=255)
    path = models.CharField("旧网址", max_length=500, db_index=True)
    leads_to = models.CharField("地址", max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "host", "path"), name="release_old_address_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.host}{self.path}"


class Withdrawal(models.Model):
    """What stands at the address of a withdrawn document: the note to readers, and none of the text."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="withdrawals", verbose_name="机关"
    )
    item_id = models.BigIntegerField("信息编号", unique=True)
    item_version = models.PositiveIntegerField("信息的状态序号")
    note = models.CharField("撤回说明", max_length=200)
    withdrawn_at = models.DateTimeField("撤回时间")
    path = models.CharField("地址", max_length=200)

    class Meta:
        ordering = ("-withdrawn_at",)

    def __str__(self) -> str:
        return self.note


class StaticChange(models.Model):
    """What changed in the public copies and is not in the released files yet; gone once it is. Put in with the change itself."""

    change = models.JSONField("变化")
    created_at = models.DateTimeField("时间")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.pk}"
