"""Sign a report: figures and text are frozen with their hash, the records behind them with theirs.

And undo a signature that has not been published yet.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import begin
from gongkai.annual_reports.compiling.evidence import freeze
from gongkai.annual_reports.freezing import frozen_text, sha256_of, to_be_frozen
from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.annual_reports.queries import as_value, findings, latest_version, unread_cells
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import Finding
from gongkai.law.citation import Cite


@transaction.atomic
def sign(
    *,
    report: Report,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    acknowledged: Collection[str] = (),
) -> Report:
    """Freeze the report. Refused for whoever submitted it, while a cell has no number or a balance is broken, and while
    a warning is not acknowledged.

    ``acknowledged`` holds the fingerprints of the warnings that the signer has read and lets stand.
    """
    moving = begin(report, "sign", by=by, now=now, seen_version=seen_version)
    here = moving.report
    warnings = _require_signable(here, acknowledged)
    value = to_be_frozen(here, law_day(now))
    here.signed_on = value.signed_on
    frozen = frozen_text(value)
    last = latest_version(here)
    version = ReportVersion.objects.create(
        report=here,
        number=last.number + 1 if last else 1,
        frozen=frozen,
        sha256=sha256_of(frozen),
        acknowledged=[_kept(warning) for warning in warnings],
        submitted_by_name=here.submitted_by.name,
        reviewed_by_name=here.reviewed_by.name,
        signed_by=by,
        signed_by_name=by.name,
        signed_at=now,
        note=here.correction_note,
    )
    if here.compiled:
        freeze(here, version)
    return moving.finish(after={"版次": version.number, "SHA-256": version.sha256})


def _require_signable(report: Report, acknowledged: Collection[str]) -> list[Finding]:
    """The warnings that stand, all acknowledged; Refusal for broken balances and for warnings nobody has read."""
    _require_numbers(report)
    found = findings(report)
    broken = [finding for finding in found if finding.severity == "error"]
    if broken:
        of_text = any(finding.rule in {"field", "to_write"} for finding in broken)
        wrong = "处差错" if of_text else "处勾稽关系不平"
        raise Refusal(
            f"还有{len(broken)}{wrong}，不能签发：{broken[0].message}",
            cite=broken[0].cite,
            next_step="请退回修改，改正后重新送复核",
        )
    warnings = [finding for finding in found if finding.severity == "warning"]
    unread = [finding for finding in warnings if finding.fingerprint not in acknowledged]
    if unread:
        raise Refusal(
            f"还有{len(unread)}条提示没有确认：{unread[0].message}",
            cite=Cite("条例", 17, 1),
            next_step="请逐条看过，确认无误的勾选后再签发；有误的退回修改",
        )
    return warnings


def _require_numbers(report: Report) -> None:
    unread = unread_cells(as_value(report))
    if unread:
        raise Refusal(
            f"还有{len(unread)}格没有数字，不能签发：{unread[0].title}",
            cite=Cite("年报格式"),
            next_step="请退回修改，填上数字；没有发生的填 0",
        )


def _kept(finding: Finding) -> dict[str, Any]:
    return {"fingerprint": finding.fingerprint, "message": finding.message}


@transaction.atomic
def undo_signing(*, report: Report, reason: str, by: User, now: datetime) -> Report:
    """Open the report again before it is published. The version that was signed stays on record, unpublished."""
    moving = begin(report, "undo_signing", by=by, now=now, reason=reason)
    return moving.finish(reason=reason.strip())
