"""Columns that records of several apps share."""

from django.db import models

from gongkai.common.drafts.models import Draft
from gongkai.common.notices.models import Notice
from gongkai.common.outbox.models import OutboxMessage

__all__ = ["CachedValue", "Draft", "Notice", "OutboxMessage", "ScheduledJob", "Versioned"]


class Versioned(models.Model):
    """A record that two people may have open at once: ``version`` grows with every change, and a stale one is refused."""

    version = models.PositiveIntegerField("版本", default=1, editable=False)

    class Meta:
        abstract = True


class CachedValue(models.Model):
    """The table of Django's database cache, so that it is made by a migration like any other."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "common_cache"

    def __str__(self) -> str:
        return self.cache_key


class ScheduledJob(models.Model):
    """When a job that comes round was last run. Its row is locked while it runs."""

    key = models.CharField("工作", max_length=64, unique=True)
    last_started = models.DateTimeField("最近开始", null=True)
    last_finished = models.DateTimeField("最近完成", null=True)
    last_error = models.TextField("最近的错误", blank=True)

    def __str__(self) -> str:
        return self.key
