"""One page for each act: what happens, by which article, what it does to the clock, and the form that confirms it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.casework.act_rows import CaseAct, Move
from gongkai.casework.effects import Effect, effect_of, effect_of_correction, effect_of_receipt
from gongkai.casework.forms.fields import ActForm
from gongkai.casework.models import Case, Decision
from gongkai.casework.views.finding import (
    case_behind,
    case_of,
    consultation_of,
    decision_of,
    event_of,
    notice_of,
    on_case,
    remedy_of,
    service_of,
)
from gongkai.casework.views.letter_pieces import Piece, pieces_of
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.refusals import Conflict, Refusal
from gongkai.files.actions import receive
from gongkai.law import case_states, decision_states
from gongkai.law.citation import Cite
from gongkai.law.clock_events import IllegalEvent

TEMPLATE = "casework/act.html"
FINDERS = {
    "case": case_of,
    "notice": notice_of,
    "consultation": consultation_of,
    "service": service_of,
    "decision": decision_of,
    "event": event_of,
    "remedy": remedy_of,
}
FORESEEN = ("confirm_receipt", "correct_event")
"""Acts whose effect is no further event: it is worked out by what they are."""
LOOK = "look"
"""The button that shows the effect of what was typed, and does nothing."""


@dataclass(frozen=True, slots=True)
class CasePage(ActPage):
    """The page of an act on a case: with its article, what it does to the clock, and the record it is about."""

    cite: Cite | None = None
    doubt: str = ""
    effect: Effect | None = None
    record: Any = None
    case: Case | None = None
    foresees: bool = False
    letters: tuple[Piece, ...] = ()


def act_view(row: CaseAct) -> Callable[..., HttpResponse]:
    """The view of one act."""

    @on_case(row.act, FINDERS[row.on])
    def view(request: HttpRequest, record: Any) -> HttpResponse:
        if request.method != "POST":
            _require_open(row, record, request)
        return _answer(request, row, record)

    view.__doc__ = row.label
    return view


def _require_open(row: CaseAct, record: Any, request: HttpRequest) -> None:
    """Refuse to show the page of an act that the state does not leave open."""
    if row.row(record, law_day(request.now)) is None or not row.fits(record):
        state = (
            record.state_label if isinstance(record, Decision) else case_behind(record).state_label
        )
        raise Refusal(
            f"现在是“{state}”，不能{row.label}",
            cite=_move(row, record, request).cite,
            next_step="回到这一件，看看它现在的情况",
        )


def _move(row: CaseAct, record: Any, request: HttpRequest) -> Move:
    """The move, whether it is open or not: for its article."""
    found = row.row(record, law_day(request.now))
    if found is not None:
        return found
    key = row.move(record) if callable(row.move) else row.move
    table = decision_states.MOVES if row.on == "decision" else case_states.MOVES
    return next(each for each in table if each.key == key)


def _answer(request: HttpRequest, row: CaseAct, record: Any) -> HttpResponse:
    case, today = case_behind(record), law_day(request.now)

    def make(data: Any) -> ActForm:
        files = request.FILES if data is not None else None
        initial = {"seen_version": case.version}
        return row.form(data, files, subject=record, today=today, initial=initial)

    def act(*, by: Any, now: Any, **said: Any) -> object:
        require_seen(case, said["seen_version"])
        return row.run(record, taken_in(said, case, by, now), by, now)

    back = reverse("casework:case", kwargs={"pk": case.pk})
    if request.method == "POST" and LOOK in request.POST:
        return _look(request, row, record, make, back)
    page = page_of(request, row, record, make(None).defaults())
    if request.method == "POST":
        # The effect would be that of the defaults, and the form says why it was refused.
        page = replace(page, effect=None)
    return show_act(request, page, make, act, back=back, of=case, template=row.template)


def taken_in(said: dict[str, Any], case: Case, by: Any, now: Any) -> dict[str, Any]:
    """What was typed, with the proof of a service stored: before the act's own transaction, since scanning takes seconds."""
    sending, proof = said.get("sending"), said.get("proof")
    upload = sending.proof if sending else proof
    if not upload:
        return said
    stored = receive(agency=case.agency, upload=upload, purpose="record", by=by, now=now)
    if sending:
        return {**said, "sending": replace(sending, proof=stored)}
    return {**said, "proof": stored}


def require_seen(case: Case, seen: int) -> None:
    """Conflict where the case changed behind the page: what was typed is kept, on top of what stands now."""
    if seen != case.version:
        raise Conflict("您打开这一页之后，这一件又有改动")


def page_of(request: HttpRequest, row: CaseAct, record: Any, said: dict[str, Any]) -> CasePage:
    """The words of the page, with the effect of what the form says."""
    move, today = _move(row, record, request), law_day(request.now)
    return CasePage(
        row.label,
        button=row.label,
        danger=row.danger,
        intro=row.will,
        help=(f"做什么：{row.will}", f"依据：{move.cite}。{move.doubt}", f"例：{row.example}"),
        cite=move.cite,
        doubt=move.doubt,
        effect=foreseen(request, row, record, said),
        record=record,
        case=case_behind(record),
        foresees=row.event is not None or row.key in FORESEEN,
        letters=tuple(pieces_of(row.letters(record, said, today), today)),
    )


def foreseen(
    request: HttpRequest, row: CaseAct, record: Any, said: dict[str, Any]
) -> Effect | None:
    """What the act would do to the clock; None where it does nothing."""
    case, today = case_behind(record), law_day(request.now)
    if row.key == "confirm_receipt":
        return effect_of_receipt(said["confirmed_on"] or today)
    corrects = row.key == "correct_event"
    if not case.has_clock or (row.event is None and not corrects):
        return None
    try:
        if corrects:
            day, strike = said.get("day") or record.day, bool(said.get("strike"))
            return effect_of_correction(case, record, day, today, strike=strike)
        event = row.event(record, said, today)
    except IllegalEvent as illegal:
        return Effect(refused=str(illegal).removesuffix(f"（{illegal.cite}）"), cite=illegal.cite)
    return effect_of(case, event, today) if event else None


def _look(request: HttpRequest, row: CaseAct, record: Any, make: Any, back: str) -> HttpResponse:
    """The page again with the effect of what was typed; nothing is done."""
    form = make(request.POST)
    said = form.cleaned_data if form.is_valid() else make(None).defaults()
    page = page_of(request, row, record, said)
    context = {"page": page, "form": form, "back": back, "of": case_behind(record)}
    return render(request, row.template, context, status=MISTAKES if form.errors else 200)
