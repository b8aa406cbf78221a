"""TABLE of errors in figures, cells and heads: each kind with the rule that must find it, and how it is planted.

An error is planted into a lawful report. Where it can be made without breaking a second balance it is, so that the rule is tried
alone; what breaks besides concerns the same cells.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from bench.county_reports.county import Written
from bench.county_reports.figures import OUTCOMES, Figures
from gongkai.law.annual_report.findings import Rule
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    RESULTS,
    Cell,
    request_rows,
)
from gongkai.law.annual_report.report import AnnualReport, Note, Reason

Planting = tuple[AnnualReport, tuple[str, ...]]
"""The broken report and the places that are wrong in it: cells, rows, tables, chapters, head fields, as findings name them."""
Plant = Callable[[random.Random, Written], Planting | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of error. ``plant`` answers None where a report has nothing to break so.

    ``across`` says that last year's report is needed to see it, ``printed`` that it is still there in a printed report.
    """

    name: str
    rule: Rule
    plant: Plant
    across: bool = False
    printed: bool = True


def _changed(report: AnnualReport, figures: Figures) -> AnnualReport:
    return replace(report, figures={**report.figures, **figures})


def _slip(report: AnnualReport, *steps: tuple[str, int | Decimal]) -> Planting:
    """Cells moved by so much, and nothing with them."""
    moved = {key: (report.figures[key] or 0) + step for key, step in steps}
    return _changed(report, moved), tuple(moved)


def _retold(made: Written, *steps: tuple[str, int | Decimal]) -> Planting:
    """Cells moved by so much, and the text with them."""
    report, moved = _slip(made.report, *steps)
    return made.rewritten(dict(report.figures)).report, moved


def _cell(row: str, column: str) -> str:
    return f"requests.{row}.{column}"


def _step(chance: random.Random) -> int:
    return chance.choice((1, 1, 2, 3, 10))


def _columns(chance: random.Random, number: int) -> list[str]:
    return chance.sample([column.key for column in APPLICANTS], number)


def one_cell(chance: random.Random, made: Written) -> Planting:
    """A slip of the finger in one cell of 表三."""
    rows = [row.key for row in request_rows(undivided=False)]
    key = _cell(chance.choice(rows), chance.choice([*_columns(chance, 1), "total"]))
    return _slip(made.report, (key, _step(chance)))


def wrong_row(chance: random.Random, made: Written) -> Planting:
    """A request entered in the total of another row: both rows wrong, the column right."""
    one, other = chance.sample(OUTCOMES, 2)
    report = made.report
    if not report.figures[_cell(one, "total")]:
        one, other = other, one
    step = 1 if report.figures[_cell(other, "total")] else -1
    return _slip(report, (_cell(one, "total"), step), (_cell(other, "total"), -step))


def wrong_column(chance: random.Random, made: Written) -> Planting:
    """A request entered under another kind of applicant: the row right, both columns wrong."""
    one, other = _columns(chance, 2)
    row = chance.choice(OUTCOMES)
    step = 1 if made.report.figures[_cell(row, other)] else -1
    return _slip(made.report, (_cell(row, one), step), (_cell(row, other), -step))


def wrong_sum(chance: random.Random, made: Written) -> Planting:
    """（七）总计 added up wrongly, and what is carried out made to fit."""
    [column], step = _columns(chance, 1), _step(chance)
    keys = [_cell(row, part) for row in ("concluded", "received") for part in (column, "total")]
    return _retold(made, *((key, step) for key in keys))


def wrong_flow(chance: random.Random, made: Written) -> Planting:
    """More received than handled or carried out."""
    [column], step = _columns(chance, 1), _step(chance)
    return _retold(made, *((_cell("received", part), step) for part in (column, "total")))


def wrong_remedy(chance: random.Random, made: Written) -> Planting:
    """One cell of 表四."""
    block, column = (
        chance.choice(BLOCKS),
        chance.choice([*(result.key for result in RESULTS), "total"]),
    )
    return _slip(made.report, (f"remedies.{block.key}.{column}", _step(chance)))


def _squares(chance: random.Random, made: Written, step: int | Decimal) -> Planting | None:
    """Two rows and two columns of 表三 moved so that every balance still holds."""
    one, other = chance.sample(OUTCOMES, 2)
    left, right = _columns(chance, 2)
    if made.report.figures[_cell(one, left)] or made.report.figures[_cell(other, right)]:
        return None
    corners = ((one, left, -1), (one, right, 1), (other, left, 1), (other, right, -1))
    return _slip(made.report, *((_cell(row, column), step * sign) for row, column, sign in corners))


def negative_request(chance: random.Random, made: Written) -> Planting | None:
    """A negative number in 表三 where all sums are right."""
    return _squares(chance, made, 1)


def negative_remedy(chance: random.Random, made: Written) -> Planting | None:
    """A negative result in 表四 made up for by another."""
    block = chance.choice(BLOCKS).key
    if made.report.figures[f"remedies.{block}.other"]:
        return None
    return _slip(made.report, (f"remedies.{block}.other", -1), (f"remedies.{block}.upheld", 1))


