"""Reads of annual reports: the value, what the check says of it, last year's value, and until when it is to be published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gongkai.agencies.models import Agency
from gongkai.annual_reports.compiling.off import off_the_records
from gongkai.annual_reports.editing.saying import Beside, said_of
from gongkai.annual_reports.models import (
    CollectedBatch,
    HandedIn,
    Promise,
    Report,
    ReportDeadline,
    ReportVersion,
)
from gongkai.annual_reports.values import kept_counts, value_of, written_value
from gongkai.common.permissions import Actor, agencies_for
from gongkai.common.work import Light
from gongkai.law.annual_report import AnnualReport, Finding
from gongkai.law.annual_report.findings import in_order
from gongkai.law.annual_report.form import Cell
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import YearlyDate
from gongkai.law.report_duties import ReportDue, report_due
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar, workdays_between
from gongkai.paperwork.contract_json import loads
from gongkai.publishing.models import Item

SOON = 20
"""A report is due soon from this many working days before its last day."""


def as_value(report: Report) -> AnnualReport:
    """The report as the law's value, figures in its sentences: what is checked, printed, signed and shown."""
    return value_of(report)


def as_written(report: Report) -> AnnualReport:
    """The report as it was written, fields in its sentences: what is edited and saved."""
    return written_value(report)


def beside(report: Report) -> Beside:
    """What the sentences of a report are held against: its counts, last year's report and its open promises."""
    open_promises = tuple(unanswered(report).values_list("text", flat=True))
    return Beside(
        kept_counts(report), previous_value(report), report.agency.kind, promises=open_promises
    )


def unanswered(report: Report) -> QuerySet[Promise]:
    """Last year's promises of which nobody has said whether they were kept."""
    return Promise.objects.filter(
        report__agency_id=report.agency_id, report__year=report.year - 1, outcome=""
    )


def version_value(version: ReportVersion) -> AnnualReport:
    """What was frozen, as the law's value."""
    return loads(version.frozen)


def latest_version(report: Report) -> ReportVersion | None:
    """The version signed last, published or not."""
    return report.versions.order_by("-number").first()


def public_version(report: Report) -> ReportVersion | None:
    """The version published last: what the public sees, unless the report is withdrawn."""
    return report.versions.exclude(published_at=None).order_by("-number").first()


def source_of(report: Report) -> tuple[str, str]:
    """By what the item of a published report knows where it comes from."""
    return "annual_reports.report", str(report.pk)


def item_of(report: Report) -> Item:
    """The item of the report on the site; raises Item.DoesNotExist where it was never published."""
    kind, number = source_of(report)
    return Item.objects.get(source_type=kind, source_id=number)


def was_published(report: Report) -> bool:
    """Whether a version of it is or was public: what is done to it now is a correction."""
    return report.versions.exclude(published_at=None).exists()


def previous_value(report: Report) -> AnnualReport | None:
    """Last year's report of the same organ: what was signed, else what was imported; None where there is neither."""
    return last_year_of(report.agency, report.year)


def last_year_of(agency: Agency, year: int) -> AnnualReport | None:
    """The report of the year before ``year``: what was signed, else what was imported; None where there is neither."""
    last_year = Report.objects.filter(agency=agency, year=year - 1).first()
    if last_year is None:
        return None
    signed = public_version(last_year) or latest_version(last_year)
    if signed is not None:
        return version_value(signed)
    return value_of(last_year) if last_year.reading else None


def findings(report: Report, written: AnnualReport | None = None) -> list[Finding]:
    """All that is to be said of the report as it is being worked on, errors first, and where its figures leave the records.

    ``written`` is what stands in the form of the editor, where that is not what is kept.
    """
    value = as_written(report) if written is None else written
    said = said_of(value, beside(report))
    return in_order(value, [*said, *off_the_records(report, value)])


def unread_cells(value: AnnualReport) -> tuple[Cell, ...]:
    """The cells in which no number was found or could be read, and of which nobody has said that they are blank."""
    unread = {note.where for note in value.notes if note.reason in {"not_found", "unreadable"}}
    return tuple(
        cell for cell in value.cells() if value.figures[cell.key] is None and cell.key in unread
    )


def visible(actor: Actor) -> QuerySet[Report]:
    """The reports that a person may see."""
    organs = agencies_for(actor, "annual_reports.view")
    return Report.objects.filter(agency_id__in=organs).select_related("agency")


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for a report with its light. ``days_left`` counts working days, negative when late."""

    law: ReportDue
    light: Light
    days_left: int | None

    @property
    def day(self) -> date | None:
        """The last day."""
        return self.law.day

    @property
    def words(self) -> str:
        """The light in words: 还有 5 个工作日, 今天到期, 已逾期 2 个工作日; "" where there is nothing to count."""
        if self.light == "no_date":
            return ""
        if self.days_left is None:
            return "已逾期" if self.light == "late" else "还没有到期"
        if self.days_left < 0:
            return f"已逾期 {-self.days_left} 个工作日"
        return f"还有 {self.days_left} 个工作日" if self.days_left else "今天到期"


def due_of(agency: Agency, year: int, today: date, *, done: bool = False) -> Due:
    """Until when ``agency`` publishes its report of ``year``; with ``done`` nothing is late or due soon any more."""
    return dues_of([(agency, year)], today, done={(agency.pk, year)} if done else set())[
        agency.pk, year
    ]


def dues_of(
    wanted: list[tuple[Agency, int]], today: date, *, done: set[tuple[int, int]]
) -> Mapping[tuple[int, int], Due]:
    """``due_of`` for many reports with one query."""
    parents = {agency.parent_id for agency, _ in wanted if agency.parent_id}
    rows = ReportDeadline.objects.filter(agency_id__in=parents)
    fixed = {(row.agency_id, row.year): YearlyDate(row.month, row.day) for row in rows}
    return {
        (agency.pk, year): _due(
            agency,
            year,
            fixed.get((agency.parent_id, year)) or fixed.get((agency.parent_id, None)),
            None if (agency.pk, year) in done else today,
        )
        for agency, year in wanted
    }


def _due(agency: Agency, year: int, fixed: YearlyDate | None, today: date | None) -> Due:
    try:
        law = report_due(agency.kind, year, fixed)
    except NoRuleInForce as error:
        law = ReportDue(None, str(error), None)
    if law.day is None or today is None:
        return Due(law, "no_date", None)
    left = _days_left(today, law.day)
    if left is None:
        return Due(law, "late" if law.day < today else "in_time", None)
    return Due(law, "late" if left < 0 else "soon" if left <= SOON else "in_time", left)


def _days_left(today: date, last: date) -> int | None:
    calendar = provisional_calendar()
    try:
        if today <= last:
            return workdays_between(today, last, calendar)
        return -max(1, workdays_between(last, today, calendar))
    except CalendarNotPublished:
        return None


def returned(report: Report) -> HandedIn | None:
    """The last handing-in of the report, where the office that collects sent it back; None where it did not."""
    mine = HandedIn.objects.filter(organ=report.agency_id, year=report.year)
    last = mine.select_related("collector").order_by("handed_in_at", "pk").last()
    return last if last and last.state == "sent_back" else None


def folders_collected(keys: Iterable[str]) -> Iterable[str]:
    """Those keys of the storage under which folders of collected reports lie."""
    rows = CollectedBatch.objects.filter(storage_key__in=list(keys))
    return rows.values_list("storage_key", flat=True)


def deadlines_for(agency: Agency) -> QuerySet[ReportDeadline]:
    """The days that an agency has set for its townships, those of single years last."""
    return ReportDeadline.objects.filter(Q(agency=agency)).order_by("year")
