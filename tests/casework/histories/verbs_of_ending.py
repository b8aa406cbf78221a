"""The verbs of a history, second part: receipt, what the applicant does, replies, corrections, remedies, and the file."""

from dataclasses import replace
from datetime import date
from functools import partial

from gongkai.casework import actions
from gongkai.casework.actions import Sending
from gongkai.casework.incoming import Dates
from gongkai.casework.models import CaseEvent, Decision, Remedy, Service
from tests.casework.cases import CLEAR, reply
from tests.casework.histories.expected import (
    DISCLOSING,
    EVENT_OF,
    RUNNING,
    STRIKABLE,
    Suit,
    Try,
)
from tests.casework.histories.oracle import Told, judge
from tests.casework.histories.playing import DAY, Attempt, Table

OUTCOMES = (
    "provided", "provided", "already_public", "partly_granted", "state_secret", "third_party_objects", "nonexistent", "still_unclear",
    "petition", "repeated", "excessive", "clarification_lapsed", "fee_lapsed", "disclosed_in_public_interest",
)  # fmt: skip


def confirm(table: Table) -> Attempt:
    """Organ and applicant confirm receipt to each other."""
    ex, who, day = table.ex, table.who, table.some_day()
    allowed = ex.state == "arrived" and ex.arrived <= day <= table.today

    def then(_):
        ex.received, ex.state = day, "in_work"

    call = partial(actions.confirm_receipt, case=table.fresh(), confirmed_on=day, how="电话", **who)
    return Attempt(f"confirm {day}", allowed, call, then)


def correction_comes(table: Table) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    allowed = ex.state == "awaiting_correction" and day <= table.today and ex.could("clarify_received", day)  # fmt: skip
    call = partial(actions.receive_correction, case=table.fresh(), received_on=day, words="是2025年的", **who)  # fmt: skip
    return Attempt(f"correction {day}", allowed, call, lambda _: ex.happen("clarify_received", day, who["by"].pk))  # fmt: skip


def reasons_come(table: Table) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    allowed = ex.state in RUNNING and day <= table.today and ex.could("reasons_received", day)
    call = partial(
        actions.receive_reasons, case=table.fresh(), received_on=day, words="研究用", **who
    )
    return Attempt(f"reasons {day}", allowed, call, lambda _: ex.happen("reasons_received", day, who["by"].pk))  # fmt: skip


def payment(table: Table) -> Attempt:
    """A part, the whole, or too much."""
    ex, who, day = table.ex, table.who, table.some_day()
    fee = next((n for n in table.ex.notes if n.kind == "fee" and n.state == "issued"), None)
    rest = fee.yuan - fee.paid if fee else 10
    yuan = table.chance.choice((rest, rest, rest, rest + 1, 1))
    allowed = (
        ex.state == "awaiting_payment"
        and day <= table.today
        and 1 <= yuan <= rest
        and ex.could("fee_paid", day)
    )

    def then(_):
        fee.paid += yuan
        if fee.paid == fee.yuan:
            ex.happen("fee_paid", day, who["by"].pk)

    call = partial(actions.receive_payment, case=table.fresh(), paid_on=day, yuan=yuan, **who)
    return Attempt(f"pay {yuan} {day}", allowed, call, then)


def answer(table: Table) -> Attempt:
    """A reply from draft to service on one day: by two people, or by one alone, which is refused."""
    ex, key = table.ex, table.chance.choice(OUTCOMES)
    alone, direct = table.chance.random() < 0.15, table.chance.random() < 0.5
    writer, other = table.people if table.chance.random() < 0.5 else table.people[::-1]
    way = Sending("direct", received_on=table.today) if direct else Sending("post")
    allowed = (
        not alone
        and ex.state in RUNNING
        and ex.needs_met(key, table.today)
        and ex.could("replied", table.today)
    )

    def run():
        judge_ = writer if alone else other
        draft = actions.draft_reply(case=table.fresh(), reply=reply(key), by=writer, now=table.now)
        draft = actions.submit_reply(decision=draft, by=writer, now=table.now)
        secrecy = CLEAR if key in DISCLOSING else None
        draft = actions.review_reply(decision=draft, secrecy=secrecy, by=judge_, now=table.now)
        draft = actions.sign_reply(decision=draft, by=judge_, now=table.now)
        return actions.serve_reply(decision=draft, sending=way, by=writer, now=table.now)

    def then(service):
        ex.happen("replied", table.today, writer.pk)
        ex.close("replied", key, table.today)
        ex.tries.append(Try(None, direct, table.today, table.today if direct else None, pk=service.pk))  # fmt: skip

    return Attempt(f"answer {key}{' alone' if alone else ''} {way.way}", allowed, run, then)


