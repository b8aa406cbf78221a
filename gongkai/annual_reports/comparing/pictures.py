"""The charts of a comparison, each with a title that says what it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from gongkai.annual_reports.collecting.series import StandingReport
from gongkai.annual_reports.comparing.measures import OUTCOMES, Measure, measured, shares
from gongkai.annual_reports.comparing.table import Persons, Table, rounded, shown
from gongkai.common.charts import Part, Series, Stack, lines, stacked_bars
from gongkai.law.catalogue.item import ORGAN_LABELS

_KINDS = ("", "chart__bar--3", "chart__bar--5", "chart__bar--4", "chart__bar--2", "chart__bar--6")
_LINES = ("", "chart__line--3", "chart__line--4", "chart__line--5", "chart__line--2")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what it says, and its figures as a table: headings and rows."""

    says: str
    drawn: SafeString
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def finding(table: Table) -> str:
    """What the ranking says in a sentence."""
    unit = table.measure.unit
    if not table.lines or table.spread is None:
        few = "，件数都太少" if table.lines else ""
        return f"{table.measure.label}：没有可以比较的数字{few}"
    first = table.lines[0]
    middle = shown(table.spread.middle, unit)
    best = f"{first.standing.agency.name}最高（{shown(first.number, unit)}）"
    return f"{table.measure.label}：中位数 {middle}，{best}"


def trend(
    measure: Measure,
    years: Sequence[int],
    organs: Sequence[str],
    found: Sequence[Sequence[Decimal | None]],
) -> Chart:
    """A line for each organ over the years."""
    first = min((_first(row) for row in found), default=0)
    years, found = years[first:], [row[first:] for row in found]
    values = [[None if one is None else rounded(one, measure.unit) for one in row] for row in found]
    series = [
        Series(name, row, kind) for name, row, kind in zip(organs, values, _LINES, strict=False)
    ]
    labels = [f"{year}年" for year in years]
    says = f"{measure.label}（{measure.unit}）：{years[0]}—{years[-1]}年"
    rows = [
        (name, *(shown(one, measure.unit) for one in row))
        for name, row in zip(organs, found, strict=True)
    ]
    drawn = lines("trend", says, labels, series)
    return Chart(says, drawn, ("机关", *labels), tuple(rows))


def _first(row: Sequence[Decimal | None]) -> int:
    """The place of the first year with a number."""
    return next((place for place, one in enumerate(row) if one is not None), len(row) - 1)


def years_of(
    measure: Measure, years: Sequence[int], reports: Iterable[StandingReport], persons: Persons
) -> dict[int, list[Decimal | None]]:
    """By organ the measure of each year, None where there is no report or no number."""
    by_year = {(one.agency.pk, one.year): one for one in reports}
    organs = {pk for pk, _ in by_year}
    return {
        pk: [_number(measure, by_year.get((pk, year)), persons.get(pk)) for year in years]
        for pk in organs
    }


def _number(measure: Measure, one: StandingReport | None, persons: int | None) -> Decimal | None:
    return measured(measure, one.value, persons).number if one else None


def outcomes(reports: Sequence[StandingReport]) -> Chart | None:
    """How requests ended, all organs together and by their kind; None where nothing was concluded."""
    known = [(one, found) for one in reports if (found := shares(one.value)) is not None]
    kinds = [kind for kind in ORGAN_LABELS if any(one.agency.kind == kind for one, _ in known)]
    stacks = [_stack("合计", [found for _, found in known])]
    if len(kinds) > 1:
        stacks += [
            _stack(ORGAN_LABELS[kind], [found for one, found in known if one.agency.kind == kind])
            for kind in kinds
        ]
    whole = stacks[0].whole
    if not whole:
        return None
    granted = 100 * stacks[0].parts[0].value / whole
    says = f"办结的 {whole:,} 件里，予以公开占 {granted:.0f}%"
    rows = [
        (each.label, *(f"{part.value:,}" for part in each.parts), f"{each.whole:,}")
        for each in stacks
    ]
    head = ("范围", *(label for _, label, _ in OUTCOMES), "合计")
    return Chart(says, stacked_bars("outcomes", says, stacks), head, tuple(rows))


def _stack(label: str, found: Sequence[dict[str, int | Decimal]]) -> Stack:
    parts = [
        Part(name, int(sum(one[key] for one in found)), kind)
        for (key, name, _), kind in zip(OUTCOMES, _KINDS, strict=True)
    ]
    return Stack(label, parts, " 件")
