"""The states of a report: each can be reached, each open one left, and every move says by which article."""

import pytest

from gongkai.law.report_states import MOVES, STATES, find_move, moves_from, state

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


def test_every_state_can_be_reached_from_the_draft():
    assert reachable("draft") == KEYS


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_that_is_not_final_has_an_exit(row, again):
    assert row.final or moves_from(row.key, again=again)


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_publication_can_be_reached_from_every_state(row):
    assert "published" in reachable(row.key)


def test_no_move_leads_into_an_unknown_state():
    assert {move.start for move in MOVES} | {move.end for move in MOVES} == KEYS


@pytest.mark.parametrize("again", [False, True])
def test_a_move_out_of_a_state_leads_to_one_place(again):
    for row in STATES:
        keys = [move.key for move in moves_from(row.key, again=again)]
        assert len(set(keys)) == len(keys), row


def test_review_and_signature_need_a_second_person():
    assert {move.key for move in MOVES if move.second_person} == {"review", "sign"}


def test_nothing_is_published_without_a_signature():
    assert {move.start for move in MOVES if move.key == "publish"} == {"signed"}
    assert {move.start for move in MOVES if move.end == "signed"} == {"to_sign"}


def test_figures_change_only_before_review_and_in_a_correction():
    assert {row.key for row in STATES if row.open} == {"draft", "correction"}


def test_a_correction_that_is_sent_back_stays_a_correction():
    assert find_move("send_back", "in_review", again=True).end == "correction"
    assert find_move("send_back", "in_review", again=False).end == "draft"


def test_a_move_that_does_not_lead_out_of_a_state_is_not_found():
    assert find_move("sign", "draft", again=False) is None
    assert state("to_sign").label == "待签发"
