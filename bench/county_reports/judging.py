"""Holds findings against what was planted.

A planted error counts as found if a finding of its own rule, in its own report, touches a place that is wrong: names it as
``where`` or among its ``cells``. A finding counts as true if it touches a place that is wrong in the report, or, where two years
are compared, in last year's: a wrong cell breaks each balance it stands in, and each is rightly told. Every other finding
counts as false, notes included, since the reports are flawless but for what was planted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bench.county_reports.county import County
from bench.county_reports.planting import Planted
from gongkai.law.annual_report import check
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.catalogue.item import OrganKind


class Found(Protocol):
    """What a checker says: by which rule, and of which places."""

    @property
    def rule(self) -> str:
        """The rule."""

    @property
    def where(self) -> str:
        """The place it is told of."""

    @property
    def cells(self) -> tuple[str, ...]:
        """All cells it rests on."""


ACROSS_YEARS = frozenset({"carry_over", "in_force", "plausibility"})
Checker = Callable[[AnnualReport, AnnualReport | None, OrganKind], Iterable[Found]]
"""A report, last year's, and the kind of organ: what is to be said of it."""


def ours(report: AnnualReport, previous: AnnualReport | None, kind: OrganKind) -> Iterable[Found]:
    """What ``check`` says."""
    return check(report, previous, organ_kind=kind)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a checker made of a county: the errors it told, those it missed, and its findings, true and false."""

    told: tuple[Planted, ...]
    missed: tuple[Planted, ...]
    true: int
    false: tuple[tuple[int, int, Found], ...]

    @property
    def recall(self) -> float:
        """The share of what was planted that was told."""
        return len(self.told) / (len(self.told) + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of findings that are about what was planted; 1 where nothing was said."""
        return self.true / (self.true + len(self.false)) if self.true or self.false else 1.0


def judged(
    whole: County, planted: Iterable[Planted], checker: Checker, *, by_rule: bool = True
) -> Verdict:
    """The verdict on a checker; without ``by_rule`` any finding that touches the place will do."""
    errors = {(error.organ, error.year): error for error in planted}
    told: list[Planted] = []
    true, false = 0, []
    for (organ, year), made in whole.reports.items():
        here, last = errors.get((organ, year)), errors.get((organ, year - 1))
        before = whole.reports.get((organ, year - 1))
        found = list(checker(made.report, before.report if before else None, made.organ.kind))
        for finding in found:
            across = finding.rule in ACROSS_YEARS
            if any(_touches(finding, error) for error in (here, across and last) if error):
                true += 1
            else:
                false.append((organ, year, finding))
        if here and any(
            _touches(each, here) and (not by_rule or each.rule == here.kind.rule) for each in found
        ):
            told.append(here)
    missed = tuple(error for error in errors.values() if error not in told)
    return Verdict(tuple(told), missed, true, tuple(false))


def _touches(finding: Found, error: Planted) -> bool:
    return not error.places.isdisjoint({finding.where, *finding.cells})


def by_kind(planted: Iterable[Planted], told: Iterable[Planted]) -> Mapping[str, tuple[int, int]]:
    """By the name of each kind: how many were told, of how many."""
    heard = set(told)
    counts: dict[str, tuple[int, int]] = {}
    for error in planted:
        before, of = counts.get(error.kind.name, (0, 0))
        counts[error.kind.name] = before + (error in heard), of + 1
    return counts
