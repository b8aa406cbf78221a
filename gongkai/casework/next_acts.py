"""What a person may do with a case now, as buttons, and what the law refuses today with its article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.casework.act_rows import CaseAct
from gongkai.casework.course_acts import COURSE
from gongkai.casework.effects import effect_of
from gongkai.casework.keeping_acts import KEEPING
from gongkai.casework.models import Case
from gongkai.casework.order_acts import ORDER
from gongkai.casework.other_acts import OTHER
from gongkai.casework.reply_acts import REPLY
from gongkai.common.permissions import allowed
from gongkai.law.citation import Cite

ACTS: tuple[CaseAct, ...] = (*COURSE, *OTHER, *REPLY, *ORDER, *KEEPING)
FORWARD = {
    "confirm_receipt",
    "receive_correction",
    "submit_reply",
    "review_reply",
    "sign_reply",
    "serve_reply",
    "approve_notice",
    "tell_notice",
    "receive_payment",
}
"""Acts that bring a case on its way; their buttons stand out."""
USUAL = {
    "confirm_receipt",
    "ask_clarification",
    "receive_correction",
    "propose_extension",
    "consult_third_party",
    "consult_organ",
    "receive_payment",
    "archive",
    "assign",
}
"""Acts on a case that stand at its head; the others stand below the record."""
NOTICE_OF: dict[str, str] = {
    "ask_clarification": "clarification",
    "ask_reasons": "reasons",
    "propose_extension": "extension",
    "propose_delay": "delay",
    "propose_fee": "fee",
}
"""Acts that begin a notice, with its kind: none of them is begun while one of the kind is under way."""
JUDGED = {"ask_clarification", "propose_extension", "propose_delay", "receive_payment"}
"""Acts whose refusal by the clock is worth saying before anybody opens their page."""


@dataclass(frozen=True, slots=True)
class Button:
    """One act open to the person; ``refused`` says why the law does not allow it today, with its ``cite``."""

    row: CaseAct
    url: str
    refused: str = ""
    cite: Cite | None = None

    @property
    def rare(self) -> bool:
        """Whether it stands below the record."""
        return self.row.key not in USUAL

    @property
    def look(self) -> str:
        """The class of the button."""
        if self.row.danger:
            return "button--danger"
        return "button--primary" if self.row.key in FORWARD else ""


def buttons(record: Any, on: str, person: User, today: date) -> list[Button]:
    """The acts on a record that its state, the law of the day and the person's post leave open."""
    return list(_open(record, on, person, today))


def _open(record: Any, on: str, person: User, today: date) -> Iterator[Button]:
    for row in ACTS:
        if row.on != on or not row.fits(record) or row.row(record, today) is None:
            continue
        if not allowed(person, row.act, record.agency) or _own_hands(row, record, person, today):
            continue
        yield _judged(row, record, today)


def _own_hands(row: CaseAct, record: Any, person: User, today: date) -> bool:
    """Whether the act is for a second person, and this one proposed or wrote it."""
    move = row.row(record, today)
    if move is None or not move.second_person:
        return False
    return person.pk in _HANDS[row.on](record)


_HANDS: dict[str, Callable[[Any], set[int | None]]] = {
    "case": lambda case: {case.registered_by_id},
    "decision": lambda reply: {*reply.writers, reply.submitted_by_id},
    "event": lambda event: {event.by_id},
    "notice": lambda notice: {notice.proposed_by_id},
}
"""By the record: the ids of those who proposed it or made the entry."""


def _judged(row: CaseAct, record: Any, today: date) -> Button:
    url = reverse(f"casework:{row.key}", kwargs={"pk": record.pk})
    if row.key not in JUDGED or row.event is None or not isinstance(record, Case):
        return Button(row, url)
    form = row.form(subject=record, today=today)
    event = row.event(record, form.defaults(), today) if record.has_clock else None
    if event is None:
        return Button(row, url)
    effect = effect_of(record, event, today)
    return Button(row, url, effect.refused, effect.cite)
