"""发信：一批一批地发，发一封记一封；程序在发出之后、记下之前被停止的，那一封会再发一次，两封的 Message-ID 相同"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from secrets import token_hex
from time import monotonic
from typing import Any

from django.core.mail import get_connection
from django.db import connection as database
from django.db import transaction
from django.db.models import Q

from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.outbox.patience import lease
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.release.subscriptions.actions.leaving import leave, leave_all
from gongkai.release.subscriptions.actions.planning import SEND
from gongkai.release.subscriptions.letters import answer_letter, digest_letter
from gongkai.release.subscriptions.mailing import Refused, post
from gongkai.release.subscriptions.models import Digest, Subscriber, Subscription
from gongkai.release.subscriptions.sealing import opened
from gongkai.release.subscriptions.terms import AT_ONCE, MOST_REFUSALS, SECONDS, TRY_AGAIN

BETWEEN = timedelta(seconds=1)
"""What came up meanwhile is delivered before the next letters are."""


def send_answer(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls after a form was sent: one letter, to confirm or to say that there is nothing to confirm.

    An address that its server does not know is forgotten at once. What went meanwhile is told nothing.
    """
    subscriber = Subscriber.objects.filter(pk=payload["subscriber"]).first()
    about = Subscription.objects.select_related("agency").filter(pk=payload["subscription"]).first()
    if subscriber is None or (about is None and payload["subscription"]):
        return
    kind, key = payload["letter"], f"release.subscription_letter:{payload['key']}"
    to = opened(subscriber)
    try:
        post(answer_letter(kind, subscriber, about, payload["home"], to=to, key=key))
    except Refused as refusal:
        if not refusal.for_good:
            raise
        if about and about.state == "waiting":
            leave(subscription=about, now=now)


def send_digests(_payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls: some letters that are due, over one connection, and word of the rest. Raises where no server answers."""
    numbers = _claim(now)
    try:
        with get_connection() as server:
            _send_some(numbers, server, now)
    finally:
        Digest.objects.filter(pk__in=numbers, state="waiting").update(claimed_until=None)
    if _due(now).exists():
        put(SEND, token_hex(12), {}, now=now, due=now + BETWEEN)


def _send_some(numbers: Iterable[int], server: Any, now: datetime) -> None:
    """One after another, as long as the other work of the worker can wait."""
    begun, shown = monotonic(), cache(_documents)
    for number in numbers:
        if monotonic() - begun > SECONDS:
            return
        _send(number, server, shown, now)


def _due(now: datetime) -> Any:
    """Letters to be sent now that no other worker is at."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return Digest.objects.filter(free, state="waiting", due_at__lte=now)


@transaction.atomic
def _claim(now: datetime) -> list[int]:
    """Take some under a lease: after the death of a worker they are due again when it ends."""
    skip = database.features.has_select_for_update_skip_locked
    rows = _due(now).order_by("due_at", "pk").select_for_update(skip_locked=skip)
    numbers = list(rows.values_list("pk", flat=True)[:AT_ONCE])
    Digest.objects.filter(pk__in=numbers).update(claimed_until=now + lease())
    return numbers


def _documents(items: tuple[int, ...]) -> list[PublicDocument]:
    """Those of the items that are public at this moment, in the order of the list."""
    public = {each.item_id: each for each in queries.documents().filter(item_id__in=items)}
    return [public[item] for item in items if item in public]


def _send(number: int, server: Any, shown: Any, now: datetime) -> None:
    """One letter: sent, then marked, before the next is begun."""
    known = Digest.objects.select_related(
        "subscription__subscriber", "subscription__agency", "finding"
    )
    digest = known.get(pk=number)
    subscriber = digest.subscription.subscriber
    if digest.state != "waiting":
        return
    documents: Iterable[PublicDocument] = shown(tuple(digest.finding.items))
    letter = digest_letter(digest, documents, to=opened(subscriber)) if subscriber else None
    if letter is None:
        _settle(digest, "dropped", now)
        return
    letter.connection = server
    try:
        post(letter)
    except Refused as refusal:
        _refused(digest, subscriber, refusal, now)
    else:
        _settle(digest, "sent", now)
        Subscriber.objects.filter(pk=subscriber.pk).exclude(refusals=0).update(refusals=0)


def _settle(digest: Digest, state: str, now: datetime) -> None:
    mine = Digest.objects.filter(pk=digest.pk)
    mine.update(state=state, settled_at=now, claimed_until=None)


@transaction.atomic
def _refused(digest: Digest, subscriber: Subscriber, refusal: Refused, now: datetime) -> None:
    """For good: counted once a day, and the address is given up after some days in a row. Else it is tried again later."""
    if not refusal.for_good:
        _put_off(digest, now)
        return
    _settle(digest, "refused", now)
    today = law_day(now)
    here = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if here is None or here.refused_on == today:
        return
    here.refusals, here.refused_on = here.refusals + 1, today
    here.save()
    if here.refusals >= MOST_REFUSALS:
        leave_all(subscriber=here, now=now, state="ended")


def _put_off(digest: Digest, now: datetime) -> None:
    if digest.attempts >= len(TRY_AGAIN):
        _settle(digest, "refused", now)
        return
    later = now + TRY_AGAIN[digest.attempts]
    mine = Digest.objects.filter(pk=digest.pk)
    mine.update(attempts=digest.attempts + 1, due_at=later, claimed_until=None)
