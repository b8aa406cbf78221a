"""TABLE of the states of a request and of the moves between them: from, move, to, who, by which article.

A move says which state a request must be in; whether the days allow it is the clock's to say (``clock_moves``). Not here: how a
reply is drafted, reviewed and signed (``decision_states``), and what an outcome presupposes (``outcome_needs``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

StateKey = Literal[
    "arrived", "in_work", "awaiting_correction", "awaiting_payment", "replied", "withdrawn", "archived", "split", "voided",
]
MoveKey = Literal[
    "register", "confirm_receipt", "correct_receipt", "correct_event", "void", "assign", "ask_clarification", "clarification_arrived",
    "receive_correction", "propose_extension", "approve_extension", "tell_extension", "consult_third_party", "consult_joint_organ",
    "consult_other_organ", "record_opinion", "ask_reasons", "receive_reasons", "propose_delay", "approve_delay", "tell_delay",
    "propose_fee", "approve_fee", "send_fee", "fee_arrived", "receive_payment", "drop_notice", "decide", "serve_reply", "record_service", "withdraw", "split", "join", "archive",
    "reopen",
]
Who = Literal["clerk", "signer"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))
_REGISTER = Cite("条例", 45)
_FEE = Cite("信息处理费办法", 6)
_VOID = "《条例》没有规定登记作废；只用于登记有误（重复登记、不是申请、确认收到以前撤回），号码保留并写明原因"
_MISTAKE = "《条例》没有规定登记的日期有误怎样更正；原登记保留，由另一人核准"
_SPLIT = "《条例》没有规定拆分；按信息处理费办法的“一事一申请”，拆出的各件沿用原来的收到日期"
_JOIN = "《条例》没有规定合并办理；各件仍分别计算期限、分别计入年度报告"
_ANSWERED = "《条例》没有规定被纠正以后的程序；不作为新的申请，只开始新的一轮办理"
_WITHDRAWAL = "《条例》没有规定撤回，按年报格式表三（六）3归类"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a request. ``open``: the organ still owes an answer; ``final``: nothing needs to follow; ``counted``: it is a 件 of 表三."""

    key: StateKey
    label: str
    open: bool
    final: bool
    counted: bool
    cite: Cite
    in_force: InForce = _SINCE_2019


STATES: tuple[State, ...] = (
    State("arrived", "已到达，待与申请人确认", open=True, final=False, counted=False, cite=Cite("条例", 31)),
    State("in_work", "办理中", open=True, final=False, counted=True, cite=Cite("条例", 33, 2)),
    State("awaiting_correction", "等申请人补正", open=True, final=False, counted=True, cite=Cite("条例", 30)),
    State("awaiting_payment", "等申请人缴费", open=True, final=False, counted=True, cite=Cite("条例", 42)),
    State("replied", "已答复", open=False, final=False, counted=True, cite=Cite("条例", 36)),
    State("withdrawn", "申请人已撤回", open=False, final=False, counted=True, cite=Cite("条例", 27)),
    State("archived", "已归档", open=False, final=True, counted=True, cite=_REGISTER),
    State("split", "已拆分", open=False, final=True, counted=False, cite=_REGISTER),
    State("voided", "登记作废", open=False, final=True, counted=False, cite=_REGISTER),
)

OPEN: tuple[StateKey, ...] = tuple(row.key for row in STATES if row.open)
COUNTED: tuple[StateKey, ...] = tuple(row.key for row in STATES if row.counted)
_WORK: tuple[StateKey, ...] = ("in_work",)
_OWED: tuple[StateKey, ...] = ("awaiting_correction", "awaiting_payment")
_RUNNING: tuple[StateKey, ...] = (*_WORK, *_OWED)


@dataclass(frozen=True, slots=True)
class Move:
    """A move from any of ``starts`` (empty: from nothing) to ``end`` ("": the state stays).

    ``second_person``: only somebody who did not propose it, or made the entry that it corrects. ``reason``: it must be said why.
    """

    key: MoveKey
    label: str
    starts: tuple[StateKey, ...]
    end: StateKey | Literal[""]
    who: Who
    cite: Cite
    second_person: bool = False
    reason: bool = False
    in_force: InForce = _SINCE_2019
    doubt: str = ""


