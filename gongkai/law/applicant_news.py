"""TABLE of what applicants are told by e-mail or text message while their request is worked on, if they wish: no letter, no service.

The words name no person, nothing that is asked for and no outcome. Not here: the letters themselves (``letters``), whose sending
and arrival alone count for the clock.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.case_notices import NoticeKey
from gongkai.law.case_states import MoveKey, StateKey
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

NewsKey = Literal[
    "receipt_confirmed", "correction_wanted", "extension_told", "delay_told", "reasons_wanted", "payment_wanted", "consulting",
    "reply_sent", "begun_anew", "correction_ends", "payment_ends",
]

_SINCE_2019 = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))
_EXTRA = "法律没有要求另发邮件、短信；申请人愿意的才发，不是送达，不影响期限"


@dataclass(frozen=True, slots=True)
class News:
    """One occasion. ``moves`` bring it about, or, where ``waits`` is a state, that ``left`` working days are left in it.

    ``words`` go out; ``until`` is added where the applicant's last day is known, with {} for the day. ``notice``: told once for
    each notice of that kind; otherwise once in each round.
    """

    key: NewsKey
    label: str
    words: str
    moves: tuple[MoveKey, ...]
    cite: Cite
    notice: NoticeKey | None = None
    until: str = ""
    waits: StateKey | None = None
    left: int | None = None
    in_force: InForce = _SINCE_2019
    doubt: str = _EXTRA


_UNTIL = "，最迟{}"

NEWS: tuple[News, ...] = (
    News("receipt_confirmed", "确认收到", "已经确认收到，开始办理", ("confirm_receipt",), Cite("条例", 31)),
    News("correction_wanted", "补正告知", "需要您补正", ("ask_clarification",), Cite("条例", 30), "clarification", _UNTIL),
    News("extension_told", "延期告知", "有新进展，延期的告知书已经发出", ("tell_extension",), Cite("条例", 33, 2), "extension"),
    News("delay_told", "延迟答复告知", "有新进展，延迟答复的告知书已经发出", ("tell_delay",), Cite("条例", 35), "delay"),
    News("reasons_wanted", "说明理由告知", "需要您说明理由", ("ask_reasons",), Cite("条例", 35), "reasons"),
    News("payment_wanted", "收费通知", "有一份收费通知书需要您看", ("send_fee",), Cite("信息处理费办法", 6), "fee", _UNTIL, in_force=_FEES),
    News("consulting", "开始征求意见", "有新进展，正在征求有关方面的意见，所需时间不计入期限",
         ("consult_third_party", "consult_joint_organ", "consult_other_organ"), Cite("条例", 33, 3)),
    News("reply_sent", "答复发出", "答复已经发出", ("serve_reply",), Cite("条例", 36)),
    News("begun_anew", "重新办理", "有新进展，已经开始重新办理", ("reopen",), Cite("行政诉讼法", 70)),
    News("correction_ends", "补正期限将满", "还在等您补正", (), Cite("条例", 30), "clarification", _UNTIL, "awaiting_correction", 2),
    News("payment_ends", "缴费期限将满", "还在等您缴费", (), Cite("信息处理费办法", 6), "fee", _UNTIL, "awaiting_payment", 2, _FEES),
)  # fmt: skip

_BY_KEY = {row.key: row for row in NEWS}


def news(key: str) -> News:
    """The occasion of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]  # an unknown key raises, as said


def news_of(move: str, on: date) -> News | None:
    """What a move gives the applicant to know; None for most moves."""
    return next((row for row in rows_in_force(NEWS, on) if move in row.moves), None)


def news_of_waiting(on: date) -> tuple[News, ...]:
    """The reminders of what the applicant still has to do."""
    return tuple(row for row in rows_in_force(NEWS, on) if row.waits)
