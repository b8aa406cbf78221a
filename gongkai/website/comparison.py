"""Years side by side: the figures that people compare, one a row, one column a year. The two forms' 表二 are never mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.form import BLOCKS, proactive_lines
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.form_tables import figure_text
from gongkai.website.figures import figure, outcome_groups, total

OTHER_FORM = "—"
"""Stands where a year's report was in the trial form, which counts otherwise."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what, and its figure in each year."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one chapter."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The years, from the earliest, and the sections; ``mixed`` says that some years are in the trial form."""

    years: tuple[str, ...]
    sections: tuple[Section, ...]
    mixed: bool


def comparison(reports: Sequence[AnnualReport]) -> Comparison:
    """The reports, given in order of years, side by side."""
    return Comparison(
        tuple(f"{report.year}年" for report in reports),
        (
            Section("主动公开", _proactive(reports)),
            Section("公开申请", _requests(reports)),
            Section("行政复议、行政诉讼", _remedies(reports)),
        ),
        any(report.edition != "2021" for report in reports),
    )


def _proactive(reports: Sequence[AnnualReport]) -> tuple[Line, ...]:
    """表二 of the form of 2021."""
    return tuple(
        Line(
            f"{line.label}：{heading}",
            tuple(_of_2021(report, _key(line.key, part)) for report in reports),
        )
        for line in proactive_lines("2021")
        for part, heading, _ in line.cells
    )


def _key(line: str, part: str) -> str:
    return f"proactive.{line}.{part}" if part else f"proactive.{line}"


def _of_2021(report: AnnualReport, key: str) -> str:
    return figure_text(figure(report, key)) if report.edition == "2021" else OTHER_FORM


def _requests(reports: Sequence[AnnualReport]) -> tuple[Line, ...]:
    """The totals of 表三: what came in, how it ended, what is left."""
    before = [("新收", "received"), ("上年结转", "carried_in")]
    after = [("办结合计", "concluded"), ("结转下年度", "carried_out")]
    groups = [dict(outcome_groups(report)) for report in reports]
    names = list(dict.fromkeys(name for group in groups for name in group))
    ended = [
        Line(f"其中：{name}", tuple(figure_text(group.get(name)) for group in groups))
        for name in names
    ]
    return (*_totals(reports, before), *ended, *_totals(reports, after))


def _totals(reports: Sequence[AnnualReport], rows: Sequence[tuple[str, str]]) -> list[Line]:
    return [
        Line(label, tuple(figure_text(total(report, key)) for report in reports))
        for label, key in rows
    ]


def _remedies(reports: Sequence[AnnualReport]) -> tuple[Line, ...]:
    """The totals of 表四, and how many were set right."""
    return tuple(
        Line(
            f"{block.group}{'：' if block.group else ''}{block.label}，{label}",
            tuple(figure_text(figure(report, f"remedies.{block.key}.{key}")) for report in reports),
        )
        for block in BLOCKS
        for key, label in (("total", "总计"), ("corrected", "结果纠正"))
    )
