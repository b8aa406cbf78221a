"""The clock of one request as a value: what it knows after the events so far, and the day an answer is due.

Not here: what each event does to it (``clock_moves``), and the answer in words (``deadlines``).
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from gongkai.law.clock_events import Event
from gongkai.law.consultations import Consultation, Pause, excluded_workdays
from gongkai.law.periods import workdays_of
from gongkai.law.steps import Step
from gongkai.law.workdays import Calendar

Start = Literal["answer", "answer_after_correction", "answer_after_payment", "answer_after_remedy"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The applicant owes something since ``since``; ``last_day`` is the last day to act, None where none was given."""

    owes: Literal["correction", "payment"]
    since: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Clock:
    """The state of a request's clock. ``start`` is the day the current period is counted from, under ``period``.

    ``extension`` is in working days, ``delayed_until`` the date fixed under art. 35, ``ordered_until`` the one that a decision on
    reconsideration or a court fixed for the new answer. ``as_of`` is the day of the last event,
    ``relied_on`` holds the keys of conventions that an event made use of.
    """

    calendar: Calendar
    received: date
    start: date
    as_of: date
    period: Start = "answer"
    extension: int = 0
    delayed_until: date | None = None
    ordered_until: date | None = None
    consultations: tuple[Consultation, ...] = ()
    waiting: Waiting | None = None
    clarified: bool = False
    charged: bool = False
    reasons_asked: bool = False
    closed_by: Event | None = None
    steps: tuple[Step, ...] = ()
    relied_on: tuple[str, ...] = ()

    @property
    def open_consultations(self) -> tuple[Consultation, ...]:
        """Those whose opinion is awaited as of the last event."""
        return tuple(each for each in self.consultations if each.is_open(self.as_of, self.calendar))

    @property
    def running(self) -> bool:
        """Whether working days are being counted as of the last event."""
        return not (self.closed_by or self.waiting or self.open_consultations)

    @property
    def workdays_allowed(self) -> int:
        """The length of the current period in working days, extension included."""
        return workdays_of(self.period, self.start) + self.extension

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The time that consultations take out of the current period."""
        return tuple(each.pause(self.calendar) for each in self.consultations if each.counts)

    @property
    def overlapping(self) -> bool:
        """Whether two pauses share days."""
        pauses = sorted(self.pauses, key=lambda pause: pause.after)
        return any(first.upto is None or second.after < first.upto for first, second in pairwise(pauses))

    @property
    def ended_pauses(self) -> tuple[Pause, ...]:
        """The pauses with a known end."""
        return tuple(pause for pause in self.pauses if pause.upto is not None)

    def excluded_until(self, end: date) -> int:
        """Working days of the current period, up to ``end``, that pauses with a known end take out."""
        return excluded_workdays(self.ended_pauses, self.start, end, self.calendar)

    def due(self) -> date | None:
        """The last day for the answer; None while the applicant owes something or a pause has no end.

        A consultation without an opinion yet is taken to need all the time it has.
        """
        if self.waiting:
            return None
        if fixed := self.ordered_until or self.delayed_until:
            return fixed
        due = self._counted_out()
        endless = any(pause.upto is None and pause.after < due for pause in self.pauses)
        return None if endless else due

    def _counted_out(self) -> date:
        """The due date with every pause that has an end; endless ones are judged by ``due``."""
        due = self.calendar.add(self.start, self.workdays_allowed)
        while True:
            later = self.calendar.add(self.start, self.workdays_allowed + self.excluded_until(due))
            if later == due:
                return due
            due = later
