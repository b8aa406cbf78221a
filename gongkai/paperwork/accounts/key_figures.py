"""The figures of a table by which it is compared with others, and that charts are drawn of; each with the cell it stands in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongkai.law.open_accounts import accounts_kind, open_table
from gongkai.paperwork.accounts import words
from gongkai.paperwork.accounts.sides import Entry, Side, entries, rank_of, sides_of
from gongkai.paperwork.accounts.table import BETWEEN, AccountsTable, value_of


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure, its place in the table, and what it is called there."""

    value: Decimal
    place: str
    label: str


Found = dict[str, KeyFigure]
FUNDS = {"general": "一般公共预算", "fund": "政府性基金", "capital": "国有资本"}
THREE_PUBLIC: Mapping[str, Callable[[str], bool]] = {
    "abroad": lambda said: "出国" in said,
    "cars": lambda said: "用车" in said and "购置" in said and "运行" in said,
    "car_purchase": lambda said: "用车" in said and "购置" in said and "运行" not in said,
    "car_running": lambda said: "用车" in said and "运行" in said and "购置" not in said,
    "reception": lambda said: "接待" in said,
}
THREE_PUBLIC_LABELS = {
    "abroad": "因公出国（境）费",
    "cars": "公务用车购置及运行费",
    "car_purchase": "公务用车购置费",
    "car_running": "公务用车运行费",
    "reception": "公务接待费",
}


def key_figures(table: AccountsTable, kind: str) -> Found:
    """What is known of a table by its key; ``kind`` is budget or final."""
    if table.key in {"totals", "grant_totals"}:
        return _of_totals(table, kind)
    if table.key == "three_public":
        return three_public(table, kind)
    if table.key and open_table(table.key).classes:
        return _of_subjects(table, kind)
    return {}


def main_column(table: AccountsTable, columns: Iterable[int], kind: str) -> int:
    """Of some columns the one that says what this publication is about: 决算数 of final accounts, of the year in the title."""
    some = list(columns)
    wanted = accounts_kind(kind).column
    named = [at for at in some if wanted in table.paths[at] and not words.COMPARED.fullmatch(table.paths[at])]  # fmt: skip
    year = words.YEAR.search(table.title)
    this = [at for at in named or some if year and year[0] in table.paths[at]]
    return (this or named or some)[0]


def _figure(table: AccountsTable, row: int, column: int, label: str) -> KeyFigure | None:
    value = value_of(table, row, column)
    return None if value is None else KeyFigure(value, table.place(row, column), label)


def _known(**found: KeyFigure | None) -> Found:
    return {name: each for name, each in found.items() if each is not None}


def _of_totals(table: AccountsTable, kind: str) -> Found:
    """The year's sums and the totals of both sides, and in the table of grants the spending by fund."""
    found: Found = {}
    for name, side in zip(("income", "spending"), sides_of(table), strict=False):
        column = main_column(table, side.figures, kind)
        rows = list(entries(table, side))
        year = _last(rows, lambda label: "本年" in label)
        total = _last(rows, lambda label: rank_of(label) == "total")
        for key, entry in ((f"{name}_year", year), (f"{name}_total", total)):
            if entry:
                found |= _known(**{key: _figure(table, entry.row, column, entry.label)})
        if name == "spending":
            found |= _by_fund(table, side, year or total)
    return found


def _by_fund(table: AccountsTable, side: Side, entry: Entry | None) -> Found:
    """The year's spending out of each fund, by the heads of the columns."""
    found: Found = {}
    for name, word in FUNDS.items():
        columns = [at for at in side.figures if word in table.paths[at]]
        if entry and columns:
            found |= _known(**{name: _figure(table, entry.row, columns[-1], entry.label)})
    return found


def _last(rows: Iterable[Entry], fits: Callable[[str], bool]) -> Entry | None:
    return next((entry for entry in reversed(list(rows)) if fits(entry.label)), None)


def _of_subjects(table: AccountsTable, kind: str) -> Found:
    """The grand total, of it the basic and the project spending, and each highest subject by its code."""
    sides = sides_of(table)
    if not sides:
        return {}
    side = sides[0]
    rows = list(entries(table, side))
    column = _sum_column(table, side, kind)
    found: Found = {}
    total = next((entry for entry in rows if not entry.code and words.TOTAL_ROW.fullmatch(entry.label)), None)  # fmt: skip
    if total:
        found |= _known(
            total=_figure(table, total.row, column, total.label),
            basic=_part(table, side, total.row, "基本支出"),
            projects=_part(table, side, total.row, "项目支出"),
        )
    for entry in rows:
        if len(entry.code) == 3:
            found |= _known(**{entry.code: _figure(table, entry.row, column, entry.label)})
    return found


def _sum_column(table: AccountsTable, side: Side, kind: str) -> int:
    """The column of sums: of spending, where a table has income and spending beside each other."""
    sums = [at for at in side.figures if words.SUM_HEAD.fullmatch(table.paths[at].split(BETWEEN)[-1])]  # fmt: skip
    spent = [at for at in sums if table.paths[at].startswith("本年支出")]
    return (spent or sums or [main_column(table, side.figures, kind)])[0]


def _part(table: AccountsTable, side: Side, row: int, word: str) -> KeyFigure | None:
    """The first column of the spending under a head of that word."""
    columns = [at for at in side.figures if word in table.paths[at] and not words.COMPARED.fullmatch(table.paths[at])]  # fmt: skip
    spent = [at for at in columns if "支出" in table.paths[at].split(BETWEEN)[0]] or columns
    return _figure(table, row, spent[0], word) if spent else None


def three_public(table: AccountsTable, kind: str) -> Found:
    """The expenses of the three kinds, whether they stand in rows or in columns."""
    sides = sides_of(table)
    in_rows = [entry for side in sides[:1] for entry in entries(table, side) if _kind_of(entry.label)]  # fmt: skip
    if len(in_rows) > 1:
        return _in_rows(table, sides[0], kind)
    return _in_columns(table, kind)


def _kind_of(said: str) -> str:
    return next((name for name, fits in THREE_PUBLIC.items() if fits(said)), "")


def _in_rows(table: AccountsTable, side: Side, kind: str) -> Found:
    column = main_column(table, side.figures, kind)
    found: Found = {}
    for entry in entries(table, side):
        is_total = words.TOTAL_ROW.fullmatch(entry.label) or "三公" in words.title_words(entry.label)  # fmt: skip
        name = _kind_of(entry.label) or ("total" if is_total else "")
        if name and name not in found:
            found |= _known(**{name: _figure(table, entry.row, column, entry.label)})
    return found


def _in_columns(table: AccountsTable, kind: str) -> Found:
    """In the row of the organ itself, or of the sum of all units."""
    figures = table.columns("figure")
    filled = (at for at in range(len(table.rows)) if any(table.cell(at, c).value for c in figures))
    row = next(filled, None)
    if row is None:
        return {}
    wanted = accounts_kind(kind).column
    columns = [at for at in figures if wanted in table.paths[at]] or figures
    found: Found = {}
    for at in columns:
        leaf = table.paths[at].split(BETWEEN)
        said = leaf[-2] if words.SUM_HEAD.fullmatch(leaf[-1]) and len(leaf) > 1 else leaf[-1]
        name = _kind_of(said) or ("total" if words.SUM_HEAD.fullmatch(leaf[-1]) else "")
        if name and name not in found:
            found |= _known(**{name: _figure(table, row, at, said)})
    return found
