"""退订、改频次；退订即删除邮箱地址和检索词（《个人信息保护法》第四十七条），只留下“有一项订阅退订了”"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from gongkai.common.clock import law_day
from gongkai.release.subscriptions.actions.asking import is_over
from gongkai.release.subscriptions.days import letters_day, next_after
from gongkai.release.subscriptions.models import OPEN, Digest, Finding, Subscriber, Subscription
from gongkai.release.subscriptions.sealing import mark_of_address
from gongkai.release.subscriptions.terms import CONFIRM_WITHIN, KEEP_DIGESTS, PORTION

FORGOTTEN = {
    "subscriber": None,
    "title": "",
    "link": "",
    "home": "",
    "asked": {},
    "mark": "",
    "next_on": None,
}
"""What is kept no longer of a subscription that came to its end."""


@transaction.atomic
def leave(*, subscription: Subscription, now: datetime) -> bool:
    """End one subscription; done again, it changes nothing. Returns whether it was open."""
    subscriber = Subscriber.objects.select_for_update().filter(pk=subscription.subscriber_id)
    owner = subscriber.first()
    if owner is None:
        return False
    _end(owner.subscriptions.filter(pk=subscription.pk), "left", now)
    _forget_if_alone(owner)
    return True


@transaction.atomic
def leave_all(*, subscriber: Subscriber, now: datetime, state: str = "left") -> int:
    """End all subscriptions of an address and forget it; returns how many there were."""
    owner = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if owner is None:
        return 0
    number = _end(owner.subscriptions.all(), state, now)
    _forget_if_alone(owner)
    return number


@transaction.atomic
def leave_of_address(*, address: str, agency_ids: Iterable[int], now: datetime) -> None:
    """End what an address is subscribed to at some organs, whether there is any or not."""
    found = Subscriber.objects.select_for_update().filter(mark=mark_of_address(address))
    owner = found.first()
    if owner is not None:
        _end(owner.subscriptions.filter(agency__in=list(agency_ids)), "left", now)
        _forget_if_alone(owner)


def _end(rows: QuerySet[Subscription], state: str, now: datetime) -> int:
    """What was never confirmed is deleted; of the rest it stays that it was. Letters that wait are not sent."""
    rows.filter(state="waiting").delete()
    ended = list(rows.filter(state="confirmed").values_list("pk", flat=True))
    waiting = Digest.objects.filter(subscription__in=ended, state="waiting")
    waiting.update(state="dropped", settled_at=now)
    return Subscription.objects.filter(pk__in=ended).update(state=state, ended_at=now, **FORGOTTEN)


def _forget_if_alone(owner: Subscriber) -> None:
    if not owner.subscriptions.filter(state__in=OPEN).exists():
        owner.delete()


@transaction.atomic
def change(*, subscription: Subscription, rhythm: str, weekday: int, now: datetime) -> None:
    """Another rhythm from the next letter on; what was not told yet is told then."""
    here = Subscription.objects.select_for_update(of=("self",)).get(pk=subscription.pk)
    here.rhythm, here.weekday = rhythm, weekday
    if here.state == "confirmed":
        here.next_on = next_after(letters_day(now), rhythm, weekday)
    here.save(update_fields=("rhythm", "weekday", "next_on"))


def forget_unconfirmed(now: datetime) -> int:
    """Delete what nobody confirmed in time, and addresses that nothing is subscribed under: a portion; returns how many."""
    late = Subscription.objects.filter(state="waiting", asked_at__lte=now - CONFIRM_WITHIN)
    number = 0
    for row in late.select_related("subscriber")[:PORTION]:
        number += _forget(row, now)
    return number


@transaction.atomic
def _forget(row: Subscription, now: datetime) -> int:
    """One of them, unless it was confirmed or asked for again meanwhile."""
    owner = Subscriber.objects.select_for_update().get(pk=row.subscriber_id)
    here = owner.subscriptions.filter(pk=row.pk, state="waiting").first()
    if here is None or not is_over(here, now):
        return 0
    here.delete()
    _forget_if_alone(owner)
    return 1


def forget_letters(now: datetime) -> int:
    """Delete what is kept of letters that are long settled, and what was found for them: a portion; returns how many."""
    old = Digest.objects.filter(settled_at__lt=now - KEEP_DIGESTS)
    numbers = list(old.values_list("pk", flat=True)[:PORTION])
    Digest.objects.filter(pk__in=numbers).delete()
    over = Finding.objects.filter(until__lt=law_day(now - KEEP_DIGESTS), digests=None)
    Finding.objects.filter(pk__in=list(over.values_list("pk", flat=True)[:PORTION])).delete()
    return len(numbers)
