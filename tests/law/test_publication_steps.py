"""The steps of the review: in one order, and never without a secrecy review."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.publication_steps import (
    CONCLUSIONS,
    DEFAULT_PLAN,
    QUESTIONS,
    STEPS,
    conclusion,
    holds_secrecy,
    in_order,
    review_step,
)

KEYS = [row.key for row in STEPS]


def test_steps_are_taken_in_their_order_each_once():
    assert in_order(["release_review", "department_review", "release_review"]) == (
        "department_review",
        "release_review",
    )


@given(plan=st.lists(st.sampled_from(KEYS), min_size=1))
def test_every_plan_concludes_the_secrecy_review_in_exactly_one_step(plan):
    steps = in_order(plan)
    holding = [step for step in steps if holds_secrecy(step, plan)]
    assert len(holding) == 1
    if "secrecy_review" in steps:
        assert holding == ["secrecy_review"]


def test_where_nothing_is_set_the_one_review_holds_it():
    assert [step for step in DEFAULT_PLAN if holds_secrecy(step, DEFAULT_PLAN)] == [
        "release_review"
    ]


@pytest.mark.parametrize("row", [*STEPS, *QUESTIONS, *CONCLUSIONS], ids=lambda row: row.key)
def test_every_row_cites_an_article(row):
    assert row.cite.article


def test_what_cannot_go_on_needs_its_basis():
    assert all(row.needs_basis for row in CONCLUSIONS if not row.passes)
    assert conclusion("to_be_referred").cite.paragraph == 3


def test_unknown_keys_raise():
    for ask in (review_step, conclusion):
        with pytest.raises(KeyError):
            ask("nothing")
