"""The verbs of a history, first part: notices, what comes in, consultations. Each says beside the call whether it is allowed."""

from functools import partial

from gongkai.casework import actions
from gongkai.casework.actions import Party as AskedParty
from gongkai.casework.actions import Sending
from gongkai.casework.models import CaseNotice, Consultation, Service
from tests.casework.histories.expected import RUNNING, Note, Party, Try
from tests.casework.histories.playing import DAY, Attempt, Table

ARRIVING = (*RUNNING, "replied", "withdrawn", "archived")


def sending(table: Table) -> tuple[Sending, bool]:
    """By post, or handed over today."""
    direct = table.chance.random() < 0.5
    return (
        (Sending("direct", received_on=table.today), True) if direct else (Sending("post"), False)
    )


def put(table: Table, note: Note, letter: Try, by: int, pk: int) -> None:
    """The notice is issued, and on its way."""
    note.pk, letter.pk = pk, Service.objects.filter(notice=pk).last().pk
    table.ex.tries.append(letter)
    table.ex.let_arrive(letter, by)


def issue_at_once(table: Table, kind: str, call, **what):
    """A notice that needs nobody's approval: clarification, reasons."""
    ex, who = table.ex, table.who
    way, direct = sending(table)
    note = Note(kind, "issued", who["by"].pk, what.get("days"), issued=table.today)
    letter = Try(note, direct, table.today, table.today if direct else None)
    allowed = ex.state == "in_work" and not ex.pending(kind) and ex.may_bring(note, table.today)

    def then(found):
        ex.notes.append(note)
        put(table, note, letter, who["by"].pk, found.pk)

    return Attempt(f"{kind} {what} {way.way}", allowed, lambda: call(table.fresh(), way, who), then)


def ask_clarification(table: Table) -> Attempt:
    days = table.chance.choice((0, 1, 5, 5, 7, 10))

    def call(case, way, who):
        return actions.ask_clarification(case=case, items="写明年份", days=days, sending=way, **who)

    return issue_at_once(table, "clarification", call, days=days)


def ask_reasons(table: Table) -> Attempt:
    def call(case, way, who):
        return actions.ask_reasons(case=case, words="本月已有二十件", sending=way, **who)

    return issue_at_once(table, "reasons", call)


def propose(table: Table) -> Attempt:
    """An extension, a delay, a fee."""
    kind = table.chance.choice(("extension", "extension", "delay", "fee", "fee"))
    return {"extension": _extension, "delay": _delay, "fee": _fee}[kind](table)


def _proposed(table: Table, note: Note, call, who) -> Attempt:
    ex = table.ex
    allowed = (
        ex.state == "in_work" and not ex.pending(note.kind) and ex.may_bring(note, table.today)
    )

    def then(found):
        note.pk = found.pk
        ex.notes.append(note)

    return Attempt(
        f"propose {note.kind} {note.days or note.until or note.yuan}", allowed, call, then
    )


def _extension(table: Table) -> Attempt:
    who, days = table.who, table.chance.choice((0, 1, 5, 10, 20, 20, 21))
    call = partial(actions.propose_extension, case=table.fresh(), days=days, reason="材料多", **who)
    return _proposed(table, Note("extension", "proposed", who["by"].pk, days), call, who)


def _delay(table: Table) -> Attempt:
    who, until = table.who, table.today + table.chance.choice((0, 10, 40, 60)) * DAY
    call = partial(actions.propose_delay, case=table.fresh(), until=until, reason="量大", **who)
    return _proposed(table, Note("delay", "proposed", who["by"].pk, until=until), call, who)


def _fee(table: Table) -> Attempt:
    who, pages = table.who, table.chance.choice((10, 30, 31, 50, None))
    note = Note("fee", "proposed", who["by"].pk, yuan={31: 10, 50: 200}.get(pages, 0))
    call = partial(actions.propose_fee, case=table.fresh(), ground="页数多", pages=pages, **who)
    attempt = _proposed(table, note, call, who)
    attempt.allowed = attempt.allowed and note.yuan > 0
    return attempt


