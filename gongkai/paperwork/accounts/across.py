"""All that does not add up in a set of tables, inside each and between them; and the cells that should hold a figure and do not."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.law.open_accounts import CROSS_RULES, CrossRule
from gongkai.paperwork.accounts.findings import Imbalance, amount, is_rounding
from gongkai.paperwork.accounts.halves import side_sums, two_sides
from gongkai.paperwork.accounts.key_figures import THREE_PUBLIC_LABELS, Found, key_figures
from gongkai.paperwork.accounts.sums import grand_total, parents, row_sums
from gongkai.paperwork.accounts.table import AccountsTable

CARS = ("car_purchase", "car_running")
THREE_RULE = "three_public_parts"
THREE = ("abroad", "cars", "reception")


def imbalances(tables: Sequence[AccountsTable], kind: str) -> list[Imbalance]:
    """Everything that does not add up, table by table and then between them."""
    found: list[Imbalance] = []
    figures: dict[str, tuple[AccountsTable, Found]] = {}
    for table in tables:
        found += _inside(table)
        if table.key:
            figures[table.key] = (table, key_figures(table, kind))
    if "three_public" in figures:
        found += _three_public(*figures["three_public"])
    for rule in CROSS_RULES:
        if rule.left in figures and rule.right in figures:
            found += _between(rule, figures[rule.left], figures[rule.right])
    return found


def _inside(table: AccountsTable) -> Iterator[Imbalance]:
    if table.key in {"totals", "grant_totals"}:
        yield from side_sums(table)
        yield from two_sides(table)
    else:
        yield from parents(table)
        yield from grand_total(table)
    yield from row_sums(table)


def _three_public(table: AccountsTable, found: Found) -> Iterator[Imbalance]:
    """The three kinds make the total, purchase and running the cars."""
    for whole, parts in (("total", THREE), ("cars", CARS)):
        if whole in found and any(name in found for name in parts):
            there = [found[name] for name in parts if name in found]
            right = sum((each.value for each in there), Decimal(0))
            left = found[whole]
            label = THREE_PUBLIC_LABELS.get(whole, "“三公”经费合计")
            gap = left.value - right
            words = (
                f"《{table.title}》{left.place} {label}是 {amount(left.value)}，"
                f"{'、'.join(each.place for each in there)} 各项之和是 {amount(right)}，"
                f"相差 {amount(gap)}"
            )
            places = (left.place, *(each.place for each in there))
            sides = (left.value, *(each.value for each in there))
            near = table.unit != "元" and is_rounding(gap, sides)
            if gap:
                yield Imbalance(THREE_RULE, table.title, words, left.value, right, places, near)


def _between(rule: CrossRule, left: tuple[AccountsTable, Found], right: tuple[AccountsTable, Found]) -> Iterator[Imbalance]:  # fmt: skip
    """The figure in one table against those in the other that it may equal; not where the units differ or one is missing."""
    (table, mine), (other, theirs) = left, right
    options = [theirs[name] for name in rule.right_figures if name in theirs]
    own = mine.get(rule.left_figure)
    if own is None or not options or table.unit != other.unit:
        return
    if own.value not in {each.value for each in options}:
        first = options[0]
        gap = own.value - first.value
        words = (
            f"{rule.label}：《{table.title}》{own.place} 是 {amount(own.value)}，"
            f"《{other.title}》{first.place} {first.label}是 {amount(first.value)}，相差 {amount(gap)}"
        )
        places = (f"{table.title}{own.place}", f"{other.title}{first.place}")
        near = table.unit != "元" and is_rounding(gap, (own.value, first.value))
        yield Imbalance("across", table.title, words, own.value, first.value, places, near)


def unreadable(table: AccountsTable) -> list[tuple[str, str]]:
    """The cells of figures that hold something else: place and text."""
    return [
        (table.place(row, column), table.rows[row][column][:40])
        for row, column in table.figure_cells()
        if table.cell(row, column).kind == "unreadable"
    ]
