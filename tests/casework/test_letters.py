"""Letters follow their acts: numbered once, frozen, printed from the record, refused while they have blanks, erased with the person."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from gongkai.agencies.models import LetterFacts
from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.models import CaseFile, CaseNumber, Decision, Letter
from gongkai.casework.queries import unexplained_gaps
from gongkai.common.outbox import deliver_due
from gongkai.common.refusals import Refusal
from tests.casework import cases, sendings
from tests.casework.cases import at
from tests.casework.letters import letter_of, printed, words_of_docx

DAY = "2026-11-17"


def test_a_clarification_goes_out_with_its_letter(cast):
    case = cases.clarified(cast, cases.registered(cast))
    letter = letter_of(case, "clarification")
    assert str(letter.number) == "青石镇人民政府依告〔2026〕1号"
    assert letter.signed_on == date(2026, 11, 5)
    said = printed(letter, cast)
    for word in ("补正告知书", "李申请人", "写明年份", "5个工作日", "二〇二六年十一月五日"):
        assert word in said


def test_what_the_officer_says_of_the_letter_stands_in_it(cast):
    more = actions.Wording(facts={"clarification_reason": "没有写明所需合同的年份"})
    actions.ask_clarification(
        case=cases.registered(cast), items="写明年份", days=5, wording=more,
        sending=cases.by_hand("2026-11-05"), by=cast.clerk, now=at("2026-11-05"),
    )  # fmt: skip
    assert "没有写明所需合同的年份" in printed(Letter.objects.get(), cast)


def test_a_reply_is_drafted_with_it_and_fixed_by_the_signature(cast):
    case = cases.registered(cast)
    cases.drafted(cast, case, DAY)
    draft = letter_of(case, "grant")
    assert (draft.state, draft.number, draft.sealed) == ("draft", None, {})
    for act, by in (("submit_reply", cast.clerk), ("review_reply", cast.reviewer)):
        more = {"secrecy": cases.CLEAR} if act == "review_reply" else {}
        getattr(actions, act)(decision=Decision.objects.get(), by=by, now=at(DAY), **more)
    assert letter_of(case, "grant").state == "draft"
    actions.sign_reply(decision=Decision.objects.get(), by=cast.signer, now=at(DAY))
    letter = letter_of(case, "grant")
    assert (letter.state, str(letter.number)) == ("issued", "青石镇人民政府依复〔2026〕1号")
    assert letter.decision.state == "signed"


def test_the_files_are_made_once_kept_in_the_case_and_the_same_however_often_asked_for(cast):
    case = cases.answered(cast, cases.registered(cast), DAY)
    deliver_due(at(DAY, 12))
    letter = letter_of(case, "grant")
    kept = (letter.pdf.file.sha256, letter.docx.file.sha256)
    deliver_due(at(DAY, 13))
    actions.read_letter(letter=letter, kind="docx", by=cast.clerk, now=at(DAY, 14))
    again = letter_of(case, "grant")
    assert (again.pdf.file.sha256, again.docx.file.sha256) == kept
    assert CaseFile.objects.filter(case=case, use="letter").count() == 2
    assert Entry.objects.filter(act="casework.print_letter").count() == 1


def test_both_files_say_the_same(cast):
    case = cases.answered(cast, cases.registered(cast), DAY, "partly_granted")
    letter = letter_of(case, "partial_grant")
    said = printed(letter, cast)
    data = actions.read_letter(letter=letter, kind="docx", by=cast.clerk, now=at(DAY, 14))
    in_word = "".join(words_of_docx(data).split())
    for word in (
        "各户名单",
        "个人隐私",
        "补偿标准",
        "临川县人民法院",
        "临川县人民政府申请行政复议",
    ):
        assert word in said
        assert word in in_word


def test_a_file_is_read_with_the_act_for_personal_data_and_the_journal_says_so(cast):
    case = cases.answered(cast, cases.registered(cast), DAY)
    letter = letter_of(case, "grant")
    for person in (cast.reviewer, cast.reader, cast.stranger, cast.administrator):
        with pytest.raises(Refusal):
            actions.read_letter(letter=letter, kind="pdf", by=person, now=at(DAY))
    assert not Entry.objects.filter(act="casework.read_paper").exists()
    actions.read_letter(letter=letter, kind="pdf", by=cast.signer, now=at(DAY))
    assert Entry.objects.get(act="casework.read_paper").actor_name == "钱签发"


def test_a_letter_that_was_issued_is_changed_by_nobody(cast):
    letter = letter_of(cases.clarified(cast, cases.registered(cast)), "clarification")
    changes = (
        {"signed_on": date(2026, 1, 1)}, {"body": ["改写"]}, {"sealed": {"letter_words": {}}},
        {"state": "draft", "number": None, "issued_at": None}, {"kind": "extension"}, {"facts": {"reason": "改"}},
    )  # fmt: skip
    for change in changes:
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            Letter.objects.filter(pk=letter.pk).update(**change)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk)._raw_delete(Letter.objects.db)
    with pytest.raises(Refusal, match="不能再改"):
        actions.save_letter(letter=letter, body=(), facts={}, by=cast.clerk, now=at(DAY))


def test_a_file_once_made_is_never_exchanged(cast):
    case = cases.answered(cast, cases.registered(cast), DAY)
    letter = letter_of(case, "grant")
    printed(letter, cast)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(pdf=None)


def test_a_signature_taken_back_explains_the_number_and_the_next_one_is_new(cast):
    case = cases.registered(cast)
    done = cases.signed(cast, case, DAY)
    first = letter_of(case, "grant")
    actions.unsign_reply(decision=done, reason="附件拿错", by=cast.signer, now=at(DAY))
    first.refresh_from_db()
    assert (first.state, first.number.void_reason) == ("void", "附件拿错")
    assert letter_of(case, "grant").state == "draft"
    actions.submit_reply(decision=done, by=cast.clerk, now=at(DAY))
    actions.review_reply(decision=done, secrecy=cases.CLEAR, by=cast.reviewer, now=at(DAY))
    actions.sign_reply(decision=done, by=cast.signer, now=at(DAY))
    assert letter_of(case, "grant").number.serial == 2
    assert unexplained_gaps(cast.town, 2026, "reply") == []


def test_a_reply_that_falls_away_after_the_signature_explains_its_number(cast):
    case = cases.registered(cast)
    cases.signed(cast, case, DAY)
    actions.withdraw(
        case=cases.again(case), withdrawn_on=date(2026, 11, 18), reason="书面撤回",
        by=cast.clerk, now=at("2026-11-18"),
    )  # fmt: skip
    assert "不再发出" in CaseNumber.objects.get(series="reply").void_reason


def test_an_act_that_fails_gives_no_number(cast):
    case = cases.clarified(cast, cases.registered(cast))
    with pytest.raises(Refusal):
        cases.clarified(cast, case, "2026-11-06")
    assert CaseNumber.objects.filter(series="notice").count() == 1
    assert Letter.objects.count() == 1


def test_a_number_taken_from_elsewhere_is_never_used_twice(cast):
    first = cases.signed(cast, cases.registered(cast), DAY, document_number="青政复〔2026〕9号")
    assert str(first.letters.get().number) == "青政复〔2026〕9号"
    with pytest.raises(Refusal, match="已经用过"):
        cases.signed(cast, cases.registered(cast), DAY, document_number="青政复〔2026〕9号")
    assert Decision.objects.filter(state="signed").count() == 1


def test_without_a_way_to_pay_no_fee_notice_goes_out(cast):
    LetterFacts.objects.update(payment_way="")
    case = cases.registered(cast)
    proposal = actions.propose_fee(
        case=case, ground="页数多", pages=100, by=cast.clerk, now=at("2026-11-05")
    )
    notice = cases.approved(cast, proposal, "2026-11-05")
    with pytest.raises(Refusal, match="缴纳方式"):
        actions.send_fee_notice(
            notice=notice, sending=cases.POST, by=cast.clerk, now=at("2026-11-06")
        )
    assert not CaseNumber.objects.filter(series="notice").exists()


def test_the_data_of_the_person_go_with_the_letter(cast):
    case = cases.answered(cast, cases.registered(cast), DAY)
    letter = letter_of(case, "grant")
    printed(letter, cast)
    cases.arrives(cast, case.services.get(), "2026-11-20")
    actions.archive(case=cases.again(case), by=cast.clerk, now=at("2026-12-01"))
    actions.erase_applicant(
        case=cases.again(case), reason="保存期满", by=cast.signer, now=at("2026-12-02")
    )
    gone = letter_of(case, "grant")
    assert (gone.sealed, str(gone.number)) == ({}, "青石镇人民政府依复〔2026〕1号")
    assert gone.pdf.file.destroyed_at
    assert gone.docx.file.destroyed_at


def test_a_reply_over_the_network_tells_where_reconsideration_is_asked_for_online(cast):
    first = cases.signed(cast, sendings.with_code(cases.registered(cast)), DAY)
    with pytest.raises(Refusal, match="互联网渠道"):
        sendings.shown(cast, first, day=DAY)
    case = sendings.asked(cast, code="9" * 24)
    sendings.sent(cast, sendings.signed(cast, case, day=DAY), day=DAY)
    assert sendings.REMEDY in printed(letter_of(case, "grant"), cast)
