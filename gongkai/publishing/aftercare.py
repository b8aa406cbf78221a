"""What public texts still ask for: an interpretation of a policy, and a look whether they are still right. Reads only.

Days are worked out from what was published and the organ's rules; what was decided for one item stands on the item.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.accounts.policy import departments_of
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.work import Light, WorkItem
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import Period, months_later, period, workdays_of
from gongkai.law.release_timer import workdays_left
from gongkai.law.validity import standing_on
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.publishing.models import Item, ItemLink, PublishingRules
from gongkai.publishing.queries import looks_after
from gongkai.publishing.shown_since import FROM_OLD_SITE, is_brought_over
from gongkai.publishing.timer import Rules, rules_of

KIND = "aftercare"
POLICY = "rules_and_normative_documents"
LOOK_BACK = timedelta(days=365)
"""How long after its publication a policy without an interpretation is asked about."""
SOON = 10
"""Working days before a review date from which the work is shown."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day by which something is to be done about a public item, and by which rule."""

    item: Item
    day: date
    left: int
    because: str

    @property
    def light(self) -> Light:
        """How near it is."""
        return "late" if self.left < 0 else "soon"


def aftercare(person: User, now: datetime) -> list[WorkItem]:
    """What public items ask of a person who drafts for the organ."""
    agencies, today = agencies_for(person, "publishing.edit"), law_day(now)
    rules, departments = rules_of(agencies), departments_of(person, today)
    rows = [
        *((row, "写解读") for row in _interpretations(_policies(agencies, now), rules, today)),
        *((row, "核对") for row in _rechecks(_to_look_at(agencies, rules, today), rules, today)),
    ]
    return [
        _line(row, act) for row, act in rows if looks_after(row.item.published, person, departments)
    ]


def _public(agencies: Iterable[int]) -> QuerySet[Item]:
    """The public items whose text stands here; no texts."""
    rows = Item.objects.filter(agency__in=agencies, source_type="").exclude(published=None)
    rows = rows.select_related("agency", "published", "published__department")
    return rows.defer("published__body", "published__payload")


def _policies(agencies: Iterable[int], now: datetime) -> QuerySet[Item]:
    """What became public of late and has no public interpretation."""
    ties = ItemLink.objects.filter(kind="interprets", target=OuterRef("pk"))
    found = _public(agencies).filter(first_published_at__gt=now - LOOK_BACK, no_interpretation="")
    return found.exclude(FROM_OLD_SITE).exclude(Exists(ties.exclude(source__published=None)))


def _to_look_at(agencies: Iterable[int], rules: Rules, today: date) -> QuerySet[Item]:
    """What has a review date of its own before long, or is of a genre that has a rule."""
    soon = Q(recheck_on__lte=today + timedelta(days=3 * SOON))
    for own in rules.values():
        genres = list(own.recheck_months)
        soon |= Q(agency=own.agency_id, recheck_on=None, published__genre__in=genres)
    return _public(agencies).filter(soon)


def _interpretations(items: Iterable[Item], rules: Rules, today: date) -> Iterator[Ahead]:
    for item in items:
        due = interpretation_due(item, rules.get(item.agency_id))
        if due:
            day, because = due
            yield Ahead(item, day, workdays_left(today, day, provisional_calendar()), because)


def interpretation_due(item: Item, own: PublishingRules | None) -> tuple[date, str] | None:
    """Until when a policy is interpreted, and by which rule; None for what needs none, or was published on an old website."""
    version = item.published
    if POLICY not in version.catalogue_keys or version.genre == "interpretation":
        return None
    if item.no_interpretation or is_brought_over(item, version):
        return None
    published = law_day(item.first_published_at)
    try:
        rule = period("interpret", published)
        days = own.interpretation_days if own and own.interpretation_days is not None else None
        number = workdays_of("interpret", published) if days is None else days
        return provisional_calendar().add(published, number), _rule_in_words(rule, days)
    except (NoRuleInForce, CalendarNotPublished):
        return None


def _rule_in_words(rule: Period, days: int | None) -> str:
    if days is not None:
        return f"解读随文件一并组织，本机关规定最迟公开后 {days} 个工作日"
    return f"解读随文件一并组织，最迟公开后{rule.length}（{rule.cite}，{rule.doubt}）"


def _rechecks(items: Iterable[Item], rules: Rules, today: date) -> Iterator[Ahead]:
    for item in items:
        day = recheck_day(item, rules.get(item.agency_id))
        if day is None or not standing_on(item.validity, item.published.ends_on, today).in_effect:
            continue
        try:
            left = workdays_left(today, day, provisional_calendar())
        except CalendarNotPublished:
            continue
        if left <= SOON:
            yield Ahead(item, day, left, f"到了核对的日子（{day}）：现在还对吗？")


def recheck_day(item: Item, own: PublishingRules | None) -> date | None:
    """The day to look whether a public text is still right: the item's own, else by the organ's rule for its genre."""
    if item.recheck_on:
        return item.recheck_on
    months = (own.recheck_months if own else {}).get(item.published.genre)
    return months_later(law_day(item.published.published_at), months) if months else None


def _line(row: Ahead, act: str) -> WorkItem:
    place = reverse("publishing:item", args=(row.item.pk,))
    return WorkItem(
        kind=KIND,
        title=row.item.published.title,
        reason=row.because,
        next_act=act,
        url=f"{place}#{'ties' if act == '写解读' else 'aftercare'}",
        agency_name=row.item.agency.name,
        due=row.day,
        days_left=row.left,
        light=row.light,
        since=row.item.published.published_at,
    )
