"""What every move of a report has in common: lock, permission, the law's table, two persons, the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.annual_reports.acts import ACT_OF_MOVE
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import was_published
from gongkai.annual_reports.telling import tell
from gongkai.audit import actions as audit
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.report_states import MOVES, Move, find_move

CHANGED = "您打开之后，别人改动过这份报告"


@dataclass(slots=True)
class Moving:
    """A report locked for one move, with the permit to make it. ``finish`` sets the state and writes the journal."""

    report: Report
    move: Move
    permit: Permit
    by: User
    now: datetime

    def finish(
        self,
        *,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> Report:
        """Enter the new state, count the version, write the act to the journal, tell who comes next."""
        report = self.report
        was, report.state = report.stands.label, self.move.end
        report.version += 1
        report.updated_at = self.now
        report.save()
        audit.record(
            f"annual_reports.{self.move.key}",
            report,
            by=self.permit,
            at=self.now,
            organ=report.agency.code,
            before={"状态": was, **(before or {})},
            after={"状态": report.stands.label, **(after or {})},
            reason=reason,
        )
        tell(report, self.move.key, by=self.by, now=self.now)
        return report


def locked(report: Report, seen_version: int | None = None) -> Report:
    """The report as it stands now, locked until the transaction ends; Conflict if it is not the version that was seen."""
    here = (
        Report.objects.select_for_update(of=("self",))
        .select_related("agency", "submitted_by")
        .get(pk=report.pk)
    )
    if seen_version is not None and here.version != seen_version:
        raise Conflict(CHANGED, theirs=here)
    return here


def begin(
    report: Report,
    key: str,
    *,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    reason: str | None = None,
) -> Moving:
    """Lock the report and ask permission and the law's table for the move. Raises NotAllowed, Conflict or Refusal."""
    here = locked(report)
    move = find_move(key, here.state, again=was_published(here))
    permit = require(by, ACT_OF_MOVE[key, move.start if move else _some_start(key)], here.agency)
    if move is None:
        raise not_from_here(key, here)
    if seen_version is not None and here.version != seen_version:
        raise Conflict(CHANGED, theirs=here)
    if move.second_person and by.pk in hands_of(here):
        raise Refusal(
            f"这份报告是您编写或者送复核的，不能由您{move.label}",
            cite=move.cite,
            next_step="请由另一位有权限的同志办理",
        )
    if move.reason and not (reason or "").strip():
        raise Refusal(f"{move.label}要写明理由", cite=move.cite)
    return Moving(here, move, permit, by, now)


def hands_of(report: Report) -> set[int | None]:
    """The ids of all who wrote the present draft or sent it up."""
    return {report.submitted_by_id, *report.writers}


def _some_start(key: str) -> str:
    return next(row.start for row in MOVES if row.key == key)


def not_from_here(key: str, report: Report) -> Refusal:
    """The refusal of a move that does not lead out of the state the report is in."""
    move = next(row for row in MOVES if row.key == key)
    return Refusal(
        f"这份报告现在是“{report.stands.label}”，不能{move.label}",
        cite=move.cite,
        next_step="请刷新页面，看看别人是否已经办理",
    )
