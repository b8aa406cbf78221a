"""Keeps the rows that people read in step with a corrected event: notices, services, consultations, payments, replies."""

from datetime import date

from gongkai.casework.actions.moving import Step
from gongkai.casework.models import CaseEvent, CaseNotice, Consultation, Decision, Payment
from gongkai.common.clock import law_day
from gongkai.law.case_notices import NOTICES

_NOTICE_OF = {row.event.value: row.key for row in NOTICES if row.event}
_ANSWER_OF = {"clarify_received": "clarification", "reasons_received": "reasons"}


def earliest_day(step: Step, event: CaseEvent) -> date | None:
    """The day before which the organ cannot have done it: of signature, approval, issue, or of asking; None for what others did.

    A correction never makes an act of the organ older than the record of it, so that what came too late stays too late.
    """
    if event.kind in _NOTICE_OF:
        notice = _issued(step, _NOTICE_OF[event.kind])
        return notice.issued_on if notice else law_day(_first(event).at)
    if event.kind == "replied":
        reply = Decision.objects.filter(case=step.case, state="served").last()
        return reply.signed_on if reply else None
    return law_day(_first(event).at) if event.kind.endswith("_asked") else None


def _first(event: CaseEvent) -> CaseEvent:
    """The row that was registered at first."""
    while event.replaces is not None:
        event = event.replaces
    return event


def mirror(step: Step, row: CaseEvent, *, struck: bool) -> None:
    """Write the corrected day, or take back what did not happen."""
    if row.kind in _NOTICE_OF:
        _notice(step, row, struck=struck)
    elif row.kind in _ANSWER_OF:
        _answer(step, row, struck=struck)
    elif row.party or row.kind.endswith(("_asked", "_received", "_answered")):
        _consultation(step, row, struck=struck)
    elif row.kind == "fee_paid":
        _payment(step, row)
    elif row.kind == "replied":
        _reply(step, row)


def _issued(step: Step, kind: str) -> CaseNotice | None:
    """The last notice of a kind that took effect."""
    return step.case.notices.filter(kind=kind, state="issued", took_effect=True).last()


def _notice(step: Step, row: CaseEvent, *, struck: bool) -> None:
    """What did not reach its reader is sent no more as it was; a new notice may be issued if the law still allows one."""
    notice = _issued(step, _NOTICE_OF[row.kind])
    if notice is None:
        return
    if struck:
        notice.state, notice.took_effect, notice.dropped_why = "dropped", False, step.reason
        notice.save()
        return
    service = notice.services.filter(failed_on=None).last()
    if service and notice.row.on_receipt:
        service.received_on = row.day
        service.sent_on = min(service.sent_on, row.day)
        service.save()


def _answer(step: Step, row: CaseEvent, *, struck: bool) -> None:
    notice = _issued(step, _ANSWER_OF[row.kind])
    if notice is None:
        return
    notice.answered_on = None if struck else row.day
    notice.answer = "" if struck else notice.answer
    notice.save()


def _consultation(step: Step, row: CaseEvent, *, struck: bool) -> None:
    family, _, fact = row.kind.rpartition("_")
    here = Consultation.objects.filter(case=step.case, family=family, label=row.party).first()
    if here is None:
        return
    setattr(here, f"{fact}_on", None if struck else row.day)
    if fact == "answered" and struck:
        here.answer, here.has_reasons, here.opinion = "", False, ""
    here.save()


def _payment(step: Step, row: CaseEvent) -> None:
    last = Payment.objects.filter(fee__notice__case=step.case).order_by("pk").last()
    if last:
        last.paid_on = row.day
        last.save()


def _reply(step: Step, row: CaseEvent) -> None:
    """The reply's day is that of its posting or of the signature for it."""
    reply = Decision.objects.filter(case=step.case, state="served").last()
    if reply:
        reply.served_on = row.day
        reply.save()
