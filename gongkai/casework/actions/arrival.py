"""送达：登记签收、没有送达、再次送达；救济期限从签收之日起算"""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.actions.putting_up import ARRIVES
from gongkai.casework.actions.serving import (
    Sending,
    dispatch,
    kept,
    let_arrive,
    require_by_hand,
    said_of,
)
from gongkai.casework.incoming import line, require_past
from gongkai.casework.models import CaseNotice, Service
from gongkai.casework.wording import plain, said
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.case_states import MoveKey

_ARRIVES: Mapping[str, MoveKey] = {
    **ARRIVES,
    "extension": "tell_extension",
    "delay": "tell_delay",
    "reasons": "ask_reasons",
}
"""By the notice: the move that its arrival is, as long as it has not taken effect."""


def _begun(service: Service, by: User, now: datetime, seen_version: int | None) -> Step:
    notice = CaseNotice.objects.filter(pk=service.notice_id).first()
    first = notice is not None and notice.row.event is not None and not notice.took_effect
    key: MoveKey = _ARRIVES[notice.kind] if first and notice else "record_service"
    step = begin(service.case, key, by=by, now=now, seen_version=seen_version)
    if notice is not None and notice.state == "dropped":
        raise Refusal(f"这份{notice.row.title}已经划去，不再送达", cite=step.move.cite)
    return step


def _open(step: Step, service: Service) -> Service:
    """The try as it stands; Refusal where it ended already."""
    here = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if here.received_on or here.failed_on:
        raise Refusal(
            "这一次送达已经登记过结果", cite=step.move.cite, next_step="再次送达的，另登记一次"
        )
    return here


@transaction.atomic
def receive_letter(
    *,
    service: Service,
    received_on: date,
    by: User,
    now: datetime,
    proof_words: str = "",
    proof: StoredFile | None = None,
    seen_version: int | None = None,
) -> Service:
    """A letter was signed for. For a clarification or a fee the applicant's period begins with it, and ours stops."""
    step = _begun(service, by, now, seen_version)
    here = _open(step, service)
    require_past(step.today, received_on)
    if received_on < here.sent_on:
        raise Refusal(
            f"签收日期（{received_on}）早于发出日期（{here.sent_on}）", cite=step.move.cite
        )
    here.received_on = received_on
    here.proof_words = line(proof_words)[:300] or here.proof_words
    if proof is not None:
        kept(step, Sending(here.way, proof=proof), now)
        here.proof = proof
    here.save()
    clock = let_arrive(step, here, now=now)
    notice = here.notice.kind if here.notice else "reply"
    finish(step, now=now, after={"notice": notice, **said_of(here)}, clock=clock, stays=True)
    return here


@transaction.atomic
def letter_failed(
    *, service: Service, failed_on: date, failure: str, by: User, now: datetime
) -> Service:
    """A letter came back. The day of posting stays the organ's day; periods of the applicant have not begun."""
    step = begin(service.case, "record_service", by=by, now=now)
    here = _open(step, service)
    require_past(step.today, failed_on)
    if failed_on < here.sent_on:
        raise Refusal(f"日期（{failed_on}）早于发出日期（{here.sent_on}）", cite=step.move.cite)
    here.failed_on = failed_on
    here.failure = said(failure, "没有送达的原因", most=300, cite=step.move.cite)
    here.save()
    finish(step, now=now, after={"failed_on": plain(failed_on), **said_of(here)}, stays=True)
    return here


@transaction.atomic
def send_again(*, service: Service, sending: Sending, by: User, now: datetime) -> Service:
    """Bring a letter that came back on its way once more."""
    step = _begun(service, by, now, None)
    if service.decision_id:
        require_by_hand(sending, step.move.cite)
    return again(step, service, sending, now=now)


def again(step: Step, service: Service, sending: Sending, *, now: datetime) -> Service:
    """Let it go out once more: part of the transaction of who looked at what goes to whom."""
    here = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if here.failed_on is None or hasattr(here, "repeated_by"):
        raise Refusal("这一次送达没有退回，或者已经再次送达", cite=step.move.cite)
    repeated = dispatch(
        step,
        sending,
        since=here.failed_on,
        now=now,
        notice=here.notice,
        decision=here.decision,
        repeats=here,
    )
    clock = let_arrive(step, repeated, now=now)
    finish(step, now=now, after=said_of(repeated), clock=clock, stays=True)
    return repeated
