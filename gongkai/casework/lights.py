"""How near the last day of a case is, for lists: by the copies on the case, so that a page of many asks the database once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from gongkai.casework.models import Case, CaseRules
from gongkai.common.work import Light
from gongkai.law.case_reminders import CONFIRM_WITHIN, reminders
from gongkai.law.release_timer import workdays_left
from gongkai.law.workdays import Calendar, CalendarNotPublished, provisional_calendar

Reminders = Mapping[int, tuple[int, ...]]
BADGES: Mapping[Light, str] = {
    "late": "late",
    "soon": "soon",
    "in_time": "done",
    "no_date": "plain",
}


@dataclass(frozen=True, slots=True)
class Lamp:
    """``left``: working days until the last day, negative once it has passed. ``stage``: how many reminders have passed."""

    light: Light
    day: date | None = None
    left: int | None = None
    stage: int = 0

    @property
    def words(self) -> str:
        """还剩 3 个工作日, 今天到期, 已逾期 2 个工作日."""
        if self.left is None:
            return "现在没有答复的最后一日"
        if self.left < 0:
            return f"已逾期 {-self.left} 个工作日"
        return f"还剩 {self.left} 个工作日" if self.left else "今天到期"

    @property
    def badge(self) -> str:
        """The class of the badge."""
        return BADGES[self.light]


def reminders_of(agency_ids: Iterable[int]) -> Reminders:
    """The organs' own days for reminding; organs that set none have no entry."""
    rows = CaseRules.objects.filter(agency__in=agency_ids)
    return {row.agency_id: tuple(row.reminder_days) for row in rows if row.reminder_days}


def lamp(case: Case, today: date, own: Reminders | None = None) -> Lamp:
    """The lamp of an open case; a closed one has none."""
    if not case.is_open:
        return Lamp("no_date")
    if case.state == "arrived":
        return _unconfirmed(case, today)
    if case.lapses_on:
        return _waiting(case, today)
    return lamp_on(case.due_on, today, (own or {}).get(case.agency_id))


def lamp_on(last: date | None, today: date, days: tuple[int, ...] | None = None) -> Lamp:
    """The lamp of a last day; ``days``: how many working days before it to remind, those of the law's table without."""
    left = _left(today, last) if last else None
    if left is None:
        return Lamp("no_date", last)
    stage = sum(left <= each for each in days or reminders(today))
    light: Light = "late" if left < 0 else "soon" if stage or left == 0 else "in_time"
    return Lamp(light, last, left, stage)


def _left(today: date, day: date) -> int | None:
    try:
        return workdays_left(today, day, provisional_calendar())
    except CalendarNotPublished:
        return None


def _unconfirmed(case: Case, today: date) -> Lamp:
    """A request that waits to be confirmed is not left lying: a day of the house, no period of law."""
    day = provisional_calendar().add(case.arrived_on, CONFIRM_WITHIN.left)
    left = _left(today, day)
    return Lamp("late" if left is not None and left < 0 else "soon", day, left)


def _waiting(case: Case, today: date) -> Lamp:
    """It is the applicant's turn; once the last day has passed, it is ours: the request lapsed."""
    left = _left(today, case.lapses_on)
    return Lamp("soon" if left is not None and left < 0 else "in_time", case.lapses_on, left)


def soon_until(today: date, days: tuple[int, ...], calendar: Calendar | None = None) -> date:
    """The last due date that counts as soon on a day."""
    return (calendar or provisional_calendar()).add(today, max(days, default=0))


def by_light(light: str, today: date, own: Reminders | None = None) -> Q:
    """The filter of a list for one light: by the organs' own days for reminding, and the law's for all others."""
    open_rows = Q(state="in_work", due_on__isnull=False)
    soon = _soon(today, own or {})
    return {
        "late": open_rows & Q(due_on__lt=today),
        "soon": open_rows & Q(due_on__gte=today) & soon,
        "in_time": open_rows & Q(due_on__gte=today) & ~soon,
    }.get(light, Q(due_on__isnull=True))


def _soon(today: date, own: Reminders) -> Q:
    """The cases that have reached their first reminder: one condition for each different first day."""
    organs: dict[int, list[int]] = defaultdict(list)
    for agency_id, days in own.items():
        organs[max(days)].append(agency_id)
    others = ~Q(agency__in=list(own)) if own else Q()
    soon = others & Q(due_on__lte=soon_until(today, reminders(today)))
    for day, ids in organs.items():
        soon |= Q(agency__in=ids, due_on__lte=soon_until(today, (day,)))
    return soon
