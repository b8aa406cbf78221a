"""A report from top to bottom as the page shows it: the parts of ``paperwork``'s flow, with charts beside the tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.flow import Text, flow
from gongkai.paperwork.printing.form_tables import FormTable
from gongkai.website.figures import Picture, nothing_said, pictures_of
from gongkai.website.report_tables import WebTable, web_table

_ANCHORS = {chapter.heading: chapter.key for chapter in CHAPTERS}


@dataclass(frozen=True, slots=True)
class WebPart:
    """A line of text with its role, or a table with its charts. ``anchor`` is the address of a chapter on the page."""

    role: str
    text: str = ""
    anchor: str = ""
    table: WebTable | None = None
    pictures: tuple[Picture, ...] = ()
    remark: str = ""


def parts_of(report: AnnualReport) -> list[WebPart]:
    """The parts in printed order, without the title, which the page has already."""
    return [part for part in _parts(report) if part.role != "title"]


def _parts(report: AnnualReport) -> Iterator[WebPart]:
    for part in flow(report):
        if isinstance(part, Text):
            anchor = _ANCHORS.get(part.text, "") if part.role == "heading" else ""
            yield WebPart(part.role, part.text, anchor)
        else:
            yield _table(report, part)


def _table(report: AnnualReport, table: FormTable) -> WebPart:
    return WebPart(
        "table",
        table=web_table(table),
        pictures=pictures_of(report, table.chapter),
        remark=nothing_said(report, table.chapter),
    )
