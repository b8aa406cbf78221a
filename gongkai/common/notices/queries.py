"""Reads of notices."""

from django.db.models import QuerySet

from gongkai.common.notices.models import Notice


def notices_of(user_id: int) -> QuerySet[Notice]:
    """All notices of a person, newest first."""
    return Notice.objects.filter(user_id=user_id)


def unread(user_id: int, prefix: str) -> QuerySet[Notice]:
    """Those that the person has not read, of keys that begin so."""
    return Notice.objects.filter(user_id=user_id, read_at=None, key__startswith=prefix)


def unread_count(user_id: int) -> int:
    """How many the person has not read."""
    return Notice.objects.filter(user_id=user_id, read_at=None).count()
