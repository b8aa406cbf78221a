"""TABLE of when an office is reminded of its annual report: a practice, no rule of law."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.periods import YearlyDate
from gongkai.law.units import Workdays

_OGI = InForce(date(2019, 5, 15))
_PRACTICE = "法律没有规定提前多久提醒"


@dataclass(frozen=True, slots=True)
class ReportReminder:
    """When: on a day of the year that is reported on (``prepare``), or so many working days before the last day (``left``)."""

    key: str
    when: YearlyDate | Workdays
    says: str
    cite: Cite = Cite("条例", 49)
    in_force: InForce = _OGI
    doubt: str = _PRACTICE


PREPARE = ReportReminder("prepare", YearlyDate(12, 1), "年底将近，请补齐还不能计入年报的记录，催各部门报数")
REPORT_REMINDERS: tuple[ReportReminder, ...] = (
    PREPARE,
    ReportReminder("twenty_left", Workdays(20), "请填好数据、写好各章，送复核"),
    ReportReminder("ten_left", Workdays(10), "请尽快复核、签发"),
    ReportReminder("three_left", Workdays(3), "再不签发公布就要逾期"),
    ReportReminder("on_the_day", Workdays(0), "今天是最后一日"),
)


def reminder_due(left: int) -> ReportReminder | None:
    """The last reminder that is due when so many working days are left; None while none is, or when the day is over."""
    reached = [row for row in REPORT_REMINDERS if isinstance(row.when, Workdays) and 0 <= left <= row.when.number]
    return reached[-1] if reached else None


def is_preparing(today: date) -> bool:
    """Whether the report of this year is to be prepared already."""
    day = PREPARE.when
    return isinstance(day, YearlyDate) and (today.month, today.day) >= (day.month, day.day)
