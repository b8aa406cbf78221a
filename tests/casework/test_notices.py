"""Clarification once and within seven working days, extensions and delays approved by another, letters that arrive, fail and go again."""

from datetime import date

import pytest

from gongkai.audit.labels import act_label, field_label
from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.actions import Sending
from gongkai.casework.models import CaseNotice
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import (
    POST,
    again,
    approved,
    arrives,
    at,
    by_hand,
    clarified,
    corrects,
    extended,
    on,
    registered,
)


def ask(cast, case, day, sending=POST, days=5):
    return actions.ask_clarification(
        case=again(case), items="写明年份", days=days, sending=sending, by=cast.clerk, now=at(day)
    )


def test_what_is_handed_over_at_once_is_sent_and_received_in_the_journal(cast):
    case = clarified(cast, registered(cast))
    mine = Entry.objects.filter(object_id=str(case.pk), act__contains="clarif")
    sent, arrived = mine.order_by("number")
    assert (sent.act, arrived.act) == (
        "casework.ask_clarification",
        "casework.clarification_arrived",
    )
    assert ("state" in sent.after, sent.after["signed_for_on"]) == (False, None)
    assert (arrived.after["state"], arrived.after["signed_for_on"]) == (
        "awaiting_correction",
        "2026-11-05",
    )
    assert field_label("casework.case", "signed_for_on") == "签收日期"
    assert act_label(Entry.objects.get(act="casework.register").act) == "登记"


@pytest.mark.parametrize(
    ("day", "allowed"), [("2026-11-10", True), ("2026-11-11", True), ("2026-11-12", False)]
)
def test_clarification_goes_out_within_seven_working_days(cast, day, allowed):
    case = registered(cast)
    if allowed:
        assert ask(cast, case, day).issued_on == date.fromisoformat(day)
        return
    with pytest.raises(Refusal, match="7个工作日") as refusal:
        ask(cast, case, day)
    assert refusal.value.cite == Cite("条例", 30)


def test_the_clock_stops_when_the_notice_arrives_and_begins_anew_with_the_correction(cast):
    case = registered(cast)
    ask(cast, case, "2026-11-11")
    assert again(case).due_on == date(2026, 11, 30)
    arrives(cast, case.services.get(), "2026-11-16")
    stopped = again(case)
    assert (stopped.state, stopped.due_on) == ("awaiting_correction", None)
    assert stopped.lapses_on == date(2026, 11, 23)
    begun = corrects(cast, case, "2026-11-18", words="2025年", wanted="2025年的方案")
    assert (begun.state, begun.due_on) == ("in_work", date(2026, 12, 16))
    assert begun.wanted == "2025年的方案"
    assert CaseNotice.objects.get().answer == "2025年"


def test_clarification_is_asked_for_once(cast):
    case = registered(cast)
    ask(cast, case, "2026-11-04")
    with pytest.raises(Refusal, match="正在办"):
        ask(cast, case, "2026-11-05")
    case = clarified(cast, registered(cast))
    actions.receive_correction(
        case=case, received_on=date(2026, 11, 6), words="好", by=cast.clerk, now=at("2026-11-06")
    )
    with pytest.raises(Refusal, match="一次性"):
        ask(cast, case, "2026-11-09")


def test_an_extension_is_approved_by_another_and_told_before_the_period_ends(cast):
    case = registered(cast)
    proposal = actions.propose_extension(
        case=case, days=20, reason="材料多", by=cast.clerk, now=at("2026-11-27")
    )
    with pytest.raises(NotAllowed):
        actions.approve_notice(notice=proposal, by=cast.clerk, now=at("2026-11-27"))
    assert again(case).due_on == date(2026, 11, 30)
    notice = approved(cast, proposal, "2026-11-30")
    with pytest.raises(Refusal, match="届满") as refusal:
        actions.tell(notice=notice, sending=POST, by=cast.clerk, now=at("2026-12-01"))
    assert refusal.value.cite == Cite("条例", 33, 2)
    actions.tell(notice=notice, sending=POST, by=cast.clerk, now=at("2026-11-30"))
    assert again(case).due_on == date(2026, 12, 28)


