"""TABLE of the ways in which a letter reaches a person, and which fact fixes the day for the organ and the day for the person.

The organ is in time by one day (the signature, or the posting); periods of whoever receives run from the day of receipt.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

WayKey = Literal["direct", "entrusted", "post", "electronic"]
Fact = Literal["sent", "received"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_FOURTH = Cite("送达解释", part="第四点")
_OLDER = "该解释作于2016年，2019年修订后的《条例》没有另行规定"


@dataclass(frozen=True, slots=True)
class ServiceWay:
    """One way. ``in_time_by``: the fact by which the organ's own period is judged. ``proof``: what shows it."""

    key: WayKey
    label: str
    in_time_by: Fact
    proof: str
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _OLDER


WAYS: tuple[ServiceWay, ...] = (
    ServiceWay("direct", "直接送达", "received", "申请人及其法定代理人签收的送达回证", _FOURTH),
    ServiceWay("entrusted", "委托其他行政机关代为送达", "received", "申请人及其法定代理人签收的送达回证", _FOURTH),
    ServiceWay("post", "邮寄送达（通过邮政企业）", "sent", "邮件号码和邮政企业的交寄凭证", _FOURTH),
    ServiceWay("electronic", "以电子数据送达", "sent", "发送记录", Cite("条例", 40), doubt="送达解释没有列电子送达，按申请人要求的形式提供；以发出之日为准系参照邮寄推定"),
)

_BY_KEY = {row.key: row for row in WAYS}


def service_way(key: str) -> ServiceWay:
    """The way of that key; raises KeyError."""
    return _BY_KEY[key]  # type: ignore[index]  # an unknown key raises, as said


def day_of_organ(way: ServiceWay, *, sent: date, received: date | None) -> date | None:
    """The day by which the organ is in time; None where it hangs on a receipt that is not known yet."""
    return sent if way.in_time_by == "sent" else received