def withdraw(table: Table) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    allowed = ex.state in RUNNING and day <= table.today and ex.could("withdrawn", day)

    def then(_):
        ex.happen("withdrawn", day, who["by"].pk)
        ex.close("withdrawn", "withdrawn", day)

    call = partial(actions.withdraw, case=table.fresh(), withdrawn_on=day, reason="电话说明", **who)
    return Attempt(f"withdraw {day}", allowed, call, then)


def archive(table: Table) -> Attempt:
    ex, who = table.ex, table.who
    waiting = any(t.note is None and not (t.received or t.failed) for t in ex.tries)
    pending = any(suit.reopens is None for suit in ex.suits)
    allowed = ex.state in ("replied", "withdrawn") and not waiting and not pending

    def then(_):
        ex.state = "archived"

    return Attempt("archive", allowed, lambda: actions.archive(case=table.fresh(), **who), then)


def put_receipt_right(table: Table) -> Attempt:
    """The day of receipt, by another person than the one who registered it."""
    ex = table.ex
    who, day = table.other(ex.registrar), (ex.received or ex.arrived) - table.chance.choice((-2, -1, 1, 2)) * DAY  # fmt: skip
    allowed = (
        ex.state in RUNNING
        and who["by"].pk not in _registrars(table)
        and day <= table.today
        and not judge(day, ex.told).why
    )

    def then(_):
        ex.received = day
        ex.follow()

    dates = Dates(submitted=day, arrived=day, signed=day, confirmed=day)
    call = partial(
        actions.correct_receipt, case=table.fresh(), dates=dates, reason="登记有误", **who
    )
    return Attempt(f"receipt was {day}", allowed, call, then)


def _registrars(table: Table) -> set[int | None]:
    return {table.ex.registrar, *table.case.receipts.values_list("by_id", flat=True)}


def put_event_right(table: Table) -> Attempt | None:
    """A day that was registered wrongly, or what did not happen."""
    ex = table.ex
    if not ex.told:
        return None
    old = table.chance.choice(ex.told)
    strike = table.chance.random() < 0.3
    day, who = old.day - table.chance.choice((-2, -1, 1, 2)) * DAY, table.other(ex.authors[old.seq])
    row = (
        CaseEvent.objects.filter(case=table.case, place=_place(table, old))
        .order_by("number")
        .last()
    )
    rest = [each for each in ex.told if each is not old]
    new = rest if strike else [*rest, replace(old, day=day)]
    allowed = (
        ex.state in (*RUNNING, "replied")
        and who["by"].pk != row.by_id
        and not (strike and old.kind not in STRIKABLE)
        and (strike or (day <= table.today and day >= _earliest(table, old)))
        and not judge(ex.received, new).why
    )
    given = {"strike": True} if strike else {"day": day}
    call = partial(actions.correct_event, event=row, reason="登记有误", **given, **who)
    return Attempt(f"{old.kind} of {old.day} {'struck' if strike else day}", allowed, call, partial(_put_right, table, old, None if strike else day))  # fmt: skip


def _earliest(table: Table, old: Told) -> date:
    """The organ's own acts cannot be moved before the day on which they were signed, approved or done."""
    own = {event: kind for kind, event in EVENT_OF.items()}
    if old.kind in own:
        notes = [n for n in table.ex.notes if n.kind == own[old.kind] and n.on_clock and n.state == "issued"]  # fmt: skip
        return notes[-1].issued
    if old.kind == "replied":
        return Decision.objects.filter(case=table.case, state="served").last().signed_on
    return table.ex.first_days[old.seq] if old.kind.endswith("_asked") else date.min


