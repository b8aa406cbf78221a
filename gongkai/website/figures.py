"""What the figures of a report say, as charts with their findings: who asked, how it ended, remedies, decisions, the years.

A chart is left out where it would show nothing but zeros; the page then says so in a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gongkai.common.charts import Bar, Group, Series, bars, grouped_bars, lines
from gongkai.common.charts.lettering import number_text
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    OTHER,
    REFUSED,
    RESULTS,
    UNAVAILABLE,
    UNPROCESSED,
    outcome_rows,
)
from gongkai.law.annual_report.report import AnnualReport, Figure

SECOND = "chart__bar--2"
GROUP_LABELS = {
    REFUSED: "不予公开",
    UNAVAILABLE: "无法提供",
    UNPROCESSED: "不予处理",
    OTHER: "其他处理",
}
DECISIONS = (
    ("permits", "行政许可"),
    ("penalties", "行政处罚"),
    ("compulsory_measures", "行政强制"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the small table that stands beside a chart."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, the finding above it, and its figures as a table."""

    title: str
    drawing: SafeString
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure worth showing by itself."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A year in figures for the first page."""

    counts: tuple[Count, ...]
    picture: Picture | None


def figure(report: AnnualReport, key: str) -> Figure:
    """A figure of the report; None where it has none."""
    return report.figures.get(key)


def total(report: AnnualReport, row: str) -> Figure:
    """The 总计 of a row of 表三."""
    return figure(report, f"requests.{row}.total")


def outcome_groups(report: AnnualReport) -> list[tuple[str, Figure]]:
    """How many requests ended in each of the six ways; None where every figure is missing."""
    sums: dict[str, Figure] = {}
    for row in outcome_rows(undivided=report.undivided):
        label = GROUP_LABELS.get(row.group, row.label.partition("（")[0])
        value = total(report, row.key)
        sums[label] = value if sums.get(label) is None else sums[label] + (value or 0)
    return list(sums.items())


def overview(report: AnnualReport) -> Overview:
    """The counts and the chart of the first page."""
    counts = (
        ("新收公开申请", total(report, "received")),
        ("办结公开申请", total(report, "concluded")),
        ("现行有效规范性文件", figure(report, "proactive.normative_documents.in_force")),
    )
    shown = tuple(
        Count(label, f"{number_text(value)} 件") for label, value in counts if value is not None
    )
    return Overview(shown, outcomes_picture(report))


def pictures_of(report: AnnualReport, chapter: str) -> tuple[Picture, ...]:
    """The charts that stand with the table of a chapter."""
    drawn = {
        "proactive": (decisions_picture,),
        "requests": (applicants_picture, outcomes_picture),
        "remedies": (remedies_picture,),
    }
    found = (draw(report) for draw in drawn.get(chapter, ()))
    return tuple(picture for picture in found if picture)


def nothing_said(report: AnnualReport, chapter: str) -> str:
    """What to say instead of a chart where all figures are 0."""
    if chapter == "requests" and total(report, "received") == total(report, "concluded") == 0:
        return "本年没有收到政府信息公开申请，也没有上年结转的申请办结。"
    values = [figure(report, f"remedies.{block.key}.total") for block in BLOCKS]
    if chapter == "remedies" and all(value == 0 for value in values):
        return "本年没有因政府信息公开引起的行政复议和行政诉讼。"
    return ""


def applicants_picture(report: AnnualReport) -> Picture | None:
    """Who asked this year."""
    found = [
        (column.label, figure(report, f"requests.received.{column.key}")) for column in APPLICANTS
    ]
    return _bars("applicants", _finding(report, "新收申请", "received", found), found)


def outcomes_picture(report: AnnualReport) -> Picture | None:
    """How requests ended this year."""
    found = outcome_groups(report)
    return _bars("outcomes", _finding(report, "办结申请", "concluded", found), found)


def decisions_picture(report: AnnualReport) -> Picture | None:
    """Decisions of the year; the trial form of 2019 counts otherwise and has no such chart."""
    if report.edition != "2021":
        return None
    found = [(label, figure(report, f"proactive.{key}")) for key, label in DECISIONS]
    most = _most(found)
    return _bars("decisions", f"本年处理决定中{most[0]}最多" if most else "", found)


def remedies_picture(report: AnnualReport) -> Picture | None:
    """How remedies ended."""
    groups = [
        Group(
            block.group + (f"：{block.label}" if block.group else block.label),
            [
                Bar(result.label, figure(report, f"remedies.{block.key}.{result.key}"))
                for result in RESULTS
            ],
        )
        for block in BLOCKS
    ]
    values = [row.value for group in groups for row in group.bars]
    if not any(values):
        return None
    title = f"本年行政复议、行政诉讼共 {number_text(sum(value or 0 for value in values))} 件"
    rows = tuple(
        Row(f"{group.label}，{bar.label}", bar.text) for group in groups for bar in group.bars
    )
    return Picture(title, grouped_bars("remedies-chart", title, groups), rows)


def years_picture(reports: Sequence[AnnualReport]) -> Picture | None:
    """Requests received and concluded over the years; ``reports`` in order of years. None for fewer than two."""
    if len(reports) < 2:
        return None
    labels = [str(report.year) for report in reports]
    received = [total(report, "received") for report in reports]
    concluded = [total(report, "concluded") for report in reports]
    if not any((*received, *concluded)):
        return None
    title = f"{labels[0]}—{labels[-1]}年收到和办结的申请"
    drawing = lines(
        "years-chart",
        title,
        labels,
        [Series("新收", received), Series("办结", concluded, "chart__line--2")],
    )
    said = zip(labels, received, concluded, strict=True)
    rows = tuple(
        Row(f"{year}年", f"新收 {number_text(got)}，办结 {number_text(done)}")
        for year, got, done in said
    )
    return Picture(title, drawing, rows)


def _finding(report: AnnualReport, what: str, row: str, found: Sequence[tuple[str, Figure]]) -> str:
    """2024年新收申请 12 件，自然人最多（10 件）."""
    most = _most(found)
    year = f"{report.year}年" if report.year else "本年"
    head = f"{year}{what} {number_text(total(report, row))} 件"
    return f"{head}，{most[0]}最多（{number_text(most[1])} 件）" if most else head


def _most(found: Sequence[tuple[str, Figure]]) -> tuple[str, Figure] | None:
    """The largest, if it is one alone and not nothing."""
    known = sorted((pair for pair in found if pair[1]), key=lambda pair: pair[1], reverse=True)
    if not known or (len(known) > 1 and known[0][1] == known[1][1]):
        return None
    return known[0]


def _bars(name: str, title: str, found: Sequence[tuple[str, Figure]]) -> Picture | None:
    """Bars for figures that are not all nothing."""
    if not any(value for _, value in found):
        return None
    rows = [Bar(label, value, after=" 件") for label, value in found]
    said = tuple(Row(row.label, row.text) for row in rows)
    return Picture(
        title or "本年处理决定", bars(f"{name}-chart", title or "本年处理决定", rows), said
    )
