"""The comparison as a table for people who calculate on: a row for each organ and year, a column for each measure."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from gongkai.annual_reports.collecting.series import StandingReport
from gongkai.annual_reports.comparing.measures import MEASURES, Measure, measured
from gongkai.common.listing.parquet import Column

ABOUT: tuple[tuple[Column, str], ...] = (
    (Column("organ_code", "text"), "机关代码"),
    (Column("organ", "text"), "机关"),
    (Column("organ_kind", "text"), "机关种类"),
    (Column("year", "whole"), "报告年度"),
    (Column("form", "text"), "格式"),
    (Column("source", "text"), "来源"),
    (Column("accepted", "text"), "是否已接收"),
    (Column("persons", "whole"), "人口"),
)
SOURCES = {"system": "本系统", "file": "文件"}
PersonsByYear = Mapping[tuple[int, int], int]
"""Population by organ and year."""


def columns() -> list[Column]:
    """The columns as a program names them; shares keep their decimals."""
    return [column for column, _ in ABOUT] + [Column(one.key, _kind(one)) for one in MEASURES]


def _kind(measure: Measure) -> Any:
    return "whole" if measure.unit == "件" else "real"


def head() -> list[str]:
    """The columns in words, with their units."""
    named = [f"{one.label}（{one.unit}）" for one in MEASURES]
    return [label for _, label in ABOUT] + named


def rows(reports: Sequence[StandingReport], persons: PersonsByYear) -> Iterator[list[Any]]:
    """A row for each report; None where there is no number."""
    for one in reports:
        people = persons.get((one.agency.pk, one.year))
        about = [
            one.agency.code,
            one.agency.name,
            one.agency.get_kind_display(),
            one.year,
            one.value.edition,
            SOURCES[one.source],
            "是" if one.accepted else "否",
            people,
        ]
        yield about + [_exact(measure, one, people) for measure in MEASURES]


def _exact(measure: Measure, one: StandingReport, people: int | None) -> int | Decimal | None:
    """Pieces whole, everything else to six places."""
    number = measured(measure, one.value, people).number
    if number is None or measure.unit != "件":
        return None if number is None else round(number, 6)
    return int(number)
