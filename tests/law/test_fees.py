"""Fee bands: the worked examples that can be added up by hand, the edges of each band, and what holds for any number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.fees import (
    BANDS,
    DISCRETION,
    LARGEST_QUANTITY,
    SCOPES,
    bands_of,
    counting_month,
    fee,
    fee_by_pages,
    fee_by_pieces,
    fee_of_case,
)
from gongkai.law.in_force import NoRuleInForce

QUANTITIES = st.integers(0, 5000)
BY_HAND_PIECES = {
    0: 0, 1: 0, 9: 0, 10: 0, 11: 100, 12: 200, 20: 1000, 29: 1900, 30: 2000, 31: 2200, 32: 2400, 35: 3000,
    39: 3800, 40: 4000, 41: 4300, 42: 4600, 45: 5500, 50: 7000, 51: 7400, 55: 9000, 60: 11000, 70: 16000,
    80: 22000, 90: 29000, 100: 37000,
}  # fmt: skip
BY_HAND_PAGES = {
    0: 0, 1: 0, 29: 0, 30: 0, 31: 10, 32: 20, 50: 200, 68: 380, 70: 400, 99: 690, 100: 700, 101: 720, 102: 740,
    150: 1700, 199: 2680, 200: 2700, 201: 2740, 202: 2780, 250: 4700, 300: 6700, 350: 8700, 500: 14700,
}  # fmt: skip


@pytest.mark.parametrize(("pieces", "yuan"), BY_HAND_PIECES.items())
def test_pieces_of_a_month_cost_what_the_bands_add_up_to(pieces, yuan):
    assert fee_by_pieces(pieces) == yuan


@pytest.mark.parametrize(("pages", "yuan"), BY_HAND_PAGES.items())
def test_pages_of_a_request_cost_what_the_bands_add_up_to(pages, yuan):
    assert fee_by_pages(pages) == yuan


@pytest.mark.parametrize(
    ("ordinal", "yuan"),
    [
        (1, 0),
        (10, 0),
        (11, 100),
        (30, 100),
        (31, 200),
        (40, 200),
        (41, 300),
        (50, 300),
        (51, 400),
        (61, 500),
    ],
)
def test_one_request_costs_the_rate_of_its_place_in_the_month(ordinal, yuan):
    assert fee_of_case(ordinal=ordinal).yuan == yuan


def test_the_twelfth_request_with_fifty_pages_costs_one_or_the_other():
    assert fee_of_case(ordinal=12).yuan == 100
    assert fee_of_case(pages=50).yuan == 200


@pytest.mark.parametrize("both_or_none", [{}, {"ordinal": 12, "pages": 50}])
def test_a_request_is_charged_on_exactly_one_basis(both_or_none):
    with pytest.raises(ValueError, match=r"一种标准.*第三条"):
        fee_of_case(**both_or_none)


@given(st.integers(1, 5000))
def test_a_request_costs_the_difference_it_makes_to_the_month(ordinal):
    assert fee_of_case(ordinal=ordinal).yuan == fee_by_pieces(ordinal) - fee_by_pieces(ordinal - 1)


@given(QUANTITIES, st.sampled_from(["pieces", "pages"]))
def test_one_more_never_costs_less_than_the_one_before(quantity, basis):
    costs = [fee(basis, n).yuan for n in (quantity, quantity + 1, quantity + 2)]
    assert 0 <= costs[1] - costs[0] <= costs[2] - costs[1]


@given(QUANTITIES, st.sampled_from(["pieces", "pages"]))
def test_the_explanation_covers_each_unit_once(quantity, basis):
    charges = fee(basis, quantity).charges
    assert sum(charge.count for charge in charges) == quantity
    assert [charge.first for charge in charges[1:]] == [charge.last + 1 for charge in charges[:-1]]
    assert all(charge.count > 0 for charge in charges)


@pytest.mark.parametrize("wrong", [-1, 1.0, "10", None, True, LARGEST_QUANTITY + 1])
@pytest.mark.parametrize("fee_by", [fee_by_pieces, fee_by_pages])
def test_what_is_no_number_of_pieces_or_pages_is_refused_in_chinese(fee_by, wrong):
    with pytest.raises(ValueError, match="件数、页数应"):
        fee_by(wrong)


def test_the_request_before_the_first_of_a_month_is_refused():
    with pytest.raises(ValueError, match="在 1 至"):
        fee_of_case(ordinal=0)


def test_the_scale_begins_on_the_first_day_of_2021():
    with pytest.raises(NoRuleInForce, match="2021-01-01"):
        fee_by_pieces(11, on=date(2020, 12, 31))
    assert fee_by_pieces(11, on=date(2021, 1, 1)) == fee_by_pieces(11, on=date(2021, 1, 2)) == 100


@pytest.mark.parametrize("basis", ["pieces", "pages"])
def test_the_bands_in_force_leave_no_gap_and_do_not_overlap(basis):
    bands = bands_of(basis)
    assert bands[0].first == 1
    assert bands[-1].last is None
    assert [band.first for band in bands[1:]] == [band.last + 1 for band in bands[:-1]]


def test_each_line_says_its_reach_its_cost_and_its_article():
    lines = [str(charge) for charge in fee("pieces", 41).charges]
    assert lines[0] == "第1至10件，共10件，不收费（《信息处理费办法》第四条第二款第（一）项）"
    assert (
        lines[-1] == "第41件，共1件，每件300元，计300元（《信息处理费办法》第四条第二款第（三）项）"
    )
    assert str(fee("pages", 31).charges[-1]).startswith("第31页，共1页，每页10元，计10元")


def test_each_basis_says_what_it_counts():
    assert {scope.basis for scope in SCOPES} == {band.basis for band in BANDS}
    by_month = {scope.basis: scope.per_applicant_and_month for scope in SCOPES}
    assert by_month == {"pieces": True, "pages": False}


def test_pieces_are_counted_afresh_on_the_first_of_each_month():
    assert counting_month(date(2025, 12, 31)) == (2025, 12)
    assert counting_month(date(2026, 1, 1)) == counting_month(date(2026, 1, 31)) == (2026, 1)


def test_charging_is_a_power_that_needs_a_ground_and_an_approval():
    assert "可以" in DISCRETION.rule
    assert DISCRETION.needs
    assert str(DISCRETION.cite) == "《条例》第四十二条第一款"
