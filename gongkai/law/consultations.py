"""Asking others for their opinion: whom, how long they have, what silence means, and which days are not counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.conventions import CONSULTATION_DAYS, ConsultationDays
from gongkai.law.in_force import InForce
from gongkai.law.periods import workdays_of
from gongkai.law.workdays import Calendar

Family = Literal["third_party", "joint_organ", "other_organ"]

_DAY = timedelta(days=1)
_OGI = InForce(date(2019, 5, 15))


@dataclass(frozen=True, slots=True)
class ConsultationRule:
    """One kind of consultation. ``period`` is the key of its period, or "" where no length is fixed.

    ``silence`` is what follows when the period ends without an opinion.
    """

    family: Family
    who: str
    period: str
    silence: str
    cite: Cite
    in_force: InForce


CONSULTATION_RULES: tuple[ConsultationRule, ...] = (
    ConsultationRule("third_party", "第三方", "third_party_opinion", "由行政机关依照《条例》的规定决定是否公开", Cite("条例", 32), _OGI),
    ConsultationRule("joint_organ", "共同制作机关", "joint_organ_opinion", "视为同意公开", Cite("条例", 34), _OGI),
    ConsultationRule("other_organ", "其他机关", "", "《条例》没有规定期限，也不视为同意", Cite("条例", 33, 3), _OGI),
)

_RULES = {rule.family: rule for rule in CONSULTATION_RULES}


@dataclass(frozen=True, slots=True)
class Pause:
    """Days not counted: those after ``after``, up to and including ``upto`` (None: no end in sight)."""

    after: date
    upto: date | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """One party asked. ``cut_off`` is the day of a reply to the applicant, after which nobody waits for the opinion.

    ``counts`` is False once the period that it interrupted has been started anew.
    """

    family: Family
    party: str
    asked: date
    received: date | None = None
    answered: date | None = None
    cut_off: date | None = None
    counts: bool = True

    @property
    def rule(self) -> ConsultationRule:
        """The row of its kind."""
        return _RULES[self.family]

    def last_day(self, calendar: Calendar) -> date | None:
        """The last day for an opinion: counted from receipt, else from asking; None where no length is fixed."""
        if not self.rule.period:
            return None
        start = self.received or self.asked
        return calendar.add(start, workdays_of(self.rule.period, start))

    def is_open(self, on: date, calendar: Calendar) -> bool:
        """Whether its opinion is still awaited at the end of the day ``on``."""
        last = self.last_day(calendar)
        return self.counts and not (self.answered or self.cut_off) and (last is None or on <= last)

    def pause(self, calendar: Calendar, days: ConsultationDays = CONSULTATION_DAYS) -> Pause:
        """The days it takes out of the period for the answer: to its opinion or the last day for it, whichever is first."""
        after = self.asked - _DAY if days.includes_day_asked else self.asked
        answered = self.answered
        if answered and not days.includes_day_answered:
            answered = max(after, answered - _DAY)
        ends = [day for day in (answered, self.cut_off, self.last_day(calendar)) if day]
        return Pause(after, min(ends, default=None))


def excluded_workdays(pauses: Iterable[Pause], start: date, end: date, calendar: Calendar) -> int:
    """How many working days after ``start`` up to ``end`` fall into at least one pause (art. 33 para. 3)."""
    total, reached = 0, start
    for pause in sorted(pauses, key=lambda each: each.after):
        first, last = max(pause.after, reached), min(pause.upto or end, end)
        if last > first:
            total += calendar.between(first, last)
            reached = last
    return total
