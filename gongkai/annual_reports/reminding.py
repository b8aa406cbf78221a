"""Reminders of the report, each given once: to prepare it from December on, and as the last day comes near. Run by the schedule."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.telling import people_of
from gongkai.annual_reports.models import ReportVersion
from gongkai.annual_reports.queries import dues_of
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.law.report_reminders import PREPARE, is_preparing, reminder_due


@transaction.atomic
def remind_of_reports(now: datetime) -> int:
    """Tell whoever makes the reports of organs on this system what is due; a reminder missed while nothing ran is made up for."""
    organs = list(Agency.objects.filter(until=None))
    due = [*_to_prepare(organs, now), *_coming_near(organs, now)]
    people = people_of([organ.pk for organ, _, _ in due], now)
    for organ, year, (key, words) in due:
        for person in people.get(organ.pk, ()):
            _tell(person, organ, year, key, words, now)
    return len(due)


Due = tuple[Agency, int, tuple[str, str]]
"""Whose report of which year, with the reminder's key and what it says."""


def _to_prepare(organs: list[Agency], now: datetime) -> Iterator[Due]:
    today = law_day(now)
    if is_preparing(today):
        yield from ((organ, today.year, (PREPARE.key, PREPARE.says)) for organ in organs)


def _coming_near(organs: list[Agency], now: datetime) -> Iterator[Due]:
    """The reports of last year that are not public, so far as their last day is near."""
    today = law_day(now)
    year = today.year - 1
    public = ReportVersion.objects.filter(report__year=year).exclude(published_at=None)
    done = set(public.values_list("report__agency", flat=True))
    open_ones = [organ for organ in organs if organ.pk not in done and organ.since.year <= year]
    dues = dues_of([(organ, year) for organ in open_ones], today, done=set())
    for organ in open_ones:
        due = dues[organ.pk, year]
        row = reminder_due(due.days_left) if due.days_left is not None else None
        if row is not None:
            yield organ, year, (row.key, f"{due.words}，{row.says}")


def _tell(person: User, organ: Agency, year: int, key: str, words: str, now: datetime) -> None:
    page = reverse("annual_reports:compile")
    notify(
        user_id=person.pk,
        key=f"annual_reports:{organ.pk}:{year}:{key}",
        text=f"{organ.name}{year}年度报告：{words}",
        url=f"{page}?agency={organ.pk}&year={year}",
        address=person.email,
        now=now,
    )
