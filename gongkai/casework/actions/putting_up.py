"""What every notice goes through: whether the law allows what it brings about, one of a kind at a time, and its way to the reader."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gongkai.casework.actions.happening import require_possible
from gongkai.casework.actions.letter_drafts import prepare_for_notice
from gongkai.casework.actions.letter_issuing import AS_IT_IS, Wording, issue_for_notice
from gongkai.casework.actions.moving import Step, announce, finish, following, put_down
from gongkai.casework.actions.serving import Sending, dispatch, let_arrive, said_of
from gongkai.casework.letters import NOTICE_LETTERS
from gongkai.casework.models import CaseNotice, Service
from gongkai.casework.wording import plain
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import MoveKey
from gongkai.law.clock_events import Event, IllegalEvent

ARRIVES: Mapping[str, MoveKey] = {"clarification": "clarification_arrived", "fee": "fee_arrived"}
"""By the notice that works once it is in its reader's hands: the move that its arrival is."""


def require_notice(step: Step, notice: CaseNotice) -> None:
    """Refusal where the law would not allow what the notice brings about, were it to reach its reader today."""
    row = notice.row
    if row.event is None:
        return
    sent = {"sent": step.today} if notice.kind == "clarification" else {}
    try:
        event = Event(row.event, step.today, days=notice.days, until=notice.until, **sent)  # type: ignore[arg-type]  # a day under "sent"
    except IllegalEvent as illegal:
        raise Refusal(
            str(illegal).removesuffix(f"（{illegal.cite}）"), cite=illegal.cite
        ) from illegal
    require_possible(step, event)


def put_up(step: Step, kind: str, state: str, *, now: datetime, **more: Any) -> CaseNotice:
    """A notice in its first state: proposed where it must be approved, else issued today. Refusal while one is under way."""
    notice = CaseNotice(
        case=step.case,
        kind=kind,
        state=state,
        round=step.case.round,
        proposed_by_id=step.permit.actor_id,
        proposed_by=step.permit.actor_name,
        proposed_at=now,
        issued_on=step.today if state == "issued" else None,
        **more,
    )
    require_none_under_way(step, notice)
    require_notice(step, notice)
    notice.save()
    if state == "proposed":
        kind = NOTICE_LETTERS[notice.kind]
        prepare_for_notice(notice, kind, by_name=notice.proposed_by, now=now)
    return notice


def require_none_under_way(step: Step, notice: CaseNotice) -> None:
    """Refusal where one of the kind waits to be approved, to be sent, or to arrive."""
    if any(each.is_under_way for each in step.case.notices.filter(kind=notice.kind)):
        raise Refusal(
            f"已经有一份{notice.row.title}正在办，不能再发一份",
            cite=notice.row.cite,
            next_step="先登记那一份的送达，或者不发那一份",
        )


def send(
    step: Step,
    notice: CaseNotice,
    sending: Sending,
    *,
    now: datetime,
    wording: Wording = AS_IT_IS,
) -> CaseNotice:
    """Fix the letter of an issued notice, bring it on its way, let follow what follows, and close the act."""
    kind = NOTICE_LETTERS[notice.kind]
    notice.case = step.case
    issue_for_notice(notice, kind, permit=step.permit, now=now, wording=wording)
    since = notice.issued_on or step.today
    service = dispatch(step, sending, since=since, now=now, notice=notice)
    after = {"notice": notice.kind, "days": notice.days, "until": plain(notice.until)}
    after |= said_of(service)
    arrives = ARRIVES.get(notice.kind)
    if arrives and service.received_on:
        _sent_and_received(step, arrives, service, after, now)
    else:
        clock = let_arrive(step, service, now=now)
        finish(step, now=now, after=after, clock=clock, stays=True)
    return notice


def _sent_and_received(
    step: Step, arrives: MoveKey, service: Service, after: dict[str, Any], now: datetime
) -> None:
    """What is signed for at once is two moves, as it is when the signature comes later: the journal has both."""
    put_down(step, now=now, after={**after, "signed_for_on": None}, stays=True)
    arrived = following(step, arrives)
    clock = let_arrive(arrived, service, now=now)
    said = {name: after[name] for name in ("notice", "signed_for_on")}
    finish(arrived, now=now, after=said, clock=clock, stays=True)
    announce(step, now)