def negative_decisions(chance: random.Random, made: Written) -> Planting:
    """A number of 表二 with a minus before it."""
    key = f"proactive.{chance.choice(('rules.repealed', 'compulsory_measures', 'administrative_fees_wan_yuan'))}"
    step = -(2 * (made.report.figures[key] or 0) + 1)
    return _slip(made.report, (key, step))


def fraction_of_request(chance: random.Random, made: Written) -> Planting | None:
    """Halves in 表三 that make whole sums."""
    return _squares(chance, made, Decimal("0.5"))


def fraction_of_decisions(chance: random.Random, made: Written) -> Planting:
    """A fraction of a permit or a penalty."""
    key = f"proactive.{chance.choice(('permits', 'penalties', 'rules.issued'))}"
    return _slip(made.report, (key, Decimal("0.5")))


def wrong_carry(chance: random.Random, made: Written) -> Planting | None:
    """One more carried in than was carried out last year, and one less received: in this year alone all is right."""
    column = next(
        (key for key in _columns(chance, 6) if made.report.figures[_cell("received", key)]), None
    )
    if column is None:
        return None
    rows = (("carried_in", 1), ("received", -1))
    steps = [(_cell(row, part), sign) for row, sign in rows for part in (column, "total")]
    return _retold(made, *steps)


def wrong_stock(chance: random.Random, made: Written) -> Planting:
    """Documents in force that do not follow from last year's."""
    line = chance.choice(("rules", "normative_documents"))
    key = f"proactive.{line}.in_force"
    return _retold(made, (key, chance.choice((1, 2, 5))))


def rules_without_power(_chance: random.Random, made: Written) -> Planting:
    """A 规章 made by an organ that cannot make any."""
    return _retold(made, ("proactive.rules.issued", 1), ("proactive.rules.in_force", 1))


def a_zero_too_many(chance: random.Random, made: Written) -> Planting | None:
    """Ten times the permits, in the text too."""
    key = f"proactive.{chance.choice(('permits', 'penalties'))}"
    usual = made.report.figures[key] or 0
    return _retold(made, (key, 19 * usual)) if usual > 5 else None


def fees_in_yuan(_chance: random.Random, made: Written) -> Planting | None:
    """元 where 万元 belong."""
    key = "proactive.administrative_fees_wan_yuan"
    fees = made.report.figures[key] or 0
    return _retold(made, (key, 9_999 * fees)) if fees > 2 else None


def no_penalties(_chance: random.Random, made: Written) -> Planting | None:
    """The penalties of a department left at 0 that has taken measures."""
    measures, penalties = "proactive.compulsory_measures", "proactive.penalties"
    if made.organ.kind != "county_department" or not made.report.figures[measures]:
        return None
    report, places = _retold(made, (penalties, -(made.report.figures[penalties] or 0)))
    return report, (*places, measures)


def _emptied(report: AnnualReport, keys: Iterable[str], reason: Reason, raw: str = "") -> Planting:
    lost = tuple(keys)
    notes = tuple(Note(key, reason, raw) for key in lost)
    return replace(_changed(report, dict.fromkeys(lost)), notes=(*report.notes, *notes)), lost


def _of(report: AnnualReport, table: int) -> list[Cell]:
    return [cell for cell in report.cells() if cell.table == table]


def blank_zeros(chance: random.Random, made: Written) -> Planting:
    """Zeros left out in 表三."""
    zeros = [cell.key for cell in _of(made.report, 3) if made.report.figures[cell.key] == 0]
    return _emptied(made.report, chance.sample(zeros, min(5, len(zeros))), "blank")


def blank_figure(chance: random.Random, made: Written) -> Planting | None:
    """A figure left out that is not zero."""
    known = [cell.key for cell in _of(made.report, 4) if made.report.figures[cell.key]]
    return _emptied(made.report, [chance.choice(known)], "blank") if known else None


def dashes(_chance: random.Random, made: Written) -> Planting:
    """A dash where a zero belongs: read as zero, and said."""
    keys = ("proactive.rules.issued", "proactive.rules.in_force")
    notes = tuple(Note(key, "dash", "—") for key in keys)
    return replace(made.report, notes=(*made.report.notes, *notes)), keys


def unreadable(chance: random.Random, made: Written) -> Planting:
    """A letter for a digit."""
    key = chance.choice([cell.key for cell in _of(made.report, 3)])
    return _emptied(made.report, [key], "unreadable", "l0")


def missing_row(chance: random.Random, made: Written) -> Planting:
    """A row of 表三 that is not there."""
    row = f"requests.{chance.choice(OUTCOMES)}"
    report, lost = _emptied(
        made.report,
        (cell.key for cell in _of(made.report, 3) if cell.key.startswith(row + ".")),
        "not_found",
    )
    return report, (row, *lost)


def missing_column(chance: random.Random, made: Written) -> Planting:
    """A column of 表三 that is not there."""
    [column] = _columns(chance, 1)
    return _emptied(
        made.report,
        (cell.key for cell in _of(made.report, 3) if cell.key.endswith("." + column)),
        "not_found",
    )


def missing_table(table: int) -> Plant:
    """A whole table that is not there."""

    def plant(_chance: random.Random, made: Written) -> Planting:
        return _emptied(made.report, (cell.key for cell in _of(made.report, table)), "not_found")

    return plant
