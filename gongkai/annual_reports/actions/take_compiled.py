"""Take the figures that the records give into a report that is being drafted or corrected."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.count_again import kept as kept_counts
from gongkai.annual_reports.actions.moving import locked
from gongkai.annual_reports.actions.save import keepable, put, require_open
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.compiling.compiled import why_empty
from gongkai.annual_reports.counts import counts_of
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import to_json, written_value
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import AnnualReport, Figure, Note
from gongkai.law.citation import Cite


@transaction.atomic
def take_compiled(
    *, report: Report, seen_version: int | None = None, by: User, now: datetime
) -> Report:
    """Replace the figures by those of the records, as they stand today or stood at the end of the year.

    Where the records say nothing, a number that somebody typed stays. Texts stay, and
    what their fields tell beside the form is counted anew. Raises Conflict and Refusal as ``save``.
    """
    permit = require(by, "annual_reports.edit", report.agency)
    here = locked(report, seen_version)
    require_open(here)
    _require_form(here)
    today = law_day(now)
    as_of = today if today < date(here.year, 12, 31) else None
    found = compiled(here.agency, here.year, as_of).figures
    kept = {
        "at": now.isoformat(),
        "as_of": as_of.isoformat() if as_of else "",
        "by": by.name,
        "figures": {key: to_json(figure) for key, figure in found.items()},
    }
    columns = keepable(_merged(written_value(here), found))
    counts = kept_counts(counts_of(here.agency, here.year, today), here.year, now)
    taken = {"compiled": kept, "counts": counts}
    return put(here, columns, "annual_reports.take_compiled", permit=permit, at=now, **taken)


def _require_form(report: Report) -> None:
    """Only the form of 2021 is compiled: nobody kept the records that the form of 2019 asks for."""
    if report.edition != "2021":
        raise Refusal(
            "这份报告用的是2019年试行格式，只能从文件导入或者填写，不能从记录生成",
            cite=Cite("年报格式（试行）"),
        )


def _merged(before: AnnualReport, found: Mapping[str, Figure]) -> AnnualReport:
    """The report with the figures of the records; where they are silent, with its own."""
    silent = {key for key, figure in found.items() if figure is None}
    figures = {key: before.figures.get(key) if key in silent else found[key] for key in found}
    empty = {key for key in silent if figures[key] is None}
    notes = [note for note in before.notes if note.where in silent - empty]
    notes += [Note(key, "not_found", why_empty(key)) for key in found if key in empty]
    return AnnualReport(
        edition="2021",
        figures=figures,
        title=before.title,
        organ=before.organ,
        year=before.year,
        signed_on=before.signed_on,
        chapters=before.chapters,
        notes=tuple(notes),
    )
