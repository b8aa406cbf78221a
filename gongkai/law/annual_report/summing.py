"""TABLE of how a government's report follows from those of its organs: for each table of the form, how its cells are summed.

A blank counts as 0; a cell that one organ's report does not tell is not known in the sum either, and never guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import Ledger, Number
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_OGI = InForce(date(2019, 5, 15))
_WHOLE = Cite("条例", 49, 2)
_PRACTICE = "《条例》和格式没有写明怎样汇总；各地公布的政府报告是本机关与所属部门、下级政府（乡镇、街道）报告逐格相加"


@dataclass(frozen=True, slots=True)
class SumRule:
    """How the cells of one table (2, 3 or 4) are summed."""

    table: int
    rule: str
    cite: Cite
    in_force: InForce = _OGI
    doubt: str = _PRACTICE


SUM_RULES: tuple[SumRule, ...] = (
    SumRule(2, "各机关本年的数逐格相加；联合制发的文件由牵头机关计一次", _WHOLE,
            doubt=f"{_PRACTICE}；联合制发是否重复计，从各机关的报告看不出来"),
    SumRule(3, "各机关的件数逐格相加；同一申请人向几个机关申请的，各计一件", _WHOLE),
    SumRule(4, "各机关作被申请人、被告的件数逐格相加", _WHOLE,
            doubt=f"{_PRACTICE}；几个机关作共同被申请人、共同被告的，各自计入"),
)
_OF_TABLE = {row.table: row for row in SUM_RULES}


def sum_rule(cell: Cell) -> SumRule:
    """How the cell is summed."""
    return _OF_TABLE[cell.table]


def sums(ledgers: Iterable[Ledger], cells: Iterable[Cell]) -> Mapping[str, Number | None]:
    """Each cell's sum over the reports; None where one of them does not tell it."""
    every = tuple(ledgers)
    return {cell.key: sum_of([one.number(cell.key) for one in every]) for cell in cells}


def sum_of(numbers: Iterable[Number | None]) -> Number | None:
    """The sum; None where one of them is not known."""
    numbers = list(numbers)
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