def _place(table: Table, told: Told) -> int:
    """The place that the program gave it: rows that replace others have numbers of their own, and no places."""
    return told.seq


def _put_right(table: Table, old: Told, day, row) -> None:
    ex = table.ex
    ex.told.remove(old)
    ex.numbers += 1
    if day is not None:
        ex.told.append(replace(old, day=day))
        ex.authors[old.seq] = row.by_id
    else:
        _take_back(table, old)
    if old.kind == "replied" and ex.closed_on == old.day and day:
        ex.closed_on = day
    ex.follow()


def _take_back(table: Table, old: Told) -> None:
    """What was struck did not happen: the notice is dropped, the opinion is not there."""
    for kind, event in EVENT_OF.items():
        if event == old.kind:
            struck = [n for n in table.ex.notes if n.kind == kind and n.state == "issued" and n.on_clock][-1]  # fmt: skip
            struck.state, struck.on_clock = "dropped", False
            table.ex.reasons_asked = any(n.kind == "reasons" and n.on_clock for n in table.ex.notes)
    for party in table.ex.parties:
        if old.kind == f"{party.family}_answered" and party.label == old.party:
            party.answer, party.reasons = "", False


def sued(table: Table) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    key = table.chance.choice(("reconsideration", "litigation_direct"))
    counted = ex.state not in ("arrived", "voided", "split")
    allowed = counted and ex.received is not None and ex.received <= day <= table.today

    def then(found):
        about = Decision.objects.filter(case=table.case, state="served").last()
        ex.suits.append(Suit(day, about.round if about else None, pk=found.pk))

    call = partial(actions.receive_remedy, case=table.fresh(), procedure_key=key, received_on=day, body="县人民政府", **who)  # fmt: skip
    return Attempt(f"{key} {day}", allowed, call, then)


def decided(table: Table) -> Attempt | None:
    """What came of a remedy."""
    if not table.ex.suits:
        return None
    suit, who, day = table.chance.choice(table.ex.suits), table.who, table.some_day()
    remedy, again = Remedy.objects.get(pk=suit.pk), table.chance.random() < 0.7
    court = remedy.procedure != "reconsideration"
    key = {(True, True): "court_revoked_answer_again", (True, False): "suit_dismissed", (False, True): "revoked_answer_again", (False, False): "upheld"}[court, again]  # fmt: skip
    until = day + 15 * DAY if table.chance.random() < 0.4 else None
    allowed = suit.reopens is None and suit.received <= day <= table.today and (again or until is None)  # fmt: skip

    def then(_):
        suit.reopens, suit.result_came, suit.until = again, day, until

    call = partial(actions.remedy_result_came, remedy=remedy, result=key, decided_on=day, received_on=day, ordered_until=until, **who)  # fmt: skip
    return Attempt(f"result {key} {day} {until or ''}", allowed, call, then)


def answer_again(table: Table) -> Attempt | None:
    """The matter is reopened."""
    if not table.ex.suits:
        return None
    suit, who, ex = table.chance.choice(table.ex.suits), table.who, table.ex
    allowed = (
        ex.state in ("replied", "archived")
        and bool(suit.reopens)
        and not suit.used
        and suit.round == ex.round
        and ex.could("reopened", suit.result_came, until=suit.until)
    )

    def then(_):
        suit.used, ex.state = True, "in_work"
        ex.round += 1
        ex.happen("reopened", suit.result_came, who["by"].pk, until=suit.until)

    remedy = Remedy.objects.get(pk=suit.pk)
    return Attempt("reopen", allowed, lambda: actions.reopen(remedy=remedy, **who), then)


def void(table: Table) -> Attempt:
    ex = table.ex
    who = table.other(ex.registrar)
    begun = ex.numbers or ex.notes or Service.objects.filter(case=table.case).exists()
    allowed = ex.state in ("arrived", "in_work") and who["by"].pk != ex.registrar and not begun

    def then(_):
        ex.state = "voided"

    call = partial(actions.void, case=table.fresh(), reason="重复登记", **who)
    return Attempt("void", allowed, call, then)
