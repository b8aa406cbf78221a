"""TABLE of the states of a live Q&A (在线访谈) and of the moves between them; how long one may run over, and what is due afterwards.

The law knows no such procedure: each row says so. Days for questions not reached are a row of ``periods``.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, row_in_force, rows_in_force
from gongkai.law.units import Hours

StateKey = Literal["planned", "announced", "collecting", "live", "ended", "transcribed", "cancelled"]
MoveKey = Literal["announce", "collect", "start", "end", "run_out", "transcribe", "postpone", "cancel"]
Who = Literal["clerk", "signer", "system"]

_OGI = InForce(date(2019, 5, 15))
_TAKING_PART = Cite("条例", 19)
_CHANNELS = Cite("条例", 23)
_REVIEWED = Cite("条例", 17, 1)
_ACCURATE = Cite("条例", 6, 1)
_NO_PROCEDURE = "《条例》没有规定在线访谈的程序；预告、征集、现场、实录怎样办，由各机关的制度定"
_ANSWERED_LIVE = "《条例》没有规定现场回答由谁审核；这里由主持的人当场发出，随后的实录经审核、签发"
_CHANGED = "《条例》没有规定延期、取消；已经预告的时间不再准确的，依第六条及时更正，并说明理由"
_BY_ITSELF = "《条例》没有规定；忘记结束的，到了时限由系统结束，以免页面一直显示正在进行"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a live Q&A. ``asks``: the public may send questions; ``final``: nothing more happens by itself."""

    key: StateKey
    label: str
    asks: bool
    final: bool
    cite: Cite
    in_force: InForce = _OGI


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``reason``: it must be said why, and readers see it."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    doubt: str
    reason: bool = False
    in_force: InForce = _OGI


@dataclass(frozen=True, slots=True)
class Overrun:
    """How long after its planned end a live Q&A that nobody ended goes on."""

    length: Hours
    rule: str
    cite: Cite
    doubt: str
    in_force: InForce = _OGI


STATES: tuple[State, ...] = (
    State("planned", "筹备", asks=False, final=False, cite=_REVIEWED),
    State("announced", "已预告", asks=False, final=False, cite=_CHANNELS),
    State("collecting", "征集问题", asks=True, final=False, cite=_TAKING_PART),
    State("live", "正在进行", asks=True, final=False, cite=_CHANNELS),
    State("ended", "已结束", asks=False, final=False, cite=_CHANNELS),
    State("transcribed", "实录已发布", asks=False, final=True, cite=_CHANNELS),
    State("cancelled", "已取消", asks=False, final=True, cite=_ACCURATE),
)

MOVES: tuple[Move, ...] = (
    Move("announce", "预告", "planned", "announced", "system", _CHANNELS, _NO_PROCEDURE),
    Move("collect", "开始征集问题", "announced", "collecting", "system", _TAKING_PART, _NO_PROCEDURE),
    Move("start", "开始", "announced", "live", "clerk", _CHANNELS, _ANSWERED_LIVE),
    Move("start", "开始", "collecting", "live", "clerk", _CHANNELS, _ANSWERED_LIVE),
    Move("end", "结束", "live", "ended", "clerk", _CHANNELS, _NO_PROCEDURE),
    Move("run_out", "到时自动结束", "live", "ended", "system", _CHANNELS, _BY_ITSELF),
    Move("transcribe", "发布实录", "ended", "transcribed", "system", _REVIEWED, _NO_PROCEDURE),
    Move("postpone", "延期", "announced", "announced", "signer", _ACCURATE, _CHANGED, reason=True),
    Move("postpone", "延期", "collecting", "collecting", "signer", _ACCURATE, _CHANGED, reason=True),
    Move("cancel", "取消", "planned", "cancelled", "signer", _ACCURATE, _CHANGED, reason=True),
    Move("cancel", "取消", "announced", "cancelled", "signer", _ACCURATE, _CHANGED, reason=True),
    Move("cancel", "取消", "collecting", "cancelled", "signer", _ACCURATE, _CHANGED, reason=True),
)

OVERRUNS: tuple[Overrun, ...] = (
    Overrun(Hours(2), "超过预定的结束时间两小时仍没有结束的，由系统结束", _CHANNELS, _BY_ITSELF),
)

START: StateKey = "planned"
"""The state of a new one."""

_BY_KEY = {row.key: row for row in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]


def find_move(key: str, start: str, on: date) -> Move | None:
    """The move ``key`` that the day's law leaves open in a state, or None."""
    return next((row for row in rows_in_force(MOVES, on) if (row.key, row.start) == (key, start)), None)


def latest_end(planned: datetime, on: date) -> datetime:
    """When a live Q&A ends by itself that was to end at ``planned``."""
    return planned + timedelta(hours=row_in_force(OVERRUNS, on).length.number)


ASKING: frozenset[str] = frozenset(row.key for row in STATES if row.asks)
"""The states in which questions are taken."""
RUNNING: frozenset[str] = frozenset(row.key for row in STATES if not row.final)
"""The states out of which something may happen by itself."""
