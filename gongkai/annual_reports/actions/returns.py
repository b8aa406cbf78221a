"""What departments hand in: one number for one line and one span of days. A wrong one is replaced or struck out, never edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.annual_reports.compiling.returned import WHOLE, current, own_departments
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report.definitions import RETURN_LINES
from gongkai.law.annual_report.form import FORM_2021
from gongkai.law.citation import Cite
from gongkai.paperwork.contract_json import plain_decimal

ACT = "annual_reports.enter_returns"
LINES = {line.key: line for line in RETURN_LINES}
TABLE_TWO = Cite("年报格式", part="表二")
MOST, MOST_PLACES = Decimal(10) ** 11, 6


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed in. ``figure`` in 件, for fees in 万元; ``department`` None for the organ as a whole."""

    line: str
    first_day: date
    last_day: date
    figure: Decimal
    department: Department | None = None
    no_power: bool = False
    basis: str = ""

    @property
    def label(self) -> str:
        """The words of its line."""
        return LINES[self.line].label


@transaction.atomic
def enter_return(
    *,
    agency: Agency,
    handed: Handed,
    by: User,
    now: datetime,
    replaces: DepartmentReturn | None = None,
) -> DepartmentReturn:
    """Keep one number; ``replaces`` is the one that no longer counts. Raises NotAllowed or Refusal."""
    permit = require(by, ACT, agency)
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    return _keep(agency, handed, permit=permit, by=by, now=now, replaces=replaces)


@transaction.atomic
def import_returns(
    *, agency: Agency, rows: Mapping[int, Handed], file_name: str, by: User, now: datetime
) -> list[DepartmentReturn]:
    """Keep all the numbers of a file, or none of them; ``rows`` by line of the file. Raises NotAllowed or Refusal, which names the line."""
    permit = require(by, ACT, agency)
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    kept = []
    for number, handed in rows.items():
        try:
            kept.append(_keep(agency, handed, permit=permit, by=by, now=now, file_name=file_name))
        except Refusal as refusal:
            raise Refusal(
                f"第 {number} 行：{refusal.sentence}",
                cite=refusal.cite,
                next_step="改正文件后重新上传；这一次一行也没有导入",
            ) from refusal
    return kept


@transaction.atomic
def strike_return(
    *, returned: DepartmentReturn, reason: str, by: User, now: datetime
) -> DepartmentReturn:
    """No longer count a number; it stays on record. Raises NotAllowed or Refusal."""
    permit = require(by, ACT, returned.agency)
    _require_reach(returned.agency, returned.department, by)
    here = _locked(returned)
    if not reason.strip():
        raise Refusal("请写明作废的原因", cite=TABLE_TWO)
    _require_current(here)
    here.struck_at, here.struck_by_name, here.struck_reason = now, by.name, reason.strip()
    here.save(update_fields=("struck_at", "struck_by_name", "struck_reason"))
    _tell("annual_reports.strike_return", here, permit, now, reason=reason.strip())
    return here


def _keep(
    agency: Agency,
    handed: Handed,
    *,
    permit: Permit,
    by: User,
    now: datetime,
    replaces: DepartmentReturn | None = None,
    file_name: str = "",
) -> DepartmentReturn:
    require_shape(agency, handed, law_day(now))
    _require_reach(agency, handed.department, by)
    if replaces is not None:
        replaces = _locked(replaces)
        _require_reach(agency, replaces.department, by)
        _require_replaceable(agency, handed, replaces)
    _require_once(agency, handed, replaces)
    row = DepartmentReturn.objects.create(
        agency=agency,
        department=handed.department,
        line=handed.line,
        year=handed.first_day.year,
        first_day=handed.first_day,
        last_day=handed.last_day,
        figure=Decimal(0) if handed.no_power else handed.figure,
        no_power=handed.no_power,
        basis=handed.basis.strip(),
        source="imported" if file_name else "typed",
        file_name=file_name[:200],
        by_id=by.pk,
        by_name=by.name,
        at=now,
        replaces=replaces,
    )
    _tell("annual_reports.enter_return", row, permit, now)
    return row


