"""Since when readers could read a text: since it was published here, or since the day it stood on the old website it comes from.

Reads only. The day on the old site is what was handed in and reviewed with the text (``facts``); no clock of the law starts
anew because a text was brought over, and none that had passed is forgotten.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import F, Max, Q

from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.law.conventions import convention
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.release_timer import Start, release_due
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.publishing.models import Item, ItemVersion

RULE = convention("old_site")
FROM_OLD_SITE = Q(published__published_at=F("first_published_at")) & ~Q(published__old_site="")
"""Items whose public text is the one that was brought over."""


def is_later_text(item: Item, version: ItemVersion) -> bool:
    """Whether another text of the item was public here before this one."""
    first = item.first_published_at
    return first is not None and (version.published_at is None or version.published_at > first)


def is_brought_over(item: Item, version: ItemVersion) -> bool:
    """Whether a version is the text that came from an old website, and no later one."""
    return bool(version.old_site) and not is_later_text(item, version)


def shown_since(item: Item, version: ItemVersion) -> date:
    """The day from which on readers could read a public version; where the old site's is not known, the day it came here."""
    brought = is_brought_over(item, version) and version.old_site_day
    return brought or law_day(version.published_at)


def first_shown(item: Item) -> datetime:
    """The moment since which readers could read a first text of a public item."""
    brought = item.published
    if brought.old_site and is_later_text(item, brought):
        brought = item.versions.filter(published_at=item.first_published_at).first()
    day = brought.old_site_day if brought and brought.old_site else None
    return midnight(day) if day else item.first_published_at


def midnight(day: date) -> datetime:
    """The beginning of a day in China."""
    return datetime.combine(day, time.min, LAW_ZONE)


def shown_between(since: date, until: date) -> Q:
    """Items whose public text has been read since a day of this span."""
    start, end = midnight(since), midnight(until + timedelta(days=1))
    here = Q(published__published_at__gte=start, published__published_at__lt=end)
    there = FROM_OLD_SITE & Q(published__old_site_day__isnull=False)
    return (here & ~there) | (there & Q(published__old_site_day__range=(since, until)))


def newest_by_column(columns: Iterable[int]) -> dict[int, date]:
    """By column, the newest day since which one of its public texts has been read."""
    public = Item.objects.exclude(published=None).filter(column__in=list(columns)).order_by()
    there = FROM_OLD_SITE & Q(published__old_site_day__isnull=False)
    here = public.exclude(there).values("column").annotate(at=Max("published__published_at"))
    found = {column: law_day(at) for column, at in here.values_list("column", "at")}
    old = public.filter(there).values("column").annotate(at=Max("published__old_site_day"))
    for column, day in old.values_list("column", "at"):
        found[column] = max(day, found.get(column, day))
    return found


def then_late(item: Item, version: ItemVersion) -> str:
    """Whether the old site showed the text in time, in words; "" where that cannot be counted."""
    if version.made_on is None or version.old_site_day is None:
        return ""
    try:
        due = release_due(
            Start(version.made_on, "formed"),
            version.catalogue_keys,
            chosen=version.limit_key,
            counted_from=version.counted_from,
            organ=item.agency.kind,
            calendar=provisional_calendar(),
        )
    except (NoRuleInForce, CalendarNotPublished):
        return ""
    late = version.old_site_day > due.date
    said = "当时已经逾期" if late else "当时没有逾期"
    return f"在旧网站公开的最后一日是 {due.date}（{due.limit.cite}），{said}"
