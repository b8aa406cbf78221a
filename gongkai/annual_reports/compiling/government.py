"""A government's report: its own records, and what its departments and townships handed in and had accepted. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.rolling_up import Contribution, RolledUp, rolled_up
from gongkai.annual_reports.compiling.span import Span
from gongkai.law.annual_report import Figure
from gongkai.law.annual_report.summing import sum_of
from gongkai.law.report_duties import REPORT_DUTIES

GOVERNMENTS = frozenset(
    kind for row in REPORT_DUTIES if row.period == "report_of_government" for kind in row.organs
)
"""The kinds of organ whose report covers their departments and the governments below (《条例》第四十九条第二款)."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The figures of an organ's report. ``below``: the sum of its organs, None for an organ that reports on itself alone."""

    figures: Mapping[str, Figure]
    own: Mapping[str, Figure]
    below: RolledUp | None = None

    def contributions(self, cell: str) -> list[Contribution]:
        """What each organ below gives to a cell."""
        if self.below is None:
            return []
        collector = self.below.collector.pk
        found = self.below.contributions(cell)
        return [one for one in found if one.part.member.agency.pk != collector]


def with_organs_below(agency: Agency, span: Span, own: Mapping[str, Figure]) -> Whole:
    """The organ's own figures and, for a government, those that its organs handed in; a cell that one of them leaves open is open.

    Nothing is handed in before the year is over: until then a government's figures are its own.
    """
    if agency.kind not in GOVERNMENTS or not span.is_whole:
        return Whole(own, own)
    below = rolled_up(agency, span.year)
    whole = Whole(own, own, below)
    figures = {
        key: sum_of([figure, *(one.figure for one in whole.contributions(key))])
        for key, figure in own.items()
    }
    return Whole(figures, own, below)
