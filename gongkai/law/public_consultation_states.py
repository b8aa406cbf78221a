"""TABLE of the states of a public consultation (公开征求意见) and of the moves between them: who, by which article.

What a state is on a day is worked out here too: a consultation is over at the end of its last day, whether a job ran or not.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

StateKey = Literal["planned", "open", "closed", "answered", "decided", "undecided", "dropped"]
MoveKey = Literal["open", "extend", "end_early", "close", "answer", "decide", "leave_undecided", "drop"]
Who = Literal["clerk", "signer", "system"]

_SINCE_2019 = InForce(date(2019, 9, 1))
_PERIOD = Cite("决策程序条例", 15, 1)
_STUDIED = Cite("决策程序条例", 18)
_DECIDED = Cite("决策程序条例", 30, 1)
_MADE_PUBLIC = Cite("决策程序条例", 32)
_LONGER = "《决策程序条例》只规定一般不少于30日，没有规定延长；延长的须公布理由"
_SHORTER = "《决策程序条例》没有规定提前终止；须公布理由，已收到的意见仍须归纳、反馈"
_ANSWER = "《决策程序条例》第三十二条只要求对社会公众普遍关心的决策说明采纳情况；这里对每次征集都公布结果"
_ORDER = "《决策程序条例》没有规定公布结果和公布决定的先后；这里先公布结果"
_NONE_MADE = "《决策程序条例》没有规定不作出决定时怎样告知公众"


@dataclass(frozen=True, slots=True)
class State:
    """A state. ``owes``: an outcome is still owed to the public; ``final``: nothing needs to follow."""

    key: StateKey
    label: str
    owes: bool
    final: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


STATES: tuple[State, ...] = (
    State("planned", "筹备", owes=False, final=False, cite=_PERIOD),
    State("open", "征集中", owes=True, final=False, cite=_PERIOD),
    State("closed", "已截止，待反馈", owes=True, final=False, cite=_STUDIED),
    State("answered", "已公布结果", owes=False, final=False, cite=_MADE_PUBLIC),
    State("decided", "已公布决定", owes=False, final=True, cite=_MADE_PUBLIC),
    State("undecided", "未作出决定", owes=False, final=True, cite=_DECIDED, doubt=_NONE_MADE),
    State("dropped", "不再征集", owes=False, final=True, cite=_PERIOD),
)
START: StateKey = "planned"


@dataclass(frozen=True, slots=True)
class Move:
    """A move. ``reason``: it must be said why, and the public reads it."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    reason: bool = False
    in_force: InForce = _SINCE_2019
    doubt: str = ""


MOVES: tuple[Move, ...] = (
    Move("open", "开始征集", "planned", "open", "system", _PERIOD),
    Move("drop", "不再征集", "planned", "dropped", "clerk", _PERIOD),
    Move("extend", "延长期限", "open", "open", "signer", _PERIOD, reason=True, doubt=_LONGER),
    Move("end_early", "提前终止", "open", "closed", "signer", _PERIOD, reason=True, doubt=_SHORTER),
    Move("close", "到期截止", "open", "closed", "system", _PERIOD),
    Move("answer", "公布结果", "closed", "answered", "system", _MADE_PUBLIC, doubt=_ANSWER),
    Move("decide", "公布决定", "answered", "decided", "signer", _MADE_PUBLIC, doubt=_ORDER),
    Move("leave_undecided", "不作出决定", "closed", "undecided", "signer", _DECIDED, reason=True, doubt=_NONE_MADE),
    Move("leave_undecided", "不作出决定", "answered", "undecided", "signer", _DECIDED, reason=True, doubt=_NONE_MADE),
)

_STATES = {row.key: row for row in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _STATES[key]  # type: ignore[index]  # an unknown key raises, as said


def moves_from(start: str, on: date) -> tuple[Move, ...]:
    """The moves that the law of the day ``on`` leaves open from a state."""
    return tuple(row for row in rows_in_force(MOVES, on) if row.start == start)


def state_on(recorded: str, closes_on: date | None, day: date) -> StateKey:
    """What a consultation is on a day: over after its last day, also where nothing has closed it yet; raises KeyError."""
    row = state(recorded)
    is_over = row.key == "open" and closes_on is not None and day > closes_on
    return "closed" if is_over else row.key