def test_the_period_is_extended_once_and_by_twenty_days_at_most(cast):
    case = extended(cast, registered(cast), days=5)
    assert case.due_on == date(2026, 12, 7)
    for days in (21, 1):
        with pytest.raises(Refusal) as refusal:
            actions.propose_extension(
                case=case, days=days, reason="再延", by=cast.clerk, now=at("2026-11-24")
            )
        assert refusal.value.cite == Cite("条例", 33, 2)


def test_a_letter_posted_before_it_was_approved_is_not_believed(cast):
    case = registered(cast)
    proposal = actions.propose_extension(
        case=case, days=5, reason="多", by=cast.clerk, now=at("2026-11-20")
    )
    notice = approved(cast, proposal, "2026-11-30")
    early = Sending("post", sent_on=date(2026, 11, 27))
    with pytest.raises(Refusal, match="早于签发、批准之日"):
        actions.tell(notice=notice, sending=early, by=cast.clerk, now=at("2026-11-30"))


def test_the_head_may_refuse_and_a_new_proposal_may_be_made(cast):
    case = registered(cast)
    proposal = actions.propose_extension(
        case=case, days=5, reason="多", by=cast.clerk, now=at("2026-11-20")
    )
    actions.refuse_notice(notice=proposal, reason="来得及", by=cast.signer, now=at("2026-11-20"))
    assert CaseNotice.objects.get().dropped_why == "来得及"
    actions.propose_extension(
        case=again(case), days=3, reason="多", by=cast.clerk, now=at("2026-11-23")
    )


def test_an_extension_handed_over_holds_from_the_signature(cast):
    case = registered(cast)
    proposal = actions.propose_extension(
        case=case, days=5, reason="多", by=cast.clerk, now=at("2026-11-20")
    )
    notice = approved(cast, proposal, "2026-11-20")
    actions.tell(notice=notice, sending=Sending("direct"), by=cast.clerk, now=at("2026-11-20"))
    assert again(case).due_on == date(2026, 11, 30)
    actions.receive_letter(
        service=case.services.get(),
        received_on=date(2026, 11, 24),
        by=cast.clerk,
        now=at("2026-11-25"),
    )
    assert again(case).due_on == date(2026, 12, 7)


def test_a_delay_needs_reasons_heard_and_a_later_day(cast):
    case, until = registered(cast), date(2027, 1, 20)
    fifth, ninth = on(cast.clerk, "2026-11-05"), on(cast.clerk, "2026-11-09")
    actions.ask_reasons(case=case, words="本月二十件", sending=by_hand("2026-11-05"), **fifth)
    with pytest.raises(Refusal, match="尚未收到"):
        actions.propose_delay(case=again(case), until=until, reason="量大", **ninth)
    actions.receive_reasons(
        case=again(case), received_on=ninth["now"].date(), words="课题", **ninth
    )
    proposal = actions.propose_delay(case=again(case), until=until, reason="量大", **ninth)
    notice = approved(cast, proposal, "2026-11-10")
    actions.tell(notice=notice, sending=POST, **on(cast.clerk, "2026-11-10"))
    assert again(case).due_on == until


def test_what_came_back_goes_out_again_and_then_arrives(cast):
    case = registered(cast)
    ask(cast, case, "2026-11-04")
    first = case.services.get()
    with pytest.raises(Refusal, match="没有退回"):
        actions.send_again(service=first, sending=POST, **on(cast.clerk, "2026-11-05"))
    back = {"failed_on": date(2026, 11, 9), "failure": "查无此人"}
    actions.letter_failed(service=first, **back, **on(cast.clerk, "2026-11-09"))
    second = actions.send_again(service=first, sending=POST, **on(cast.clerk, "2026-11-12"))
    arrives(cast, second, "2026-11-16")
    assert again(case).lapses_on == date(2026, 11, 23)
    with pytest.raises(Refusal, match="已经登记过结果"):
        arrives(cast, second, "2026-11-17")


def test_nobody_decides_on_a_page_that_is_out_of_date(cast):
    case = registered(cast)
    clarified(cast, case)
    with pytest.raises(Refusal, match="又有改动"):
        actions.receive_correction(
            case=case,
            received_on=date(2026, 11, 6),
            words="好",
            by=cast.clerk,
            now=at("2026-11-06"),
            seen_version=case.version,
        )
