"""Subscriptions for the tests: somebody's at an organ, new public items, letters and the links in them."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from django.core import mail

from gongkai.agencies.models import Agency
from gongkai.common.clock import LAW_ZONE, current, law_day
from gongkai.common.outbox import deliver_due
from gongkai.release.models import FirstCopy, PublicDocument, Subscription
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.actions.asking import KIND
from gongkai.release.subscriptions.choice import Choice
from gongkai.release.subscriptions.links import CONFIRM, LEAVE, MANAGE, token_of
from tests.people import Cast
from tests.website.released import release

ADDRESS = "li@example.test"
HOME = "http://testserver/"
ALL = Choice("organ", "全部新公开的信息")
SUPPORT = Choice("search", "含有“低保”的信息", "search?q=低保", {"words": "低保", "facts": {}})
_numbers = count(1)


def at(day: str, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a day, in China."""
    return datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}").replace(tzinfo=LAW_ZONE)


def asked(agency: Agency, choice: Choice = ALL, **how: Any) -> Subscription:
    """A subscription that waits for its confirmation."""
    how = {"address": ADDRESS, "rhythm": "daily", "weekday": 1, "now": current(), **how}
    actions.subscribe(agency=agency, choice=choice, home=HOME, **how)
    return Subscription.objects.latest("pk")


def subscribed(agency: Agency, choice: Choice = ALL, **how: Any) -> Subscription:
    """A subscription that was confirmed on the spot."""
    found = asked(agency, choice, **how)
    return actions.confirm(subscription=found, now=how.get("now", current()))


def became_public(agency: Agency, moment: datetime, **fields: Any) -> PublicDocument:
    """An item that became public at a moment."""
    found = release(agency, first_published_at=moment, published_at=moment, **fields)
    FirstCopy.objects.create(item_id=found.item_id, day=law_day(moment))
    return found


def answered(now: datetime) -> list[mail.EmailMessage]:
    """The letters that follow the form, as they come."""
    mail.outbox.clear()
    deliver_due(now, kind=KIND)
    return list(mail.outbox)


def link_in(letter: mail.EmailMessage, part: str) -> str:
    """The address below the host of a link of a letter."""
    return re.search(rf"{HOME[:-1]}(\S*/subscribe/{part}/\S+)", letter.body)[1]


def _link(purpose: str, number: Callable[[Subscription], int]) -> Callable[..., Mapping[str, Any]]:
    def sample(agency: Agency) -> Mapping[str, Any]:
        made = asked if purpose == CONFIRM else subscribed
        found = made(agency, address=f"li{next(_numbers)}@example.test")
        return {"token": token_of(purpose, number(found))}

    return sample


LINKS = {
    "subscribe_confirm": _link(CONFIRM, lambda row: row.pk),
    "subscribe_leave": _link(LEAVE, lambda row: row.pk),
    "subscribe_manage": _link(MANAGE, lambda row: row.subscriber_id),
}
SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}
PLAIN = "search_feed content_feed systems_feed subscribe subscribe_sent subscribe_left"
for name in PLAIN.split():
    SAMPLES[f"organ:{name}"] = lambda cast: {"code": cast.town.code}
for name, sample in LINKS.items():
    SAMPLES[f"website:{name}"] = lambda cast, sample=sample: sample(cast.county)
    SAMPLES[f"organ:{name}"] = lambda cast, sample=sample: {
        "code": cast.town.code,
        **sample(cast.town),
    }
