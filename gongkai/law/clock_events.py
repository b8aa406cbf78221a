"""What can happen to a request that matters to its clock: immutable events, and the table of their kinds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


class IllegalEvent(ValueError):
    """An event that the law does not allow at this point; ``cite`` is the provision it goes against."""

    def __init__(self, text: str, cite: Cite) -> None:
        super().__init__(f"{text}（{cite}）")
        self.cite = cite


class Kind(StrEnum):
    """The kinds of event, by the names of the contract."""

    CLARIFY_SENT = "clarify_sent"
    CLARIFY_RECEIVED = "clarify_received"
    EXTEND = "extend"
    THIRD_PARTY_ASKED = "third_party_asked"
    THIRD_PARTY_RECEIVED = "third_party_received"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    JOINT_ORGAN_ASKED = "joint_organ_asked"
    JOINT_ORGAN_RECEIVED = "joint_organ_received"
    JOINT_ORGAN_ANSWERED = "joint_organ_answered"
    OTHER_ORGAN_ASKED = "other_organ_asked"
    OTHER_ORGAN_RECEIVED = "other_organ_received"
    OTHER_ORGAN_ANSWERED = "other_organ_answered"
    FEE_NOTICED = "fee_noticed"
    FEE_PAID = "fee_paid"
    REASONS_ASKED = "reasons_asked"
    REASONS_RECEIVED = "reasons_received"
    DELAY_FIXED = "delay_fixed"
    WITHDRAWN = "withdrawn"
    REPLIED = "replied"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class EventRule:
    """A kind of event: its name for people, which day it carries, and what it needs besides.

    ``takes``: "days" may give a number of working days, "until" must give a date, "until?" may.
    """

    kind: Kind
    label: str
    day: str
    takes: Literal["", "days", "until", "until?"]
    cite: Cite
    in_force: InForce


_OGI = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))

EVENT_RULES: tuple[EventRule, ...] = (
    EventRule(Kind.CLARIFY_SENT, "告知补正", "申请人收到补正告知书之日", "days", Cite("条例", 30), _OGI),
    EventRule(Kind.CLARIFY_RECEIVED, "收到补正", "行政机关收到补正的申请之日", "", Cite("条例", 30), _OGI),
    EventRule(Kind.EXTEND, "延长答复期限", "告知申请人之日", "days", Cite("条例", 33, 2), _OGI),
    EventRule(Kind.THIRD_PARTY_ASKED, "征求第三方意见", "发出征求意见书之日", "", Cite("条例", 32), _OGI),
    EventRule(Kind.THIRD_PARTY_RECEIVED, "第三方收到征求意见书", "第三方收到之日", "", Cite("条例", 32), _OGI),
    EventRule(Kind.THIRD_PARTY_ANSWERED, "第三方提出意见", "收到第三方意见之日", "", Cite("条例", 32), _OGI),
    EventRule(Kind.JOINT_ORGAN_ASKED, "征求共同制作机关意见", "发出征求意见书之日", "", Cite("条例", 34), _OGI),
    EventRule(Kind.JOINT_ORGAN_RECEIVED, "共同制作机关收到征求意见书", "共同制作机关收到之日", "", Cite("条例", 34), _OGI),
    EventRule(Kind.JOINT_ORGAN_ANSWERED, "共同制作机关提出意见", "收到共同制作机关意见之日", "", Cite("条例", 34), _OGI),
    EventRule(Kind.OTHER_ORGAN_ASKED, "征求其他机关意见", "发出征求意见函之日", "", Cite("条例", 33, 3), _OGI),
    EventRule(Kind.OTHER_ORGAN_RECEIVED, "其他机关收到征求意见函", "其他机关收到之日", "", Cite("条例", 33, 3), _OGI),
    EventRule(Kind.OTHER_ORGAN_ANSWERED, "其他机关提出意见", "收到其他机关意见之日", "", Cite("条例", 33, 3), _OGI),
    EventRule(Kind.FEE_NOTICED, "通知缴费", "申请人收到收费通知之日", "", Cite("信息处理费办法", 6), _FEES),
    EventRule(Kind.FEE_PAID, "缴费", "申请人缴清费用之日", "", Cite("信息处理费办法", 6), _FEES),
    EventRule(Kind.REASONS_ASKED, "要求说明理由", "要求申请人说明理由之日", "", Cite("条例", 35), _OGI),
    EventRule(Kind.REASONS_RECEIVED, "收到理由", "收到申请人说明的理由之日", "", Cite("条例", 35), _OGI),
    EventRule(Kind.DELAY_FIXED, "确定延迟答复", "告知申请人之日", "until", Cite("条例", 35), _OGI),
    EventRule(Kind.WITHDRAWN, "撤回申请", "申请人撤回之日", "", Cite("条例", 27), _OGI),
    EventRule(Kind.REPLIED, "答复", "答复送达或者交邮之日", "", Cite("条例", 33, 2), _OGI),
    EventRule(Kind.REOPENED, "被纠正，重新答复", "收到行政复议决定书、生效裁判文书之日", "until?", Cite("行政诉讼法", 70), _OGI),
)

_RULES = {rule.kind: rule for rule in EVENT_RULES}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on ``day``.

    ``days``: working days given (``clarify_sent``, ``extend``). ``until``: the date fixed (``delay_fixed``, ``reopened``). ``sent``:
    when the notice of ``clarify_sent`` left the organ, if known; its seven days are judged by it. ``party`` tells several
    parties of one kind of consultation apart. Raises ValueError for what its kind does not take.
    """

    kind: Kind
    day: date
    days: int | None = None
    until: date | None = None
    sent: date | None = None
    party: str = ""

    def __post_init__(self) -> None:
        takes = self.rule.takes
        if self.days is not None and takes != "days":
            raise ValueError(f"{self.kind} 后面不带天数，得到 {self.days}")
        if self.until is not None and takes not in {"until", "until?"}:
            raise ValueError(f"{self.kind} 后面不带日期，得到 {self.until.isoformat()}")
        if self.until is None and takes == "until":
            raise IllegalEvent(f"{self.kind} 应写明延迟到哪一天", self.rule.cite)
        if self.days is not None and self.days < 1:
            raise IllegalEvent(f"{self.kind} 的天数应为 1 以上，得到 {self.days}", self.rule.cite)
        if self.sent is not None and self.kind is not Kind.CLARIFY_SENT:
            raise ValueError(f"{self.kind} 不带发出日期")

    @property
    def rule(self) -> EventRule:
        """The row of the event's kind."""
        return _RULES[self.kind]
