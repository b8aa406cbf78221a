"""How the clock counts where the law is silent: rows with their doubt, shown with every answer that rests on them."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_OGI = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))


@dataclass(frozen=True, slots=True)
class Convention:
    """One way of counting. ``cite`` is the provision that leaves it open, ``doubt`` says what is open."""

    key: str
    rule: str
    doubt: str
    cite: Cite
    in_force: InForce

    def __str__(self) -> str:
        return f"{self.rule}：{self.doubt}"


@dataclass(frozen=True, slots=True)
class ConsultationDays:
    """Which ends of a consultation belong to the time not counted; an organ may keep its own row."""

    includes_day_asked: bool
    includes_day_answered: bool
    doubt: str
    cite: Cite
    in_force: InForce


CONSULTATION_DAYS = ConsultationDays(
    includes_day_asked=False,
    includes_day_answered=True,
    doubt="《条例》只说所需时间不计算在内，没有写明起止；这里自征求意见次日起，到收到意见之日或者十五个工作日届满之日止",
    cite=Cite("条例", 33, 3),
    in_force=_OGI,
)

CONVENTIONS: tuple[Convention, ...] = (
    Convention("first_day", "起算日当天不计，从下一个工作日数起", "《条例》没有写明，参照民事诉讼关于期间的规定", Cite("条例", 33, 2), _OGI),
    Convention("opinion_from_receipt", "提出意见的十五个工作日自收到征求意见书之日起算；没有收到日期的，自发出之日起算", "没有收到日期时如何起算，《条例》没有写明", Cite("条例", 32), _OGI),
    Convention("overlap", "同时征求几方意见的，重叠的日子只扣除一次", "《条例》没有写明", Cite("条例", 33, 3), _OGI),
    Convention("restart", "期限重新起算的，此前的延长、延迟和征求意见一律不再计入，尚未答复的征求意见也不再扣除", "《条例》只说自收到补正的申请之日起计算；对重新起算时仍在进行的征求意见没有规定，这里取较早的日期", Cite("条例", 30), _OGI),
    Convention("reasons", "要求申请人说明理由，不停止计算答复期限", "《条例》没有规定说明理由的期限，也没有规定停止计算", Cite("条例", 35), _OGI),
    Convention("late_correction", "超过补正期限收到补正的，行政机关收下即视为申请人有正当理由，期限重新起算", "《条例》只说无正当理由逾期不补正的视为放弃，没有规定有正当理由时怎样办", Cite("条例", 30), _OGI),
    Convention("ordered_date", "行政复议决定、裁判写明重新答复期限的，以写明的日期为准，不再延长、延迟，也不扣除征求意见的时间", "《条例》没有规定被纠正以后怎样计算期限；《行政诉讼法》《复议法》只说判决、责令重新作出或者在一定期限内履行", Cite("行政诉讼法", 70), _OGI),
    Convention("one_fee", "同一件申请只发一次收费通知", "办法禁止按两种标准重复计算，没有明文说只通知一次", Cite("信息处理费办法", 3), _FEES),
    Convention("old_site", "已经在旧网站公开的信息，迁入时不重新计算公开期限，公开之日是在旧网站公开之日", "《条例》没有规定网站迁移；期限自形成或者变更之日起算，迁入之日与它无关", Cite("条例", 26), _OGI),
    Convention("withdrawal", "申请人撤回申请的，不再计算期限，计入其他处理", "《条例》没有规定撤回", Cite("条例", 27), _OGI),
)

_BY_KEY = {row.key: row for row in CONVENTIONS}


def convention(key: str) -> Convention:
    """The convention ``key``; raises KeyError for an unknown one."""
    return _BY_KEY[key]