def approve(table: Table) -> Attempt | None:
    """The head of the office agrees."""
    open_notes = [
        note for note in table.ex.notes if note.state in ("proposed", "approved") and note.pk
    ]
    if not open_notes:
        return None
    note = table.chance.choice(open_notes)
    who = table.other(note.by)
    ex = table.ex
    allowed = (
        ex.state == "in_work"
        and note.state == "proposed"
        and who["by"].pk != note.by
        and ex.may_bring(note, table.today)
    )

    def then(_):
        note.state, note.issued = "approved", table.today

    found = CaseNotice.objects.get(pk=note.pk)
    return Attempt(f"approve {note.kind}", allowed, lambda: actions.approve_notice(notice=found, **who), then)  # fmt: skip


def send_approved(table: Table) -> Attempt | None:
    """What was approved, or was not, is sent."""
    notes = [note for note in table.ex.notes if note.kind in ("extension", "delay", "fee")]
    if not notes:
        return None
    note, who, ex = table.chance.choice(notes), table.who, table.ex
    way, direct = sending(table)
    call = actions.send_fee_notice if note.kind == "fee" else actions.tell
    allowed = ex.state == "in_work" and note.state == "approved" and ex.may_bring(note, table.today)
    letter = Try(note, direct, table.today, table.today if direct else None)

    def then(found):
        note.state = "issued"
        put(table, note, letter, who["by"].pk, found.pk)

    notice = CaseNotice.objects.get(pk=note.pk)
    return Attempt(f"send {note.kind} {way.way}", allowed, lambda: call(notice=notice, sending=way, **who), then)  # fmt: skip


def drop(table: Table) -> Attempt | None:
    if not table.ex.notes:
        return None
    note, who, ex = table.chance.choice(table.ex.notes), table.who, table.ex
    allowed = ex.state in RUNNING and note.state in ("proposed", "approved")

    def then(_):
        note.state = "dropped"

    notice = CaseNotice.objects.get(pk=note.pk)
    return Attempt(f"drop {note.kind}", allowed, lambda: actions.drop_notice(notice=notice, reason="不需要了", **who), then)  # fmt: skip


def letter_comes(table: Table) -> Attempt | None:
    """A letter is registered as signed for."""
    if not table.ex.tries:
        return None
    letter, who, day, ex = (
        table.chance.choice(table.ex.tries),
        table.who,
        table.some_day(),
        table.ex,
    )
    fresh_notice = letter.note is not None and not letter.note.on_clock
    states = ("in_work",) if fresh_notice else ARRIVING
    fits = not (letter.received or letter.failed) and letter.sent <= day <= table.today
    before, letter.received = letter.received, day
    allowed = ex.state in states and fits and not _struck(letter) and ex.arrival_is_lawful(letter)
    letter.received = before

    def then(_):
        letter.received = day
        ex.let_arrive(letter, who["by"].pk)

    service = Service.objects.get(pk=letter.pk)
    return Attempt(f"letter came {day}", allowed, lambda: actions.receive_letter(service=service, received_on=day, **who), then)  # fmt: skip


def _struck(letter: Try) -> bool:
    """What was struck is sent no more."""
    return letter.note is not None and letter.note.state == "dropped"


def letter_fails(table: Table) -> Attempt | None:
    if not table.ex.tries:
        return None
    letter, who, day = table.chance.choice(table.ex.tries), table.who, table.some_day()
    open_try = not (letter.received or letter.failed)
    allowed = table.ex.state in ARRIVING and open_try and letter.sent <= day <= table.today

    def then(_):
        letter.failed = day

    service = Service.objects.get(pk=letter.pk)
    return Attempt(f"letter failed {day}", allowed, lambda: actions.letter_failed(service=service, failed_on=day, failure="查无此人", **who), then)  # fmt: skip


