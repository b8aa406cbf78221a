"""The demo township's budgets and final accounts as the spreadsheets that a finance office makes: merged heads, unit in the corner, notes.

All figures are invented; they add up because they are added up here.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the lowest level with what is spent on it: basic and project spending, in 万元."""

    code: str
    name: str
    basic: Decimal
    project: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        """Both together."""
        return self.basic + self.project


NAMES: Mapping[str, str] = {
    "201": "一般公共服务支出", "20103": "政府办公厅（室）及相关机构事务", "208": "社会保障和就业支出", "20805": "行政事业单位养老支出",
    "210": "卫生健康支出", "21011": "行政事业单位医疗", "212": "城乡社区支出", "21205": "城乡社区环境卫生",
    "213": "农林水支出", "21301": "农业农村", "21307": "农村综合改革", "221": "住房保障支出", "22102": "住房改革支出",
    "301": "工资福利支出", "302": "商品和服务支出", "303": "对个人和家庭的补助",
}  # fmt: skip
FUNCTIONS = (
    ("2010301", "行政运行", "412.60", "0"), ("2010302", "一般行政管理事务", "0", "36.50"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "48.20", "0"), ("2101101", "行政单位医疗", "22.75", "0"),
    ("2120501", "城乡社区环境卫生", "0", "128.00"), ("2130104", "事业运行", "96.40", "0"), ("2130126", "农村社会事业", "0", "54.30"),
    ("2130705", "对村民委员会和村党支部的补助", "0", "143.85"), ("2210201", "住房公积金", "37.05", "0"),
)  # fmt: skip
ECONOMIC = (
    ("30101", "基本工资"), ("30102", "津贴补贴"), ("30108", "机关事业单位基本养老保险缴费"), ("30113", "住房公积金"),
    ("30201", "办公费"), ("30206", "电费"), ("30217", "公务接待费"), ("30231", "公务用车运行维护费"), ("30305", "生活补助"),
)  # fmt: skip
SHARES = ("0.42", "0.23", "0.08", "0.06", "0.09", "0.04", "0.01", "0.02")
"""Of the basic spending, by economic subject; the last subject takes what is left."""


