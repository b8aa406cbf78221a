"""登记（《条例》第四十五条）、与申请人确认收到、更正收到日期（第三十一条）"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.casework.actions.happening import judged
from gongkai.casework.actions.marking import mark
from gongkai.casework.actions.moving import begin, finish, keep
from gongkai.casework.actions.numbers import next_number
from gongkai.casework.incoming import Dates, Request, checked, line, require_past
from gongkai.casework.models import Applicant, Case, CaseEvent, Receipt
from gongkai.casework.sealing import identity_index, sealed
from gongkai.casework.wording import plain
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.receipt import NotYetReceived, receipt

RECEIPT = Cite("条例", 31)


@transaction.atomic
def register(*, agency: Agency, request: Request, by: User, now: datetime) -> Case:
    """A new case with its number. It is in work from the day of art. 31; until that day is known it waits to be confirmed."""
    return enter(
        agency=agency, request=request, permit=require(by, "casework.handle", agency), now=now
    )


def enter(*, agency: Agency, request: Request, permit: Permit, now: datetime) -> Case:
    """The same for whoever holds the permit, an applicant online too; in the caller's transaction."""
    asked, today = checked(request), law_day(now)
    require_past(today, *asked.dates.known().values())
    received = day_of_receipt(asked.channel, asked.dates)
    case = _entered(agency, asked, received, permit, now)
    note_receipt(case, asked.dates, received, permit, now)
    Applicant.objects.create(
        case=case,
        identity_type=asked.who.identity_type,
        sealed=sealed(case, asked.who.sealed_fields()),
        agent=sealed(case, asked.who.agent_fields()),
        needs_help=asked.who.needs_help,
        tell_by_mail=asked.who.tell_by_mail,
        tell_by_sms=asked.who.tell_by_sms,
    )
    mark(case)
    if received:
        judged(received, [])
    keep(case, now)
    record(
        "casework.register",
        case,
        by=permit,
        at=now,
        organ=agency.code,
        after={
            "state": case.state,
            "channel": case.channel,
            "arrived_on": plain(case.arrived_on),
            "received_on": plain(received),
            "applicant_kind": case.applicant_kind,
            **_words(case, asked),
        },
    )
    return case


def _words(case: Case, asked: Request) -> personal.Sealed:
    """What the journal keeps of who asked for what: sealed, since even the title may name a person."""
    who = asked.who
    return sealed(
        case, {"title": case.title, "name": who.name, "identity_number": who.identity_number}
    )


def day_of_receipt(channel: str, dates: Dates) -> date | None:
    """The day of art. 31; None while the fact that decides it is not known. Refusal for days that do not fit each other."""
    try:
        return receipt(channel, **dates.known()).date  # type: ignore[arg-type]  # the channel was checked
    except NotYetReceived as waiting:
        if dates.arrived is None:
            raise Refusal("请填写到达、提交或者签收的日期", cite=waiting.cite) from waiting
        return None
    except ValueError as wrong:
        raise Refusal(str(wrong), cite=RECEIPT) from wrong


def _entered(
    agency: Agency, asked: Request, received: date | None, permit: Permit, now: datetime
) -> Case:
    dates = asked.dates
    return Case.objects.create(
        agency=agency,
        kind=asked.kind,
        number=next_number(agency, permit, now),
        state="in_work" if received else "arrived",
        channel=asked.channel,
        oral=asked.oral,
        applicant_kind=asked.who.kind,
        masked_name=asked.who.masked,
        identity_index=identity_index(agency, asked.who.mark),
        title=asked.title,
        wanted=asked.wanted,
        wanted_form=asked.wanted_form,
        wanted_route=asked.wanted_route,
        arrived_on=dates.arrived or dates.signed or dates.submitted or received,
        received_on=received,
        counts_from=received,
        registered_by_id=permit.actor_id,
        registered_by=permit.actor_name,
        registered_at=now,
        changed_at=now,
    )


def note_receipt(
    case: Case, dates: Dates, received: date | None, permit: Permit, now: datetime, reason: str = ""
) -> None:
    """Append what is known of the arrival."""
    Receipt.objects.create(
        case=case,
        channel=case.channel,
        **dates.known(),
        confirmed_how=line(dates.how)[:200],
        received_on=received,
        reason=reason,
        by_id=permit.actor_id,
        by_name=permit.actor_name,
        at=now,
    )


@transaction.atomic
def confirm_receipt(
    *,
    case: Case,
    confirmed_on: date,
    how: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Case:
    """Organ and applicant have confirmed receipt to each other (art. 31 items 2 and 3): from that day the period runs."""
    step = begin(case, "confirm_receipt", by=by, now=now, seen_version=seen_version)
    here = step.case
    require_past(step.today, confirmed_on)
    last = here.receipts.last()
    dates = Dates(last.submitted, last.arrived, last.signed, confirmed_on, how)
    received = day_of_receipt(here.channel, dates)
    if received is None:
        raise Refusal("请填写与申请人确认的日期", cite=RECEIPT)
    judged(received, [])
    here.received_on = here.counts_from = received
    note_receipt(here, dates, received, step.permit, now)
    return finish(step, now=now)


@transaction.atomic
def correct_receipt(
    *,
    case: Case,
    dates: Dates,
    reason: str,
    by: User,
    now: datetime,
    channel: str = "",
    seen_version: int | None = None,
) -> Case:
    """Put wrongly registered days right (art. 31), with the reason and by another person; everything since is judged anew."""
    step = begin(
        case,
        "correct_receipt",
        by=by,
        now=now,
        seen_version=seen_version,
        reason=reason,
        not_by={case.registered_by_id, *case.receipts.values_list("by_id", flat=True)},
    )
    here = step.case
    require_past(step.today, *dates.known().values())
    here.channel = channel or here.channel
    received = day_of_receipt(here.channel, dates)
    if received is None:
        raise Refusal("收到日期不能改成未知", cite=RECEIPT)
    judged(received, list(CaseEvent.objects.filter(case=here)))
    if here.counts_from == here.received_on:
        here.counts_from = received
    here.received_on = received
    note_receipt(here, dates, received, step.permit, now, step.reason)
    return finish(step, now=now)
