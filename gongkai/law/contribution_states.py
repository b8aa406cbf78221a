"""TABLE of what becomes of a contribution of the public (a comment, a question): ways it comes in, states, moves, reasons for hiding.

Nothing is ever deleted: what is hidden stays on the desk, is counted in public by its reason, and can be shown later.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

StateKey = Literal["waiting", "shown", "hidden"]
MoveKey = Literal["show", "hide"]
ChannelKey = Literal["web", "letter", "mail", "meeting", "phone", "other"]
ReasonKey = Literal["personal_data", "abuse", "off_subject", "spam", "forbidden_content"]

_SINCE_2019 = InForce(date(2019, 9, 1))
_HEARD = Cite("决策程序条例", 14, 1)
_WAYS = Cite("决策程序条例", 14, 2)
_STUDIED = Cite("决策程序条例", 18)
_SILENT = "《决策程序条例》没有规定公众意见怎样审核、显示；不显示的保留、计数并写明理由，是内部监督"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a contribution. ``public``: its words may be read by everybody."""

    key: StateKey
    label: str
    public: bool
    cite: Cite = _HEARD
    in_force: InForce = _SINCE_2019
    doubt: str = _SILENT


STATES: tuple[State, ...] = (
    State("waiting", "待审核", public=False),
    State("shown", "可以显示", public=True),
    State("hidden", "不显示", public=False),
)
START: StateKey = "waiting"


@dataclass(frozen=True, slots=True)
class Move:
    """A move between states. ``reason``: one of ``HIDING`` must be given."""

    key: MoveKey
    label: str
    start: StateKey
    end: StateKey
    reason: bool = False
    cite: Cite = _HEARD
    in_force: InForce = _SINCE_2019
    doubt: str = _SILENT


MOVES: tuple[Move, ...] = (
    Move("show", "显示", "waiting", "shown"),
    Move("hide", "不显示", "waiting", "hidden", reason=True),
    Move("hide", "改为不显示", "shown", "hidden", reason=True),
    Move("show", "改为显示", "hidden", "shown"),
    Move("show", "改写显示的文字", "shown", "shown"),
)


@dataclass(frozen=True, slots=True)
class Channel:
    """A way by which a contribution comes in. ``typed_in``: an officer enters what came on paper or by word of mouth."""

    key: ChannelKey
    label: str
    typed_in: bool = True
    cite: Cite = _WAYS
    in_force: InForce = _SINCE_2019
    doubt: str = ""


CHANNELS: tuple[Channel, ...] = (
    Channel("web", "网上", typed_in=False),
    Channel("letter", "来信"),
    Channel("mail", "电子邮件"),
    Channel("meeting", "座谈会、论证会、听证会"),
    Channel("phone", "电话"),
    Channel("other", "其他方式"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a contribution is not shown. ``answered``: it is of the matter all the same, and must be answered with the others."""

    key: ReasonKey
    label: str
    answered: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


HIDING: tuple[Reason, ...] = (
    Reason("personal_data", "含有个人信息，遮盖后仍不宜显示", answered=True, cite=Cite("条例", 15)),
    Reason("abuse", "含有辱骂、攻击他人的内容", answered=True, cite=Cite("条例", 15), doubt="按保护他人合法权益的规定；辱骂、攻击的界限由机关判断"),
    Reason("off_subject", "与征集的主题无关", answered=False, cite=_STUDIED, doubt=_SILENT),
    Reason("spam", "广告或者重复提交", answered=False, cite=_STUDIED, doubt=_SILENT),
    Reason("forbidden_content", "法律、行政法规禁止公开的内容", answered=False, cite=Cite("条例", 14)),
)

_STATES = {row.key: row for row in STATES}
_REASONS = {row.key: row for row in HIDING}
_CHANNELS = {row.key: row for row in CHANNELS}


def state(key: str) -> State:
    """The state of that key; raises KeyError."""
    return _STATES[key]  # type: ignore[index]  # an unknown key raises, as said


def reason(key: str) -> Reason:
    """The reason of that key; raises KeyError."""
    return _REASONS[key]  # type: ignore[index]  # an unknown key raises, as said


def channel(key: str) -> Channel:
    """The way of that key; raises KeyError."""
    return _CHANNELS[key]  # type: ignore[index]  # an unknown key raises, as said


def move_from(start: str, key: MoveKey, on: date) -> Move | None:
    """The move that the law of the day ``on`` leaves open from a state; None where it does not."""
    return next((row for row in rows_in_force(MOVES, on) if row.start == start and row.key == key), None)


def needs_answer(state_key: str, reason_key: str) -> bool:
    """Whether the published outcome must answer a contribution: all but what is hidden as no opinion on the matter."""
    return state_key != "hidden" or reason(reason_key).answered
