"""TABLE of the states of a report that an organ handed up to its government's office, and of the moves between them.

Not here: the report as its own organ works on it (``report_states``), and what a move does to the record.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.annual_report.findings import Severity
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

StateKey = Literal["handed_in", "sent_back", "accepted", "replaced"]
MoveKey = Literal["accept", "return", "replace"]
Who = Literal["collector", "system"]

_OGI = InForce(date(2019, 5, 15))
_HAND_IN = Cite("条例", 49, 1)
_GATHER = Cite("条例", 49, 2)
_PRESS = Cite("条例", 47, 1)
_ACCURATE = Cite("条例", 6, 1)
_NO_ACCEPTANCE = "《条例》只规定部门向本级主管部门提交，没有规定接收、退回的程序；乡镇、街道按县级主管部门的要求报送"
_NO_REPLACEMENT = "《条例》没有规定更正以后怎样报送；这里以最后接收的一份为准，以前的留存"


@dataclass(frozen=True, slots=True)
class State:
    """A state of what was handed in. ``counts``: it goes into the sum of the government; a ``final`` one needs no further move."""

    key: StateKey
    label: str
    counts: bool
    final: bool
    cite: Cite
    in_force: InForce = _OGI


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``reason``: it must be said why. ``barred_by``: findings of these severities bar it, or ask to be read."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    reason: bool = False
    in_force: InForce = _OGI
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What findings of a severity do to the acceptance of a report: ``bar`` it, ask to be ``acknowledged``, or nothing."""

    severity: Severity
    effect: Literal["bar", "acknowledge", "none"]
    rule: str
    cite: Cite
    in_force: InForce = _OGI
    doubt: str = ""


STATES: tuple[State, ...] = (
    State("handed_in", "已报送", counts=False, final=False, cite=_HAND_IN),
    State("sent_back", "已退回", counts=False, final=False, cite=_PRESS),
    State("accepted", "已接收", counts=True, final=True, cite=_GATHER),
    State("replaced", "已有新版", counts=False, final=True, cite=_ACCURATE),
)

MOVES: tuple[Move, ...] = (
    Move("accept", "接收", "handed_in", "accepted", "collector", _GATHER, doubt=_NO_ACCEPTANCE),
    Move("accept", "接收", "sent_back", "accepted", "collector", _GATHER, reason=True, doubt=_NO_ACCEPTANCE),
    Move("return", "退回", "handed_in", "sent_back", "collector", _PRESS, reason=True, doubt=_NO_ACCEPTANCE),
    Move("return", "退回", "accepted", "sent_back", "collector", _PRESS, reason=True, doubt=_NO_ACCEPTANCE),
    Move("replace", "由新版代替", "handed_in", "replaced", "system", _ACCURATE, doubt=_NO_REPLACEMENT),
    Move("replace", "由新版代替", "accepted", "replaced", "system", _ACCURATE, doubt=_NO_REPLACEMENT),
)

BARS: tuple[Bar, ...] = (
    Bar("error", "bar", "勾稽关系不平、数字不合表样的，不能接收，退回改正", _ACCURATE,
        doubt="《条例》没有规定；汇总报告是各机关报告之和，一处不平，汇总也不平"),
    Bar("warning", "acknowledge", "提醒逐条看过、确认无误后可以接收", _ACCURATE, doubt="《条例》没有规定"),
    Bar("note", "none", "说明不影响接收", _ACCURATE, doubt="《条例》没有规定"),
)

_BY_KEY = {row.key: row for row in STATES}
_EFFECTS = {row.severity: row.effect for row in BARS}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]


def find_move(key: str, start: str) -> Move | None:
    """The move ``key`` out of a state, or None where the state has no such way out."""
    return next((move for move in MOVES if (move.key, move.start) == (key, start)), None)


def effect_of(severity: Severity) -> str:
    """What a finding of that severity does to the acceptance: bar, acknowledge or none."""
    return _EFFECTS[severity]


COUNTED: frozenset[str] = frozenset(row.key for row in STATES if row.counts)
OPEN: frozenset[str] = frozenset(move.start for move in MOVES if move.key == "replace")
"""The states in which a newer one takes the place of an older one."""
