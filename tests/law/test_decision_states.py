"""The states of a reply: every one is reached and left, and no path brings a reply out by one person's hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.decision_states import MOVES, STATES, find_move, moves_from, state

TODAY = date(2026, 11, 2)
KEYS = {row.key for row in STATES}


def reached(start: str) -> set[str]:
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += [row.end for row in MOVES if row.start == here]
    return found


def test_every_state_is_reached_from_the_draft():
    assert reached("draft") == KEYS


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_that_is_not_final_has_an_exit_for_whom_it_waits_for(row):
    assert row.final or row.waits_for in {move.who for move in moves_from(row.key, TODAY)}
    assert not row.final or not moves_from(row.key, TODAY)


def test_every_move_cites_and_joins_known_states():
    assert {move.start for move in MOVES} | {move.end for move in MOVES} == KEYS
    assert all(move.cite.article or move.cite.part for move in MOVES)
    assert len({(move.key, move.start) for move in MOVES}) == len(MOVES)


@given(st.lists(st.integers(0, 20), max_size=40))
def test_no_path_serves_a_reply_that_was_not_reviewed_and_signed_by_others(choices):
    here, passed = "draft", set()
    for choice in choices:
        rows = moves_from(here, TODAY)
        if not rows:
            break
        move = rows[choice % len(rows)]
        passed = set() if move.end == "draft" else passed | {move.key}
        if move.key == "serve_reply":
            assert {"review_reply", "sign_reply"} <= passed
        here = move.end


def test_whoever_judges_a_reply_did_not_write_it():
    judging = {"review_reply", "send_back_reply", "sign_reply"}
    assert {move.key for move in MOVES if move.second_person} == judging


def test_a_state_and_a_move_are_found_by_their_keys():
    assert state("to_sign").label == "待签发"
    assert find_move("sign_reply", "to_sign", TODAY).end == "signed"
    assert find_move("sign_reply", "draft", TODAY) is None
    assert not moves_from("draft", date(2019, 5, 14))
