"""A published annual report as the site shows it: its value, its corrections and its earlier versions, out of the payload.

Not here: how its tables are laid out (``report_tables``) and what its figures say (``figures``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import UnreadableReport
from gongkai.paperwork.contract_json import from_contract
from gongkai.release import queries
from gongkai.release.models import PublicDocument


@dataclass(frozen=True, slots=True)
class Correction:
    """When a report was corrected and what the note says."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A version that was public before: its number, since when, and its contract."""

    number: int
    published_at: datetime
    contract: Mapping[str, Any]

    @property
    def value(self) -> AnnualReport:
        """The report as it stood then."""
        return from_contract(self.contract)


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """A report with the document it was released as."""

    document: PublicDocument
    value: AnnualReport

    @property
    def year(self) -> int:
        """The year it reports on."""
        return self.document.year or self.value.year or 0

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was corrected, the newest first."""
        rows = self.document.payload.get("corrections", ())
        found = [Correction(datetime.fromisoformat(row["at"]), row["note"]) for row in rows]
        return tuple(sorted(found, key=lambda row: row.at, reverse=True))

    @property
    def earlier(self) -> tuple[EarlierVersion, ...]:
        """The versions that were public before, the newest first."""
        rows = (row for row in self.document.payload.get("earlier", ()) if row.get("report"))
        found = [
            EarlierVersion(
                row["number"], datetime.fromisoformat(row["published_at"]), row["report"]
            )
            for row in rows
        ]
        return tuple(sorted(found, key=lambda row: row.number, reverse=True))


def published_report(document: PublicDocument | None) -> PublishedReport | None:
    """The report that a document holds; None where there is none to be read."""
    if document is None:
        return None
    try:
        return PublishedReport(document, from_contract(document.payload.get("report")))
    except UnreadableReport:
        return None


def published_reports(agency: Agency, most: int) -> list[PublishedReport]:
    """The newest reports of an organ, the newest year first."""
    found = (published_report(document) for document in queries.reports(agency)[:most])
    return [report for report in found if report]
