"""A table of departments' returns: its columns, and each of its lines as what is handed in or as what is wrong with it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import CellError, day_of
from gongkai.agencies.tables.reading import Rows
from gongkai.annual_reports.actions.returns import Handed, require_shape
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report.definitions import RETURN_LINES

REQUIRED = ("项目", "开始日期", "截止日期", "数量")
COLUMNS = ("部门", *REQUIRED, "没有这项职权", "依据")
LINE_KEYS = {line.label: line.key for line in RETURN_LINES}
TRUTHS = {"": False, "否": False, "是": True}
EXAMPLE = ("", "行政许可", "2025-01-01", "2025-03-31", "12", "否", "示例，填报时请删去这一行")


@dataclass(frozen=True, slots=True)
class CheckedReturns:
    """The whole table, ``rows`` by line; nothing is kept while there is an error."""

    rows: Mapping[int, Handed]
    errors: tuple[CellError, ...]


def check_returns(rows: Rows, agency: Agency, today: date) -> CheckedReturns:
    """Check every line of a table whose first line are the columns' names; empty lines are passed over."""
    missing = [name for name in REQUIRED if name not in rows[0]]
    if missing:
        return CheckedReturns({}, (CellError(1, "、".join(missing), "", "第一行缺少这些列名"),))
    departments = {row.name: row for row in agency.departments.all()}
    handed: dict[int, Handed] = {}
    errors: list[CellError] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(rows[0], row, strict=False))
        wrong = [CellError(number, *each) for each in _wrong(cells, departments)]
        if not wrong:
            handed[number] = _handed(cells, departments)
            wrong = [CellError(number, *each) for each in _refused(handed[number], agency, today)]
        errors += wrong
    if not handed and not errors:
        errors.append(CellError(2, "", "", "第一行列名的下面没有数据"))
    return CheckedReturns(handed, tuple(errors))


def _refused(handed: Handed, agency: Agency, today: date) -> Iterator[tuple[str, str, str]]:
    """Why a line whose cells can be read would not be kept."""
    try:
        require_shape(agency, handed, today)
    except Refusal as refusal:
        yield "整行", "", refusal.sentence


def _wrong(
    cells: Mapping[str, str], departments: Mapping[str, object]
) -> Iterator[tuple[str, str, str]]:
    """Column, content and reason of each cell that cannot be read."""
    if cells["部门"] and cells["部门"] not in departments:
        yield "部门", cells["部门"], "本机关没有这个部门；全机关合计的，这一格空着"
    if cells["项目"] not in LINE_KEYS:
        yield "项目", cells["项目"], f"只能写：{'、'.join(LINE_KEYS)}"
    for name in ("开始日期", "截止日期"):
        if day_of(cells[name]) is None:
            yield name, cells[name], "写成 2025-03-31 的样子"
    if _number(cells["数量"]) is None and not TRUTHS.get(cells["没有这项职权"]):
        yield "数量", cells["数量"], "不是数字"
    if cells["没有这项职权"] not in TRUTHS:
        yield "没有这项职权", cells["没有这项职权"], "只能写是、否，或者空着"
    if cells["依据"] == EXAMPLE[-1]:
        yield "依据", cells["依据"], "这是样子里的示例，请删去这一行"
    if len(cells["依据"]) > LONGEST_BASIS:
        yield "依据", cells["依据"][:20], f"最多 {LONGEST_BASIS} 个字"


LONGEST_BASIS = 200


def _handed(cells: Mapping[str, str], departments: Mapping[str, object]) -> Handed:
    return Handed(
        line=LINE_KEYS[cells["项目"]],
        first_day=day_of(cells["开始日期"]) or date.min,
        last_day=day_of(cells["截止日期"]) or date.min,
        figure=_number(cells["数量"]) or Decimal(0),
        department=departments.get(cells["部门"]),  # type: ignore[arg-type]  # departments of the organ by name
        no_power=TRUTHS[cells["没有这项职权"]],
        basis=cells["依据"],
    )


def _number(text: str) -> Decimal | None:
    with suppress(InvalidOperation):
        number = Decimal(text.replace(",", "").replace("，", ""))
        return number if number.is_finite() else None
    return None
