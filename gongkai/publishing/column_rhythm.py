"""Columns with a rhythm: when each is due for a new text, and whose work that is. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.accounts.policy import departments_of
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.work import WorkItem
from gongkai.law.release_timer import workdays_left
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.publishing.models import Column
from gongkai.publishing.shown_since import newest_by_column

KIND = "columns"
SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Stale:
    """A column with a rhythm: when it was last renewed and until when it is due again."""

    column: Column
    newest: date
    due: date

    def is_late(self, today: date) -> bool:
        """Whether the rhythm has passed."""
        return today > self.due


def rhythms(agency_ids: Iterable[int]) -> list[Stale]:
    """The open columns of organs that have a rhythm, each with the day of its next renewal."""
    rows = Column.objects.filter(agency__in=list(agency_ids), closed_on=None)
    rows = rows.exclude(rhythm_days=None).select_related("agency", "department")
    newest = newest_by_column(column.pk for column in rows)
    return [_stale(column, newest.get(column.pk)) for column in rows]


def _stale(column: Column, newest: date | None) -> Stale:
    last = newest or column.opened_on or column.agency.since
    return Stale(column, last, last + timedelta(days=column.rhythm_days))


def waiting_columns(person: User, now: datetime) -> list[WorkItem]:
    """The columns of the person's departments whose rhythm has passed or soon will."""
    today = law_day(now)
    mine = departments_of(person, today)
    return [
        _line(row, today)
        for row in rhythms(agencies_for(person, "publishing.edit"))
        if today > row.due - SOON
        and (row.column.department_id is None or not mine or row.column.department_id in mine)
    ]


def _line(row: Stale, today: date) -> WorkItem:
    try:
        left = workdays_left(today, row.due, provisional_calendar())
    except CalendarNotPublished:
        left = None
    column = row.column
    return WorkItem(
        kind=KIND,
        title=f"栏目“{column.title}”",
        reason=f"本机关定的更新周期是 {column.rhythm_days} 日，最近更新 {row.newest}",
        next_act="起草",
        url=f"{reverse('publishing:new')}?column={column.pk}",
        agency_name=column.agency.name,
        due=row.due,
        days_left=left,
        light="late" if row.is_late(today) else "soon",
    )
