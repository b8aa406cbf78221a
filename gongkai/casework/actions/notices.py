"""补正告知（《条例》第三十条）、要求说明理由（第三十五条）、提请延期（第三十三条第二款）和延迟答复（第三十五条）"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.letter_issuing import AS_IT_IS, Wording
from gongkai.casework.actions.moving import begin, finish
from gongkai.casework.actions.putting_up import put_up, send
from gongkai.casework.actions.serving import Sending
from gongkai.casework.models import Case, CaseNotice
from gongkai.casework.wording import plain, said
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import MoveKey

LONGEST = 4000


@transaction.atomic
def ask_clarification(
    *,
    case: Case,
    items: str,
    days: int,
    sending: Sending,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    wording: Wording = AS_IT_IS,
) -> CaseNotice:
    """Tell the applicant at once all that must be corrected, and by when (art. 30); once, within seven working days.

    The period for the answer stops when the notice reaches the applicant.
    """
    step = begin(case, "ask_clarification", by=by, now=now, seen_version=seen_version)
    words = said(items, "需要补正的事项", most=LONGEST, cite=step.move.cite)
    notice = put_up(step, "clarification", "issued", now=now, words=words, days=days)
    return send(step, notice, sending, now=now, wording=wording)


@transaction.atomic
def ask_reasons(
    *,
    case: Case,
    words: str,
    sending: Sending,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    wording: Wording = AS_IT_IS,
) -> CaseNotice:
    """Ask for reasons where number and frequency go clearly beyond what is reasonable (art. 35). The period runs on."""
    step = begin(case, "ask_reasons", by=by, now=now, seen_version=seen_version)
    facts = said(words, "数量、频次明显超过合理范围的情况", most=LONGEST, cite=step.move.cite)
    notice = put_up(step, "reasons", "issued", now=now, words=facts)
    return send(step, notice, sending, now=now, wording=wording)


@transaction.atomic
def tell_of_consultation(
    *,
    case: Case,
    words: str,
    sending: Sending,
    by: User,
    now: datetime,
    wording: Wording = AS_IT_IS,
) -> CaseNotice:
    """Tell the applicant that others are asked for their opinion, so that the time not counted can be shown later."""
    step = begin(case, "record_opinion", by=by, now=now)
    if not step.case.consultations.exists():
        raise Refusal("这一件没有征求过意见", cite=step.move.cite)
    text = said(words, "征求意见的情况", most=LONGEST)
    notice = put_up(step, "consultation_told", "issued", now=now, words=text)
    return send(step, notice, sending, now=now, wording=wording)


@transaction.atomic
def propose_extension(
    *,
    case: Case,
    days: int,
    reason: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> CaseNotice:
    """Ask the head of the office for more time (art. 33 para. 2): once, at most twenty working days, before the period ends."""
    return _propose(case, "extension", reason, by, now, seen_version, days=days)


@transaction.atomic
def propose_delay(
    *,
    case: Case,
    until: date,
    reason: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> CaseNotice:
    """Ask for a date beyond the period, where the applicant's reasons are sound (art. 35)."""
    return _propose(case, "delay", reason, by, now, seen_version, until=until)


def _propose(
    case: Case,
    kind: str,
    reason: str,
    by: User,
    now: datetime,
    seen_version: int | None,
    **more: Any,
) -> CaseNotice:
    key: MoveKey = "propose_extension" if kind == "extension" else "propose_delay"
    step = begin(case, key, by=by, now=now, seen_version=seen_version)
    words = said(reason, most=LONGEST, cite=step.move.cite)
    notice = put_up(step, kind, "proposed", now=now, words=words, **more)
    finish(step, now=now, after={"notice": kind, "days": notice.days, "until": plain(notice.until)})
    return notice
