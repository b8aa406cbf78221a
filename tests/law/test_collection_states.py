"""The states of a report handed up: each can be reached, each open one left, every move says by which article."""

import pytest

from gongkai.law.collection_states import (
    BARS,
    COUNTED,
    MOVES,
    OPEN,
    STATES,
    effect_of,
    find_move,
    state,
)

KEYS = {row.key for row in STATES}


def reachable(start: str) -> set[str]:
    """Every state that moves lead to from ``start``."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        ends = {move.end for move in MOVES if move.start == here} - found
        found |= ends
        waiting += ends
    return found


def test_every_state_can_be_reached_from_the_handing_in():
    assert reachable("handed_in") == KEYS


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_that_is_not_final_has_an_exit(row):
    assert row.final or any(move.start == row.key for move in MOVES)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.key} {move.start}")
def test_every_move_cites_an_article_and_admits_that_the_law_knows_no_such_step(move):
    assert move.cite.article
    assert move.doubt


def test_only_what_was_accepted_counts():
    assert {"accepted"} == COUNTED


def test_a_newer_one_takes_the_place_of_what_waits_or_was_accepted():
    assert {"handed_in", "accepted"} == OPEN


def test_sending_back_and_accepting_after_all_need_a_reason():
    assert all(move.reason for move in MOVES if move.key == "return")
    assert find_move("accept", "sent_back").reason
    assert not find_move("accept", "handed_in").reason


def test_a_move_that_does_not_lead_out_of_a_state_is_not_found():
    assert find_move("return", "replaced") is None
    assert state("sent_back").label == "已退回"


def test_errors_bar_and_warnings_ask_to_be_read():
    assert [effect_of(row.severity) for row in BARS] == ["bar", "acknowledge", "none"]
