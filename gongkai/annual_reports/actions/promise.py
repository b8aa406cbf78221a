"""Mark what a report promises to improve, take a mark away, and answer last year's promises."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.counts import is_count
from gongkai.annual_reports.models import Promise, Report
from gongkai.annual_reports.models.promise import DIRECTIONS, OUTCOMES
from gongkai.audit import actions as audit
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report.fields import BY_NAME
from gongkai.law.citation import Cite

ACT = "annual_reports.edit"
PROBLEMS = Cite("条例", 50, 1, 4)
MOST = 30
LONGEST_TEXT, LONGEST_WORDS = 300, 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is promised, and by which field of sentences it can be seen, if by any."""

    text: str
    measure: str = ""
    direction: str = ""
    target: int | None = None


@transaction.atomic
def mark_promise(*, report: Report, wanted: Wanted, by: User, now: datetime) -> Promise:
    """Keep a promise of a report, signed or not: last year's may be marked when this year's answers it."""
    permit = require(by, ACT, report.agency)
    here = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    text = " ".join(wanted.text.split())
    _require_markable(here, text, wanted)
    promise = Promise.objects.create(
        report=here,
        text=text,
        measure=wanted.measure,
        direction=wanted.direction if wanted.measure else "",
        target=wanted.target if wanted.measure else None,
        promised_by_name=by.name,
        promised_at=now,
    )
    _tell(
        "mark_promise",
        here,
        permit=permit,
        at=now,
        after={"承诺": text, "用哪个数字看": wanted.measure},
    )
    return promise


def _require_markable(report: Report, text: str, wanted: Wanted) -> None:
    if not 0 < len(text) <= LONGEST_TEXT:
        raise Refusal(f"承诺写 1 至 {LONGEST_TEXT} 字", cite=PROBLEMS)
    if wanted.measure and not (wanted.measure in BY_NAME or is_count(wanted.measure)):
        raise Refusal("没有这个数字，请从列表里选", cite=PROBLEMS)
    if wanted.direction and wanted.direction not in dict(DIRECTIONS):
        raise Refusal("应当减少还是增加，请从列表里选", cite=PROBLEMS)
    if report.promises.filter(text=text).exists():
        raise Refusal("这一条已经登记过", cite=PROBLEMS, next_step="请查看已经登记的承诺")
    if report.promises.count() >= MOST:
        raise Refusal(f"一份报告最多登记 {MOST} 条承诺", cite=PROBLEMS)


@transaction.atomic
def drop_promise(*, promise: Promise, by: User, now: datetime) -> None:
    """Take a mark away. Refused once it was answered: what was said of it stays."""
    permit = require(by, ACT, promise.agency)
    here = Promise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    if here.outcome:
        raise Refusal("这一条已经答复，不能删去", cite=PROBLEMS, next_step="答复有误的，请重新答复")
    _tell("drop_promise", here.report, permit=permit, at=now, before={"承诺": here.text})
    here.delete()


@transaction.atomic
def answer_promise(
    *, promise: Promise, outcome: str, words: str, by: User, now: datetime
) -> Promise:
    """Say whether a promise was kept, partly or not, and why; a later answer takes the place of an earlier one."""
    permit = require(by, ACT, promise.agency)
    here = Promise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    words = words.strip()
    if outcome not in dict(OUTCOMES) or len(words) > LONGEST_WORDS:
        raise Refusal(f"请选择落实情况；说明最多 {LONGEST_WORDS} 字", cite=PROBLEMS)
    if outcome != "kept" and not words:
        raise Refusal("没有做到或者部分做到的，请写明原因", cite=PROBLEMS)
    before = {"落实情况": here.get_outcome_display(), "说明": here.words}
    here.outcome, here.words = outcome, words
    here.answered_by_name, here.answered_at = by.name, now
    here.save()
    after = {"承诺": here.text, "落实情况": here.get_outcome_display(), "说明": words}
    _tell("answer_promise", here.report, permit=permit, at=now, before=before, after=after)
    return here


def _tell(
    act: str, report: Report, *, permit: Permit, at: datetime, **changes: dict[str, str]
) -> None:
    organ = report.agency.code
    audit.record(f"annual_reports.{act}", report, by=permit, at=at, organ=organ, **changes)
