"""What waits because of when and how a text goes out: due but not out, urgent without its later review, to be looked at again.

Reads only; ``actions`` write.
"""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for, allowed
from gongkai.publishing.models import Item, UrgentRelease
from gongkai.publishing.reviewing import may_approve_later

GRACE = timedelta(minutes=2)
"""A scheduled text is out some seconds after its time; later than this, something is wrong."""


def due_but_not_out(now: datetime) -> QuerySet[Item]:
    """The signed texts whose time has passed and that readers still do not see: the watchdog of scheduled release."""
    return Item.objects.filter(_not_out(now))


def _not_out(now: datetime) -> Q:
    return Q(state="scheduled", release_at__lt=now - GRACE)


def is_overdue(item: Item, now: datetime) -> bool:
    """Whether the item is one of them."""
    return item.state == "scheduled" and item.release_at < now - GRACE


def items_for(person: User, now: datetime) -> list[Item]:
    """What the person may release by hand, and what is not published and is to be looked at again (《条例》第十八条), oldest first."""
    again = Q(state="filed", reassess_on__lte=law_day(now))
    mine = Q(agency__in=agencies_for(person, "publishing.publish"))
    rows = Item.objects.filter(mine, _not_out(now) | again).select_related("agency")
    return list(rows.order_by("reassess_on"))


def urgent_for(person: User) -> list[UrgentRelease]:
    """What was published urgently: waits for the person's later review, or was objected to and is theirs to take down."""
    waits = Q(state="waiting", version__item__agency__in=_reach(person, "approve_later"))
    still = Q(state="objected", version__item__published=F("version"))
    theirs = still & Q(version__item__agency__in=_reach(person, "withdraw"))
    rows = UrgentRelease.objects.filter(waits | theirs).select_related("version__item__agency")
    found = rows.order_by("released_at")
    return [row for row in found if row.state == "objected" or may_approve_later(person, row)]


def _reach(person: User, verb: str) -> frozenset[int]:
    return agencies_for(person, f"publishing.{verb}")


def may_review_later(person: User, item: Item, row: UrgentRelease) -> bool:
    """Whether the person may take the later review of an item now."""
    waits = row.state == "waiting" and allowed(person, "publishing.approve_later", item.agency)
    return waits and may_approve_later(person, row)
