"""Stored files: what was handed in, as it was, and beside it the copy that may be made public."""

import secrets
from typing import BinaryIO

from django.core.files.storage import default_storage
from django.db import models

from gongkai.agencies.models import Agency
from gongkai.files.purposes import PURPOSES
from gongkai.files.refusals import Destroyed
from gongkai.files.sealing import unsealed
from gongkai.paperwork.cleaning import FILE_KINDS


def new_token() -> str:
    """128 random bits for an address that nobody guesses."""
    return secrets.token_urlsafe(16)


class StoredFile(models.Model):
    """One file. Rows are made by ``actions.receive`` alone and never change; the bytes lie in the storage under random names.

    ``sealed_key`` is the key of sealed bytes, itself sealed by the master key; without it they are noise. ``destroyed_at``: that
    key, the name and the bytes are gone.
    """

    SCANS = (("clean", "未发现病毒"), ("not_scanned", "未查毒"))

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="files", verbose_name="机关"
    )
    purpose = models.CharField(
        "用途", max_length=32, choices=[(row.key, row.label) for row in PURPOSES.values()]
    )
    token = models.CharField("地址", max_length=32, unique=True, default=new_token)
    name = models.CharField("文件名", max_length=120)
    kind = models.CharField(
        "种类", max_length=16, choices=[(row.key, row.label) for row in FILE_KINDS.values()]
    )
    size = models.PositiveBigIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    storage_key = models.CharField("原件", max_length=64, unique=True)
    public_key = models.CharField("公开副本", max_length=64, blank=True)
    public_size = models.PositiveBigIntegerField("公开副本字节数", default=0)
    public_sha256 = models.CharField("公开副本 SHA-256", max_length=64, blank=True)
    active = models.BooleanField("原件含活动内容，只留存不下载", default=False)
    warnings = models.JSONField("提示", default=list, blank=True)
    sealed_key = models.TextField("密钥（加密）", blank=True)
    destroyed_at = models.DateTimeField("内容销毁时间", null=True, blank=True)
    scan = models.CharField("查毒", max_length=16, choices=SCANS)
    uploaded_by_id = models.BigIntegerField("上传人编号", null=True)
    uploaded_by_name = models.CharField("上传人", max_length=64)
    uploaded_at = models.DateTimeField("上传时间")

    class Meta:
        ordering = ("-uploaded_at", "-pk")

    def __str__(self) -> str:
        """The name; of people's papers only what they are, since the journal keeps it for ever."""
        return self.get_purpose_display() if self.is_personal else self.name

    @property
    def content_type(self) -> str:
        """As sent in the header; told by content, never by what the browser said."""
        return FILE_KINDS[self.kind].content_type

    @property
    def safe_key(self) -> str:
        """What officers may open: the original, or the silenced copy where the original could act."""
        return self.public_key if self.active else self.storage_key

    @property
    def is_personal(self) -> bool:
        """Whether it is among people's papers, which the app that keeps them hands out, and no address of its own."""
        return PURPOSES[self.purpose].sealed

    def open(self) -> BinaryIO:
        """The original, for reading by programs; raises Destroyed."""
        return self._opened(self.storage_key)

    def open_safe(self) -> BinaryIO:
        """What officers may open; raises Destroyed."""
        return self._opened(self.safe_key)

    def _opened(self, key: str) -> BinaryIO:
        if self.destroyed_at:
            raise Destroyed(self.destroyed_at)
        if not self.sealed_key:
            return default_storage.open(key, "rb")
        with default_storage.open(key, "rb") as content:
            return unsealed(content.read(), self.token, self.sealed_key)

    def open_public(self) -> BinaryIO:
        """The copy that may be made public; ValueError where the purpose keeps none."""
        if not self.public_key:
            raise ValueError(f"{self.name}: no public copy is kept for {self.purpose}")
        return default_storage.open(self.public_key, "rb")
