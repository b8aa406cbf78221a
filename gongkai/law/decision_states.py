"""TABLE of the states of one reply from draft to service, and of the moves between them: nobody decides alone.

The request itself stays in its state meanwhile (``case_states``): its clock runs on until the reply has left.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

StateKey = Literal["draft", "in_review", "to_sign", "signed", "served", "dropped"]
MoveKey = Literal[
    "save_reply", "submit_reply", "take_back_reply", "review_reply", "send_back_reply", "sign_reply", "unsign_reply", "serve_reply", "drop_reply",
]
Who = Literal["clerk", "reviewer", "signer"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_SYSTEM = Cite("条例", 45)
_REVIEW = Cite("条例", 17, 1)
_STEPS = "《条例》要求有登记、审核、办理、答复、归档的制度，没有规定分几步；这里分拟办、审核、签发三步，由另外的人审核、签发"
_UNSIGN = "《条例》没有规定撤销签发；只在答复发出以前"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a reply. ``waits_for``: who acts next; ``final``: nothing follows."""

    key: StateKey
    label: str
    waits_for: Who | Literal[""]
    final: bool
    cite: Cite
    in_force: InForce = _SINCE_2019


STATES: tuple[State, ...] = (
    State("draft", "拟办", "clerk", final=False, cite=_SYSTEM),
    State("in_review", "审核中", "reviewer", final=False, cite=_SYSTEM),
    State("to_sign", "待签发", "signer", final=False, cite=_SYSTEM),
    State("signed", "已签发，待送达", "clerk", final=False, cite=Cite("条例", 33, 2)),
    State("served", "已送达", "", final=True, cite=Cite("条例", 33, 2)),
    State("dropped", "不再采用", "", final=True, cite=_SYSTEM),
)


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``second_person``: only somebody who neither wrote nor submitted the reply. ``reason``: it must be said why."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    second_person: bool = False
    reason: bool = False
    in_force: InForce = _SINCE_2019
    doubt: str = ""


MOVES: tuple[Move, ...] = (
    Move("save_reply", "修改拟办的答复", "draft", "draft", "clerk", Cite("条例", 36)),
    Move("submit_reply", "答复送审", "draft", "in_review", "clerk", _SYSTEM, doubt=_STEPS),
    Move("take_back_reply", "收回答复修改", "in_review", "draft", "clerk", _SYSTEM, doubt=_STEPS),
    Move("review_reply", "答复审核通过", "in_review", "to_sign", "reviewer", _REVIEW, second_person=True, doubt=_STEPS),
    Move("send_back_reply", "退回答复修改", "in_review", "draft", "reviewer", _REVIEW, second_person=True, reason=True, doubt=_STEPS),
    Move("send_back_reply", "退回答复修改", "to_sign", "draft", "signer", _REVIEW, second_person=True, reason=True, doubt=_STEPS),
    Move("sign_reply", "签发答复", "to_sign", "signed", "signer", _SYSTEM, second_person=True, doubt=_STEPS),
    Move("unsign_reply", "撤销签发", "signed", "draft", "signer", _SYSTEM, reason=True, doubt=_UNSIGN),
    Move("serve_reply", "送达答复", "signed", "served", "clerk", Cite("送达解释", part="第四点")),
    Move("drop_reply", "不采用拟办的答复", "draft", "dropped", "clerk", _SYSTEM, reason=True),
    Move("drop_reply", "不采用拟办的答复", "in_review", "dropped", "clerk", _SYSTEM, reason=True),
    Move("drop_reply", "不采用拟办的答复", "to_sign", "dropped", "signer", _SYSTEM, reason=True),
    Move("drop_reply", "不采用拟办的答复", "signed", "dropped", "signer", _SYSTEM, reason=True, doubt=_UNSIGN),
)

_STATES = {row.key: row for row in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _STATES[key]  # type: ignore[index]  # an unknown key raises, as said


def moves_from(start: str, on: date) -> tuple[Move, ...]:
    """The moves that lead out of a state under the law of a day."""
    return tuple(row for row in rows_in_force(MOVES, on) if row.start == start)


def find_move(key: str, start: str, on: date) -> Move | None:
    """The move ``key`` out of a state, or None where there is none."""
    return next((row for row in moves_from(start, on) if row.key == key), None)
