"""Facts of the notices in the course of a request: clarification, extension, reasons, delay, fee, consultation told."""

from collections.abc import Callable, Mapping
from datetime import date

from gongkai.casework.clock import clock_from, standing
from gongkai.casework.letters.of_request import Facts, Source, known, lines
from gongkai.casework.models import CaseNotice
from gongkai.law.clock_events import Event, IllegalEvent, Kind
from gongkai.law.fees import fee_of_case
from gongkai.law.letters.wording import named

UNCLEAR = "该申请的内容不明确"
REASONS_DAYS = 10
"""Working days for the applicant's reasons where the officer says nothing else; no law fixes them."""


def of_notice(source: Source) -> Facts:
    """What the notice of a letter says; nothing for a letter of another kind."""
    notice = source.letter.notice
    if notice is None or notice.kind not in _OF:
        return {}
    return known(_OF[notice.kind](source, notice))


def _clarification(source: Source, notice: CaseNotice) -> Facts:
    address = source.contact.address
    return {
        "clarification_reason": UNCLEAR,
        "items_to_correct": lines(notice.words),
        "correction_days": notice.days or 0,
        "correction_way": f"原申请渠道或者寄送{address}" if address else "原申请渠道",
    }


def _extension(source: Source, notice: CaseNotice) -> Facts:
    return {
        "extension_reason": because(notice.words),
        "extension_days": notice.days or 0,
        "extended_to": _extended_to(source, notice),
    }


def _extended_to(source: Source, notice: CaseNotice) -> date | None:
    """The last day once the extension holds; None while it hangs on an opinion that has no fixed period."""
    case = source.case
    if notice.took_effect:
        return case.due_on
    events = [row.of_law for row in standing(case.events.all())]
    day = max([source.on, *(event.day for event in events)])
    try:
        more = Event(Kind.EXTEND, day, days=notice.days)
        return clock_from(case.received_on, [*events, more]).due()
    except IllegalEvent:
        return None


def _reasons(_: Source, notice: CaseNotice) -> Facts:
    return {"frequency": flat(notice.words), "reasons_days": REASONS_DAYS}


def _delay(_: Source, notice: CaseNotice) -> Facts:
    return {"delay_reason": because(notice.words), "delayed_to": notice.until}


def _fee(source: Source, notice: CaseNotice) -> Facts:
    demand = getattr(notice, "fee", None)
    if demand is None:
        return {}
    number = {"ordinal" if demand.basis == "pieces" else "pages": demand.quantity}
    fee = fee_of_case(**number, on=source.on)
    way = "按件计收" if demand.basis == "pieces" else "按量计收"
    parts = [str(charge).removesuffix(f"（{charge.cite}）") for charge in fee.charges]
    cite = fee.charges[-1].cite
    return {
        "fee_ground": flat(notice.words),
        "fee_standard": f"{way}，{'；'.join(parts)}（{named(cite)}）",
        "fee_sum": demand.yuan,
        "payment_way": source.organ.payment_way,
    }


def _consultation(source: Source, notice: CaseNotice) -> Facts:
    asked = source.consultations
    return {
        "consulted": "、".join(dict.fromkeys(row.rule.who for row in asked)),
        "consulted_on": min((row.asked_on for row in asked), default=None),
        "consultation": flat(notice.words),
    }


def flat(text: str) -> str:
    """A text of several lines as one sentence without its stop."""
    return "；".join(line.rstrip("。；;") for line in lines(text))


def because(text: str) -> str:
    """A reason as it stands after 因."""
    return flat(text).removeprefix("因为").removeprefix("由于").removeprefix("因")


_OF: Mapping[str, Callable[[Source, CaseNotice], Facts]] = {
    "clarification": _clarification,
    "extension": _extension,
    "reasons": _reasons,
    "delay": _delay,
    "fee": _fee,
    "consultation_told": _consultation,
}
