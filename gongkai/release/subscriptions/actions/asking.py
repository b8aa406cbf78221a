"""订阅：先提出，再用信里的链接确认；没有确认的到期删除。答复从不说明一个地址是否订阅过"""

from datetime import datetime
from secrets import token_hex

from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.refusals import Refusal
from gongkai.release.subscriptions.choice import Choice, mark_of
from gongkai.release.subscriptions.days import next_after
from gongkai.release.subscriptions.models import OPEN, Subscriber, Subscription
from gongkai.release.subscriptions.sealing import mark_of_address, sealed
from gongkai.release.subscriptions.terms import CONFIRM_WITHIN, MOST_OF_ONE

KIND = "release.subscription_letter"


@transaction.atomic
def subscribe(
    *,
    agency: Agency,
    choice: Choice,
    home: str,
    address: str,
    rhythm: str,
    weekday: int,
    now: datetime,
) -> None:
    """Keep what was asked for until it is confirmed, and send the letter for it; of what is known already the letter says so.

    Whatever is known of the address, the same happens here for who asks: one letter goes to the address.
    """
    subscriber = _subscriber(address)
    mark = mark_of(agency, choice)
    mine = subscriber.subscriptions.filter(state__in=OPEN)
    known = mine.filter(mark=mark).first()
    if known is None and mine.count() >= MOST_OF_ONE:
        _send("full", subscriber, None, home, now)
    elif known and known.state == "confirmed":
        _send("known", subscriber, known, home, now)
    else:
        fresh = known or Subscription(subscriber=subscriber, agency=agency, mark=mark)
        fresh.kind, fresh.title, fresh.link = choice.kind, choice.title, choice.link
        fresh.asked, fresh.home = choice.asked, home
        fresh.rhythm, fresh.weekday, fresh.asked_at = rhythm, weekday, now
        fresh.save()
        _send("confirm", subscriber, fresh, home, now)


def _subscriber(address: str) -> Subscriber:
    """The row of an address, locked against its being forgotten; made where there is none."""
    mark = mark_of_address(address)
    found = Subscriber.objects.select_for_update().filter(mark=mark).first()
    made = {"sealed": sealed(address)}
    return found or Subscriber.objects.get_or_create(mark=mark, defaults=made)[0]


def _send(
    letter: str, subscriber: Subscriber, about: Subscription | None, home: str, now: datetime
) -> None:
    """The message names rows and the site: neither an address nor a link lies in the outbox."""
    rows = {"subscriber": subscriber.pk, "subscription": about and about.pk}
    put(KIND, token_hex(12), {"letter": letter, "home": home, **rows}, now=now)


def is_over(subscription: Subscription, now: datetime) -> bool:
    """Whether the time to confirm is over."""
    return now >= subscription.asked_at + CONFIRM_WITHIN


@transaction.atomic
def confirm(*, subscription: Subscription, now: datetime) -> Subscription:
    """The address is its owner's: from today on it is told. Refusal where the link was used already or is over."""
    here = Subscription.objects.select_for_update(of=("self",)).get(pk=subscription.pk)
    if here.state != "waiting" or is_over(here, now):
        raise Refusal(
            "这个确认链接已经用过，或者过了有效期", next_step="还要订阅的，请重新填写一次邮箱"
        )
    today = law_day(now)
    here.state, here.confirmed_at, here.untold = "confirmed", now, today
    here.next_on = next_after(today, here.rhythm, here.weekday)
    here.save()
    return here
