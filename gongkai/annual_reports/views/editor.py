"""The editor of a report: the form, what is wrong with it, and the choice where two people changed the same draft."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime

from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.aids import aids
from gongkai.annual_reports.editing.chapters import chapter_boxes
from gongkai.annual_reports.editing.choices import OPENED, chosen, differences, opened_mark
from gongkai.annual_reports.editing.grid import field_id
from gongkai.annual_reports.editing.insertable import live_fields
from gongkai.annual_reports.editing.live import live_balances
from gongkai.annual_reports.editing.panel import panel
from gongkai.annual_reports.editing.sections import sections, summary
from gongkai.annual_reports.editing.totals import with_totals
from gongkai.annual_reports.editing.typed import Typed, read_form, texts_of
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.promises import drafts_of
from gongkai.annual_reports.queries import as_written, beside, findings
from gongkai.annual_reports.views.chapter_acts import after_saving
from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal

SEEN = "seen_version"


def report_of(pk: int) -> Report:
    """The report of that number, or 404."""
    return get_object_or_404(Report.objects.select_related("agency"), pk=pk)


@requires("annual_reports.edit", on=report_of)
def edit(request: HttpRequest, report: Report) -> HttpResponse:
    """The form; sent back, it is checked, summed up, saved, or merged with what somebody else saved meanwhile."""
    if request.method != "POST":
        return page(request, report, read_form({}, as_written(report)))
    typed = read_form(_sent(request, report), as_written(report))
    answer: Callable[[HttpRequest, Report, Typed], HttpResponse] = {
        "check": page,
        "totals": _with_totals,
        "autosave": _autosave,
    }.get(request.POST.get("act", ""), _save)
    return answer(request, report, typed)


def _sent(request: HttpRequest, report: Report) -> dict[str, str]:
    sent = request.POST.dict()
    return chosen(sent, as_written(report)) if sent.get("act") == "merge" else sent


def page(
    request: HttpRequest,
    report: Report,
    typed: Typed,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form as typed, with all that the check says of it."""
    at = beside(report)
    found = findings(report, typed.value)
    helping = aids(typed.value, at, drafts_of(report) if "draft" in request.GET else {})
    parts = sections(typed, found, at.counts, helping)
    context = {
        "report": report,
        "typed": typed,
        "sections": parts,
        "preface": chapter_boxes(typed, found, at.counts)["preface"],
        "preface_aid": helping["preface"],
        "shows_drafts": "draft" in request.GET,
        "weights": panel(typed.value, found),
        "wrong": summary(typed),
        "uncertain": sum(
            bool(cell.uncertain) for part in parts if part.table for cell in part.table.fields()
        ),
        "live": live_balances(typed.value, at.previous) | live_fields(at.counts),
        "counted": _counted(report),
        "remarks": [
            (remark, field_id(remark.where) if remark.where in typed.texts else "")
            for remark in report.remarks.filter(open=True)
        ],
        "has_previous": at.previous is not None,
        "is_sent": request.method == "POST",
        "seen_version": request.POST.get(SEEN, report.version),
        "opened": request.POST.get(OPENED) or opened_mark(as_written(report)),
        "refusal": refusal,
    }
    return render(request, "annual_reports/editor.html", context, status=status)


def _counted(report: Report) -> dict[str, Any]:
    """When the counts of the sentences were taken, and up to which day."""
    if not report.counts:
        return {}
    return {
        "at": datetime.fromisoformat(report.counts["at"]),
        "as_of": date.fromisoformat(report.counts["as_of"]),
    }


def _with_totals(request: HttpRequest, report: Report, typed: Typed) -> HttpResponse:
    value = with_totals(typed.value)
    changed = {
        name: text for name, text in texts_of(value).items() if text != texts_of(typed.value)[name]
    }
    filled = Typed(value, {**typed.texts, **changed}, typed.mistakes)
    messages.info(request, f"补算了 {len(changed)} 个总计，还没有保存；核对无误后请保存")
    return page(request, report, filled)


def _seen(request: HttpRequest) -> int:
    text = request.POST.get(SEEN, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _keep(request: HttpRequest, report: Report, typed: Typed) -> Report:
    return actions.save(
        report=report,
        seen_version=_seen(request),
        value=typed.value,
        by=request.user,  # type: ignore[arg-type]
        now=request.now,  # type: ignore[attr-defined]
    )


def _save(request: HttpRequest, report: Report, typed: Typed) -> HttpResponse:
    """Keep what was typed, and do with the report what else the button asks for: both or neither."""
    if not typed.can_be_saved:
        return page(request, report, typed, status=422)
    then, place = after_saving(request.POST.get("act", "")), ""
    try:
        with transaction.atomic():
            kept = _keep(request, report, typed)
            if then:
                place = then(request, kept)
    except Conflict as conflict:
        return _choose(request, conflict.theirs, typed)  # type: ignore[arg-type]
    except Refusal as refusal:
        return page(request, report, typed, refusal=refusal, status=refusal.status)
    left = len(typed.mistakes)
    messages.success(request, f"已保存 {clock_time(request.now)}")  # type: ignore[attr-defined]
    if left:
        messages.warning(request, f"有 {left} 格不是数字，已照样保存，请改正后再送复核")
    answer = redirect("annual_reports:edit", pk=report.pk)
    answer["Location"] += place
    return answer


def clock_time(moment: datetime) -> str:
    """The time of day as people say it: 10:32."""
    return localtime(moment).strftime("%H:%M")


def _autosave(request: HttpRequest, report: Report, typed: Typed) -> HttpResponse:
    """Save while somebody types. The answer says in words what became of it; nothing is overwritten."""
    if not typed.can_be_saved:
        sentence = next(each.sentence for each in typed.mistakes.values() if each.blocks)
        return JsonResponse({"said": f"还没有自动保存：{sentence}"}, status=422)
    try:
        kept = _keep(request, report, typed)
    except Conflict:
        said = "别人刚保存过这份报告，自动保存已停下；请按“保存”，比较后选择"
        return JsonResponse({"said": said, "stop": True}, status=409)
    except Refusal as refusal:
        return JsonResponse({"said": str(refusal), "stop": True}, status=refusal.status)
    answer = {
        "said": f"已保存 {clock_time(request.now)}",  # type: ignore[attr-defined]
        SEEN: kept.version,
        OPENED: opened_mark(as_written(kept)),
    }
    return JsonResponse(answer)


def _choose(request: HttpRequest, theirs: Report, typed: Typed) -> HttpResponse:
    """Mine beside theirs, field by field; nothing is saved until somebody has chosen."""
    present = as_written(theirs)
    found = differences(typed.texts, present, request.POST.get(OPENED, ""))
    context: dict[str, Any] = {
        "report": theirs,
        "must_choose": [each for each in found if each.both],
        "proposed": [each for each in found if not each.both],
        "mine": typed.texts,
        "opened": opened_mark(present),
    }
    return render(request, "annual_reports/conflict.html", context, status=409)
