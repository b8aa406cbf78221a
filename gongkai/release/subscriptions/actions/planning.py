"""每天早上排出当天要发的邮件：同一个问题只查一次；一次只排一部分，不耽误后台的别的工作"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from secrets import token_hex

from django.db import transaction

from gongkai.common.outbox import put
from gongkai.common.outbox.queries import waiting
from gongkai.release.subscriptions.days import letters_day, next_after
from gongkai.release.subscriptions.matching import matching
from gongkai.release.subscriptions.models import Digest, Finding, Subscription
from gongkai.release.subscriptions.terms import LISTED, MOST_ASKED, PORTION

SEND = "release.send_digests"
Key = tuple[str, date]
"""A question and the first day that was not told of."""


@transaction.atomic
def plan(now: datetime) -> int:
    """Settle a portion of those whose letter is due; what is new becomes a letter that waits. Returns how many were settled.

    The letters and the mark that these days are told of stand and fall together: nothing is told twice, nothing is left out.
    """
    today = letters_day(now)
    due = Subscription.objects.filter(state="confirmed", next_on__lte=today)
    due = due.select_related("agency").order_by("mark", "untold", "pk")
    rows = list(due.select_for_update(of=("self",))[:PORTION])
    findings = _findings(rows, today)
    settled = [row for row in rows if (row.mark, row.untold) in findings]
    _write_letters(settled, findings, today, now)
    _mark_told(settled, today)
    wake(now)
    return len(settled)


def _findings(rows: Iterable[Subscription], today: date) -> dict[Key, Finding]:
    """What is new, by question and days: what is known already, and what up to ``MOST_ASKED`` more questions find."""
    wanted = {(row.mark, row.untold): row for row in rows}
    marks = {mark for mark, _ in wanted}
    known = Finding.objects.filter(mark__in=marks, until=today)
    found = {(each.mark, each.since): each for each in known}
    unasked = [key for key in wanted if key not in found]
    for key in unasked[:MOST_ASKED]:
        found[key] = _ask(wanted[key], today)
    return found


def _ask(row: Subscription, today: date) -> Finding:
    items = matching(row, row.untold, today)
    return Finding.objects.create(
        mark=row.mark, since=row.untold, until=today, items=items[:LISTED], total=len(items)
    )


def _write_letters(
    rows: list[Subscription], findings: dict[Key, Finding], today: date, now: datetime
) -> None:
    letters = [
        Digest(subscription=row, finding=found, until=today, due_at=now)
        for row in rows
        if (found := findings[row.mark, row.untold]).total
    ]
    Digest.objects.bulk_create(letters, ignore_conflicts=True)


def _mark_told(rows: list[Subscription], today: date) -> None:
    """One statement for each rhythm, however many rows."""
    alike: dict[date, list[int]] = defaultdict(list)
    for row in rows:
        alike[next_after(today, row.rhythm, row.weekday)].append(row.pk)
    for day, numbers in alike.items():
        Subscription.objects.filter(pk__in=numbers).update(untold=today, next_on=day)


def wake(now: datetime) -> None:
    """Have the letters that are due sent, unless somebody is at it."""
    due = Digest.objects.filter(state="waiting", due_at__lte=now)
    if due.exists() and not waiting(SEND).exists():
        put(SEND, token_hex(12), {}, now=now)
