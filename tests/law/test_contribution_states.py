"""Contributions of the public: every state is reached and left, hiding needs a reason, and what hides no opinion needs an answer."""

from datetime import date

import pytest

from gongkai.law.contribution_states import (
    CHANNELS,
    HIDING,
    MOVES,
    START,
    STATES,
    channel,
    move_from,
    needs_answer,
    reason,
    state,
)

TODAY = date(2026, 11, 27)


def test_every_state_is_reached():
    assert {START, *(row.end for row in MOVES)} == {row.key for row in STATES}


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_has_an_exit(row):
    assert [move for move in MOVES if move.start == row.key]


def test_what_is_hidden_can_be_shown_later_and_needs_its_reason():
    assert move_from("hidden", "show", TODAY)
    assert {row.reason for row in MOVES if row.end == "hidden"} == {True}
    assert {row.reason for row in MOVES if row.end == "shown"} == {False}


def test_only_what_is_shown_is_public():
    assert {row.key for row in STATES if row.public} == {"shown"}


def test_no_move_is_open_before_its_law():
    assert move_from("waiting", "show", date(2019, 8, 31)) is None
    assert move_from("waiting", "show", date(2019, 9, 1))
    assert move_from("shown", "show", TODAY).label == "改写显示的文字"


@pytest.mark.parametrize("row", HIDING, ids=lambda row: row.key)
def test_what_is_hidden_is_answered_if_it_speaks_of_the_matter(row):
    assert needs_answer("hidden", row.key) is row.answered
    assert needs_answer("shown", "")


def test_only_the_web_is_not_typed_in():
    assert {row.key for row in CHANNELS if not row.typed_in} == {"web"}
    assert channel("letter").label == "来信"


@pytest.mark.parametrize("find", [state, reason, channel])
def test_an_unknown_key_is_an_error(find):
    with pytest.raises(KeyError):
        find("nothing")
