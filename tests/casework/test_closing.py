"""Service of the reply by each way, withdrawal, the file, and requests to correct a record."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.actions import Sending
from gongkai.casework.models import CaseNotice, Decision
from gongkai.casework.replies import Reply
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import POST, again, answered, at, on, registered, signed

FOURTH = Cite("送达解释", part="第四点")


def serve(cast, decision, sending, day):
    return actions.serve_reply(decision=decision, sending=sending, by=cast.clerk, now=at(day))


def test_a_posted_reply_is_made_on_the_day_of_posting_and_received_later(cast):
    case = registered(cast)
    service = serve(cast, signed(cast, case, "2026-11-30"), POST, "2026-11-30")
    assert again(case).closed_on == date(2026, 11, 30)
    actions.receive_letter(
        service=service, received_on=date(2026, 12, 3), by=cast.clerk, now=at("2026-12-03")
    )
    assert service.decision.services.get().received_on == date(2026, 12, 3)


def test_a_reply_handed_over_is_made_on_the_day_it_was_signed_for(cast):
    case = registered(cast)
    done = signed(cast, case, "2026-11-26")
    with pytest.raises(Refusal, match="以签收之日为准") as refusal:
        serve(cast, done, Sending("direct"), "2026-11-27")
    assert refusal.value.cite == FOURTH
    serve(cast, done, Sending("direct", received_on=date(2026, 11, 27)), "2026-11-30")
    assert again(case).closed_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    "sending",
    [
        Sending("pigeon"),
        Sending("post", sent_on=date(2026, 11, 25)),
        Sending("post", sent_on=date(2026, 11, 28)),
        Sending("direct", received_on=date(2026, 11, 25)),
        Sending("direct", received_on=date(2026, 11, 28)),
        Sending("post", sent_on=date(2026, 11, 27), received_on=date(2026, 11, 26)),
    ],
)
def test_no_way_and_no_day_that_cannot_be(cast, sending):
    done = signed(cast, registered(cast), "2026-11-26")
    with pytest.raises(Refusal):
        serve(cast, done, sending, "2026-11-27")
    assert Decision.objects.get().state == "signed"


def test_an_unsigned_reply_does_not_leave(cast):
    from tests.casework.cases import reviewed

    with pytest.raises(Refusal) as refusal:
        serve(cast, reviewed(cast, registered(cast), "2026-11-26"), POST, "2026-11-26")
    assert refusal.value.cite == Cite("条例", 36)


def test_a_late_reply_stays_late(cast):
    case = answered(cast, registered(cast), "2026-12-02")
    assert case.closed_on > case.due_on


def test_what_was_pending_falls_away_with_the_reply(cast):
    case = registered(cast)
    actions.propose_extension(case=case, days=5, reason="多", by=cast.clerk, now=at("2026-11-09"))
    answered(cast, case, "2026-11-10")
    assert CaseNotice.objects.get().state == "dropped"


def test_a_withdrawn_request_is_counted_as_other_and_has_no_due_date(cast):
    case, day = registered(cast), date(2026, 11, 9)
    said = {"case": case, "withdrawn_on": day, **on(cast.clerk, "2026-11-10")}
    with pytest.raises(Refusal, match="请填写理由"):
        actions.withdraw(reason="", **said)
    actions.withdraw(reason="书面", **said)
    case = again(case)
    assert (case.state, case.outcome) == ("withdrawn", "withdrawn")
    assert (case.closed_on, case.due_on) == (day, None)
    with pytest.raises(Refusal):
        signed(cast, case, "2026-11-11")


def test_a_request_to_correct_is_not_withdrawn_before_it_came(cast):
    case = registered(cast, kind="correction")
    early = {"withdrawn_on": date(2026, 10, 30), "reason": "书面"}
    with pytest.raises(Refusal, match="早于"):
        actions.withdraw(case=case, **early, **on(cast.clerk, "2026-11-10"))


def test_a_file_is_closed_once_the_reply_arrived(cast):
    case = answered(cast, registered(cast))
    with pytest.raises(Refusal, match="登记签收") as refusal:
        actions.archive(case=case, by=cast.clerk, now=at("2026-11-20"))
    assert refusal.value.cite == Cite("条例", 45)
    actions.receive_letter(
        service=case.services.get(),
        received_on=date(2026, 11, 20),
        by=cast.clerk,
        now=at("2026-11-20"),
    )
    assert (
        actions.archive(case=again(case), by=cast.clerk, now=at("2026-11-20")).state == "archived"
    )


def correction(**more) -> Reply:
    given = {"statement": "现答复", "says": ("更正了门牌号",)}
    return Reply("record_corrected", **{**given, **more})


def test_a_request_to_correct_a_record_has_no_period_and_results_of_its_own(cast):
    case = registered(cast, kind="correction", title="户籍登记")
    assert case.due_on is None
    draft = actions.draft_reply(case=case, reply=correction(), by=cast.clerk, now=at("2026-11-09"))
    actions.submit_reply(decision=draft, by=cast.clerk, now=at("2026-11-09"))
    actions.review_reply(decision=draft, by=cast.reviewer, now=at("2026-11-09"))
    actions.sign_reply(decision=draft, by=cast.signer, now=at("2026-11-09"))
    serve(cast, draft, POST, "2026-11-09")
    assert (again(case).state, again(case).outcome) == ("replied", "record_corrected")


def test_a_correction_passed_on_names_the_organ_and_other_outcomes_do_not_fit(cast):
    case = registered(cast, kind="correction")
    with pytest.raises(Refusal, match="选择处理决定"):
        actions.draft_reply(
            case=case, reply=Reply("provided", "x"), by=cast.clerk, now=at("2026-11-09")
        )
    passed_on = Reply("correction_passed_on", "转送")
    draft = actions.draft_reply(case=case, reply=passed_on, by=cast.clerk, now=at("2026-11-09"))
    with pytest.raises(Refusal, match="机关的名称") as refusal:
        actions.submit_reply(decision=draft, by=cast.clerk, now=at("2026-11-09"))
    assert refusal.value.cite == Cite("条例", 41)
