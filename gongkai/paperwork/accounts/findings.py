"""What does not add up, in words and with the cells on both sides; a difference of rounding is told from an error."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai.paperwork.accounts.table import AccountsTable


@dataclass(frozen=True, slots=True)
class Imbalance:
    """``left`` should equal ``right``. ``rule`` is a key of ``law.open_accounts.BALANCE_RULES``, ``table`` the title of the table."""

    rule: str
    table: str
    words: str
    left: Decimal
    right: Decimal
    places: tuple[str, ...]
    rounding: bool = False

    @property
    def difference(self) -> Decimal:
        """How much the left is above the right."""
        return self.left - self.right

    @property
    def mark(self) -> str:
        """The same for the same difference in the same place."""
        said = "\n".join((self.rule, self.table, *self.places, str(self.left), str(self.right)))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an equation: what it is, its value, its cells."""

    name: str
    value: Decimal
    places: tuple[str, ...]


def unequal(rule: str, table: AccountsTable, left: Side, right: Side, addends: Sequence[Decimal] = ()) -> list[Imbalance]:  # fmt: skip
    """Nothing where both are equal, else the finding."""
    if left.value == right.value:
        return []
    gap = left.value - right.value
    words = (
        f"《{table.title}》{_at(left)}{left.name}是 {amount(left.value)}，"
        f"{_at(right)}{right.name}是 {amount(right.value)}，相差 {amount(gap)}"
    )
    near = table.unit != "元" and is_rounding(gap, (left.value, right.value, *addends))
    places = (*left.places, *right.places)
    return [Imbalance(rule, table.title, words, left.value, right.value, places, near)]


def _at(side: Side) -> str:
    """The cells of a side, the first few of many."""
    shown = "、".join(side.places[:4]) + ("等" if len(side.places) > 4 else "")
    return f"{shown} " if shown else ""


def amount(value: Decimal) -> str:
    """A figure for people."""
    return f"{value:,f}"


def is_rounding(gap: Decimal, figures: Sequence[Decimal]) -> bool:
    """Whether a gap is no more than rounding each figure to its last place can make."""
    places = max((-int(value.as_tuple().exponent) for value in figures if value), default=0)
    return places > 0 and abs(gap) <= Decimal(1).scaleb(-places) * len(figures) / 2