def money(value: Decimal | str) -> Decimal:
    """A figure with two places."""
    return Decimal(value).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Accounts:
    """One year's accounts; ``grown`` is how much larger every figure is than in the base year."""

    year: int
    kind: str
    grown: str = "1"
    organ: str = "演示镇人民政府"

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The lowest subjects by function."""
        by = Decimal(self.grown)
        return tuple(
            Subject(code, name, money(Decimal(basic) * by), money(Decimal(project) * by))
            for code, name, basic, project in FUNCTIONS
        )

    @property
    def economic(self) -> tuple[tuple[str, str, Decimal], ...]:
        """The basic spending by economic subject."""
        whole = sum((row.basic for row in self.subjects), ZERO)
        parts = [money(whole * Decimal(share)) for share in SHARES]
        parts.append(whole - sum(parts, ZERO))
        return tuple((*row, value) for row, value in zip(ECONOMIC, parts, strict=True))

    @property
    def three(self) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """Abroad, purchase and running of cars, reception."""
        known = {code: value for code, _, value in self.economic}
        return ZERO, ZERO, known["30231"], known["30217"]


def workbook_of(accounts: Accounts) -> bytes:
    """The spreadsheet."""
    book = Workbook()
    book.remove(book.active)
    final = accounts.kind == "final"
    _totals(book, accounts, final=final)
    _subjects(book, accounts, "支出决算表" if final else "部门支出总表")
    _income(book, accounts, "收入决算表" if final else "部门收入总表")
    _grants(book, accounts, final=final)
    _subjects(book, accounts, "一般公共预算财政拨款支出决算表" if final else "一般公共预算支出表")
    _economic(
        book, accounts, "一般公共预算财政拨款基本支出决算表" if final else "一般公共预算基本支出表"
    )
    _three(
        book, accounts, "财政拨款“三公”经费支出决算表" if final else "一般公共预算“三公”经费支出表"
    )
    _empty(
        book, accounts, "政府性基金预算财政拨款收入支出决算表" if final else "政府性基金预算支出表"
    )
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_parents(rows: Iterable[tuple[str, str, Sequence[Decimal]]]) -> list[tuple[str, str, list[Decimal]]]:  # fmt: skip
    """The rows with the subjects above them, each the sum of those below."""
    found: dict[str, tuple[str, list[Decimal]]] = {}
    for code, name, values in rows:
        for length in range(3, len(code) + 1, 2):
            above = code[:length]
            known = found.setdefault(above, (NAMES.get(above, name), [ZERO] * len(values)))[1]
            for at, value in enumerate(values):
                known[at] += value
    return [(code, *found[code]) for code in sorted(found)]


def _sheet(book: Any, accounts: Accounts, title: str, wide: int) -> Any:
    """A sheet with its title over all columns and the unit in the corner."""
    sheet = book.create_sheet(title.replace("“", "").replace("”", "")[:31])
    sheet.append([f"{accounts.year}年{title}"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=wide)
    sheet.append([f"编制单位：{accounts.organ}", *[None] * (wide - 2), "单位：万元"])
    return sheet


def _put(sheet: Any, *cells: object) -> None:
    """A row; figures with two places."""
    sheet.append([float(cell) if isinstance(cell, Decimal) else cell for cell in cells])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, float):
            cell.number_format = "#,##0.00"


def _totals(book: Any, accounts: Accounts, *, final: bool) -> None:
    sheet = _sheet(book, accounts, "收入支出决算总表" if final else "部门收支总表", 4)
    column = "决算数" if final else "预算数"
    _put(sheet, "收入", None, "支出", None)
    _put(sheet, "项目", column, "项目", column)
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:D3")
    spent = [row for row in with_parents((s.code, s.name, [s.whole]) for s in accounts.subjects) if len(row[0]) == 3]  # fmt: skip
    whole = sum((row[2][0] for row in spent), ZERO)
    left = [
        ("一、一般公共预算拨款收入", whole),
        ("二、政府性基金预算拨款收入", ZERO),
        ("三、其他收入", ZERO),
    ]
    for at, (_, name, values) in enumerate(spent):
        mine = left[at] if at < len(left) else (None, None)
        _put(sheet, *mine, f"{'一二三四五六七八九十'[at]}、{name}", values[0])
    _put(sheet, "本年收入合计", whole, "本年支出合计", whole)
    _put(sheet, "年初结转和结余" if final else "上年结转", ZERO, "年末结转和结余" if final else "结转下年", ZERO)  # fmt: skip
    _put(sheet, "收入总计", whole, "支出总计", whole)


def _subjects(book: Any, accounts: Accounts, title: str) -> None:
    sheet = _sheet(book, accounts, title, 5)
    _put(sheet, "科目编码", "科目名称", "合计", "基本支出", "项目支出")
    rows = with_parents((s.code, s.name, [s.whole, s.basic, s.project]) for s in accounts.subjects)
    _put(sheet, "合　计", None, *_sums(rows, 3))
    for code, name, values in rows:
        _put(sheet, int(code), name, *values)
    _put(sheet, "注：本表到功能分类项级科目。")


def _sums(rows: Iterable[tuple[str, str, list[Decimal]]], wide: int) -> list[Decimal]:
    """The sums of the highest subjects."""
    tops = [values for code, _, values in rows if len(code) == 3]
    return [sum((values[at] for values in tops), ZERO) for at in range(wide)]


def _income(book: Any, accounts: Accounts, title: str) -> None:
    sheet = _sheet(book, accounts, title, 5)
    _put(sheet, "科目编码", "科目名称", "合计", "一般公共预算拨款收入", "其他收入")
    rows = with_parents((s.code, s.name, [s.whole, s.whole, ZERO]) for s in accounts.subjects)
    _put(sheet, "合计", None, *_sums(rows, 3))
    for code, name, values in rows:
        _put(sheet, int(code), name, *values)


def _grants(book: Any, accounts: Accounts, *, final: bool) -> None:
    sheet = _sheet(book, accounts, "财政拨款收入支出决算总表" if final else "财政拨款收支总表", 5)
    _put(sheet, "收入", None, "支出", None, None)
    _put(sheet, "项目", "金额", "项目", "合计", "一般公共预算财政拨款")
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:E3")
    spent = [row for row in with_parents((s.code, s.name, [s.whole]) for s in accounts.subjects) if len(row[0]) == 3]  # fmt: skip
    whole = sum((row[2][0] for row in spent), ZERO)
    left = [("一、一般公共预算财政拨款", whole), ("二、政府性基金预算财政拨款", ZERO)]
    for at, (_, name, values) in enumerate(spent):
        mine = left[at] if at < len(left) else (None, None)
        _put(sheet, *mine, f"{'一二三四五六七八九十'[at]}、{name}", values[0], values[0])
    _put(sheet, "本年收入合计", whole, "本年支出合计", whole, whole)
    _put(sheet, "收入总计", whole, "支出总计", whole, whole)


def _economic(book: Any, accounts: Accounts, title: str) -> None:
    sheet = _sheet(book, accounts, title, 5)
    _put(sheet, "经济分类科目", None, "本年基本支出", None, None)
    _put(sheet, "科目编码", "科目名称", "合计", "人员经费", "公用经费")
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:E3")
    rows = with_parents(
        (code, name, [value, *((ZERO, value) if code[:3] == "302" else (value, ZERO))])
        for code, name, value in accounts.economic
    )
    for code, name, values in rows:
        _put(sheet, int(code), name, *values)
    _put(sheet, "合计", None, *_sums(rows, 3))


def _three(book: Any, accounts: Accounts, title: str) -> None:
    sheet = _sheet(book, accounts, title, 6)
    _put(sheet, "合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费")
    _put(sheet, None, None, "小计", "公务用车购置费", "公务用车运行费", None)
    for span in ("A3:A4", "B3:B4", "C3:E3", "F3:F4"):
        sheet.merge_cells(span)
    abroad, bought, running, reception = accounts.three
    _put(sheet, abroad + bought + running + reception, "—", bought + running, "—", running, reception)  # fmt: skip


def _empty(book: Any, accounts: Accounts, title: str) -> None:
    sheet = _sheet(book, accounts, title, 5)
    _put(sheet, "科目编码", "科目名称", "合计", "基本支出", "项目支出")
    _put(sheet, "合计", None, None, None, None)
    _put(sheet, "说明：本单位没有政府性基金预算财政拨款安排的支出，本表为空表。")
