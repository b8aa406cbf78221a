"""The office that collects decides on a handing-in: accept it, or send it back with what is to be mended."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.collect.enter import count_anew
from gongkai.annual_reports.collecting.judging import (
    Counts,
    findings_of,
    in_words,
    kept,
    with_effect,
)
from gongkai.annual_reports.collecting.telling import tell_organ
from gongkai.annual_reports.models import HandedIn
from gongkai.audit import actions as audit
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import Finding
from gongkai.law.collection_states import MOVES, Move, find_move

ACT = "annual_reports.accept"
LONGEST = 5000


@transaction.atomic
def accept(
    *,
    handed_in: HandedIn,
    by: User,
    now: datetime,
    acknowledged: Collection[str] = (),
    remark: str = "",
) -> HandedIn:
    """Accept it: it goes into the sum of the government, in place of the one accepted before.

    Refused while an error stands and while a warning is not acknowledged; ``acknowledged`` holds the fingerprints of those
    that were read. What was sent back can be accepted after all, with a ``remark`` that says why.
    """
    row, move, permit = _begin(handed_in, "accept", by=by, remark=remark)
    found = findings_of(row)
    _require_sound(found, acknowledged, move)
    row.acknowledged = kept(with_effect(found, "acknowledge"))
    HandedIn.objects.filter(
        collector=row.collector, organ=row.organ, year=row.year, state="accepted"
    ).update(state="replaced")
    _decide(row, move, found, permit=permit, by=by, now=now, remark=remark)
    count_anew(row.organ_id, row.year + 1)
    return row


@transaction.atomic
def accept_sound(*, collector: Agency, year: int, by: User, now: datetime) -> list[HandedIn]:
    """Accept all of a year that wait and of which the check says nothing but notes; the others are left for a person to look at."""
    require(by, ACT, collector)
    waiting = HandedIn.objects.filter(
        collector=collector, year=year, state="handed_in", errors=0, warnings=0
    )
    # All organs before the first is journalled: whoever hands in meanwhile has locked one, and waits for the journal.
    organs = Agency.objects.filter(pk__in=waiting.values_list("organ", flat=True))
    list(organs.order_by("pk").select_for_update(no_key=True))
    done = []
    for row in waiting.order_by("organ__code"):
        counts = Counts.of(findings_of(row))
        if not (counts.errors or counts.warnings):
            done.append(accept(handed_in=row, by=by, now=now))
    return done


@transaction.atomic
def send_back(*, handed_in: HandedIn, remark: str, by: User, now: datetime) -> HandedIn:
    """Back to its organ, with the findings in words and ``remark``. Its people on this system are told."""
    found = findings_of(handed_in)
    said = "\n".join(filter(None, (remark.strip(), in_words(found))))
    row, move, permit = _begin(handed_in, "return", by=by, remark=said)
    _decide(row, move, found, permit=permit, by=by, now=now, remark=said)
    tell_organ(
        row.organ,
        key=f"annual_reports.return:{row.pk}",
        text=f"{row.collector}退回了{row.organ}{row.year}年度报告，请看意见，改正后重新报送",
        url=_page_of_the_organ(row),
        now=now,
    )
    return row


def _begin(
    handed_in: HandedIn, key: str, *, by: User, remark: str
) -> tuple[HandedIn, Move, Permit]:
    """Lock it and ask permission and the law's table. Raises NotAllowed or Refusal."""
    Agency.objects.select_for_update(no_key=True).get(pk=handed_in.organ_id)
    row = HandedIn.objects.select_for_update().get(pk=handed_in.pk)
    permit = require(by, ACT, row.collector)
    move = find_move(key, row.state)
    if move is None:
        some = next(one for one in MOVES if one.key == key)
        raise Refusal(
            f"这份报告现在是“{row.stands.label}”，不能{some.label}",
            cite=some.cite,
            next_step="请刷新页面，看看是否已有新的报送",
        )
    if move.reason and not remark.strip():
        raise Refusal(f"{move.label}要写明理由", cite=move.cite)
    if len(remark) > LONGEST:
        raise Refusal(f"意见最多{LONGEST}字，请写得简短一些", cite=move.cite)
    return row, move, permit


def _require_sound(found: list[Finding], acknowledged: Collection[str], move: Move) -> None:
    broken = with_effect(found, "bar")
    if broken:
        raise Refusal(
            f"还有{len(broken)}处差错，不能接收：{broken[0].message}",
            cite=broken[0].cite,
            next_step="请退回，由该机关改正后重新报送",
        )
    unread = [
        one for one in with_effect(found, "acknowledge") if one.fingerprint not in acknowledged
    ]
    if unread:
        raise Refusal(
            f"还有{len(unread)}条提醒没有确认：{unread[0].message}",
            cite=move.cite,
            next_step="请打开报告逐条看过，确认无误的勾选后再接收；有误的退回",
        )


def _decide(
    row: HandedIn,
    move: Move,
    found: list[Finding],
    *,
    permit: Permit,
    by: User,
    now: datetime,
    remark: str,
) -> None:
    was, counts = row.stands.label, Counts.of(found)
    row.errors, row.warnings, row.notes = counts.errors, counts.warnings, counts.notes
    row.state, row.remark = move.end, remark.strip()
    row.decided_by, row.decided_by_name, row.decided_at = by, by.name, now
    row.save()
    audit.record(
        f"annual_reports.{move.key}",
        row,
        by=permit,
        at=now,
        organ=row.collector.code,
        before={"状态": was},
        after={"状态": row.stands.label, "机关": row.organ.name, "SHA-256": row.sha256},
        reason=row.remark[:1000],
    )


def _page_of_the_organ(row: HandedIn) -> str:
    if row.report_version is None:
        return reverse("annual_reports:list")
    return reverse("annual_reports:report", kwargs={"pk": row.report_version.report_id})
