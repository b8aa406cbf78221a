"""Writes: tell somebody something, mark it as read."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from gongkai.common.notices.models import Notice
from gongkai.common.outbox import put

SUBJECT = "政府信息公开工作提醒"


@transaction.atomic
def notify(
    *, user_id: int, key: str, text: str, url: str = "", address: str = "", now: datetime
) -> None:
    """Tell a person once for each ``key``; with ``address``, by e-mail too. Part of the caller's transaction.

    ``text`` travels by e-mail as it is: name the thing, never a person who asked for something.

    """
    notice = Notice(user_id=user_id, key=key, text=text[:300], url=url, at=now)
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    if address:
        said = f"{text}\n\n请登录政府信息公开工作台查看和办理。本邮件由系统自动发出，请勿回复。\n"
        letter = {"to": [address], "subject": SUBJECT, "text": said}
        put("mail.send", f"notice:{user_id}:{key}"[:200], letter, now=now)


def mark_read(*, user_id: int, pk: int, now: datetime) -> Notice | None:
    """Mark one's own notice as read and return it; None for another's."""
    Notice.objects.filter(user_id=user_id, pk=pk, read_at=None).update(read_at=now)
    return Notice.objects.filter(user_id=user_id, pk=pk).first()


def mark_all_read(*, user_id: int, now: datetime) -> int:
    """Mark all of a person's notices as read; returns how many were not yet."""
    return Notice.objects.filter(user_id=user_id, read_at=None).update(read_at=now)


@transaction.atomic
def pass_on(rows: Iterable[Notice], *, to: int, now: datetime) -> int:
    """Give notices to another person, as unread, and mark them as read for the one who had them; returns how many."""
    mine = list(rows)
    theirs = [
        Notice(user_id=to, key=row.key, text=row.text, url=row.url, at=row.at) for row in mine
    ]
    Notice.objects.bulk_create(theirs, ignore_conflicts=True)
    Notice.objects.filter(pk__in=[row.pk for row in mine]).update(read_at=now)
    return len(mine)
