"""The day a request counts as received, by the channel it came through (art. 31)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.steps import Step, without_weekday

Channel = Literal["counter", "signed_post", "ordinary_post", "internet", "fax"]
Decider = Literal["submitted", "signed", "confirmed"]

_OGI = InForce(date(2019, 5, 15))
_DECIDERS = {"submitted": "提交", "signed": "签收", "confirmed": "与申请人确认"}


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """One channel: which fact fixes the day of receipt, and whether it must be confirmed on the day it arrives."""

    channel: Channel
    label: str
    decided_by: Decider
    confirm_on_arrival: bool
    cite: Cite
    in_force: InForce

    @property
    def rule(self) -> str:
        """Which day counts, in words: 以提交之日为收到申请之日."""
        return f"以{_DECIDERS[self.decided_by]}之日为收到申请之日"


CHANNELS: tuple[ChannelRule, ...] = (
    ChannelRule("counter", "当面提交", "submitted", False, Cite("条例", 31, None, 1), _OGI),
    ChannelRule("signed_post", "邮寄（签收）", "signed", False, Cite("条例", 31, None, 2), _OGI),
    ChannelRule("ordinary_post", "平常信函等无需签收的邮寄", "confirmed", True, Cite("条例", 31, None, 2), _OGI),
    ChannelRule("internet", "互联网渠道", "confirmed", False, Cite("条例", 31, None, 3), _OGI),
    ChannelRule("fax", "政府信息公开工作机构的传真", "confirmed", False, Cite("条例", 31, None, 3), _OGI),
)

_BY_CHANNEL = {rule.channel: rule for rule in CHANNELS}


class NotYetReceived(ValueError):
    """The fact that fixes the day of receipt is not known yet; ``cite`` is the provision that asks for it."""

    def __init__(self, rule: ChannelRule) -> None:
        super().__init__(f"{rule.label}的申请以{_DECIDERS[rule.decided_by]}之日为收到之日，尚无此日期（{rule.cite}）")
        self.cite = rule.cite


def receipt(
    channel: Channel,
    *,
    submitted: date | None = None,
    arrived: date | None = None,
    signed: date | None = None,
    confirmed: date | None = None,
) -> Step:
    """The step whose date is the day of receipt, from the dates known of a request that came through ``channel``.

    ``submitted`` is the day it was handed over or sent, ``arrived`` the day it reached the organ, ``signed`` the day the
    organ signed for it, ``confirmed`` the day organ and applicant confirmed it to each other. Raises NotYetReceived if
    the date that decides is missing, ValueError if a request was confirmed before it arrived.
    """
    rule = _BY_CHANNEL[channel]
    received = {"submitted": submitted, "signed": signed, "confirmed": confirmed}[rule.decided_by]
    if received is None:
        raise NotYetReceived(rule)
    if arrived and confirmed and confirmed < arrived:
        raise ValueError(f"确认之日（{confirmed.isoformat()}）早于到达之日（{arrived.isoformat()}）")
    text = f"{rule.label}的申请，以{_DECIDERS[rule.decided_by]}之日（{without_weekday(received)}）为收到申请之日。"
    if rule.confirm_on_arrival and arrived and received > arrived:
        text += f"应当在信函到达的当日（{without_weekday(arrived)}）与申请人确认，实际晚了{(received - arrived).days}天。"
    return Step(received, text, rule.cite)
