"""The page of one report: where it stands, what comes next, what the check says, its tables and texts, its versions."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.accounts.models import User
from gongkai.annual_reports.compiling.behind import UNSEEN, unseen
from gongkai.annual_reports.compiling.evidence import Change, changes_since, is_whole
from gongkai.annual_reports.editing.chapters import chapter_boxes
from gongkai.annual_reports.editing.grid import field_id, grid_tables
from gongkai.annual_reports.editing.panel import panel
from gongkai.annual_reports.editing.typed import Typed, texts_of
from gongkai.annual_reports.models import Report, ReportEvidence, ReportVersion
from gongkai.annual_reports.next_steps import next_steps, stuck_because
from gongkai.annual_reports.places import places
from gongkai.annual_reports.queries import as_value, beside, due_of, findings, returned
from gongkai.annual_reports.views.finding import report_of
from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.law.annual_report import AnnualReport, Finding
from gongkai.law.annual_report.definitions import RECORD_LABELS, Records

PROGRESS = (("draft", "草拟"), ("in_review", "复核"), ("to_sign", "签发"), ("signed", "公布"))
ORDER = {"draft": 0, "correction": 0, "in_review": 1, "to_sign": 2, "signed": 3}


@requires("annual_reports.view", on=report_of)
def record(request: HttpRequest, report: Report) -> HttpResponse:
    """Everything about the report, for whoever may see it."""
    value, at = as_value(report), beside(report)
    found = findings(report)
    versions = list(report.versions.order_by("-number"))
    public = [version for version in versions if version.published_at]
    today = law_day(request.now)
    context = {
        "report": report,
        "steps": next_steps(report, request.user),
        "stuck": stuck_because(report, request.user),
        "may_edit": allowed(request.user, "annual_reports.edit", report.agency),
        "progress": list(_progress(report)),
        "remarks": _remarks(report),
        "returned": returned(report),
        "weights": panel(value, found),
        "due": due_of(report.agency, report.year, today, done=bool(public)),
        "versions": versions,
        "history": history(report),
        "public": None if report.is_withdrawn or not public else public[0],
        "records": _records(versions, request.user),
        "has_previous": at.previous is not None,
        **content(value, found),
    }
    return render(request, "annual_reports/report.html", context)


def content(value: AnnualReport, found: list[Finding]) -> dict[str, object]:
    """The tables and texts of a report, to be read only."""
    typed = Typed(value, texts_of(value), {})
    boxes = chapter_boxes(typed, found)
    tables = {table.chapter: table for table in grid_tables(typed, found)}
    parts = [(box, tables.get(key)) for key, box in boxes.items() if box.text or key in tables]
    return {"parts": parts, "value": value}


def _records(versions: list[ReportVersion], person: User) -> dict[str, object] | None:
    """What the newest signed version rests on, and what became of it; None where its figures were not taken from the records."""
    kept = ReportEvidence.objects.filter(version__in=versions[:1]).first()
    if kept is None:
        return None
    counts = {RECORD_LABELS[kind]: len(rows) for kind, rows in kept.content["records"].items()}
    below = kept.content["handed_in"].get("organs", ())
    return {
        "version": versions[0],
        "evidence": kept,
        "is_whole": is_whole(kept),
        "counts": counts | ({"各机关交来的年报": len(below)} if below else {}),
        "as_of": date.fromisoformat(kept.content["as_of"]),
        "changes": _shown(changes_since(kept), person),
    }


def _shown(changes: list[Change], person: User) -> list[Change]:
    """The changes; of a case that is kept from the person only that something changed."""
    ids: defaultdict[Records, list[int]] = defaultdict(list)
    for one in changes:
        if one.records:
            ids[one.records].append(one.pk)
    hidden = {(kind, pk) for kind, found in ids.items() for pk in unseen(person, kind, found)}
    return [
        replace(one, name=UNSEEN, before="有变动", after="有变动")
        if (one.records, one.pk) in hidden
        else one
        for one in changes
    ]


def _progress(report: Report) -> list[tuple[str, str]]:
    """The steps with where the report stands: done, current, ahead."""
    at = ORDER.get(report.state, len(PROGRESS))
    return [
        (label, "done" if place < at else "current" if place == at else "ahead")
        for place, (_, label) in enumerate(PROGRESS)
    ]


def _remarks(report: Report) -> list[dict[str, object]]:
    """The open remarks with the names of their places and the fields that they lead to."""
    known = places(report)
    return [
        {"remark": one, "place": known.get(one.where, ""), "field": field_id(one.where)}
        for one in report.remarks.filter(open=True)
    ]