MOVES: tuple[Move, ...] = (
    Move("register", "登记，待确认收到", (), "arrived", "clerk", Cite("条例", 31)),
    Move("register", "登记", (), "in_work", "clerk", _REGISTER),
    Move("confirm_receipt", "与申请人确认收到", ("arrived",), "in_work", "clerk", Cite("条例", 31)),
    Move("correct_receipt", "更正收到日期", _RUNNING, "", "signer", Cite("条例", 31), second_person=True, reason=True, doubt=_MISTAKE),
    Move("correct_event", "更正登记的事项", (*_RUNNING, "replied"), "", "signer", _REGISTER, second_person=True, reason=True, doubt=_MISTAKE),
    Move("void", "登记作废", ("arrived", "in_work"), "voided", "signer", _REGISTER, second_person=True, reason=True, doubt=_VOID),
    Move("assign", "分办", OPEN, "", "clerk", _REGISTER),
    Move("ask_clarification", "发出补正告知书", _WORK, "", "clerk", Cite("条例", 30)),
    Move("clarification_arrived", "登记补正告知书送达", _WORK, "awaiting_correction", "clerk", Cite("条例", 30)),
    Move("receive_correction", "收到补正", ("awaiting_correction",), "in_work", "clerk", Cite("条例", 30)),
    Move("propose_extension", "提请延期", _WORK, "", "clerk", Cite("条例", 33, 2)),
    Move("approve_extension", "同意延期", _WORK, "", "signer", Cite("条例", 33, 2), second_person=True),
    Move("tell_extension", "告知申请人延期", _WORK, "", "clerk", Cite("条例", 33, 2)),
    Move("consult_third_party", "征求第三方意见", _WORK, "", "clerk", Cite("条例", 32)),
    Move("consult_joint_organ", "征求共同制作机关意见", _WORK, "", "clerk", Cite("条例", 34)),
    Move("consult_other_organ", "征求其他机关意见", _WORK, "", "clerk", Cite("条例", 33, 3)),
    Move("record_opinion", "登记被征求意见一方的收悉或者意见", _RUNNING, "", "clerk", Cite("条例", 33, 3)),
    Move("ask_reasons", "要求申请人说明理由", _WORK, "", "clerk", Cite("条例", 35)),
    Move("receive_reasons", "收到申请人的理由", _RUNNING, "", "clerk", Cite("条例", 35)),
    Move("propose_delay", "提请延迟答复", _WORK, "", "clerk", Cite("条例", 35)),
    Move("approve_delay", "同意延迟答复", _WORK, "", "signer", Cite("条例", 35), second_person=True),
    Move("tell_delay", "告知申请人延迟答复", _WORK, "", "clerk", Cite("条例", 35)),
    Move("propose_fee", "提请收取信息处理费", _WORK, "", "clerk", Cite("条例", 42), in_force=_FEES),
    Move("approve_fee", "同意收取信息处理费", _WORK, "", "signer", Cite("条例", 42), second_person=True, in_force=_FEES),
    Move("send_fee", "发出收费通知书", _WORK, "", "clerk", _FEE, in_force=_FEES),
    Move("fee_arrived", "登记收费通知送达", _WORK, "awaiting_payment", "clerk", _FEE, in_force=_FEES),
    Move("receive_payment", "登记缴费", ("awaiting_payment",), "in_work", "clerk", _FEE, in_force=_FEES),
    Move("drop_notice", "不发这份告知书", _RUNNING, "", "clerk", _REGISTER, reason=True),
    Move("decide", "拟作答复", _RUNNING, "", "clerk", Cite("条例", 36)),
    Move("serve_reply", "送达答复", _RUNNING, "replied", "clerk", Cite("送达解释", part="第四点")),
    Move("record_service", "登记签收、没有送达或者再次送达", (*_RUNNING, "replied", "withdrawn", "archived"), "", "clerk", Cite("送达解释", part="第四点")),
    Move("withdraw", "登记申请人撤回", _RUNNING, "withdrawn", "clerk", Cite("条例", 27), reason=True, doubt=_WITHDRAWAL),
    Move("split", "拆分", _WORK, "split", "clerk", Cite("信息处理费办法", 4), reason=True, in_force=_FEES, doubt=_SPLIT),
    Move("join", "合并办理", _RUNNING, "", "clerk", _REGISTER, reason=True, doubt=_JOIN),
    Move("archive", "归档", ("replied", "withdrawn"), "archived", "clerk", _REGISTER),
    Move("reopen", "被纠正，重新办理", ("replied", "archived"), "in_work", "signer", Cite("行政诉讼法", 70), doubt=_ANSWERED),
)

_STATES = {row.key: row for row in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _STATES[key]  # type: ignore[index]  # an unknown key raises, as said


def moves_from(start: str, on: date) -> tuple[Move, ...]:
    """The moves that the law of the day ``on`` leaves open to a request in a state."""
    return tuple(row for row in rows_in_force(MOVES, on) if start in row.starts)


def find_move(key: str, start: str, on: date) -> Move | None:
    """The move ``key`` out of a state, or None where the law of that day has none."""
    return next((row for row in moves_from(start, on) if row.key == key), None)


def cite_of(key: str) -> Cite:
    """The article of a move, for saying why it is not open; raises KeyError for an unknown one."""
    for row in MOVES:
        if row.key == key:
            return row.cite
    raise KeyError(key)
