"""Whether each line of a table can become an organ: what is wrong, in which cell, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from gongkai.agencies.actions.create import AgencyFacts
from gongkai.agencies.forms import CODE, REGION, check_credit_code
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.columns import COLUMNS, FORMULA_SIGNS, REQUIRED
from gongkai.agencies.tables.reading import Rows
from gongkai.law.catalogue import ORGAN_LABELS

KINDS = {label: key for key, label in ORGAN_LABELS.items()}
TRUTHS = {"": True, "是": True, "否": False}
LENGTHS = {"名称": 100, "简称": 40, "代码": 64}


@dataclass(frozen=True, slots=True)
class CellError:
    """One thing that is wrong: the line as a spreadsheet counts it, the heading, what stands there, and why it cannot."""

    line: int
    column: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can become an organ, or, with ``known``, stands for one that is there already."""

    number: int
    facts: AgencyFacts
    parent: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole table; nothing may be kept while there is an error. Parents come before their children."""

    lines: tuple[Line, ...]
    errors: tuple[CellError, ...]


def check_table(rows: Rows, reach: frozenset[int]) -> Checked:
    """Check every line; ``reach`` holds the ids of the organs below which the person may set up others."""
    missing = [name for name in REQUIRED if name not in rows[0]]
    if missing:
        return Checked((), (CellError(1, "、".join(missing), "", "第一行缺少这些列名"),))
    organs = {each.code: each for each in Agency.objects.all()}
    lines, errors = [], []
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: row[at] if at < len(row) else "" for at, name in enumerate(rows[0]) if name in COLUMNS}  # fmt: skip
        if any(cells.values()):
            wrong = list(shape_errors(number, cells))
            errors += wrong
            lines += [] if wrong else [line_of(number, cells, organs)]
    errors += relation_errors(lines, organs, reach)
    ordered, rings = in_order(lines, set(organs))
    return Checked(tuple(ordered), tuple(sorted(errors + rings, key=lambda error: error.line)))


def shape_errors(number: int, cells: Mapping[str, str]) -> Iterator[CellError]:
    """What is wrong with single cells."""
    for name, value in cells.items():
        why = why_wrong(name, value)
        if why:
            yield CellError(number, name, value[:60], why)


def why_wrong(name: str, value: str) -> str:
    """Why a value cannot stand in a column; "" where it can."""
    if not value:
        return "必填" if name in REQUIRED else ""
    if value.startswith(FORMULA_SIGNS):
        return "不能以 = + - @ 开头"
    if len(value) > LENGTHS.get(name, 64):
        return f"超过 {LENGTHS.get(name, 64)} 个字"
    if name == "种类" and value not in KINDS:
        return f"应为 {'、'.join(KINDS)} 之一"
    if name == "有公开专栏" and value not in TRUTHS:
        return "写“是”或者“否”"
    if name == "设立日期" and day_of(value) is None:
        return "日期应写成 2024-01-31 的样子"
    return why_code_wrong(name, value)


def why_code_wrong(name: str, value: str) -> str:
    """The same for the columns that hold codes."""
    checks = {"代码": CODE, "上级代码": CODE, "行政区划代码": REGION, "统一社会信用代码": check_credit_code}  # fmt: skip
    try:
        if name in checks:
            checks[name](value)
    except ValidationError as error:
        return error.messages[0]
    return ""


def day_of(value: str) -> date | None:
    """A day written 2024-01-31, 2024/1/31 or 2024.1.31."""
    parts = value.replace("/", "-").replace(".", "-").split("-")
    try:
        return date(*(int(part) for part in parts)) if len(parts) == 3 else None
    except (ValueError, OverflowError):
        return None


def line_of(number: int, cells: Mapping[str, str], organs: Mapping[str, Agency]) -> Line:
    """A line whose cells are right by themselves."""
    known = organs.get(cells["代码"])
    facts = AgencyFacts(
        code=cells["代码"],
        name=cells["名称"],
        kind=KINDS[cells["种类"]],
        since=day_of(cells["设立日期"]),
        short_name=cells.get("简称", ""),
        social_credit_code=cells.get("统一社会信用代码", ""),
        region_code=cells.get("行政区划代码", ""),
        has_site=TRUTHS[cells.get("有公开专栏", "")],
    )
    return Line(number, facts, cells["上级代码"], known is not None)


def relation_errors(
    lines: list[Line], organs: Mapping[str, Agency], reach: frozenset[int]
) -> list[CellError]:
    """What is wrong between lines, and between them and the organs that are there."""
    errors, seen = [], {}
    coming = {line.facts.code: line for line in lines}
    for line in lines:
        code, parent = line.facts.code, organs.get(line.parent)
        above = coming.get(line.parent)
        begun = parent.since if parent else above.facts.since if above else None
        if code in seen:
            errors.append(CellError(line.number, "代码", code, f"与第 {seen[code]} 行重复"))
        seen.setdefault(code, line.number)
        if line.known and organs[code].name != line.facts.name:
            errors.append(CellError(line.number, "名称", line.facts.name, "这个代码已有机关，名称不同；更名请在机关页面办理"))  # fmt: skip
        elif not line.known and parent is None and above is None:
            errors.append(
                CellError(line.number, "上级代码", line.parent, "没有这个机关，文件里也没有")
            )
        elif not line.known and parent is not None and (parent.pk not in reach or parent.until):
            errors.append(
                CellError(line.number, "上级代码", line.parent, "不在您管理的范围，或者已经撤销")
            )
        elif not line.known and begun and line.facts.since < begun:
            errors.append(
                CellError(line.number, "设立日期", str(line.facts.since), "早于上级机关的设立日期")
            )
    return errors


def in_order(lines: list[Line], known: set[str]) -> tuple[list[Line], list[CellError]]:
    """The lines with each parent before its children; those that go round in a ring are errors."""
    ordered, left = (
        [line for line in lines if line.known],
        [line for line in lines if not line.known],
    )
    coming = {line.facts.code for line in left}
    done = set(known)
    while left:
        ready = [line for line in left if line.parent in done or line.parent not in coming]
        if not ready:
            return ordered, [CellError(line.number, "上级代码", line.parent, "上下级互相循环") for line in left]  # fmt: skip
        ordered += ready
        done |= {line.facts.code for line in ready}
        left = [line for line in left if line not in ready]
    return ordered, []
