"""A link opens one thing: altered, or taken for another purpose, it opens nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.subscriptions.links import (
    CONFIRM,
    LEAVE,
    MANAGE,
    number_in,
    subscriber_at,
    subscription_at,
    token_of,
)
from tests.website.subscribed import subscribed


@given(st.integers(1, 10**17))
def test_a_link_names_its_number_for_its_own_purpose_alone(number):
    token = token_of(LEAVE, number)
    assert number_in(LEAVE, token) == number
    assert number_in(CONFIRM, token) is number_in(MANAGE, token) is None


@given(st.text(max_size=60))
def test_a_link_that_is_made_up_opens_nothing(token):
    assert number_in(LEAVE, token) is None


def test_a_number_that_no_row_can_have_opens_nothing():
    assert number_in(LEAVE, token_of(LEAVE, 10**30)) is None


@pytest.mark.django_db
def test_a_link_finds_its_row(cast):
    found = subscribed(cast.town)
    assert subscription_at(LEAVE, token_of(LEAVE, found.pk)) == found
    assert subscriber_at(token_of(MANAGE, found.subscriber_id)) == found.subscriber
    assert subscription_at(LEAVE, token_of(LEAVE, found.pk + 1)) is None
