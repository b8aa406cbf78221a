"""Where a report whose figures were taken from the records no longer says what the records say."""

from collections.abc import Iterator

from gongkai.annual_reports.compiling.compiled import FORM, whole_of
from gongkai.annual_reports.compiling.evidence import span_of
from gongkai.annual_reports.compiling.gaps import Gap, gaps
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import Report
from gongkai.law.annual_report import AnnualReport, Figure, Finding
from gongkai.law.annual_report.definitions import RECORD_LABELS, definition_of
from gongkai.law.annual_report.findings import Finder, plain
from gongkai.law.citation import Cite


def off_the_records(report: Report, value: AnnualReport) -> Iterator[Finding]:
    """A warning for figures of a part of the year and for each cell that differs from its records; a note for each record
    that could not be counted.

    Nothing for a report that was typed in or imported.
    """
    if not report.compiled or value.edition != "2021":
        return
    span, finder = span_of(report), Finder(value)
    whole = whole_of(report.agency, span)
    if not span.is_whole:
        yield _unfinished(finder, span)
    there = whole.figures
    for cell in FORM:
        here, records = value.figures.get(cell.key), there[cell.key]
        if records is None or here is None or here == records or cell.key.endswith(".total"):
            continue
        yield _finding(finder, cell.key, cell.title, here, records)

    for gap in gaps(report.agency, span, whole.below):
        yield _open(finder, gap)


def _unfinished(finder: Finder, span: Span) -> Finding:
    """The figures were taken before the year was over."""
    said = f"三张表的数字只到 {span.last}，不是全年；年度结束后请到“从记录看年报”重新填入"
    cite, evidence = Cite("条例", 49), f"截至 {span.last}"
    return finder.finding("records", "requests", "warning", said, evidence=evidence, cite=cite)


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
