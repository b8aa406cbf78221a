"""The comparison of one year: every organ with its measure, its rank and whether it stands out; and those without a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongkai.annual_reports.collecting.series import StandingReport
from gongkai.annual_reports.comparing import standing_out
from gongkai.annual_reports.comparing.measures import Measure, Measured, measured
from gongkai.annual_reports.comparing.standing_out import Side, Spread
from gongkai.common.charts.lettering import number_text

Persons = Mapping[int, int]
"""Population by organ."""


@dataclass(frozen=True, slots=True)
class Line:
    """One organ in the order of its number. ``rank`` is shared by equals, None for a share of too few pieces."""

    rank: int | None
    standing: StandingReport
    measured: Measured
    number: Decimal
    side: Side

    @property
    def side_label(self) -> str:
        """明显偏高, 明显偏低 or nothing."""
        return standing_out.LABELS[self.side]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines, highest first, shares of few pieces last; those without a number, what is usual, and how that was decided."""

    measure: Measure
    lines: tuple[Line, ...]
    without: tuple[tuple[StandingReport, str], ...]
    spread: Spread | None
    how: str

    @property
    def most(self) -> Decimal:
        """The highest number."""
        return max((line.number for line in self.lines), default=Decimal(0))

    def standing_out(self, side: Side) -> list[Line]:
        """The lines that stand out to that side."""
        return [line for line in self.lines if line.side == side]


def compared(measure: Measure, reports: Sequence[StandingReport], persons: Persons) -> Table:
    """The table of one measure over the reports of one year."""
    found = [(one, measured(measure, one.value, persons.get(one.agency.pk))) for one in reports]
    judged = [value for _, value in found if value.comparable]
    numbers = [float(value.number or 0) for value in judged]
    by_times = measure.unit != "%"
    sides = iter(standing_out.sides(numbers, by_times=by_times))
    told = [(one, value, next(sides) if value.comparable else "") for one, value in found]
    lines = _lines([(one, value, side) for one, value, side in told if value.number is not None])
    without = tuple((one, value.why) for one, value in found if value.number is None)
    how = standing_out.in_words(len(numbers), by_times=by_times)
    return Table(measure, lines, without, standing_out.spread(numbers), how)


def _lines(told: list[tuple[StandingReport, Measured, Side]]) -> tuple[Line, ...]:
    ordered = sorted(
        told, key=lambda each: (not each[1].comparable, -(each[1].number or 0), each[0].agency.code)
    )
    judged = [value.number for _, value, _ in ordered if value.comparable]
    return tuple(
        Line(
            judged.index(value.number) + 1 if value.comparable else None,
            one,
            value,
            value.number or Decimal(0),
            side,
        )
        for one, value, side in ordered
    )


def rounded(number: Decimal | float, unit: str) -> Decimal:
    """As it is shown: pieces whole, shares and rates to one place, money to two."""
    places = {"件": "1", "%": "0.1", "件/万人": "0.01", "万元": "0.01"}[unit]
    return Decimal(str(number)).quantize(Decimal(places), ROUND_HALF_UP)


def between(lower: float, upper: float, unit: str) -> str:
    """Two numbers with their unit once: 3—16 件."""
    return f"{number_text(rounded(lower, unit))}—{shown(upper, unit)}"


def shown(number: Decimal | float | None, unit: str) -> str:
    """A number with its unit: 1,234 件, 33.3%, 未填."""
    if number is None:
        return number_text(None)
    return number_text(rounded(number, unit)) + ("%" if unit == "%" else f" {unit}")
