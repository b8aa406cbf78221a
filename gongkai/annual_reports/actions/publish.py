"""Publish what was signed, and take a published report off the site where it shows what may not be shown."""

from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.collect.hand_up import hand_up
from gongkai.annual_reports.actions.moving import begin
from gongkai.annual_reports.freezing import is_whole
from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.annual_reports.queries import item_of, latest_version, source_of
from gongkai.common.refusals import Refusal
from gongkai.publishing import actions as publishing

COLUMN = "reports"
LONGEST_SUMMARY = 120


@transaction.atomic
def publish(*, report: Report, by: User, now: datetime, seen_version: int | None = None) -> Report:
    """Bring the signed version out in the column of annual reports; versions published before stay public beside it.

    Art. 49(1): it is handed up to the government's office too.
    """
    moving = begin(report, "publish", by=by, now=now, seen_version=seen_version)
    here = moving.report
    version = latest_version(here)
    if not is_whole(version):
        raise Refusal(
            "固定的内容与签发时的哈希值对不上，不能公布",
            cite=moving.move.cite,
            next_step="请不要再操作，联系系统管理员核查数据库",
        )
    here.versions.filter(pk=version.pk).update(published_at=now)
    # Before anything else is journalled: who collects locks the organ first, then the journal.
    hand_up(version=version, permit=moving.permit, now=now)
    contract = version.contract
    publishing.bring_out(
        agency=here.agency,
        column_key=COLUMN,
        title=contract["title"] or here.title,
        body="",
        summary=_summary(contract),
        payload=_payload(here, version, contract),
        source=source_of(here),
        by=by,
        permit=moving.permit,
        now=now,
    )
    here.is_withdrawn, here.correction_note, here.writers = False, "", []
    return moving.finish(after={"版次": version.number, "SHA-256": version.sha256})


@transaction.atomic
def withdraw(*, report: Report, reason: str, public_note: str, by: User, now: datetime) -> Report:
    """Take the report off the site. ``reason`` is for the journal, ``public_note`` for readers who come to its address."""
    moving = begin(report, "withdraw", by=by, now=now, reason=reason)
    item = item_of(moving.report)
    publishing.withdraw(item=item, reason=reason, public_note=public_note, by=by, now=now)
    moving.report.is_withdrawn = True
    return moving.finish(after={"网站说明": public_note.strip()}, reason=reason.strip())


def _summary(contract: dict[str, Any]) -> str:
    overview = " ".join((contract["chapters"].get("overview") or "").split())
    return overview if len(overview) <= LONGEST_SUMMARY else f"{overview[: LONGEST_SUMMARY - 1]}…"


def _payload(report: Report, version: ReportVersion, contract: dict[str, Any]) -> dict[str, Any]:
    """What the site shows: the frozen contract with its hash, and each correction with its day and note."""
    corrected = report.versions.exclude(published_at=None).exclude(note="").order_by("number")
    return {
        "report": contract,
        "sha256": version.sha256,
        "version": version.number,
        "corrections": [
            {"at": one.published_at.isoformat(), "note": one.note, "version": one.number}
            for one in corrected
        ],
    }
