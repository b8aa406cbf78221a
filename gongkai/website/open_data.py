"""The published annual reports as data to take away: one JSON with its dictionary, one CSV with a figure a line.

Only what is public: the newest public version of each report, of the organ whose site it is, at the main site of all organs
shown there. The same for the same reports, so that programs can tell by its tag whether anything changed.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.common.clock import LAW_ZONE
from gongkai.common.listing.export import harmless
from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.report import Figure
from gongkai.release import queries
from gongkai.website.data_dictionary import fields
from gongkai.website.reports import PublishedReport, published_report
from gongkai.website.site import Site

FORMAT = "gongkai.open-reports/1"
MOST_REPORTS = 3000
"""In one file; where there are more it says so, and the sites of the organs have the rest."""
HEAD = ("机关代码", "机关", "年度", "格式", "表", "行", "列", "单位", "数据", "字段")
NOTES = (
    "数据取自各机关已经公布的政府信息公开工作年度报告的最新一版。",
    "null（CSV 里为空）是报告里没有填的格，不是 0。",
    "金额、小数写成字符串，不损失精度；件数是整数。",
    "2019、2020 年度报告用试行格式，表二口径不同，字段也不同，不宜与以后年度相加或者比较。",
)


@dataclass(frozen=True, slots=True)
class OpenReports:
    """The reports by organ and year; ``whole`` says whether these are all."""

    reports: tuple[PublishedReport, ...]
    whole: bool


def open_reports(site: Site, today: date) -> OpenReports:
    """The reports that the site's data hold."""
    found = list(queries.reports_of(_organs(site, today))[: MOST_REPORTS + 1])
    read = (published_report(document) for document in found[:MOST_REPORTS])
    return OpenReports(tuple(one for one in read if one), len(found) <= MOST_REPORTS)


def _organs(site: Site, today: date) -> list[int]:
    """The organ of the site; at the root also every other organ shown there."""
    if site.root != "/":
        return [site.agency.pk]
    shown = Agency.objects.filter(in_force(today), has_site=True)
    return [site.agency.pk, *shown.values_list("pk", flat=True)]


def as_json(site: Site, found: OpenReports, top: str) -> bytes:
    """The reports with the dictionary of their fields; ``top`` is the absolute address of the main site."""
    said = {
        "format": FORMAT,
        "title": f"{site.name}政府信息公开工作年度报告数据",
        "publisher": site.sponsor,
        "notes": NOTES,
        "fields": [field.to_json() for field in fields()],
        "whole": found.whole,
        "reports": [_report(report, _home(site, report, top)) for report in found.reports],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _home(site: Site, report: PublishedReport, top: str) -> str:
    """Where the site of the report's organ begins."""
    document = report.document
    if document.agency_id == site.agency.pk:
        return top + site.root.removeprefix("/")
    return f"{top}o/{document.agency.code}/"


def _report(report: PublishedReport, home: str) -> dict[str, Any]:
    document = report.document
    return {
        "organ_code": document.agency.code,
        "organ": document.agency_name,
        "year": report.year,
        "form": report.value.edition,
        "title": document.title,
        "published_on": document.first_published_at.astimezone(LAW_ZONE).date().isoformat(),
        "corrected": bool(report.corrections),
        "url": f"{home}{document.path}",
        "figures": {key: _number(figure) for key, figure in report.value.figures.items()},
    }


def _number(figure: Figure) -> int | str | None:
    return plain(figure) if isinstance(figure, Decimal) else figure


def as_csv(reports: Iterable[PublishedReport]) -> bytes:
    """A figure a line, with the mark by which spreadsheets know UTF-8; no cell can be taken for a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in _rows(reports):
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(reports: Iterable[PublishedReport]) -> Iterator[list[Any]]:
    known = {field.key: field for field in fields()}
    for report in reports:
        document, value = report.document, report.value
        about = [document.agency.code, document.agency_name, report.year, value.edition]
        for cell in value.cells():
            field = known[cell.key]
            figure = value.figures.get(cell.key)
            told = [field.table, cell.row, cell.column, field.unit, figure, cell.key]
            yield about + told
