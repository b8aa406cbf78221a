"""TABLE of statutory periods: how long, in which unit, counted from what, by which article, in force when.

Not here: how a request's periods follow on one another (``deadlines``), which other laws change the time of publication
(``catalogue.limits``), and what a working day is (``workdays``).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, NoRuleInForce
from gongkai.law.units import Days, Workdays
from gongkai.law.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Months:
    """A number of months: ends on the day of the same number, or on the month's last day where there is none."""

    number: int

    def __str__(self) -> str:
        return f"{self.number}个月"


@dataclass(frozen=True, slots=True)
class YearlyDate:
    """A date of every year, itself included."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"每年{self.month}月{self.day}日前"


@dataclass(frozen=True, slots=True)
class NotFixed:
    """No length in the instrument; ``by`` says who sets it."""

    by: str

    def __str__(self) -> str:
        return f"没有规定，由{self.by}确定"


Length = Workdays | Days | Months | YearlyDate | NotFixed


@dataclass(frozen=True, slots=True)
class CarryOver:
    """The rule that a period counted in days or months does not end on a day off."""

    cite: Cite
    in_force: InForce
    doubt: str


@dataclass(frozen=True, slots=True)
class Period:
    """One statutory period. ``starts_on`` names the day it is counted from.

    ``bound``: acting is in time up to the last day, or only after a period that must be allowed. ``carries_over`` is
    the rule by which a last day that is a day off moves to the next working day, if there is one.
    """

    key: str
    title: str
    length: Length
    starts_on: str
    cite: Cite
    in_force: InForce
    bound: Literal["at_most", "at_least"] = "at_most"
    carries_over: CarryOver | None = None
    doubt: str = ""


_OGI = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))
_DECISIONS = InForce(date(2019, 9, 1))
_INDICATORS = InForce(date(2021, 12, 31))
_RECONSIDERATION = InForce(date(2024, 1, 1))
_RECONSIDERATION_BEFORE = InForce(date(2018, 1, 1), date(2023, 12, 31))
_LITIGATION = InForce(date(2017, 7, 1))

CARRY_OVER = CarryOver(Cite("民事诉讼法", 85, 3), InForce(date(2024, 1, 1)), "经《复议法》第八十八条、《行政诉讼法》第一百零一条适用；条文凭记忆，未核对原文。此前的文本同义，条序不同")

PERIODS: tuple[Period, ...] = (
    # Proactive disclosure
    Period("publish", "主动公开", Workdays(20), "政府信息形成或者变更之日", Cite("条例", 26), _OGI),
    Period("interpret", "发布政策解读", Workdays(3), "政策文件公开之日", Cite("政务公开实施细则"), InForce(date(2019, 5, 15)), doubt="按2016年郑州市的转发核对，原文凭记忆"),
    Period("answer_interview", "答复在线访谈没有来得及回答的提问", Workdays(15), "访谈结束之日", Cite("网站发展指引", part="互动交流部分"), _OGI, doubt="没有核对到期限；十五个工作日是系统的默认，机关可以另定"),
    # A request
    Period("clarify", "一次性告知补正", Workdays(7), "收到申请之日", Cite("条例", 30), _OGI),
    Period("correct", "申请人补正", NotFixed("行政机关在补正告知书中合理"), "申请人收到补正告知书之日", Cite("条例", 30), _OGI, doubt="起算日《条例》没有写明"),
    Period("answer", "答复申请", Workdays(20), "收到申请之日", Cite("条例", 33, 2), _OGI),
    Period("answer_after_correction", "补正后答复申请", Workdays(20), "收到补正的申请之日", Cite("条例", 30), _OGI),
    Period("extend", "延长答复期限", Workdays(20), "原期限届满之日", Cite("条例", 33, 2), _OGI),
    Period("third_party_opinion", "第三方提出意见", Workdays(15), "收到征求意见书之日", Cite("条例", 32), _OGI),
    Period("other_organ_opinion", "其他机关提出意见", NotFixed("征求意见的行政机关"), "收到征求意见函之日", Cite("条例", 33, 3), _OGI),
    Period("joint_organ_opinion", "共同制作机关提出意见", Workdays(15), "收到征求意见书之日", Cite("条例", 34), _OGI),
    Period("delayed_answer", "延迟答复", NotFixed("行政机关按合理期限"), "告知申请人之日", Cite("条例", 35), _OGI),
    Period("pay_fee", "缴纳信息处理费", Workdays(20), "收到收费通知之日", Cite("信息处理费办法", 6), _FEES),
    Period("answer_after_payment", "缴费后答复申请", Workdays(20), "缴清费用之日", Cite("信息处理费办法", 6), _FEES, doubt="“自缴费次日起重新计算”凭记忆，条款序号未核对原文"),
    Period("answer_after_remedy", "被纠正后重新答复", Workdays(20), "收到行政复议决定书、生效裁判文书之日", Cite("条例", 33, 2), _OGI, doubt="决定、裁判写明期限的从其期限；没有写明的，按《条例》的答复期限计算，系推定"),
    # The annual report
    Period("report_of_department", "县级以上人民政府部门提交并公布年度报告", YearlyDate(1, 31), "上一年度终了", Cite("条例", 49, 1), _OGI),
    Period("report_of_government", "县级以上地方人民政府公布年度报告", YearlyDate(3, 31), "上一年度终了", Cite("条例", 49, 2), _OGI),
    Period("report_of_township", "乡镇人民政府、街道办事处公布年度报告", NotFixed("县级政府信息公开工作主管部门"), "上一年度终了", Cite("条例", 49), _OGI, doubt="《条例》没有规定乡镇的日期"),
    # Remedies
    Period("apply_for_reconsideration", "申请行政复议", Days(60), "知道或者应当知道行政行为之日", Cite("复议法", 20, 1), _RECONSIDERATION, carries_over=CARRY_OVER),
    Period("apply_for_reconsideration", "申请行政复议", Days(60), "知道行政行为之日", Cite("复议法（2017年修正）", 9, 1), _RECONSIDERATION_BEFORE, carries_over=CARRY_OVER),
    Period("answer_reconsideration", "被申请人答复（普通程序）", Workdays(10), "收到复议申请书副本之日", Cite("复议法", 48), _RECONSIDERATION),
    Period("answer_reconsideration_simple", "被申请人答复（简易程序）", Workdays(5), "收到复议申请书副本之日", Cite("复议法", 54, 1), _RECONSIDERATION),
    Period("decide_reconsideration", "作出复议决定（普通程序）", Days(60), "受理申请之日", Cite("复议法", 62, 1), _RECONSIDERATION, carries_over=CARRY_OVER),
    Period("extend_reconsideration", "延长复议期限", Days(30), "原期限届满之日", Cite("复议法", 62, 1), _RECONSIDERATION, carries_over=CARRY_OVER),
    Period("decide_reconsideration_simple", "作出复议决定（简易程序）", Days(30), "受理申请之日", Cite("复议法", 62, 2), _RECONSIDERATION, carries_over=CARRY_OVER),
    Period("sue_where_reconsideration_is_required", "复议前置案件不予受理、驳回或者逾期不答复后起诉", Days(15), "收到决定书之日或者复议期限届满之日", Cite("复议法", 34), _RECONSIDERATION, carries_over=CARRY_OVER),
    Period("sue_after_reconsideration", "复议后起诉", Days(15), "收到复议决定书之日或者复议期满之日", Cite("行政诉讼法", 45), _LITIGATION, carries_over=CARRY_OVER),
    Period("sue_directly", "直接起诉", Months(6), "知道或者应当知道作出行政行为之日", Cite("行政诉讼法", 46, 1), _LITIGATION, carries_over=CARRY_OVER),
    Period("answer_lawsuit", "被告提交证据、依据和答辩状", Days(15), "收到起诉状副本之日", Cite("行政诉讼法", 67, 1), _LITIGATION, carries_over=CARRY_OVER),
    # Major decisions
    Period("public_consultation", "重大行政决策公开征求意见", Days(30), "公布决策草案之日", Cite("决策程序条例", 15, 1), _DECISIONS, bound="at_least"),
    Period("normative_consultation", "行政规范性文件公开征求意见", Workdays(7), "公布草案之日", Cite("法治政府示范指标", part="第24项"), _INDICATORS, bound="at_least", doubt="按地方网站转载的指标核对；国务院办公厅的通知未能核对原文"),
    Period("business_consultation", "与市场主体生产经营密切相关的行政规范性文件公开征求意见", Days(30), "公布草案之日", Cite("法治政府示范指标", part="第24项"), _INDICATORS, bound="at_least", doubt="按地方网站转载的指标核对；国务院办公厅的通知未能核对原文"),
    Period("hearing_papers", "听证会材料送达听证参加人", Days(7), "送达之日", Cite("决策程序条例", 16, 3), _DECISIONS, bound="at_least"),
    Period("legality_review", "重大行政决策合法性审查", Workdays(7), "送请审查之日", Cite("决策程序条例", 26, 2), _DECISIONS, bound="at_least"),
)

_TITLES = {row.key: row.title for row in PERIODS}
_ROWS = {key: tuple(row for row in PERIODS if row.key == key) for key in _TITLES}


def period(key: str, on: date) -> Period:
    """The period ``key`` as it stood on the day ``on``; raises NoRuleInForce, or KeyError for an unknown key."""
    title = _TITLES[key]
    rows = _ROWS[key]
    for row in rows:
        if row.in_force.covers(on):
            return row
    raise NoRuleInForce(f"“{title}”的期限规定自{known_since(key).isoformat()}起施行，没有收录{on.isoformat()}适用的规定")


def known_since(key: str) -> date:
    """The first day for which the period ``key`` is kept here; raises KeyError."""
    return min(row.in_force.since for row in _ROWS[key])


def workdays_of(key: str, on: date) -> int:
    """The length of a period that is counted in working days; raises TypeError if it is not."""
    length = period(key, on).length
    if not isinstance(length, Workdays):
        raise TypeError(f"“{_TITLES[key]}”不以工作日计算：{length}")
    return length.number


def last_day(row: Period, start: date, calendar: Calendar) -> date:
    """The last day of the period counted from ``start``, which is itself not counted.

    Raises TypeError for a length that the instrument leaves open, CalendarNotPublished outside the calendar.
    """
    match row.length:
        case Workdays(number):
            return calendar.add(start, number)
        case Days(number):
            end = start + timedelta(days=number)
        case Months(number):
            end = months_later(start, number)
        case YearlyDate(month, day):
            end = date(start.year + (start > date(start.year, month, day)), month, day)
        case NotFixed():
            raise TypeError(f"“{row.title}”的期限{row.length}")
    if row.carries_over and not calendar.is_workday(end):
        return calendar.add(end, 1)
    return end


def months_later(start: date, number: int) -> date:
    """The day so many months later: of the same number, or the month's last where there is none."""
    years, month = divmod(start.month - 1 + number, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