def require_shape(agency: Agency, handed: Handed, today: date) -> None:
    """Refusal unless the line is one of the form's, the days in order and within one past year, the number one."""
    if handed.line not in LINES:
        raise Refusal(
            "没有这个项目，请从行政许可、行政处罚、行政强制、行政事业性收费里选", cite=TABLE_TWO
        )
    if handed.first_day > handed.last_day or handed.first_day.year != handed.last_day.year:
        raise Refusal("起止日期要在同一年之内，先后不能颠倒", cite=TABLE_TWO)
    if handed.first_day.year < FORM_2021.since.year:
        raise Refusal(
            f"现行格式从{FORM_2021.since.year}年度开始，以前的年度不在这里填报", cite=TABLE_TWO
        )
    if handed.first_day > today or (handed.last_day > today and not handed.no_power):
        raise Refusal("截止日期还没有到，等这段时间过完再填报", cite=TABLE_TWO)
    if handed.department is not None and handed.department.agency_id != agency.pk:
        raise Refusal("这个部门不是本机关的部门，请重新选择", cite=TABLE_TWO)
    _require_number(handed)


def _require_number(handed: Handed) -> None:
    figure = handed.figure
    if not figure.is_finite() or not 0 <= figure < MOST:
        raise Refusal("数量要是不小于 0 的数", cite=TABLE_TWO)
    if handed.line in WHOLE and figure != figure.to_integral_value():
        raise Refusal(f"{LINES[handed.line].label}按件数填，要是整数", cite=TABLE_TWO)
    if figure != round(figure, MOST_PLACES):
        raise Refusal(f"金额以万元为单位，最多 {MOST_PLACES} 位小数", cite=TABLE_TWO)
    if handed.no_power and figure:
        raise Refusal("没有这项职权的，数量只能是 0", cite=TABLE_TWO)


def _require_reach(agency: Agency, department: Department | None, by: User) -> None:
    """Who works in a department hands in for that department alone."""
    own = own_departments(agency, by)
    if own is not None and (department is None or department.pk not in own):
        raise Refusal("您的岗位在部门，只能填报本部门的数据", cite=TABLE_TWO)


def _require_once(agency: Agency, handed: Handed, replaces: DepartmentReturn | None) -> None:
    """No day of a line is counted twice: neither for one department, nor for a department and in the organ's sum."""
    same = current().filter(agency=agency, line=handed.line)
    if handed.department is not None:
        same = same.filter(Q(department=None) | Q(department=handed.department))
    same = same.filter(first_day__lte=handed.last_day, last_day__gte=handed.first_day)
    other = same.exclude(pk=replaces.pk if replaces else None).first()
    if other is not None:
        raise Refusal(
            f"{other.first_day}至{other.last_day}的{LINES[handed.line].label}已经报过（{other.by_name}），"
            "时段不能重叠",
            cite=TABLE_TWO,
            next_step="报错了的，在那一行按“更正”；时段不同的，改起止日期",
        )


def _locked(row: DepartmentReturn) -> DepartmentReturn:
    """The number as it stands now, locked until the transaction ends."""
    return DepartmentReturn.objects.select_for_update(of=("self",)).get(pk=row.pk)


def _require_replaceable(agency: Agency, handed: Handed, row: DepartmentReturn) -> None:
    """A number is replaced once, by one of the same organ, line and year."""
    _require_current(row)
    same = (agency.pk, handed.line, handed.first_day.year)
    if (row.agency_id, row.line, row.year) != same:
        raise Refusal(
            "只能代替同一机关、同一项目、同一年度的数据",
            cite=TABLE_TWO,
            next_step="项目或者年度报错了的，先把这一行作废，再重新填报",
        )


def _require_current(row: DepartmentReturn) -> None:
    if row.struck_at is not None or DepartmentReturn.objects.filter(replaces=row).exists():
        raise Refusal("这一行已经作废或者更正过，请刷新页面", cite=TABLE_TWO)


def _tell(
    act: str, row: DepartmentReturn, permit: Permit, now: datetime, *, reason: str = ""
) -> None:
    audit.record(
        act,
        row,
        by=permit,
        at=now,
        organ=row.agency.code,
        after={
            "项目": LINES[row.line].label,
            "部门": row.department.name if row.department else "",
            "时段": f"{row.first_day}至{row.last_day}",
            "数量": plain_decimal(row.figure.normalize()),
        },
        reason=reason or row.basis,
    )
