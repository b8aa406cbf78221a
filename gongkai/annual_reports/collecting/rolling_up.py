"""A government's figures as the sum of its organs' reports, cell by cell, with every contribution and with what is not in it.

A pure read with a constant number of queries; nothing is guessed, and nothing is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.organs import Member, members
from gongkai.annual_reports.models import HandedIn
from gongkai.law.annual_report import AnnualReport, Note
from gongkai.law.annual_report.form import Cell, cells
from gongkai.law.annual_report.ledger import Ledger, Number
from gongkai.law.annual_report.summing import sums
from gongkai.law.collection_states import COUNTED
from gongkai.paperwork.contract_json import loads

EDITION = "2021"


@dataclass(frozen=True, slots=True)
class Part:
    """One organ's report in the sum. ``before`` is what was accepted of it earlier, where it was corrected."""

    member: Member
    handed_in: HandedIn
    ledger: Ledger
    before: Ledger | None = None

    @property
    def name(self) -> str:
        """The organ's name at the end of the year."""
        return self.member.name


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one organ gives to a cell: its figure, None where its report does not tell; ``why`` says why a cell is empty."""

    part: Part
    figure: Number | None
    why: str


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The sum. ``parts`` are the organs in it, ``missing`` those that have nothing accepted, ``other_form`` those whose report
    is in the form of 2019, which has other cells.

    ``figures`` has every cell of the 2021 form, None where a part does not tell.
    """

    collector: Agency
    year: int
    parts: tuple[Part, ...]
    missing: tuple[Member, ...]
    other_form: tuple[Member, ...]
    figures: Mapping[str, Number | None]

    @property
    def is_complete(self) -> bool:
        """Whether every organ that owes a report is in the sum, and every cell is known."""
        return not (self.missing or self.other_form or self.unknown)

    @property
    def unknown(self) -> tuple[Cell, ...]:
        """The cells whose sum is not known."""
        return tuple(cell for cell in summed_cells() if self.figures[cell.key] is None)

    def contributions(self, key: str) -> list[Contribution]:
        """What each organ gives to a cell, by code."""
        return [
            Contribution(part, part.ledger.number(key), part.ledger.why_empty(key))
            for part in self.parts
        ]

    def silent(self, key: str) -> list[Part]:
        """The organs whose report does not tell the cell."""
        return [part for part in self.parts if part.ledger.number(key) is None]

    def value(self) -> AnnualReport:
        """The sum as a report without texts; cells that are not known are noted as not found."""
        notes = tuple(Note(cell.key, "not_found") for cell in self.unknown)
        return AnnualReport(EDITION, dict(self.figures), year=self.year, notes=notes)

    def evidence(self) -> dict[str, Any]:
        """The list of organs that is frozen with the sum: which handing-in of each, with its hash, and who is not in it."""
        return {
            "organs": [
                {
                    "code": part.member.agency.code,
                    "name": part.name,
                    "number": part.handed_in.number,
                    "sha256": part.handed_in.sha256,
                    "state": part.handed_in.state,
                }
                for part in self.parts
            ],
            "missing": [
                {"code": one.agency.code, "name": one.name}
                for one in (*self.missing, *self.other_form)
            ],
        }


def summed_cells() -> tuple[Cell, ...]:
    """The cells that are summed: all of the 2021 form."""
    return cells(EDITION, undivided=False)


def rolled_up(collector: Agency, year: int, *, with_waiting: bool = False) -> RolledUp:
    """The sum of what was accepted; ``with_waiting`` takes in what was handed in and still waits for acceptance.

    The collector's own report is part of it where one was handed in for the organ itself.
    """
    organs = members(collector, year)
    own = Member(collector, f"{collector.name}（本机关）", collector.short_name)
    states = COUNTED | {"handed_in"} if with_waiting else COUNTED
    found = _standing(collector, year, states)
    before = _replaced(collector, year)
    fit, other = [], []
    for member in (own, *organs):
        row = found.get(member.agency.pk)
        if row is None:
            continue
        ledger = Ledger.of(loads(row.frozen))
        earlier = before.get(member.agency.pk)
        if ledger.report.edition == EDITION and not ledger.report.undivided:
            fit.append(Part(member, row, ledger, Ledger.of(loads(earlier)) if earlier else None))
        else:
            other.append(member)
    return RolledUp(
        collector=collector,
        year=year,
        parts=tuple(fit),
        missing=tuple(one for one in organs if one.agency.pk not in found),
        other_form=tuple(other),
        figures=sums((part.ledger for part in fit), summed_cells()),
    )


def _standing(collector: Agency, year: int, states: Iterable[str]) -> dict[int, HandedIn]:
    """By organ the newest handing-in in one of the states."""
    rows = HandedIn.objects.filter(collector=collector, year=year, state__in=list(states))
    return {row.organ_id: row for row in rows.order_by("number")}


def _replaced(collector: Agency, year: int) -> dict[int, str]:
    """By organ, as frozen text, the newest that was accepted and then replaced."""
    rows = HandedIn.objects.filter(
        collector=collector, year=year, state="replaced", decided_at__isnull=False
    )
    return dict(rows.order_by("number").values_list("organ_id", "frozen"))
