"""TABLE of the states of an annual report and of the moves between them: from, move, to, who, by which article.

Not here: who holds which post (``accounts``) and what a move does to the record (``annual_reports.actions``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

StateKey = Literal["draft", "in_review", "to_sign", "signed", "published", "correction", "withdrawn"]
MoveKey = Literal[
    "submit", "take_back", "review", "send_back", "sign", "undo_signing", "publish", "begin_correction", "drop_correction", "withdraw",
]
Who = Literal["author", "reviewer", "signer", "author_or_signer"]
Occasion = Literal["always", "first", "again"]
"""``first``: nothing of this report was published before; ``again``: a version is or was public, so this is a correction."""

_OGI = InForce(date(2019, 5, 15))
_OFFICE = Cite("条例", 4, 2, 3)
_REVIEW = Cite("条例", 17, 1)
_PUBLISH = Cite("条例", 49)
_ACCURATE = Cite("条例", 6, 1)
_STEPS = "《条例》要求明确审查程序和责任，没有规定分几步；这里分经办、复核、签发三步"
_NO_PROCEDURE = "《条例》没有规定年度报告公布后怎样更正；这里按应当准确公开的要求，保留原版并说明更正"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a report. ``open`` figures and text may be changed; a ``final`` one needs no further move."""

    key: StateKey
    label: str
    open: bool
    final: bool
    cite: Cite
    in_force: InForce = _OGI


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``second_person``: whoever submitted the report may not make it. ``reason``: it must be said why."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    on: Occasion = "always"
    second_person: bool = False
    reason: bool = False
    in_force: InForce = _OGI
    doubt: str = ""


STATES: tuple[State, ...] = (
    State("draft", "草拟", open=True, final=False, cite=_OFFICE),
    State("in_review", "复核", open=False, final=False, cite=_REVIEW),
    State("to_sign", "待签发", open=False, final=False, cite=_REVIEW),
    State("signed", "已签发", open=False, final=False, cite=_REVIEW),
    State("published", "已公布", open=False, final=True, cite=_PUBLISH),
    State("correction", "更正", open=True, final=False, cite=_ACCURATE),
    State("withdrawn", "已撤下", open=False, final=True, cite=_REVIEW),
)

MOVES: tuple[Move, ...] = (
    Move("submit", "送复核", "draft", "in_review", "author", _OFFICE, doubt=_STEPS),
    Move("submit", "送复核", "correction", "in_review", "author", _OFFICE, doubt=_STEPS),
    Move("take_back", "撤回送审", "in_review", "draft", "author", _OFFICE, on="first"),
    Move("take_back", "撤回送审", "in_review", "correction", "author", _OFFICE, on="again"),
    Move("review", "复核通过", "in_review", "to_sign", "reviewer", _REVIEW, second_person=True, doubt=_STEPS),
    Move("send_back", "退回修改", "in_review", "draft", "reviewer", _REVIEW, on="first", reason=True),
    Move("send_back", "退回修改", "in_review", "correction", "reviewer", _REVIEW, on="again", reason=True),
    Move("send_back", "退回修改", "to_sign", "draft", "signer", _REVIEW, on="first", reason=True),
    Move("send_back", "退回修改", "to_sign", "correction", "signer", _REVIEW, on="again", reason=True),
    Move("sign", "签发", "to_sign", "signed", "signer", _REVIEW, second_person=True, doubt=_STEPS),
    Move("undo_signing", "撤销签发", "signed", "draft", "signer", _REVIEW, on="first", reason=True),
    Move("undo_signing", "撤销签发", "signed", "correction", "signer", _REVIEW, on="again", reason=True),
    Move("publish", "公布", "signed", "published", "signer", _PUBLISH),
    Move("begin_correction", "开始更正", "published", "correction", "author_or_signer", _ACCURATE, reason=True, doubt=_NO_PROCEDURE),
    Move("begin_correction", "开始更正", "withdrawn", "correction", "author_or_signer", _ACCURATE, reason=True, doubt=_NO_PROCEDURE),
    Move("drop_correction", "放弃更正", "correction", "published", "author_or_signer", _ACCURATE, doubt=_NO_PROCEDURE),
    Move("withdraw", "撤下", "published", "withdrawn", "signer", _REVIEW, reason=True,
         doubt="《条例》要求公布年度报告，没有规定撤下；只用于发现公布了不应公开的内容，须尽快更正后重新公布"),
)

_BY_KEY = {state.key: state for state in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]


def moves_from(start: str, *, again: bool) -> tuple[Move, ...]:
    """The moves that lead out of a state; ``again`` for a report of which a version was published before."""
    occasions = ("always", "again" if again else "first")
    return tuple(move for move in MOVES if move.start == start and move.on in occasions)


def find_move(key: str, start: str, *, again: bool) -> Move | None:
    """The move ``key`` out of a state, or None where the state has no such way out."""
    return next((move for move in moves_from(start, again=again) if move.key == key), None)
