"""TABLE of the states of an item of information and of the moves between them: who may make each, by which article.

An item whose text is public stays public while a new version of it goes through the states: ``public`` says which moves need that.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

StateKey = Literal["draft", "in_review", "to_sign", "scheduled", "published", "filed", "withdrawn"]
MoveKey = Literal[
    "submit", "take_back", "pass_on", "approve", "send_back", "publish", "schedule", "unschedule", "release", "publish_urgently",
    "file", "reassess", "revise", "drop_revision", "withdraw", "bring_out",
]
Who = Literal["clerk", "reviewer", "signer", "system"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_STEPS_DOUBT = "《条例》只要求明确审查的程序和责任；分几步、由谁办，由各机关的制度定"
_SCHEDULE_DOUBT = "《条例》没有规定定时发布；期限照第二十六条从形成或者变更之日算，不从签发之日算"
_URGENT_DOUBT = "《条例》没有规定先发布后补审；公开前的审查不能省，由签发人一并作出，事后由另一人补审，是内部监督"
_FILED_DOUBT = "《条例》没有规定不公开的信息怎样留存；多久评估一次，由各机关的制度定"
_WITHDRAWAL_DOUBT = "《条例》没有规定撤回已经公开的信息；不应公开的依第十四条、第十五条，不准确的依第六条"


@dataclass(frozen=True, slots=True)
class State:
    """A state of an item. ``waits_for`` is who acts next; empty where nothing needs to be done."""

    key: StateKey
    label: str
    waits_for: Who | Literal[""]
    cite: Cite
    in_force: InForce = _SINCE_2019


STATES: tuple[State, ...] = (
    State("draft", "草拟", "clerk", Cite("条例", 17, 1)),
    State("in_review", "审核中", "reviewer", Cite("条例", 17, 2)),
    State("to_sign", "待签发", "signer", Cite("条例", 17, 1)),
    State("scheduled", "已签发，定时发布", "", Cite("条例", 23)),
    State("published", "已发布", "", Cite("条例", 23)),
    State("filed", "不公开，已留存", "", Cite("条例", 18)),
    State("withdrawn", "已撤回", "", Cite("条例", 6, 1)),
)


@dataclass(frozen=True, slots=True)
class Move:
    """A move from one state to another.

    ``second_person``: only somebody who neither wrote nor submitted the text. ``public``: only while a version is public.
    ``elsewhere``: only for text that was reviewed and signed in another procedure, such as an annual report.
    ``approved_later``: another person must approve it afterwards. ``private``: only while no version is public.
    """

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    who: Who
    cite: Cite
    second_person: bool = False
    public: bool = False
    elsewhere: bool = False
    approved_later: bool = False
    private: bool = False
    in_force: InForce = _SINCE_2019
    doubt: str = ""


MOVES: tuple[Move, ...] = (
    Move("submit", "送审", "draft", "in_review", "clerk", Cite("条例", 17, 1), doubt=_STEPS_DOUBT),
    Move("take_back", "收回修改", "in_review", "draft", "clerk", Cite("条例", 17, 1), doubt=_STEPS_DOUBT),
    Move("pass_on", "本步审核通过", "in_review", "in_review", "reviewer", Cite("条例", 17, 1), second_person=True, doubt=_STEPS_DOUBT),
    Move("approve", "审核通过", "in_review", "to_sign", "reviewer", Cite("条例", 17, 2), second_person=True, doubt=_STEPS_DOUBT),
    Move("send_back", "退回修改", "in_review", "draft", "reviewer", Cite("条例", 17, 2), second_person=True, doubt=_STEPS_DOUBT),
    Move("send_back", "退回修改", "to_sign", "draft", "signer", Cite("条例", 17, 2), second_person=True, doubt=_STEPS_DOUBT),
    Move("publish", "签发", "to_sign", "published", "signer", Cite("条例", 23), second_person=True),
    Move("schedule", "签发，定时发布", "to_sign", "scheduled", "signer", Cite("条例", 23), second_person=True, doubt=_SCHEDULE_DOUBT),
    Move("unschedule", "取消定时", "scheduled", "to_sign", "signer", Cite("条例", 17, 1), doubt=_SCHEDULE_DOUBT),
    Move("release", "到时发布", "scheduled", "published", "system", Cite("条例", 23), doubt=_SCHEDULE_DOUBT),
    Move("publish", "立即发布", "scheduled", "published", "signer", Cite("条例", 23), second_person=True, doubt=_SCHEDULE_DOUBT),
    Move("publish_urgently", "紧急发布", "draft", "published", "signer", Cite("条例", 17, 2), approved_later=True, doubt=_URGENT_DOUBT),
    Move("publish_urgently", "紧急发布", "in_review", "published", "signer", Cite("条例", 17, 2), approved_later=True, doubt=_URGENT_DOUBT),
    Move("file", "核定为不公开", "to_sign", "filed", "signer", Cite("条例", 13, 1), second_person=True, private=True, doubt=_FILED_DOUBT),
    Move("reassess", "评估后仍不公开", "filed", "filed", "signer", Cite("条例", 18), doubt=_FILED_DOUBT),
    Move("revise", "重新起草", "filed", "draft", "clerk", Cite("条例", 18)),
    Move("revise", "修订", "published", "draft", "clerk", Cite("条例", 26), public=True),
    Move("revise", "修订", "withdrawn", "draft", "clerk", Cite("条例", 6, 1)),
    Move("drop_revision", "放弃修订", "draft", "published", "clerk", Cite("条例", 17, 1), public=True, doubt=_STEPS_DOUBT),
    Move("withdraw", "撤回", "published", "withdrawn", "signer", Cite("条例", 6, 1), public=True, doubt=_WITHDRAWAL_DOUBT),
    Move("withdraw", "撤回", "draft", "withdrawn", "signer", Cite("条例", 6, 1), public=True, doubt=_WITHDRAWAL_DOUBT),
    Move("withdraw", "撤回", "in_review", "withdrawn", "signer", Cite("条例", 6, 1), public=True, doubt=_WITHDRAWAL_DOUBT),
    Move("withdraw", "撤回", "to_sign", "withdrawn", "signer", Cite("条例", 6, 1), public=True, doubt=_WITHDRAWAL_DOUBT),
    Move("withdraw", "撤回", "scheduled", "withdrawn", "signer", Cite("条例", 6, 1), public=True, doubt=_WITHDRAWAL_DOUBT),
    Move("bring_out", "公布", "draft", "published", "signer", Cite("条例", 23), elsewhere=True),
    Move("bring_out", "公布", "published", "published", "signer", Cite("条例", 26), public=True, elsewhere=True),
    Move("bring_out", "公布", "withdrawn", "published", "signer", Cite("条例", 6, 1), elsewhere=True),
)

START: StateKey = "draft"
"""The state of a new item."""

_STATES = {row.key: row for row in STATES}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _STATES[key]  # type: ignore[index]  # an unknown key raises, as said


def moves_from(start: str, on: date, *, public: bool, elsewhere: bool = False) -> tuple[Move, ...]:
    """The moves that the law of the day ``on`` leaves open to an item in a state.

    ``public``: a version of the item is public. ``elsewhere``: the item comes from another procedure, which alone changes its text.
    """
    open_rows = (row for row in rows_in_force(MOVES, on) if row.start == start and (not row.private if public else not row.public))
    if elsewhere:
        return tuple(row for row in open_rows if row.elsewhere or row.key == "withdraw")
    return tuple(row for row in open_rows if not row.elsewhere)
