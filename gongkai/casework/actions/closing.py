"""送达答复（《条例》第三十三条、送达解释）、申请人撤回、归档（第四十五条）"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.deciding import ReplyStep, begin_reply
from gongkai.casework.actions.dropping import drop_what_is_pending
from gongkai.casework.actions.happening import happen
from gongkai.casework.actions.letter_issuing import require_remedy_online
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.actions.reply import require_still_ready
from gongkai.casework.actions.serving import Sending, dispatch, organ_day, require_by_hand, said_of
from gongkai.casework.incoming import require_past
from gongkai.casework.models import Case, Decision, Service
from gongkai.casework.wording import plain
from gongkai.common.refusals import Refusal
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Kind


@transaction.atomic
def serve_reply(
    *,
    decision: Decision,
    sending: Sending,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Service:
    """Bring the signed reply to the applicant: answered on the day of posting, or of the signature for what is handed over."""
    reply_step = begin_reply(decision, "serve_reply", by=by, now=now, seen_version=seen_version)
    require_by_hand(sending, reply_step.move.cite)
    return serve(reply_step, sending, by=by, now=now)


def serve(reply_step: ReplyStep, sending: Sending, *, by: User, now: datetime) -> Service:
    """Let the reply go out: part of the transaction of who looked at what goes to whom."""
    require_still_ready(reply_step)
    here = reply_step.decision
    require_remedy_online(here, sending.way)
    step = begin(reply_step.case, "serve_reply", by=by, now=now)
    service = dispatch(step, sending, since=here.signed_on, now=now, decision=here)
    day = organ_day(service)
    if day is None:
        raise Refusal(
            "直接送达、委托送达以签收之日为准，请填写签收日期",
            cite=step.move.cite,
            next_step="还没有签收的，签收以后再登记",
        )
    clock = _reply_on_clock(step, day, now)
    here.state, here.served_on, here.changed_at = reply_step.move.end, day, now
    here.save()
    close(step, here.outcome, day, now=now)
    after = {"outcome": here.outcome, "reply_state": here.state, **said_of(service)}
    finish(step, now=now, after=after, before={"reply_state": "signed"}, clock=clock)
    return service


def _reply_on_clock(step: Step, day: date, now: datetime) -> Clock | None:
    """A request to correct a record has no clock; its reply only has a day."""
    return happen(step, Kind.REPLIED, day, now=now) if step.case.has_clock else None


def close(step: Step, outcome: str, day: date, *, now: datetime) -> None:
    """The first answer is what 表三 counts; one after a remedy changes neither its outcome nor its day."""
    here = step.case
    if here.closed_on is None:
        here.outcome, here.closed_on = outcome, day
    drop_what_is_pending(step, now=now)


@transaction.atomic
def withdraw(
    *,
    case: Case,
    withdrawn_on: date,
    reason: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Case:
    """The applicant withdrew the request; ``reason`` says how that was declared. It is counted as 其他处理."""
    step = begin(case, "withdraw", by=by, now=now, seen_version=seen_version, reason=reason)
    return withdrawn(step, withdrawn_on, now=now)


def withdrawn(step: Step, withdrawn_on: date, *, now: datetime) -> Case:
    """Let the withdrawal happen, whoever registered it."""
    require_past(step.today, withdrawn_on)
    here, clock = step.case, None
    if here.counts_from and withdrawn_on < here.counts_from:
        raise Refusal(
            f"撤回的日期（{withdrawn_on}）早于这一件计为新收的日期（{here.counts_from}）",
            cite=step.move.cite,
            next_step="核对日期；拆分出来的申请，填拆分以后的日期",
        )
    if here.has_clock:
        clock = happen(step, Kind.WITHDRAWN, withdrawn_on, now=now)
    close(step, "withdrawn", withdrawn_on, now=now)
    return finish(
        step, now=now, after={"day": plain(withdrawn_on), "outcome": here.outcome}, clock=clock
    )


@transaction.atomic
def archive(*, case: Case, by: User, now: datetime, seen_version: int | None = None) -> Case:
    """Close the file (art. 45). Refusal while reconsideration or a suit is under way, or a letter has not been registered as arrived."""
    step = begin(case, "archive", by=by, now=now, seen_version=seen_version)
    here = step.case
    if here.remedies.filter(result="").exists():
        raise Refusal("行政复议或者诉讼还没有审结，不能归档", cite=step.move.cite)
    waiting = here.services.filter(decision__isnull=False, received_on=None, failed_on=None)
    if waiting.exists():
        raise Refusal(
            "答复还没有登记签收", cite=step.move.cite, next_step="登记签收，或者登记没有送达"
        )
    return finish(step, now=now)
