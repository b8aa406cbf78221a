"""Budgets and final accounts as readers get them: findings in words, charts, comparison with other years, and every table."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gongkai.common.charts import Bar, Group, Series, bars, grouped_bars, lines
from gongkai.common.charts.lettering import Number, number_text
from gongkai.law.open_accounts import accounts_kind, accounts_scope, open_table
from gongkai.paperwork.accounts import AccountsTable
from gongkai.paperwork.accounts.key_figures import THREE_PUBLIC_LABELS
from gongkai.publishing.pictures import address
from gongkai.publishing.presentations.accounts_data import (
    Part,
    approved_on,
    figures_of,
    name_of,
    notes_of_empty,
    parts_of,
    tables_in,
    title_of,
)
from gongkai.publishing.presentations.row import Data

MOST_PARTS = 8
"""Bars of the composition; what is smaller is one bar."""
NAMES = {"income": "收入总计", "spending": "支出总计", "three_public": "“三公”经费", **THREE_PUBLIC_LABELS}  # fmt: skip
COMPARED = ("income", "spending", "three_public")
LINES = ("", "chart__line--3")
Figures = dict[str, Decimal]
Chart = dict[str, Any]


def shown(data: Data) -> dict[str, Any]:
    """What the template takes."""
    kind = data.get("kind") or "budget"
    tables = tables_in(data)
    scope = accounts_scope(data.get("scope") or "department")
    return {
        "name": name_of(data),
        "approval": scope.approval,
        "approved_on": approved_on(data),
        "day": scope.day,
        "sentences": list(_sentences(data)),
        "charts": list(_charts(data)) if tables else [],
        "tables": [_table(number, table, kind, data) for number, table in enumerate(tables, 1)],
        "empty": [
            {"title": open_table(key).title(kind), "note": note}
            for key, note in notes_of_empty(data).items()
            if key not in {table.key for table in tables}
        ],
        "file": (token := data.get("file", "")),
        "file_address": address(token) if token else "",
        "others": data.get("before", []),
    }


def _decimals(figures: dict[str, str]) -> Figures:
    return {name: Decimal(value) for name, value in figures.items()}


def share(part: Decimal, whole: Decimal) -> str:
    """A share with one decimal place, halves rounded up."""
    return f"{(100 * part / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def change(now: Decimal, before: Decimal) -> str:
    """How much more or less, in words."""
    if now == before:
        return "持平"
    word = "增加" if now > before else "减少"
    gap = abs(now - before)
    rate = f"（{share(gap, abs(before))}）" if before else ""
    return f"{word} {number_text(gap)} 万元{rate}"


def _sentences(data: Data) -> Iterator[str]:
    """What stands out, in words; nothing that the tables do not say."""
    figures = _decimals(figures_of(data))
    if said := _named(figures, ("income", "spending")):
        yield f"{name_of(data)}：{said}。"
    if "three_public" in figures:
        parts = _named(figures, ("abroad", "cars", "reception"))
        yield f"“三公”经费 {number_text(figures['three_public'])} 万元：{parts}。"
    earlier = _of_year(data, data.get("year", 0) - 1, data.get("kind") or "budget")
    for name in COMPARED:
        if name in figures and name in earlier:
            yield f"{NAMES[name]}比上年{change(figures[name], earlier[name])}。"


def _named(figures: Figures, names: Iterable[str]) -> str:
    """Some figures with their names."""
    return "，".join(
        f"{NAMES[name]} {number_text(figures[name])} 万元" for name in names if name in figures
    )


def _of_year(data: Data, year: int, kind: str) -> Figures:
    """The figures of other accounts of the organ."""
    for row in data.get("before", []):
        if (row["year"], row["kind"]) == (year, kind):
            return _decimals(row["figures"])
    return {}


def _charts(data: Data) -> Iterator[Chart]:
    table, parts = parts_of(data)
    if table is not None and parts:
        yield _composition(table, parts)
    yield from _years(data)
    yield from _both(data)


def _composition(table: AccountsTable, parts: list[Part]) -> Chart:
    """The spending by subject, largest first."""
    whole = sum((part.value for part in parts), Decimal(0))
    rows = [Bar(part.name, part.value, "", f" {table.unit}") for part in parts[:MOST_PARTS]]
    rest = sum((part.value for part in parts[MOST_PARTS:]), Decimal(0))
    if rest:
        rows.append(Bar("其他科目", rest, "chart__bar--2", f" {table.unit}"))
    title = f"支出最多的是{parts[0].name}，占 {share(parts[0].value, whole)}"
    picture = bars("composition", title, rows)
    cells = [(row.label, [row.value]) for row in rows]
    return _chart(title, picture, ["科目", table.unit], cells, is_long=True)


def _chart(
    title: str,
    picture: str,
    heads: list[str],
    rows: list[tuple[str, list[Number]]],
    *,
    is_long: bool = False,
) -> Chart:
    """A chart with the table behind it."""
    cells = [
        (label, ["—" if value is None else number_text(value) for value in values])
        for label, values in rows
    ]
    return {"title": title, "picture": picture, "heads": heads, "rows": cells, "is_long": is_long}


def _years(data: Data) -> Iterator[Chart]:
    """Income, spending and the three kinds of expenses through the years, of the same kind of accounts."""
    kind = data.get("kind") or "budget"
    years = {row["year"]: _decimals(row["figures"]) for row in data.get("before", []) if row["kind"] == kind}  # fmt: skip
    years[data.get("year", 0)] = _decimals(figures_of(data))
    if len(years) > 1:
        same = all(each.get("income") == each.get("spending") for each in years.values())
        yield from _through(years, "years", ("spending",) if same else ("income", "spending"))
        yield from _through(years, "three-years", ("three_public",))


def _through(years: dict[int, Figures], name: str, keys: tuple[str, ...]) -> Iterator[Chart]:
    """Lines through the years; the last of the keys is what the title speaks of."""
    order = sorted(years)
    last, before = years[order[-1]], years[order[-2]]
    key = keys[-1]
    if key not in last or key not in before:
        return
    labels = [f"{year}年" for year in order]
    series = [
        Series(NAMES[each], [years[year].get(each) for year in order], LINES[at])
        for at, each in enumerate(keys)
    ]
    title = f"{labels[-1]}{NAMES[key]}比{labels[-2]}{change(last[key], before[key])}"
    rows = [(label, [line.values[at] for line in series]) for at, label in enumerate(labels)]
    heads = ["年度", *(f"{line.name}（万元）" for line in series)]
    yield _chart(title, lines(name, title, labels, series), heads, rows)


def _both(data: Data) -> Iterator[Chart]:
    """The budget and the final accounts of the same year."""
    kind = accounts_kind(data.get("kind") or "budget")
    other = _of_year(data, data.get("year", 0), kind.other)
    mine = _decimals(figures_of(data))
    budget, final = (mine, other) if kind.key == "budget" else (other, mine)
    keys = [name for name in COMPARED if name in budget and name in final]
    if "spending" not in keys:
        return
    title = f"{data['year']}年支出决算 {number_text(final['spending'])} 万元"
    if budget["spending"]:
        title += f"，为预算的 {share(final['spending'], budget['spending'])}"
    groups = [Group(NAMES[key], _pair(budget[key], final[key])) for key in keys]
    rows: list[tuple[str, list[Number]]] = [(NAMES[key], [budget[key], final[key]]) for key in keys]
    heads = ["项目", "预算（万元）", "决算（万元）"]
    yield _chart(title, grouped_bars("both", title, groups), heads, rows, is_long=True)


def _pair(budget: Decimal, final: Decimal) -> list[Bar]:
    return [Bar("预算", budget, "chart__bar--2", " 万元"), Bar("决算", final, "", " 万元")]


def _table(number: int, table: AccountsTable, kind: str, data: Data) -> dict[str, Any]:
    """One table with its heads and rows, each cell with its role."""
    return {
        "number": number,
        "title": title_of(table, kind),
        "unit": table.unit,
        "head": [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.head],
        "rows": [_row(table, row) for row in range(len(table.rows))],
        "notes": [*table.notes, *filter(None, [notes_of_empty(data).get(table.key, "")])],
    }


def _row(table: AccountsTable, row: int) -> list[tuple[str, str]]:
    """The cells of a row with what each is: the name of the row, a figure, or other words."""
    cells = table.rows[row]
    first = [*table.columns("label")[:1], *table.columns("code")[:1]]
    named = [at for at in first if cells[at]]
    return [_cell(table, row, at, is_name=at in named[:1]) for at in range(len(cells))]


def _cell(table: AccountsTable, row: int, column: int, *, is_name: bool) -> tuple[str, str]:
    """The text of a cell and what it is; figures with their thousands apart."""
    text = table.rows[row][column]
    if table.roles[column] not in {"figure", "share"}:
        return text, "name" if is_name else "words"
    value = table.cell(row, column).value
    if value is None:
        return text, "figure"
    return f"{value:,f}{'%' if text.endswith('%') else ''}", "figure"
