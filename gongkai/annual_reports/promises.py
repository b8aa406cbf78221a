"""Reads of promises: what last year's report promised, what the numbers of both years show, and the drafts that tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gongkai.annual_reports.counts import counts_of, is_count
from gongkai.annual_reports.editing.drafting import drafted
from gongkai.annual_reports.editing.promising import Shown, answer, shown
from gongkai.annual_reports.models import Promise, Report
from gongkai.annual_reports.queries import as_written, previous_value
from gongkai.annual_reports.values import kept_counts
from gongkai.law.annual_report.fields import Numbers


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of last year with what the records show, and the sentence that would answer it."""

    promise: Promise
    shown: Shown
    sentence: str


def report_before(report: Report) -> Report | None:
    """The record of last year's report of the same organ."""
    return Report.objects.filter(agency_id=report.agency_id, year=report.year - 1).first()


def promises_for(report: Report) -> QuerySet[Promise]:
    """What the same organ promised in the report of the year before."""
    found = Promise.objects.filter(report__agency_id=report.agency_id, report__year=report.year - 1)
    return found.select_related("report__agency")


def promised(report: Report) -> list[Promised]:
    """Last year's promises beside the numbers of last year and of this report."""
    found = list(promises_for(report))
    if not found:
        return []
    before = _last_numbers(report, found)
    now = Numbers(as_written(report).figures, kept_counts(report))
    return [_beside(one, before, now) for one in found]


def _beside(one: Promise, before: Numbers, now: Numbers) -> Promised:
    seen = shown(one.measure, one.direction, one.target, before, now)
    said = one.get_outcome_display() if one.outcome else ""
    return Promised(one, seen, answer(one.text, one.measure, seen.last_year, said, one.words))


def _last_numbers(report: Report, found: Iterable[Promise]) -> Numbers:
    """Last year's figures as signed or imported, and its counts: those kept then, else as the records count that year now."""
    last, record = previous_value(report), report_before(report)
    kept = {name: n for name, n in kept_counts(record).items() if n is not None} if record else {}
    if any(is_count(one.measure) and one.measure not in kept for one in found):
        year = report.year - 1
        anew = counts_of(report.agency, year, date(year, 12, 31))
        kept = {name: one.value for name, one in anew.items()} | kept
    return Numbers(last.figures if last else {}, kept)


def drafts_of(report: Report) -> dict[str, str]:
    """By chapter, the text that would be proposed now: from the table and the counts as they are kept, and last year's promises."""
    government = report.agency.kind.endswith("_government")
    answers = [one.sentence for one in promised(report)]
    counts = kept_counts(report)
    return drafted(as_written(report), counts, government=government, answers=answers)
