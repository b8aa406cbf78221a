"""TABLE of the notices in the course of a request: which event of the clock each brings about, by which of its days, with whose approval.

Not here: how the letters are worded, and the reply itself.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.clock_events import Kind
from gongkai.law.in_force import InForce

NoticeKey = Literal["clarification", "extension", "reasons", "delay", "fee", "consultation_told", "disclosure_told"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_TOLD = "《条例》只说告知申请人，没有写明以发出还是收到为准；参照送达解释第四点"


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind. ``event``: what it brings about on the clock, None for nothing.

    ``on_receipt``: the event falls on the day the person received it; otherwise on the day by which the organ is in time.
    ``approved``: the head of the office must approve it first. ``takes``: a number of working days, or a date.
    """

    key: NoticeKey
    title: str
    to: Literal["applicant", "third_party"]
    event: Kind | None
    on_receipt: bool
    approved: bool
    takes: Literal["", "days", "until"]
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


NOTICES: tuple[Notice, ...] = (
    Notice("clarification", "补正告知书", "applicant", Kind.CLARIFY_SENT, True, False, "days", Cite("条例", 30),
           doubt="补正期限从申请人收到之日起算，《条例》没有写明"),
    Notice("extension", "延期答复告知书", "applicant", Kind.EXTEND, False, True, "days", Cite("条例", 33, 2), doubt=_TOLD),
    Notice("reasons", "说明理由告知书", "applicant", Kind.REASONS_ASKED, False, False, "", Cite("条例", 35), doubt=_TOLD),
    Notice("delay", "延迟答复告知书", "applicant", Kind.DELAY_FIXED, False, True, "until", Cite("条例", 35),
           doubt="《条例》没有要求批准，这里比照延长答复期限"),
    Notice("fee", "收费通知书", "applicant", Kind.FEE_NOTICED, True, True, "", Cite("信息处理费办法", 6), InForce(date(2021, 1, 1)),
           doubt="《条例》只说可以收取；这里要求写明理由并经批准"),
    Notice("consultation_told", "征求意见告知书（致申请人）", "applicant", None, False, False, "", Cite("条例", 33, 3),
           doubt="《条例》没有要求告知申请人正在征求意见，按宿政办函〔2021〕21号"),
    Notice("disclosure_told", "依申请公开告知书（致第三方）", "third_party", None, False, False, "", Cite("条例", 32)),
)

_BY_KEY = {row.key: row for row in NOTICES}


def notice(key: str) -> Notice:
    """The notice of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]  # an unknown key raises, as said
