"""What a button beside a chapter asks for once the form is saved: counting anew, drafting, taking a draft in."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.typed import TEXTS
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.promises import drafts_of
from gongkai.annual_reports.queries import as_written

Then = Callable[[HttpRequest, Report], str]
"""Does it with the saved report; returns what to add to the editor's address."""

ADOPT, EMPTY = "adopt.", "empty"
DRAFTS = "?draft=1"


def after_saving(act: str) -> Then | None:
    """What a button asks for beside saving; None for nothing."""
    if act.startswith(ADOPT):
        return _adopted(act.removeprefix(ADOPT))
    return {"count": _counted, "draft": _drafted}.get(act)


def _counted(request: HttpRequest, kept: Report) -> str:
    by, now = request.user, request.now  # type: ignore[attr-defined]
    actions.count_again(report=kept, seen_version=kept.version, by=by, now=now)  # type: ignore[arg-type]
    messages.info(request, "已更新文中的计数")
    return ""


def _drafted(request: HttpRequest, kept: Report) -> str:
    """Count, so that drafted sentences have figures, and show the drafts; nothing of the text changes."""
    _counted(request, kept)
    return f"{DRAFTS}#section-overview"


def _adopted(wanted: str) -> Then:
    def then(request: HttpRequest, kept: Report) -> str:
        chapters = _empty(kept) if wanted == EMPTY else [key for key in TEXTS if key == wanted]
        by, now = request.user, request.now  # type: ignore[attr-defined]
        actions.adopt_draft(
            report=kept,
            seen_version=kept.version,
            chapters=chapters,
            by=by,  # type: ignore[arg-type]
            now=now,
        )
        said = f"已采用 {len(chapters)} 章起草的文字，请逐句修改"
        messages.info(request, said if chapters else "各章都已经有文字，没有改动")
        return DRAFTS + (f"#section-{chapters[0]}" if chapters else "")

    return then


def _empty(report: Report) -> list[str]:
    """The chapters without a text for which there is a draft."""
    chapters = as_written(report).chapters
    return [key for key in drafts_of(report) if not chapters.get(key, "").strip()]
