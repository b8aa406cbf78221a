"""Where a report whose figures were taken from the records no longer says what the records say."""

from collections.abc import Iterator

from gongkai.annual_reports.compiling.compiled import FORM, whole_of
from gongkai.annual_reports.compiling.evidence import span_of
from gongkai.annual_reports.compiling.gaps import Gap, gaps
from gongkai.annual_reports.models import Report
from gongkai.law.annual_report import AnnualReport, Figure, Finding
from gongkai.law.annual_report.definitions import RECORD_LABELS, definition_of
from gongkai.law.annual_report.findings import Finder, plain
from gongkai.law.citation import Cite


def off_the_records(report: Report, value: AnnualReport) -> Iterator[Finding]:
    """A warning for each cell that differs from its records, a note for each record that could not be counted.

    Nothing for a report that was typed in or imported.
    """
    if not report.compiled or value.edition != "2021":
        return
    whole, finder = whole_of(report.agency, span_of(report)), Finder(value)
    there = whole.figures
    for cell in FORM:
        here, records = value.figures.get(cell.key), there[cell.key]
        if records is None or here is None or here == records or cell.key.endswith(".total"):
            continue
        yield _finding(finder, cell.key, cell.title, here, records)

    for gap in gaps(report.agency, span_of(report), whole.below):
        yield _open(finder, gap)


def _open(finder: Finder, gap: Gap) -> Finding:
    cite = Cite("年报格式")
    said = f"{gap.what}没有计入：{gap.why}"
    return finder.finding("records", gap.where, "note", said, evidence=gap.what, cite=cite)


def _finding(finder: Finder, key: str, title: str, here: Figure, records: Figure) -> Finding:
    definition = definition_of(key)
    source = RECORD_LABELS[definition.records]
    return finder.finding(
        "records",
        key,
        "warning",
        f"{title}填的是 {plain(here)}，按{source}应是 {plain(records)}",
        evidence=f"报告 {plain(here)}，{source} {plain(records)}",
        cite=definition.cite,
        left=here,
        right=records,
        cells=(key,),
    )
