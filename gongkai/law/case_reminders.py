"""TABLE of the days on which an office is reminded of a request: a practice, no rule of law; an organ may set its own days."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

_SINCE_2019 = InForce(date(2019, 5, 15))
_PRACTICE = "法律没有规定提前几天提醒"


@dataclass(frozen=True, slots=True)
class CaseReminder:
    """``left``: how many working days are left then, the last day itself being 0; ``about``: of which period."""

    about: str
    left: int
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _PRACTICE


CASE_REMINDERS: tuple[CaseReminder, ...] = (
    CaseReminder("答复期限", 7, Cite("条例", 33, 2)),
    CaseReminder("答复期限", 3, Cite("条例", 33, 2)),
    CaseReminder("答复期限", 1, Cite("条例", 33, 2)),
)

CONFIRM_WITHIN = CaseReminder("与申请人确认收到", 1, Cite("条例", 31), doubt="互联网、传真渠道何时与申请人确认，《条例》没有规定；不应拖延")
"""A request that waits to be confirmed is reminded of after so many working days."""


def reminders(on: date) -> tuple[int, ...]:
    """How many working days before the last day people are reminded, the earliest first."""
    return tuple(sorted((row.left for row in rows_in_force(CASE_REMINDERS, on)), reverse=True))
