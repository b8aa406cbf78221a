"""A reply goes to the applicant of its case alone, with the files that were signed, after a second look; else nothing is sent."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.actions import Sending, delivering, redacting
from gongkai.casework.models import CaseFile, Delivery, DeliveryFile, ReplyFile
from gongkai.casework.outgoing import SentFile, sent_files
from gongkai.casework.sealing import sealed
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox import deliver_due
from gongkai.common.permissions import NotAllowed
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.files.sealing import sealed as seal
from tests.casework import cases, papers, sendings
from tests.casework.cases import at, on
from tests.casework.sendings import DAY, MAIL
from tests.paperwork.redaction.made import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    """A case that may be answered online and by e-mail."""
    return sendings.asked(cast)


@pytest.fixture
def decision(cast, case):
    """A signed reply with a file."""
    return sendings.signed(cast, case, sendings.given(cast, case))


def send(cast, decision, look, medium="online", person=None):
    return delivering.deliver_reply(
        decision=decision, medium=medium, seen=look, **on(person or cast.clerk, DAY)
    )


def nothing_was_sent(decision):
    """No sending, no service, nobody told, no e-mail now or later."""
    deliver_due(at(DAY, 20))
    decision.refresh_from_db()
    return (
        not Delivery.objects.exists()
        and not decision.services.exists()
        and not OutboxMessage.objects.filter(kind="casework.mail_reply").exists()
        and not [letter for letter in mail.outbox if letter.attachments]
    )


def test_a_reply_is_sent_online_after_a_second_look(cast, decision):
    delivery = sendings.sent(cast, decision)
    case = cases.again(decision.case)
    assert (case.state, delivery.state, delivery.service.way) == ("replied", "sent", "electronic")
    assert str(delivery.open_until) == "2026-12-05"
    assert case.closed_on.isoformat() == DAY
    assert Entry.objects.filter(act="audit.read_personal").count() >= 2


def test_an_e_mail_goes_to_the_address_of_the_case_with_the_files_that_were_signed(cast, decision):
    delivery = sendings.sent(cast, decision, "mail")
    assert delivery.state == "waiting"
    deliver_due(at(DAY, 20))
    delivery.refresh_from_db()
    letter = next(each for each in mail.outbox if each.attachments)
    assert (delivery.state, letter.to) == ("sent", [MAIL])
    assert len(letter.attachments) == delivery.files.count()
    assert MAIL not in str(list(OutboxMessage.objects.values_list("payload", flat=True)))


def test_a_reply_is_not_sent_as_electronic_data_past_the_second_look(cast, decision):
    with pytest.raises(Refusal, match="核对"):
        actions.serve_reply(decision=decision, sending=Sending("electronic"), **on(cast.clerk, DAY))
    assert nothing_was_sent(decision)


@pytest.mark.parametrize("change", ["version", "recipient", "files", "ticked", "more"])
def test_what_was_not_seen_is_not_sent(cast, decision, change):
    look = sendings.seen(cast, decision)
    wrong = {
        "version": replace(look, version=look.version - 1),
        "recipient": replace(look, recipient="0" * 64),
        "files": replace(look, files="0" * 64),
        "ticked": replace(look, ticked=look.ticked[1:]),
        "more": replace(look, ticked=(*look.ticked, 10**6)),
    }[change]
    with pytest.raises(Refusal):
        send(cast, decision, wrong)
    assert nothing_was_sent(decision)


def test_a_tab_that_was_opened_before_something_happened_sends_nothing(cast, decision):
    look = sendings.seen(cast, decision)
    papers.paper(cast, decision.case, day=DAY)
    with pytest.raises(Refusal, match="又有改动"):
        send(cast, decision, look)
    assert nothing_was_sent(decision)


def moved(case, address="andere@example.test"):
    """The applicant has another address now, however it came there."""
    applicant = case.applicant
    applicant.sealed = {**applicant.sealed, **sealed(case, {"mail": address})}
    applicant.save()


def test_another_address_than_was_seen_gets_nothing(cast, decision):
    look = sendings.seen(cast, decision, "mail")
    moved(decision.case)
    with pytest.raises(Refusal, match="收件人在您看过以后变了"):
        send(cast, decision, look, "mail")
    assert nothing_was_sent(decision)


def test_an_address_that_changed_before_the_worker_came_gets_nothing(cast, decision):
    delivery = sendings.sent(cast, decision, "mail")
    moved(decision.case)
    deliver_due(at(DAY, 20))
    delivery.refresh_from_db()
    assert delivery.state == "refused"
    assert "变了" in delivery.fault
    assert not [letter for letter in mail.outbox if letter.attachments]


def test_the_journal_says_why_no_e_mail_went_and_names_no_paper(cast, decision):
    delivery = sendings.sent(cast, decision, "mail")
    StoredFile.objects.filter(name="公开的方案.pdf").update(sha256="0" * 64)
    deliver_due(at(DAY, 20))
    delivery.refresh_from_db()
    assert "“公开的方案.pdf”不能发出" in delivery.fault
    reason = Entry.objects.get(act="casework.mail_refused").reason
    assert "一个文件不能发出" in reason
    assert "方案" not in reason


def test_a_mark_of_one_case_is_none_in_another(cast, decision):
    other = sendings.asked(cast, code="9" * 24)
    theirs = sendings.signed(cast, other, sendings.given(cast, other))
    with pytest.raises(Refusal):
        send(cast, theirs, sendings.seen(cast, decision))
    assert nothing_was_sent(theirs)


def test_a_file_of_another_case_is_listed_with_no_reply(cast, case):
    theirs = sendings.given(cast, cases.registered(cast))
    with pytest.raises(Refusal, match="不属于这一件"):
        sent_files(case, [theirs.pk])
    files = (SentFile(theirs.pk, theirs.file.sha256),)
    with pytest.raises(Refusal, match="不属于这一件"):
        cases.drafted(cast, case, DAY, files=files)


def test_the_database_lists_no_file_of_another_case(cast, decision):
    theirs = sendings.given(cast, cases.registered(cast))
    row = {"paper": theirs, "order": 9, "sha256": theirs.file.sha256}
    with pytest.raises(DatabaseError), transaction.atomic():
        ReplyFile.objects.create(decision=decision, **row)
    delivery = sendings.sent(cast, decision)
    with pytest.raises(DatabaseError), transaction.atomic():
        DeliveryFile.objects.create(delivery=delivery, **row)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReplyFile.objects.update(paper=theirs)
    listed = CaseFile.objects.filter(pk=decision.files.get().paper_id)
    with pytest.raises(DatabaseError), transaction.atomic():
        listed.update(case=theirs.case)


def test_the_database_lists_no_paper_that_is_not_meant_to_go_out(cast, decision):
    paper = papers.paper(cast, decision.case, day=DAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReplyFile.objects.create(decision=decision, paper=paper, order=9, sha256=paper.file.sha256)


def test_files_are_part_of_what_is_signed(cast, case):
    found = sendings.given(cast, case)
    decision = cases.reviewed(cast, case, DAY, files=sent_files(case, [found.pk]))
    ReplyFile.objects.filter(decision=decision).update(sha256="0" * 64)
    with pytest.raises(Refusal, match="与送审时"):
        actions.sign_reply(decision=decision, **on(cast.signer, DAY))


def test_a_file_exchanged_after_the_signature_is_not_sent(cast, decision):
    other = sendings.given(cast, decision.case, secret="PUBLIC-2")
    look = sendings.seen(cast, decision)
    ReplyFile.objects.filter(decision=decision).update(paper=other, sha256=other.file.sha256)
    with pytest.raises(Refusal, match="不一致"):
        send(cast, decision, look)
    assert nothing_was_sent(decision)


def test_bytes_that_were_exchanged_are_not_sent(cast, decision):
    look = sendings.seen(cast, decision)
    stored = decision.files.get().paper.file
    other = seal(made("text", "PUBLIC-3"), stored.token, stored.sealed_key)
    Path(default_storage.path(stored.storage_key)).write_bytes(other)
    with pytest.raises(Refusal, match="校验值不符"):
        send(cast, decision, look)
    assert nothing_was_sent(decision)


def test_the_original_of_a_blacked_out_paper_never_goes_out(cast, case):
    original = papers.paper(cast, case, use="given")
    papers.marked(cast, original)
    copy = papers.paper(cast, case, use="given", name="副本.pdf")
    for paper in (original, copy):
        decision = cases.drafted(cast, case, DAY, files=sent_files(case, [paper.pk]))
        with pytest.raises(Refusal, match="要涂黑的原件"):
            actions.submit_reply(decision=decision, **on(cast.clerk, DAY))
        actions.drop_reply(decision=decision, reason="选错", **on(cast.clerk, DAY))


def test_a_paper_that_is_being_blacked_out_anew_is_not_sent(cast, case):
    sheet = papers.burnt(cast, papers.paper(cast, case))
    decision = sendings.signed(cast, case, sheet.result)
    redacting.redact_again(sheet=sheet, **on(cast.clerk, DAY))
    with pytest.raises(Refusal, match="重新涂黑"):
        sendings.seen(cast, decision)
    assert nothing_was_sent(decision)


def test_a_signature_taken_back_stops_the_sending(cast, decision):
    look = sendings.seen(cast, decision)
    actions.unsign_reply(decision=decision, reason="附件拿错", **on(cast.signer, DAY))
    with pytest.raises(Refusal):
        send(cast, decision, look)
    assert nothing_was_sent(decision)


def test_nobody_else_sends(cast, decision):
    look = sendings.seen(cast, decision)
    for person in (cast.stranger, cast.reviewer, cast.signer, cast.reader):
        with pytest.raises(NotAllowed):
            send(cast, decision, look, person=person)
    assert nothing_was_sent(decision)


def test_a_reply_without_files_is_not_sent_online(cast, case, monkeypatch):
    decision = cases.signed(cast, case, DAY)
    monkeypatch.setattr("gongkai.casework.outgoing.letters_of", lambda _: ())
    monkeypatch.setattr("gongkai.casework.actions.delivering.waits_for_print", lambda _: False)
    with pytest.raises(Refusal, match="没有可以发出的文件"):
        sendings.seen(cast, decision)


def test_who_has_neither_code_nor_address_is_sent_nothing(cast):
    case = cases.registered(cast)
    decision = sendings.signed(cast, case, sendings.given(cast, case))
    for medium in ("online", "mail", "pigeon"):
        with pytest.raises(Refusal, match="不能这样发送"):
            sendings.seen(cast, decision, medium)
    assert nothing_was_sent(decision)


def test_a_reply_that_did_not_arrive_is_sent_again_after_a_further_look(cast, decision):
    delivery = sendings.sent(cast, decision, "mail")
    service = actions.letter_failed(
        service=delivery.service, failed_on=at(DAY).date(), failure="退信", **on(cast.clerk, DAY)
    )
    with pytest.raises(Refusal):
        actions.send_again(service=service, sending=Sending("electronic"), **on(cast.clerk, DAY))
    look = delivering.look_again(service=service, medium="online", **on(cast.clerk, DAY))
    saw = sendings.as_seen(decision, look)
    again = delivering.deliver_again(
        service=service, medium="online", seen=saw, **on(cast.clerk, DAY)
    )
    assert (again.state, again.service.repeats) == ("sent", service)
    assert "没有送达" in sendings_fault(delivery)


def sendings_fault(delivery):
    """Why the e-mail that waited did not go."""
    deliver_due(at(DAY, 20))
    delivery.refresh_from_db()
    return delivery.fault
