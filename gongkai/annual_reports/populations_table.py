"""A table of populations: its columns, and each of its lines as what is entered or as what is wrong with it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import CellError
from gongkai.agencies.tables.reading import Rows
from gongkai.annual_reports.actions.set_population import Counted, wrong_with

REQUIRED = ("机关代码", "年度", "人口", "依据")
COLUMNS = ("机关代码", "机关名称", "年度", "人口", "依据")
EXAMPLE = ("", "青山镇人民政府", "2024", "38500", "2024年统计年鉴")
MOST_DIGITS, LONGEST_BASIS = 10, 200


@dataclass(frozen=True, slots=True)
class CheckedPopulations:
    """The whole table; nothing is kept while there is an error."""

    rows: tuple[Counted, ...]
    errors: tuple[CellError, ...]


def check_populations(rows: Rows, reach: Collection[int], this_year: int) -> CheckedPopulations:
    """Check every line of a table whose first line are the columns' names; ``reach`` are the organs it may be about."""
    missing = [name for name in REQUIRED if name not in rows[0]]
    if missing:
        return CheckedPopulations((), (CellError(1, "、".join(missing), "", "第一行缺少这些列名"),))
    organs = {organ.code: organ for organ in Agency.objects.filter(pk__in=reach)}
    counted, errors, seen = [], [], set()
    for number, row in enumerate(rows[1:], start=2):
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(rows[0], row, strict=False))
        place = cells["机关代码"], cells["年度"]
        wrong = list(_wrong(cells, organs, this_year))
        if place in seen and not wrong:
            wrong = [("机关代码", cells["机关代码"], "同一个机关、同一年度写了两行")]
        seen.add(place)
        errors += [CellError(number, *each) for each in wrong]
        if not wrong:
            counted.append(_counted(cells, organs))
    return CheckedPopulations(tuple(counted), tuple(errors))


def _wrong(
    cells: Mapping[str, str], organs: Mapping[str, Agency], this_year: int
) -> Iterator[tuple[str, str, str]]:
    """Column, content and reason of each cell that cannot be read."""
    if cells["机关代码"] not in organs:
        yield "机关代码", cells["机关代码"], "没有这个机关，或者不在您管理的范围"
    numbers = {name: _number(cells[name]) for name in ("年度", "人口")}
    for name, number in numbers.items():
        if number is None:
            yield name, cells[name], "不是整数"
    if len(cells["依据"]) > LONGEST_BASIS:
        yield "依据", cells["依据"][:20], f"最多 {LONGEST_BASIS} 个字"
    if cells["机关代码"] in organs and None not in numbers.values():
        why = wrong_with(_counted(cells, organs), this_year)
        if why:
            yield _column_of(why), cells[_column_of(why)], why


def _column_of(why: str) -> str:
    return next((name for name in ("年度", "人口") if why.startswith(name)), "依据")


def _counted(cells: Mapping[str, str], organs: Mapping[str, Agency]) -> Counted:
    year, persons = _number(cells["年度"]) or 0, _number(cells["人口"]) or 0
    return Counted(organs[cells["机关代码"]], year, persons, cells["依据"])


def _number(text: str) -> int | None:
    digits = text.replace(",", "").replace("，", "")
    small = digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS
    return int(digits) if small else None
