"""Chance and the calendar: whatever a plan leaves open is drawn here, from one seed, so that the same seed gives the same year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from gongkai.law.workdays import provisional_calendar

DAY = timedelta(days=1)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draw:
    """One source of chance. ``year`` is the year that is planned."""

    year: int
    chance: Random

    @property
    def first(self) -> date:
        """New Year's day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The year's last day."""
        return date(self.year, 12, 31)

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.chance.randint(least, most)

    def one(self, of: Sequence[T]) -> T:
        """One of several."""
        return self.chance.choice(of)

    def happens(self, share: float) -> bool:
        """True in that share of cases."""
        return self.chance.random() < share

    def weighed(self, of: Sequence[tuple[T, int]]) -> T:
        """One of several by its weight."""
        rows, weights = [row for row, _ in of], [weight for _, weight in of]
        return self.chance.choices(rows, weights)[0]

    def dealt(self, each: Sequence[T], weights: Sequence[int], number: int) -> list[T]:
        """``number`` of them in any order: each at least once as far as there is room, the rest by weight."""
        rest = self.chance.choices(each, weights, k=max(0, number - len(each)))
        hand = [*each, *rest][:number]
        self.chance.shuffle(hand)
        return hand

    def workday(self, first: date, last: date) -> date:
        """Any working day between two days, both included."""
        days = [first + count * DAY for count in range((last - first).days + 1)]
        return self.chance.choice([day for day in days if is_workday(day)])

    def later(self, day: date, least: int, most: int) -> date:
        """A working day so many working days after another."""
        return after(day, self.number(least, most))


def is_workday(day: date) -> bool:
    """Whether people are at work."""
    return provisional_calendar().is_workday(day)


def after(day: date, number: int) -> date:
    """The n-th working day after a day."""
    return provisional_calendar().add(day, number)


def workdays_between(start: date, end: date) -> int:
    """How many working days lie after ``start`` until ``end``."""
    return provisional_calendar().between(start, end)


def next_workday(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_workday(day):
        day += DAY
    return day


def last_workday(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_workday(day):
        day -= DAY
    return day


def before(day: date, number: int) -> date:
    """The n-th working day before a day."""
    for _ in range(number):
        day = last_workday(day - DAY)
    return day
