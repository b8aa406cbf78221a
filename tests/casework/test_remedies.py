"""Reconsideration and court: their days, their results, a new round, and what 表三 and 表四 make of them."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.models import Remedy
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import (
    again,
    answered,
    at,
    corrected,
    in_reconsideration,
    registered,
)


def sued(cast, case, day="2027-01-05", key="litigation_direct", **more):
    return actions.receive_remedy(
        case=again(case),
        procedure_key=key,
        received_on=date.fromisoformat(day),
        body="临川县人民法院",
        by=cast.clerk,
        now=at(day),
        **more,
    )


def result(cast, remedy, key, day="2026-12-20", **more):
    on = date.fromisoformat(day)
    return actions.remedy_result_came(
        remedy=remedy, result=key, decided_on=on, received_on=on, by=cast.clerk, now=at(day), **more
    )


@pytest.mark.parametrize(
    ("simple", "due"), [(False, date(2026, 12, 15)), (True, date(2026, 12, 8))]
)
def test_reconsideration_is_answered_within_working_days(cast, simple, due):
    remedy = sued(
        cast, answered(cast, registered(cast)), "2026-12-01", "reconsideration", simple=simple
    )
    assert remedy.answer_due == due


def test_a_suit_is_answered_within_fifteen_days_that_do_not_end_on_a_day_off(cast):
    remedy = sued(cast, answered(cast, registered(cast)), "2026-11-20")
    assert remedy.answer_due == date(2026, 12, 7)
    actions.answer_remedy(
        remedy=remedy, answered_on=date(2026, 12, 4), by=cast.clerk, now=at("2026-12-04")
    )
    assert Remedy.objects.get().answered_on == date(2026, 12, 4)


def test_before_2024_no_period_for_reconsideration_is_kept(cast):
    case = answered(cast, registered(cast, date(2023, 11, 1)), "2023-11-10")
    assert sued(cast, case, "2023-11-20", "reconsideration").answer_due is None
    by_notice = {"answer_by": date(2023, 11, 30)}
    named = sued(cast, case, "2023-11-20", "reconsideration", **by_notice)
    assert named.answer_due == date(2023, 11, 30)


@pytest.mark.parametrize(
    ("day", "said"), [("2026-12-16", "和您填的"), ("2026-11-30", "早于收到副本之日")]
)
def test_no_other_last_day_than_that_of_the_law_is_taken(cast, day, said):
    case, typed = answered(cast, registered(cast)), date.fromisoformat(day)
    with pytest.raises(Refusal, match=said):
        sued(cast, case, "2026-12-01", "reconsideration", answer_by=typed)
    same = sued(cast, case, "2026-12-01", "reconsideration", answer_by=date(2026, 12, 15))
    assert same.answer_due == date(2026, 12, 15)


def test_a_corrected_reply_is_made_anew_in_a_new_round_of_the_same_request(cast):
    case = answered(cast, registered(cast), key="process_information")
    remedy = corrected(cast, in_reconsideration(cast, case), until=date(2027, 1, 8))
    with pytest.raises(NotAllowed):
        actions.reopen(remedy=remedy, by=cast.clerk, now=at("2026-12-21"))
    actions.reopen(remedy=remedy, by=cast.signer, now=at("2026-12-21"))
    case = again(case)
    assert (case.state, case.round, case.due_on) == ("in_work", 2, date(2027, 1, 8))
    case = answered(cast, case, "2027-01-04", "provided")
    assert (case.state, case.outcome, case.closed_on) == (
        "replied",
        "process_information",
        date(2026, 11, 17),
    )
    assert case.decisions.filter(state="served").count() == 2


def test_a_result_that_orders_no_new_answer_opens_nothing(cast):
    case = answered(cast, registered(cast))
    remedy = in_reconsideration(cast, case)
    with pytest.raises(Refusal, match="没有要求重新答复"):
        actions.reopen(remedy=remedy, by=cast.signer, now=at("2026-12-21"))
    upheld = result(cast, remedy, "upheld")
    with pytest.raises(Refusal) as refusal:
        actions.reopen(remedy=upheld, by=cast.signer, now=at("2026-12-21"))
    assert refusal.value.cite == Cite("行政诉讼法", 70)
    with pytest.raises(Refusal, match="已经登记"):
        result(cast, upheld, "revoked")


def test_a_matter_is_reopened_once_for_one_result(cast):
    case = answered(cast, registered(cast))
    remedy = corrected(cast, in_reconsideration(cast, case))
    actions.reopen(remedy=remedy, by=cast.signer, now=at("2026-12-21"))
    answered(cast, case, "2026-12-22")
    with pytest.raises(Refusal, match="已经由此"):
        actions.reopen(remedy=remedy, by=cast.signer, now=at("2026-12-23"))


def test_a_suit_after_reconsideration_follows_one_that_is_decided(cast):
    case = answered(cast, registered(cast))
    first = in_reconsideration(cast, case)
    key = "litigation_after_reconsideration"
    for after in (None, first):
        with pytest.raises(Refusal, match="先行的复议"):
            sued(cast, case, key=key, after=after)
    decided = result(cast, first, "upheld")
    assert sued(cast, case, key=key, after=decided).after == decided
    with pytest.raises(Refusal, match="先行的复议"):
        sued(cast, case, key=key, after=Remedy.objects.get(pk=decided.pk))
    with pytest.raises(Refusal, match="复议后起诉"):
        sued(cast, case, key="litigation_direct", after=decided)


@pytest.mark.parametrize(
    ("key", "days", "more"),
    [
        ("suit_dismissed", ("2026-12-20", "2026-12-20"), {}),
        ("upheld", ("2026-11-30", "2026-12-20"), {}),
        ("upheld", ("2026-12-20", "2026-12-19"), {}),
        ("upheld", ("2026-12-20", "2026-12-22"), {}),
        ("upheld", ("2026-12-20", "2026-12-20"), {"ordered_until": date(2027, 1, 5)}),
        (
            "revoked_answer_again",
            ("2026-12-18", "2026-12-20"),
            {"ordered_until": date(2026, 12, 19)},
        ),
        ("unheard_of", ("2026-12-20", "2026-12-20"), {}),
    ],
)
def test_a_result_fits_its_procedure_and_its_days(cast, key, days, more):
    remedy = in_reconsideration(cast, answered(cast, registered(cast)))
    decided, came = map(date.fromisoformat, days)
    with pytest.raises(Refusal) as refusal:
        actions.remedy_result_came(
            remedy=remedy,
            result=key,
            decided_on=decided,
            received_on=came,
            by=cast.clerk,
            now=at("2026-12-21"),
            **more,
        )
    assert refusal.value.cite


def test_a_remedy_against_silence_names_no_reply(cast):
    remedy = in_reconsideration(cast, registered(cast))
    assert remedy.decision is None
    ordered = result(cast, remedy, "ordered_to_perform")
    with pytest.raises(Refusal):
        actions.reopen(remedy=ordered, by=cast.signer, now=at("2026-12-21"))


def test_a_file_stays_open_while_a_remedy_is_pending(cast):
    case = answered(cast, registered(cast))
    actions.receive_letter(
        service=case.services.get(),
        received_on=date(2026, 11, 20),
        by=cast.clerk,
        now=at("2026-11-20"),
    )
    in_reconsideration(cast, case)
    with pytest.raises(Refusal, match="没有审结"):
        actions.archive(case=again(case), by=cast.clerk, now=at("2026-12-02"))


def test_no_remedy_against_what_was_never_received_or_is_void(cast):
    waiting, void = registered(cast, channel="internet"), registered(cast)
    actions.void(case=void, reason="重复", by=cast.signer, now=at("2026-11-05"))
    for case in (waiting, void):
        with pytest.raises(Refusal, match="不能登记"):
            in_reconsideration(cast, case)
