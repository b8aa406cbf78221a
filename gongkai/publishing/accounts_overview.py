"""An organ's budgets and final accounts by year: when each was public, in time or how many days late, and which are not on record.

Reads only. The law sets no day by which accounts are approved, so that what is not on record is said to be so, and never called late.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Q

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import agencies_for
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.open_accounts import ACCOUNTS_KINDS, accounts_kind, accounts_scope
from gongkai.law.release_timer import Due
from gongkai.law.workdays import CalendarNotPublished
from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.presentations import data_of
from gongkai.publishing.shown_since import shown_since
from gongkai.publishing.timer import ItemClock, clock_of, due_of, rules_of

FORM = "accounts"
YEARS_BACK = 3
"""Years that are listed though nothing is on record: the site of an organ shows some years at least."""
Standing = Literal["in_time", "late", "in_work", "missing"]


@dataclass(frozen=True, slots=True)
class Line:
    """One year's budget or final accounts. ``day`` is since when readers have them, ``clock`` runs while they are in work."""

    year: int
    kind: str
    scope: str = ""
    item: Item | None = None
    approved_on: str = ""
    day: date | None = None
    due: Due | None = None
    clock: ItemClock | None = None

    @property
    def label(self) -> str:
        """预算 or 决算."""
        return accounts_kind(self.kind).label

    @property
    def days_late(self) -> int:
        """Calendar days after the last day; 0 where it was in time or is not public."""
        return max(0, (self.day - self.due.date).days) if self.day and self.due else 0

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        if self.item is None:
            return "missing"
        if self.day is None:
            return "in_work"
        return "late" if self.days_late else "in_time"


def overview(agency: Agency, now: datetime) -> list[Line]:
    """The organ's years, newest first; in each the budget and then the final accounts."""
    today = law_day(now)
    found = [_line(item, today) for item in accounts_of([agency.pk])]
    known = {(line.year, line.kind) for line in found}
    first = min([today.year - YEARS_BACK, *(line.year for line in found)])
    missing = [
        Line(year, row.key)
        for year in range(first, today.year + 1)
        for row in ACCOUNTS_KINDS
        if (year, row.key) not in known and (row.key == "budget" or year < today.year)
    ]
    return sorted([*found, *missing], key=lambda line: (-line.year, line.kind))


def accounts_of(agency_ids: Iterable[int]) -> list[Item]:
    """The items of these organs that are accounts, public or in work, and say of which year."""
    either = Q(published__presentation=FORM) | Q(published=None, draft__presentation=FORM)
    rows = Item.objects.filter(either, agency__in=list(agency_ids))
    items = rows.select_related("agency", "draft", "published").order_by("pk")
    return [item for item in items if data_of(_version(item)).get("year")]


def _version(item: Item) -> ItemVersion:
    return item.published or item.draft


def _line(item: Item, today: date) -> Line:
    version = _version(item)
    data = data_of(version)
    about = {
        "year": data["year"],
        "kind": data["kind"],
        "scope": accounts_scope(data["scope"]).label,
        "item": item,
        "approved_on": data["approved_on"],
    }
    if item.published is None:
        return Line(**about, clock=clock_of(item, today, rules_of([item.agency_id])))
    first = item.versions.filter(published_at=item.first_published_at).first() or version
    return Line(**about, day=shown_since(item, first), due=_due(item, first))


def _due(item: Item, version: ItemVersion) -> Due | None:
    try:
        return due_of(item, version)
    except (NoRuleInForce, CalendarNotPublished):
        return None


def count_due(person: User) -> int:
    """How many accounts that the person sees are in work and due soon or late."""
    items = accounts_of(agencies_for(person, "publishing.view"))
    lines = (_line(item, law_day(current())) for item in items if item.published is None)
    return sum(line.clock is not None and line.clock.light in {"soon", "late"} for line in lines)
