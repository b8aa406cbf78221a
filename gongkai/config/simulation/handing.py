"""What the departments of the organ hand in through the year for 表二: numbers of decisions, fees; one put right, one struck out."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from gongkai.agencies.actions import add_department
from gongkai.agencies.models import Department
from gongkai.annual_reports.actions import Handed, enter_return, strike_return
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.config.simulation.draw import Draw, after
from gongkai.config.simulation.house import House
from gongkai.config.simulation.plan import Plan
from gongkai.config.simulation.told import Returned

ENFORCEMENT, FINANCE = "综合行政执法办公室", "财政所"
CODES = {ENFORCEMENT: "sim-enforcement", FINANCE: "sim-finance"}
QUARTERS = ((1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31))
"""First month, last month and its last day."""
MOST = {"permits": 30, "penalties": 25, "compulsory_measures": 4}
FEES = "administrative_fees_wan_yuan"


def set_up_departments(house: House, now: datetime) -> None:
    """The two departments, made where the organ has none of that name."""
    there = Department.objects.filter(agency=house.agency, name__in=CODES, until=None)
    house.departments = {row.name: row for row in there}
    for name, code in CODES.items():
        if name not in house.departments:
            more = {"code": code, "name": name, "since": house.agency.since}
            house.departments[name] = add_department(
                agency=house.agency, **more, **house.acting("administrator", now)
            )


@dataclass(slots=True)
class Slip:
    """One number as it is handed in."""

    department: str
    line: str
    first_day: date
    last_day: date
    figure: Decimal
    pk: int = 0

    @property
    def row(self) -> DepartmentReturn:
        """As it was kept."""
        return DepartmentReturn.objects.get(pk=self.pk)

    def enter(self, house: House, now: datetime, *, replaces: "Slip | None" = None) -> None:
        """The clerk enters it, in the place of a wrong one or as it is."""
        department = house.departments[self.department]
        handed = Handed(self.line, self.first_day, self.last_day, self.figure, department)
        self.pk = enter_return(
            agency=house.agency,
            handed=handed,
            replaces=replaces.row if replaces else None,
            **house.clerk(now),
        ).pk

    def strike(self, house: House, now: datetime) -> None:
        """The clerk strikes it out."""
        reason = "部门说明报错了项目"
        strike_return(returned=self.row, reason=reason, **house.clerk(now))


def handing(draw: Draw) -> Plan:
    """Quarter by quarter, the last one in the new year."""
    plan = Plan()
    for line, most in MOST.items():
        for quarter in QUARTERS:
            _hand_in(draw, plan, _slip(draw, line, quarter, Decimal(draw.number(0, most))))
    amount = Decimal(draw.number(1_000, 90_000)) / 10_000
    fees = Slip(FINANCE, FEES, draw.first, draw.last, amount)
    _hand_in(draw, plan, fees)
    return plan


def _slip(draw: Draw, line: str, quarter: tuple[int, int, int], figure: Decimal) -> Slip:
    first, last, day = quarter
    return Slip(ENFORCEMENT, line, date(draw.year, first, 1), date(draw.year, last, day), figure)


def _hand_in(draw: Draw, plan: Plan, slip: Slip) -> None:
    """Entered some days after its span; now and then wrong at first: replaced, or struck out and entered again."""
    on = after(slip.last_day, draw.number(2, 9))
    how = draw.weighed((("right", 8), ("replaced", 1), ("struck", 1)))
    if how == "right":
        _enter(plan, slip, on)
        return
    wrong = Slip(slip.department, slip.line, slip.first_day, slip.last_day, slip.figure + 5)
    again = after(on, draw.number(1, 6))
    _enter(plan, wrong, on, ended_on=again)
    if how == "struck":
        plan.at(again, 10, "作废部门数据", wrong.strike)
        _enter(plan, slip, again)
    else:
        _enter(plan, slip, again, replaces=wrong)


def _enter(
    plan: Plan, slip: Slip, on: date, ended_on: date | None = None, replaces: Slip | None = None
) -> None:
    plan.at(on, 11, "填报部门数据", partial(slip.enter, replaces=replaces))
    told = Returned(slip.line, slip.first_day, slip.last_day, slip.figure, on, ended_on)
    plan.facts.append(told)
