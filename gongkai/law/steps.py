"""Steps of an answer: a day, a sentence a clerk can read out, and its article; and how days are put into words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.citation import Cite
from gongkai.law.workdays import Calendar
from gongkai.law.workdays.working_calendar import SATURDAY, days_between

_WEEKDAYS = "一二三四五六日"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what happened or falls due on ``date``, and the article that says so."""

    date: date
    text: str
    cite: Cite


def in_words(day: date) -> str:
    """A day in full: 2025年10月17日（周五）."""
    return f"{without_weekday(day)}（周{_WEEKDAYS[day.weekday()]}）"


def without_weekday(day: date) -> str:
    """A day for use inside brackets: 2025年10月17日."""
    return f"{day.year}年{_short(day)}"


def departures_in_words(calendar: Calendar, start: date, end: date) -> str:
    """What departs from the plain week after ``start`` up to ``end``, as a sentence; "" if nothing does.

    其间10月1日至8日放假不计，9月28日（周日）、10月11日（周六）调休上班计入。
    """
    off = "、".join(_days_off(calendar, start, end))
    worked = "、".join(_days_worked(calendar, start, end))
    clauses = [f"{off}放假不计" if off else "", f"{worked}调休上班计入" if worked else "", *_local(calendar, start, end)]
    said = "，".join(clause for clause in clauses if clause)
    return f"其间{said}。" if said else ""


def _days_off(calendar: Calendar, start: date, end: date) -> Iterator[str]:
    """The runs of days off, cut to the span, that take at least one weekday out of it."""
    for run in calendar.arrangements:
        first, last = max(run.first_day_off, start + _DAY), min(run.last_day_off, end)
        if any(day.weekday() < SATURDAY for day in days_between(first, last)):
            yield _span(first, last, start.year)


def _days_worked(calendar: Calendar, start: date, end: date) -> Iterator[str]:
    days = sorted(day for run in calendar.arrangements for day in run.make_up_days if start < day <= end)
    for day in days:
        yield f"{_named(day, start.year)}（周{_WEEKDAYS[day.weekday()]}）"


def _local(calendar: Calendar, start: date, end: date) -> Iterator[str]:
    for local in calendar.local_days:
        if start < local.day <= end:
            yield f"{_named(local.day, start.year)}按{local.basis}{'上班计入' if local.working else '放假不计'}"


def _span(first: date, last: date, year: int) -> str:
    if first == last:
        return _named(first, year)
    if first.month == last.month:
        return f"{_named(first, year)}至{last.day}日"
    return f"{_named(first, year)}至{_named(last, first.year)}"


def _named(day: date, year: int) -> str:
    return _short(day) if day.year == year else without_weekday(day)


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