def letter_again(table: Table) -> Attempt | None:
    if not table.ex.tries:
        return None
    letter, who, ex = table.chance.choice(table.ex.tries), table.who, table.ex
    way, direct = sending(table)
    again = Try(letter.note, direct, table.today, table.today if direct else None)
    fresh_notice = letter.note is not None and not letter.note.on_clock
    states = ("in_work",) if fresh_notice else ARRIVING
    allowed = (
        ex.state in states
        and letter.failed is not None
        and not letter.repeated
        and not _struck(letter)
        and ex.arrival_is_lawful(again)
    )

    def then(found):
        letter.repeated, again.pk = True, found.pk
        ex.tries.append(again)
        ex.let_arrive(again, who["by"].pk)

    service = Service.objects.get(pk=letter.pk)
    return Attempt(f"letter again {way.way}", allowed, lambda: actions.send_again(service=service, sending=way, **who), then)  # fmt: skip


def consult(table: Table) -> Attempt:
    family = table.chance.choice(("third_party", "third_party", "joint_organ", "other_organ"))
    name, ex, who = table.chance.choice(("甲局", "乙局")), table.ex, table.who
    mine = [party for party in ex.parties if party.family == family]
    label = f"{len(mine) + 1}号" if family == "third_party" else name
    known = any(party.label == label for party in mine)
    allowed = ex.state == "in_work" and not known and ex.could(f"{family}_asked", table.today, party=label)  # fmt: skip

    def then(found):
        ex.parties.append(Party(family, label, pk=found.pk))
        ex.happen(f"{family}_asked", table.today, who["by"].pk, party=label)

    call = partial(actions.consult, case=table.fresh(), family=family, party=AskedParty(name), about="合同", **who)  # fmt: skip
    return Attempt(f"ask {family} {label}", allowed, call, then)


def opinion(table: Table) -> Attempt | None:
    """The letter reached a party; it answered; it was silent."""
    if not table.ex.parties:
        return None
    party = table.chance.choice(table.ex.parties)
    fact = table.chance.choice((_party_received, _party_answered, _party_answered, _party_silent))
    return fact(table, party, Consultation.objects.get(pk=party.pk))


def _party_received(table: Table, party: Party, row: Consultation) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    kind = f"{party.family}_received"
    once = row.received_on is None
    allowed = ex.state in RUNNING and once and day <= table.today and ex.could(kind, day, party=party.label)  # fmt: skip
    call = partial(actions.opinion_letter_arrived, consultation=row, received_on=day, **who)
    return Attempt(f"{kind} {day}", allowed, call, lambda _: ex.happen(kind, day, who["by"].pk, party=party.label))  # fmt: skip


def _party_answered(table: Table, party: Party, row: Consultation) -> Attempt:
    ex, who, day = table.ex, table.who, table.some_day()
    kind, agrees = f"{party.family}_answered", table.chance.random() < 0.4
    words = table.chance.choice(("", "商业秘密"))
    allowed = (
        ex.state in RUNNING
        and party.answer in ("", "silent")
        and day <= table.today
        and ex.could(kind, day, party=party.label)
    )

    def then(_):
        party.answer, party.reasons = "agrees" if agrees else "refuses", bool(words)
        ex.happen(kind, day, who["by"].pk, party=party.label)

    call = partial(actions.record_opinion, consultation=row, answered_on=day, agrees=agrees, reasons=words, **who)  # fmt: skip
    return Attempt(f"{kind} {day} {agrees}", allowed, call, then)


def _party_silent(table: Table, party: Party, row: Consultation) -> Attempt:
    ex, who = table.ex, table.who
    found = [each for each in ex.verdict().asked if (each.family, each.party) == (party.family, party.label)] if ex.received else []  # fmt: skip
    last = found[-1].last() if found else None
    allowed = ex.state in RUNNING and party.answer == "" and last is not None and table.today > last

    def then(_):
        party.answer = "silent"

    return Attempt(f"{party.family} silent", allowed, lambda: actions.record_silence(consultation=row, **who), then)  # fmt: skip
