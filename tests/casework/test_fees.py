"""The fee: an officer's decision with ground and approval, one basis, twenty working days, and a new period once it is paid."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.models import FeeDemand
from gongkai.casework.month import ordinal_of
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import again, approved, at, by_hand, li, registered

ART6 = Cite("信息处理费办法", 6)


def demanded(cast, case, day="2026-11-05", pages=50):
    """A fee notice in the applicant's hands."""
    proposal = actions.propose_fee(
        case=case, ground="页数多", pages=pages, by=cast.clerk, now=at(day)
    )
    notice = approved(cast, proposal, day)
    actions.send_fee_notice(notice=notice, sending=by_hand(day), by=cast.clerk, now=at(day))
    return again(case)


def pay(cast, case, yuan, day="2026-11-12"):
    return actions.receive_payment(
        case=again(case), paid_on=date.fromisoformat(day), yuan=yuan, by=cast.clerk, now=at(day)
    )


def test_a_notice_stops_the_clock_and_payment_starts_it_anew(cast):
    case = demanded(cast, registered(cast))
    assert (case.state, case.due_on, case.lapses_on) == (
        "awaiting_payment",
        None,
        date(2026, 12, 3),
    )
    assert FeeDemand.objects.get().yuan == 200
    pay(cast, case, 200)
    assert (again(case).state, again(case).due_on) == ("in_work", date(2026, 12, 10))


def test_a_part_of_the_sum_changes_nothing_and_more_than_the_rest_is_refused(cast):
    case = demanded(cast, registered(cast))
    pay(cast, case, 150)
    assert again(case).state == "awaiting_payment"
    with pytest.raises(Refusal, match="已缴 150 元") as refusal:
        pay(cast, case, 51)
    assert refusal.value.cite == ART6
    pay(cast, case, 50, "2026-11-13")
    assert again(case).state == "in_work"


@pytest.mark.parametrize(
    ("day", "allowed"), [("2026-12-02", True), ("2026-12-03", True), ("2026-12-04", False)]
)
@pytest.mark.parametrize("yuan", [200, 10])
def test_it_is_paid_within_twenty_working_days(cast, day, allowed, yuan):
    case = demanded(cast, registered(cast))
    if allowed:
        assert pay(cast, case, yuan, day).yuan == yuan
        return
    with pytest.raises(Refusal, match="届满") as refusal:
        pay(cast, case, yuan, day)
    assert refusal.value.cite == ART6


@pytest.mark.parametrize("pages", [None, 1, 30])
def test_what_costs_nothing_is_not_charged(cast, pages):
    with pytest.raises(Refusal, match="不收费") as refusal:
        actions.propose_fee(
            case=registered(cast), ground="多", pages=pages, by=cast.clerk, now=at("2026-11-05")
        )
    assert refusal.value.cite == Cite("信息处理费办法", 4)


def test_the_eleventh_request_of_an_applicants_month_may_be_charged_by_piece(cast):
    cases = [registered(cast) for _ in range(11)]
    assert [ordinal_of(case) for case in cases] == list(range(1, 12))
    other = registered(cast, who=li(identity_number="110101199001011234"))
    assert ordinal_of(other) == 1
    actions.propose_fee(case=cases[10], ground="超过十件", by=cast.clerk, now=at("2026-11-05"))
    fee = FeeDemand.objects.get()
    assert (fee.basis, fee.quantity, fee.yuan) == ("pieces", 11, 100)


def test_the_count_begins_anew_with_the_month(cast):
    registered(cast, date(2026, 10, 30))
    assert ordinal_of(registered(cast, date(2026, 11, 2))) == 1


def test_a_second_notice_is_refused_after_the_first_was_paid(cast):
    case = demanded(cast, registered(cast))
    pay(cast, case, 200)
    with pytest.raises(Refusal) as refusal:
        actions.propose_fee(
            case=again(case), ground="再收", pages=60, by=cast.clerk, now=at("2026-11-13")
        )
    assert refusal.value.cite == Cite("信息处理费办法", 3)


def test_no_notice_leaves_unapproved_and_a_proposer_does_not_approve(cast):
    cast.clerk.posts.create(agency=cast.town, role="signer", since=cast.town.since)
    proposal = actions.propose_fee(
        case=registered(cast), ground="多", pages=50, by=cast.clerk, now=at("2026-11-05")
    )
    with pytest.raises(Refusal, match="等批准"):
        actions.send_fee_notice(
            notice=proposal, sending=by_hand("2026-11-05"), by=cast.clerk, now=at("2026-11-05")
        )
    with pytest.raises(Refusal, match="不能自己办理") as refusal:
        actions.approve_notice(notice=proposal, by=cast.clerk, now=at("2026-11-05"))
    assert refusal.value.cite == Cite("条例", 42)
