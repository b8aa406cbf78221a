"""How soon an organ's information became public in a year, by department: counted from the facts of what was published.

Reads only. Late is what article 26 or the rule that replaces it calls late; nothing is left out because a date was changed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.release_timer import Due
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.publishing.models import ItemVersion
from gongkai.publishing.shown_since import is_brought_over
from gongkai.publishing.timer import due_of

NO_DEPARTMENT = "没有写来源部门"


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication of a text. ``days`` are working days from the start of its clock; None where none could be counted."""

    version: ItemVersion
    day: date
    due: Due | None
    days: int | None

    @property
    def is_late(self) -> bool:
        """Whether it became public after its last day."""
        return self.due is not None and self.day > self.due.date


@dataclass(frozen=True, slots=True)
class Timeliness:
    """One department's year.

    ``repeated``: older texts handed in as new ones. ``moved``: texts whose dates were changed after they were handed in;
    ``uncounted``: without a clock; ``brought``: brought over from an old website, in none of the other numbers.
    """

    name: str
    count: int
    median: float | None
    worst: int | None
    late: int
    moved: int
    repeated: int
    uncounted: int
    brought: int = 0

    @property
    def share_late(self) -> float:
        """The share that was late, in per cent with one decimal."""
        counted = self.count - self.uncounted
        return round(100 * self.late / counted, 1) if counted else 0.0


def publications(agency: Agency, year: int) -> list[Publication]:
    """Every text of the organ that became public in the year, new ones and changed ones.

    Not reports signed elsewhere, and not what was public before on an old website: it was not published in this year.
    """
    found = _texts(agency, year)
    return [_publication(each) for each in found if not is_brought_over(each.item, each)]


def _texts(agency: Agency, year: int) -> QuerySet[ItemVersion]:
    """What was published in the year, oldest first, without the words."""
    first, last = (datetime(each, 1, 1, tzinfo=LAW_ZONE) for each in (year, year + 1))
    rows = ItemVersion.objects.filter(
        item__agency=agency, item__source_type="", published_at__gte=first, published_at__lt=last
    )
    found = rows.select_related("item", "item__agency", "department").defer("body", "payload")
    return found.order_by("published_at")


def timeliness(agency: Agency, year: int) -> list[Timeliness]:
    """The year by department, the most often late first; the last row is the whole organ's."""
    groups: dict[str, list[Publication]] = defaultdict(list)
    brought: Counter[str] = Counter()
    for version in _texts(agency, year):
        name = version.department.name if version.department else NO_DEPARTMENT
        if is_brought_over(version.item, version):
            brought[name] += 1
        else:
            groups[name].append(_publication(version))
    rows = [_row(name, groups[name], brought[name]) for name in {*groups, *brought}]
    rows.sort(key=lambda row: (-row.share_late, row.name))
    everything = [each for group in groups.values() for each in group]
    return [*rows, _row("合计", everything, brought.total())] if rows else []


def years_of(agency: Agency) -> list[int]:
    """The years in which something became public, newest first."""
    rows = ItemVersion.objects.filter(item__agency=agency, item__source_type="")
    moments = rows.exclude(published_at=None).dates("published_at", "year", order="DESC")
    return [day.year for day in moments]


def _publication(version: ItemVersion) -> Publication:
    day = law_day(version.published_at)
    try:
        due = due_of(version.item, version)
        days = provisional_calendar().between(due.start, max(day, due.start))
    except (NoRuleInForce, CalendarNotPublished):
        return Publication(version, day, None, None)
    return Publication(version, day, due, days)


def _row(name: str, group: list[Publication], brought: int) -> Timeliness:
    days = list(_days(group))
    return Timeliness(
        name,
        len(group),
        median(days) if days else None,
        max(days, default=None),
        late=sum(each.is_late for each in group),
        repeated=sum(each.version.repeats_id is not None for each in group),
        moved=sum(bool(each.version.date_reason) for each in group),
        uncounted=len(group) - len(days),
        brought=brought,
    )


def _days(group: list[Publication]) -> Iterator[int]:
    for each in group:
        if each.days is not None:
            yield each.days
