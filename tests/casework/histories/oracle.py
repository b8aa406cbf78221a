"""A second reading of art. 30 to 35 and of the fee measures, written from the articles alone: no part of the program is used.

Days are counted one by one on the calendar of another project. What happened is told as rows; the verdict says whether the law
allows that history, and until when the organ must answer or the applicant must act.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

import chinese_calendar

DAY = timedelta(days=1)
KNOWN_UNTIL = date(2026, 12, 31)
FAMILIES = ("third_party", "joint_organ", "other_organ")


class BeyondTheCalendar(Exception):
    """A day after the last year whose holidays that project knows."""


@cache
def is_workday(day: date) -> bool:
    if day > KNOWN_UNTIL:
        raise BeyondTheCalendar
    return bool(chinese_calendar.is_workday(day))


@cache
def working_days_after(start: date, number: int) -> date:
    """The day itself is not counted (收到之日起…)."""
    day = start
    while number:
        day += DAY
        number -= is_workday(day)
    return day


@dataclass(frozen=True)
class Told:
    """One thing that happened; ``seq`` orders what happened on one day."""

    day: date
    seq: int
    kind: str
    days: int | None = None
    until: date | None = None
    sent: date | None = None
    party: str = ""


@dataclass
class Asked:
    """A party asked for its opinion, and how long it has: 15 working days for a third party or a joint organ."""

    family: str
    party: str
    asked: date
    received: date | None = None
    answered: date | None = None
    replied: date | None = None
    counts: bool = True

    def last(self) -> date | None:
        if self.family == "other_organ":
            return None
        return working_days_after(self.received or self.asked, 15)

    def end(self) -> date | None:
        """The last day that is not counted; None: no end in sight."""
        return min((day for day in (self.answered, self.replied, self.last()) if day), default=None)

    def may_still_speak(self, today: date) -> bool:
        if not self.counts or self.answered or self.replied:
            return False
        last = self.last()
        return last is None or today <= last


@dataclass
class Verdict:
    """Where a request stands after a history. ``why`` is empty where the law allows it."""

    received: date
    why: str = ""
    start: date = date.min
    extension: int = 0
    delayed: date | None = None
    ordered: date | None = None
    owes: str = ""
    last: date | None = None
    clarified: bool = False
    charged: bool = False
    reasons_open: bool = False
    closed: str = ""
    asked: list[Asked] = field(default_factory=list)

    def due(self) -> date | None:
        """Art. 33: twenty working days and the extension, without the days of consultations, each counted once."""
        if self.owes or self.closed == "withdrawn":
            return None
        if self.ordered or self.delayed:
            return self.ordered or self.delayed
        day, counted = self.start, 0
        while counted < 20 + self.extension:
            day += DAY
            if is_workday(day) and not self._paused(day):
                counted += 1
            if counted < 20 + self.extension and self._endless(day):
                return None
        return day

    def _paused(self, day: date) -> bool:
        return any(
            each.counts and each.asked < day and (each.end() is None or day <= each.end())
            for each in self.asked
        )

    def _endless(self, day: date) -> bool:
        return any(each.counts and each.end() is None and each.asked <= day for each in self.asked)

    def lapses(self) -> date | None:
        return self.last if self.owes and not self.closed else None

    def restart(self, day: date) -> None:
        """A whole new period from the day: what lengthened the old one is over."""
        self.start, self.extension, self.delayed, self.ordered = day, 0, None, None
        self.owes, self.last = "", None
        for each in self.asked:
            each.counts = False


def judge(received: date, history: list[Told]) -> Verdict:
    """Go through what happened in the order of its days; stop at the first thing that the law does not allow."""
    verdict = Verdict(received, start=received)
    for told in sorted(history, key=lambda each: (each.day, each.seq)):
        verdict.why = _against(verdict, told)
        if verdict.why:
            return verdict
        _follow(verdict, told)
    return verdict


def _against(v: Verdict, told: Told) -> str:
    """What forbids it; "" for nothing."""
    if told.day < v.received:
        return "before receipt"
    if told.kind == "reopened":
        fits = v.closed == "replied" and (told.until is None or told.until >= told.day)
        return "" if fits else "nothing to answer again"
    if v.closed:
        return "closed"
    for family in FAMILIES:
        if told.kind.startswith(family):
            return _against_consultation(v, told, family)
    return {
        "clarify_sent": _against_clarification,
        "extend": _against_extension,
        "fee_noticed": _against_fee,
        "reasons_asked": _against_reasons,
        "delay_fixed": _against_delay,
        "clarify_received": lambda v, _: "" if v.owes == "correction" else "nothing to correct",
        "fee_paid": lambda v, t: "" if v.owes == "payment" and t.day <= v.last else "art. 6",
        "reasons_received": lambda v, _: "" if v.reasons_open else "no reasons asked",
        "withdrawn": lambda *_: "",
        "replied": lambda *_: "",
    }[told.kind](v, told)


def _against_consultation(v: Verdict, told: Told, family: str) -> str:
    fact = told.kind.removeprefix(f"{family}_")
    if fact == "asked":
        return "the applicant owes something" if v.owes else ""
    return "" if _party(v, told, family, fact) else "nobody was asked"


def _party(v: Verdict, told: Told, family: str, fact: str) -> Asked | None:
    for each in v.asked:
        mine = (each.family, each.party) == (family, told.party) and not each.answered
        if mine and not (fact == "received" and each.received):
            return each
    return None


def _against_clarification(v: Verdict, told: Told) -> str:
    sent = told.sent or told.day
    if v.clarified or v.owes:
        return "once"
    if not v.received <= sent <= told.day or sent > working_days_after(v.received, 7):
        return "seven working days"
    return "" if told.days and told.days >= 1 else "no period given"


def _in_time(v: Verdict, day: date) -> bool:
    due = v.due()
    return due is None or day <= due


def _against_extension(v: Verdict, told: Told) -> str:
    if v.owes or v.ordered or v.delayed or v.extension:
        return "not now, or not again"
    return "" if 1 <= (told.days or 0) <= 20 and _in_time(v, told.day) else "art. 33"


def _against_fee(v: Verdict, told: Told) -> str:
    return (
        ""
        if not (v.charged or v.owes) and _in_time(v, told.day)
        else "one notice, within the period"
    )


def _against_reasons(v: Verdict, _: Told) -> str:
    return "asked already" if v.owes or v.reasons_open else ""


def _against_delay(v: Verdict, told: Told) -> str:
    if v.owes or v.ordered or v.reasons_open or not _in_time(v, told.day):
        return "art. 35"
    later_than = max(told.day, v.due() or told.day)
    return "" if told.until and told.until > later_than else "no delay"


def _follow(v: Verdict, told: Told) -> None:
    """What it changes."""
    match told.kind:
        case "clarify_sent":
            v.clarified, v.owes, v.last = (
                True,
                "correction",
                working_days_after(told.day, told.days),
            )
        case "fee_noticed":
            v.charged, v.owes, v.last = True, "payment", working_days_after(told.day, 20)
        case "clarify_received" | "fee_paid":
            v.restart(told.day)
        case "extend":
            v.extension = told.days or 0
        case "delay_fixed":
            v.delayed = told.until
        case "reasons_asked" | "reasons_received":
            v.reasons_open = told.kind == "reasons_asked"
        case _:
            _follow_others(v, told)


def _follow_others(v: Verdict, told: Told) -> None:
    match told.kind.rpartition("_"):
        case ("", "", "reopened"):
            v.restart(told.day)
            v.closed, v.ordered = "", told.until
        case ("", "", closing):
            v.closed = closing
            if closing == "replied":
                v.asked = [replace(each, replied=each.replied or told.day) for each in v.asked]
        case (family, _, "asked"):
            v.asked.append(Asked(family, told.party, told.day))
        case (family, _, fact):
            setattr(_party(v, told, family, fact), fact, told.day)
