"""Columns that records of several apps share."""

from django.db import models

from gongkai.common.outbox.models import OutboxMessage

__all__ = ["CachedValue", "OutboxMessage", "Versioned"]


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
