"""TABLE of who publishes the annual report until when, and the last day that follows for one year's report."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.catalogue.item import OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.periods import NotFixed, YearlyDate, period

_OGI = InForce(date(2019, 5, 15))


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """Organs of these kinds publish by the period of that key."""

    organs: tuple[OrganKind, ...]
    period: str
    cite: Cite
    in_force: InForce = _OGI
    doubt: str = ""


REPORT_DUTIES: tuple[ReportDuty, ...] = (
    ReportDuty(("central_department", "provincial_department", "city_department", "county_department"), "report_of_department", Cite("条例", 49, 1)),
    ReportDuty(("provincial_government", "city_government", "county_government"), "report_of_government", Cite("条例", 49, 2)),
    ReportDuty(("township_government", "subdistrict_office"), "report_of_township", Cite("条例", 49),
               doubt="《条例》没有规定乡镇、街道的日期，由县级主管部门确定"),
    ReportDuty(("dispatched_office", "authorized_organization"), "report_of_department", Cite("条例", 54),
               doubt="第五十四条只说适用本条例；日期按部门计"),
)

COLLECTORS: tuple[OrganKind, ...] = ("provincial_government", "city_government", "county_government")
"""Governments whose office collects the reports of the organs below and publishes the report of the whole (art. 49)."""


def owes_report(kind: str) -> bool:
    """Whether organs of that kind publish a report."""
    return any(kind in row.organs for row in REPORT_DUTIES)


@dataclass(frozen=True, slots=True)
class ReportDue:
    """The last day for one year's report, or None where nobody has set it; ``because`` says why, for people."""

    day: date | None
    because: str
    cite: Cite | None


def report_due(kind: str, year: int, fixed: YearlyDate | None = None) -> ReportDue:
    """The last day for the report of ``year`` by an organ of that kind; ``fixed`` is the day the county has set for townships.

    Raises NoRuleInForce for years before the Regulations of 2019.
    """
    duty = next((row for row in REPORT_DUTIES if kind in row.organs), None)
    if duty is None:
        return ReportDue(None, "《条例》没有规定这类机关公布年度报告的日期", None)
    row = period(duty.period, date(year + 1, 1, 1))
    match row.length:
        case YearlyDate(month, day):
            return ReportDue(date(year + 1, month, day), f"{row.title}：{row.length}", row.cite)
        case NotFixed(by) if fixed is not None:
            return ReportDue(date(year + 1, fixed.month, fixed.day), f"{row.title}：{by}确定为{fixed}", row.cite)
        case NotFixed(by):
            return ReportDue(None, f"{row.title}的日期《条例》没有规定，{by}尚未在系统中登记", row.cite)
        case _:
            raise TypeError(f"“{row.title}”不是每年的某一日：{row.length}")
