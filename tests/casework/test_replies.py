"""Replies: what each outcome asks for, drafted, reviewed and signed by different people, and never unlike what was reviewed."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.letters.of_reply import is_asked
from gongkai.casework.models import Decision, DecisionPart
from gongkai.casework.replies import BY_ITSELF, Part, reply_of
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.citation import Cite
from gongkai.law.outcomes import OUTCOMES
from gongkai.publishing.reviewing import Secrecy
from tests.casework.cases import (
    CLEAR,
    PARTLY,
    again,
    answered,
    at,
    clarified,
    consulted,
    corrects,
    drafted,
    extended,
    li,
    on,
    registered,
    reply,
    reviewed,
    signed,
    submitted,
)

DAY = "2026-11-17"
FREE = [
    row.key
    for row in OUTCOMES
    if row.key
    not in {
        BY_ITSELF, "still_unclear", "clarification_lapsed", "fee_lapsed", "excessive", "third_party_objects",
        "disclosed_in_public_interest", "repeated",
    }
]  # fmt: skip


@pytest.mark.parametrize("key", FREE)
def test_every_outcome_without_presuppositions_goes_from_draft_to_reply(cast, key):
    case = answered(cast, registered(cast), DAY, key)
    assert (case.state, case.outcome, case.closed_on) == ("replied", key, date(2026, 11, 17))
    assert case.due_on == date(2026, 11, 30)
    assert case.decision is None


ASKED = [row for row in OUTCOMES if any(is_asked(row.key, at) for at in range(len(row.says)))]


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.key)
def test_what_the_outcomes_row_wants_said_must_be_said(cast, row):
    if row.key == BY_ITSELF:
        return
    first = next(what for at, what in enumerate(row.says) if is_asked(row.key, at))
    draft = drafted(cast, registered(cast), DAY, row.key, says=("",) * len(row.says), earlier=None)
    with pytest.raises(Refusal, match=first[:8]) as refusal:
        actions.submit_reply(decision=draft, by=cast.clerk, now=at(DAY))
    assert (refusal.value.cite, "修改答复" in refusal.value.next_step) == (row.cite, True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": "state_secret", "reason": ""}, "说明理由"),
        ({"key": "partly_granted", "parts": PARTLY[:1]}, "公开哪些"),
        ({"key": "partly_granted", "parts": PARTLY[1:]}, "公开哪些"),
        ({"key": "state_secret", "parts": PARTLY}, "却有公开的"),
        ({"key": "provided", "parts": PARTLY}, "却有不公开的"),
    ],
)
def test_a_reply_that_lacks_or_contradicts_is_not_handed_in(cast, changes, said):
    draft = drafted(cast, registered(cast), DAY, **changes)
    with pytest.raises(Refusal, match=said) as refusal:
        actions.submit_reply(decision=draft, by=cast.clerk, now=at(DAY))
    assert refusal.value.cite


def test_what_is_withheld_names_its_ground_and_reason(cast):
    for part in (Part("名单", given=False), Part("名单", given=False, ground="internal_affairs")):
        with pytest.raises(Refusal) as refusal:
            drafted(cast, registered(cast), DAY, "partly_granted", parts=(PARTLY[0], part))
        assert refusal.value.cite == Cite("条例", 37)
    answered(cast, registered(cast), DAY, "partly_granted")
    assert DecisionPart.objects.filter(given=False).get().ground == "third_party_rights"


def test_withdrawal_is_no_reply(cast):
    with pytest.raises(Refusal, match="登记申请人撤回"):
        drafted(cast, registered(cast), DAY, BY_ITSELF)


def test_whoever_wrote_does_not_review_or_sign(cast):
    for role in ("reviewer", "signer"):
        cast.clerk.posts.create(agency=cast.town, role=role, since=cast.town.since)
    draft = submitted(cast, registered(cast), DAY)
    with pytest.raises(Refusal, match="自己的答复") as refusal:
        actions.review_reply(decision=draft, secrecy=CLEAR, by=cast.clerk, now=at(DAY))
    assert refusal.value.cite == Cite("条例", 17, 1)
    passed = actions.review_reply(decision=draft, secrecy=CLEAR, by=cast.reviewer, now=at(DAY))
    with pytest.raises(Refusal, match="自己的答复"):
        actions.sign_reply(decision=passed, by=cast.clerk, now=at(DAY))


@pytest.mark.parametrize("who", ["reader", "stranger", "administrator", "supervisor", "nobody"])
def test_others_neither_draft_nor_review_nor_sign(cast, who):
    person = getattr(cast, who)
    case = registered(cast)
    with pytest.raises(NotAllowed):
        actions.draft_reply(case=case, reply=reply(), by=person, now=at(DAY))
    draft = submitted(cast, case, DAY)
    with pytest.raises(NotAllowed):
        actions.review_reply(decision=draft, secrecy=CLEAR, by=person, now=at(DAY))


def test_information_goes_out_after_a_secrecy_review_only(cast):
    draft = submitted(cast, registered(cast), DAY)
    with pytest.raises(Refusal, match="保密审查"):
        actions.review_reply(decision=draft, by=cast.reviewer, now=at(DAY))
    stop = Secrecy("must_not_publish", "是秘密")
    with pytest.raises(Refusal, match="不能通过"):
        actions.review_reply(decision=draft, secrecy=stop, by=cast.reviewer, now=at(DAY))
    nothing_given = submitted(cast, registered(cast), DAY, "petition")
    actions.review_reply(decision=nothing_given, by=cast.reviewer, now=at(DAY))


def test_what_is_sent_back_opens_again_and_loses_its_seal(cast):
    passed = reviewed(cast, registered(cast), DAY)
    back = actions.send_back_reply(decision=passed, remark="写明页数", by=cast.signer, now=at(DAY))
    assert (back.state, back.sha256, back.reviewed_by, back.remark) == ("draft", "", "", "写明页数")
    saved = actions.save_reply(
        decision=back, reply=reply(statement="共三页"), by=cast.clerk, now=at(DAY)
    )
    assert reply_of(saved).statement == "共三页"


def test_a_reply_that_was_changed_behind_the_review_is_not_signed(cast):
    passed = reviewed(cast, registered(cast), DAY)
    Decision.objects.filter(pk=passed.pk).update(statement="别的内容")
    with pytest.raises(Refusal, match="不一致"):
        actions.sign_reply(decision=passed, by=cast.signer, now=at(DAY))


def test_a_signature_is_taken_back_before_the_reply_has_left(cast):
    done = signed(cast, registered(cast), DAY)
    back = actions.unsign_reply(decision=done, reason="附件不对", by=cast.signer, now=at(DAY))
    assert (back.state, back.signed_on) == ("draft", None)
    gone = actions.drop_reply(decision=back, reason="另拟", by=cast.clerk, now=at(DAY))
    assert (gone.state, again(gone.case).decision) == ("dropped", None)


def test_there_is_one_reply_in_work_at_a_time(cast):
    case = registered(cast)
    drafted(cast, case, DAY)
    with pytest.raises(Refusal, match="已经有一份"):
        drafted(cast, case, DAY)


def test_a_lapse_is_told_after_the_last_day_and_falls_away_when_the_correction_comes(cast):
    case = clarified(cast, registered(cast))
    early = drafted(cast, case, "2026-11-12", "clarification_lapsed")
    with pytest.raises(Refusal, match="还没有届满") as refusal:
        actions.submit_reply(decision=early, **on(cast.clerk, "2026-11-12"))
    assert refusal.value.cite == Cite("条例", 30)
    actions.submit_reply(decision=early, **on(cast.clerk, "2026-11-13"))
    corrects(cast, case, "2026-11-13")
    assert Decision.objects.get().state == "dropped"
    assert again(case).state == "in_work"


def test_a_lapsed_request_is_closed_without_a_due_date(cast):
    case = answered(cast, clarified(cast, registered(cast)), DAY, "clarification_lapsed")
    assert (case.outcome, case.due_on, case.lapses_on) == ("clarification_lapsed", None, None)


def test_a_third_party_that_objected_is_needed_for_its_outcome(cast):
    case = registered(cast)
    row = consulted(cast, case)
    said = {"consultation": row, "answered_on": date(2026, 11, 9), "by": cast.clerk}
    actions.record_opinion(agrees=False, reasons="商业秘密", now=at("2026-11-09"), **said)
    assert answered(cast, case, DAY, "third_party_objects").outcome == "third_party_objects"


def test_nothing_is_disclosed_while_a_third_party_may_speak(cast):
    case = registered(cast)
    consulted(cast, case)
    draft = drafted(cast, case, DAY)
    with pytest.raises(Refusal, match="没有届满") as refusal:
        actions.submit_reply(decision=draft, by=cast.clerk, now=at(DAY))
    assert refusal.value.cite == Cite("条例", 32)
    assert (
        actions.submit_reply(decision=draft, by=cast.clerk, now=at("2026-11-27")).state
        == "in_review"
    )


def test_a_repetition_names_an_earlier_reply_to_the_same_applicant(cast):
    earlier = answered(cast, registered(cast), DAY)
    strangers = answered(cast, registered(cast, who=li(identity_number="110")), DAY)
    case = registered(cast)
    for wrong in (strangers.pk, case.pk, 10**6, registered(cast).pk):
        with pytest.raises(Refusal) as refusal:
            drafted(cast, case, DAY, "repeated", earlier=wrong)
        assert refusal.value.cite == Cite("条例", 36, None, 6)
    assert answered(cast, case, DAY, "repeated", earlier=earlier.pk).outcome == "repeated"


def test_an_extended_period_is_the_one_that_the_reply_is_judged_by(cast):
    case = answered(cast, extended(cast, registered(cast)), "2026-12-28")
    assert case.due_on == case.closed_on == date(2026, 12, 28)
