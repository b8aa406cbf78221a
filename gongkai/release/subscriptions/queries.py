"""Reads for pages: what one address is subscribed to, and how many subscriptions and letters there are, without an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from gongkai.agencies.models import Agency
from gongkai.release.subscriptions.models import Digest, Subscriber, Subscription

LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Counts:
    """One organ's numbers: of subscriptions by their state, and of the letters of the last 30 days by what became of them."""

    organ: str
    waiting: int
    confirmed: int
    left: int
    ended: int
    unsent: int
    sent: int
    refused: int


def mine(subscriber: Subscriber) -> list[Subscription]:
    """What an address is subscribed to, confirmed, in the order in which it was asked for."""
    rows = subscriber.subscriptions.filter(state="confirmed").select_related("agency")
    return list(rows.order_by("asked_at", "pk"))


def counts(agency_ids: Iterable[int], now: datetime) -> list[Counts]:
    """The numbers of each organ that anybody subscribed to, in the order of the organs' codes."""
    organs = list(agency_ids)
    rows = Subscription.objects.filter(agency__in=organs).order_by()
    subscriptions = _counted(rows.values_list("agency", "state").annotate(number=Count("pk")))
    letters = Digest.objects.filter(subscription__agency__in=organs).order_by()
    lately = letters.exclude(settled_at__lt=now - LATELY)
    sent = _counted(
        lately.values_list("subscription__agency", "state").annotate(number=Count("pk"))
    )
    names = Agency.objects.filter(pk__in={organ for organ, _ in subscriptions}).order_by("code")
    return [_row(organ, subscriptions, sent) for organ in names]


def _counted(rows: Iterable[tuple[int, str, int]]) -> dict[tuple[int, str], int]:
    return {(organ, state): number for organ, state, number in rows}


def _row(
    organ: Agency, rows: dict[tuple[int, str], int], letters: dict[tuple[int, str], int]
) -> Counts:
    states = ("waiting", "confirmed", "left", "ended")
    return Counts(
        organ.name,
        *(rows.get((organ.pk, state), 0) for state in states),
        *(letters.get((organ.pk, state), 0) for state in ("waiting", "sent", "refused")),
    )
