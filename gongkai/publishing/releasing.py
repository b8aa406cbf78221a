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
    return Item.objects.filter(state="scheduled", release_at__lt=now - GRACE)


def is_overdue(item: Item, now: datetime) -> bool:
    """Whether the item is one of them."""
    return item.state == "scheduled" and item.release_at < now - GRACE


def overdue_for(person: User, now: datetime) -> list[Item]:
    """Those that the person may release by hand."""
    mine = agencies_for(person, "publishing.publish")
    return list(due_but_not_out(now).filter(agency__in=mine).select_related("agency"))


def later_reviews_for(person: User) -> list[UrgentRelease]:
    """What was published urgently and waits for the later review of this person."""
    mine = agencies_for(person, "publishing.approve_later")
    rows = UrgentRelease.objects.filter(state="waiting", version__item__agency__in=mine)
    found = rows.select_related("version__item__agency").order_by("released_at")
    return [row for row in found if may_approve_later(person, row)]


def objections_for(person: User) -> list[UrgentRelease]:
    """What the later review objected to and is public still, for those who may take it down."""
    mine = agencies_for(person, "publishing.withdraw")
    still = Q(version__item__published=F("version")) & Q(version__item__agency__in=mine)
    rows = UrgentRelease.objects.filter(still, state="objected")
    return list(rows.select_related("version__item__agency").order_by("done_at"))


def reassessments_for(person: User, now: datetime) -> list[Item]:
    """What is not published and is to be looked at again by now (《条例》第十八条)."""
    mine = agencies_for(person, "publishing.publish")
    rows = Item.objects.filter(state="filed", reassess_on__lte=law_day(now), agency__in=mine)
    return list(rows.select_related("agency").order_by("reassess_on"))


def may_review_later(person: User, item: Item, row: UrgentRelease) -> bool:
    """Whether the person may take the later review of an item now."""
    waits = row.state == "waiting" and allowed(person, "publishing.approve_later", item.agency)
    return waits and may_approve_later(person, row)
