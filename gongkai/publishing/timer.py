"""The clock of an item by article 26: worked out from its facts each time it is asked for, never kept as a truth of its own.

Reads only. What an organ adds, such as days for handing in, comes from its rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.common.clock import law_day
from gongkai.common.work import Light
from gongkai.law.attributes import attribute
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.release_timer import (
    Due,
    Start,
    default_reminders,
    release_due,
    reminder_days,
    workdays_left,
)
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.publishing.models import Item, ItemVersion, PublishingRules
from gongkai.publishing.shown_since import is_brought_over, is_later_text, then_late

STOOD = "已在旧网站公开，不重新计期"
Rules = Mapping[int, PublishingRules]
NO_RULES: Rules = {}


@dataclass(frozen=True, slots=True)
class ItemClock:
    """Where an item stands. ``due`` is None where no day can be counted, and ``because`` says why.

    ``hand_in`` is the last day for the department, by the organ's rule. ``stage``: how many reminders have passed.
    ``before`` says of a text from an old website whether it was in time there.
    """

    due: Due | None
    light: Light
    days_left: int | None
    stage: int = 0
    hand_in: date | None = None
    because: str = ""
    before: str = ""

    @property
    def words(self) -> str:
        """还剩 3 个工作日, 今天到期, 已逾期 2 个工作日; why there is nothing to count."""
        if self.days_left is None:
            return self.because
        if self.days_left < 0:
            return f"已逾期 {-self.days_left} 个工作日"
        return f"还剩 {self.days_left} 个工作日" if self.days_left else "今天到期"

    @property
    def is_late(self) -> bool:
        """Whether the last day by law has passed."""
        return self.due is not None and self.light == "late"

    @property
    def badge(self) -> str:
        """The class of the badge."""
        return {"late": "late", "soon": "soon", "in_time": "done", "no_date": "plain"}[self.light]


def rules_of(agency_ids: Iterable[int]) -> Rules:
    """The rules of organs, by their ids; organs without any have no entry."""
    return {row.agency_id: row for row in PublishingRules.objects.filter(agency__in=agency_ids)}


def clock_of(item: Item, today: date, rules: Rules = NO_RULES) -> ItemClock | None:
    """The clock of the text that is being worked on; None for an item with nothing to be published."""
    draft = item.draft
    if draft is None or item.is_elsewhere or attribute(draft.attribute).grounds:
        return None
    return running(item, draft, today, rules.get(item.agency_id))


def running(
    item: Item, version: ItemVersion, today: date, own: PublishingRules | None = None
) -> ItemClock:
    """The clock of one version as it stands on a day; what was public on an old website has none."""
    if is_brought_over(item, version):
        return ItemClock(None, "no_date", None, because=STOOD, before=then_late(item, version))
    try:
        due = due_of(item, version)
        left = workdays_left(today, due.date, provisional_calendar())
        reminders = reminder_days(due, _reminders(own, today), provisional_calendar())
    except (NoRuleInForce, CalendarNotPublished) as unknown:
        return ItemClock(None, "no_date", None, because=str(unknown))
    stage = sum(day <= today for day in reminders)
    light: Light = "late" if left < 0 else "soon" if stage or left == 0 else "in_time"
    return ItemClock(due, light, left, stage, _hand_in(due, own))


def due_of(item: Item, version: ItemVersion) -> Due:
    """The last day for a version. Raises NoRuleInForce or CalendarNotPublished for days that are not kept."""
    return release_due(
        start_of(item, version),
        version.catalogue_keys,
        chosen=version.limit_key,
        counted_from=_counted_from(item, version),
        organ=item.agency.kind,
        calendar=provisional_calendar(),
    )


def _counted_from(item: Item, version: ItemVersion) -> date | None:
    """The day that its special limit runs from. A later text under the same approval is a correction: its days run from the change."""
    if version.counted_from is None or not is_later_text(item, version):
        return version.counted_from
    earlier = item.versions.exclude(published_at=None).filter(number__lt=version.number).first()
    same = earlier is not None and earlier.counted_from == version.counted_from
    return None if same else version.counted_from


def start_of(item: Item, version: ItemVersion) -> Start:
    """What the clock of a version runs from: the day formed, or for a later text the day changed; else when work began."""
    begun = law_day(version.begun_at or version.at)
    if is_later_text(item, version):
        return (
            Start(version.changed_on, "changed") if version.changed_on else Start(begun, "revised")
        )
    return Start(version.made_on, "formed") if version.made_on else Start(begun, "drafted")


def _reminders(own: PublishingRules | None, today: date) -> tuple[int, ...]:
    return tuple(own.reminder_days) if own and own.reminder_days else default_reminders(today)


def _hand_in(due: Due, own: PublishingRules | None) -> date | None:
    """The department's last day: never after the day by law."""
    if own is None or own.hand_in_days is None:
        return None
    return min(due.date, provisional_calendar().add(due.start, own.hand_in_days))
