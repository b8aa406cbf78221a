"""The states of a request: none is a dead end, none out of reach, and nothing that leaves the clock's course is done alone."""

from datetime import date, timedelta

import pytest

from gongkai.law.case_states import (
    COUNTED,
    MOVES,
    OPEN,
    STATES,
    cite_of,
    find_move,
    moves_from,
    state,
)

TODAY = date(2026, 11, 2)
KEYS = {row.key for row in STATES}
BEGUN = {row.end for row in MOVES if not row.starts}


def reached(start: set[str]) -> set[str]:
    """The states to which moves lead from some states, these included."""
    found, waiting = set(), list(start)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += [row.end for row in MOVES if here in row.starts and row.end]
    return found


def test_every_state_is_reached_from_a_registration():
    assert reached(BEGUN) == KEYS


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_that_is_not_final_has_a_way_out(row):
    onward = {move.end for move in moves_from(row.key, TODAY)} - {"", row.key}
    assert row.final or onward


@pytest.mark.parametrize("key", OPEN)
def test_every_open_request_can_be_answered(key):
    assert "replied" in reached({key})


def test_every_move_cites_an_article_and_joins_known_states():
    for move in MOVES:
        assert move.cite.article or move.cite.part, move
        assert {*move.starts, move.end} - {""} <= KEYS, move


def test_a_move_out_of_a_state_is_one_row():
    for row in STATES:
        keys = [move.key for move in moves_from(row.key, TODAY)]
        assert len(set(keys)) == len(keys), row


def test_only_registration_begins_from_nothing():
    assert {move.key for move in MOVES if not move.starts} == {"register"}
    assert {"arrived", "in_work"} == BEGUN


def test_what_changes_the_course_of_the_clock_is_approved_by_another():
    alone = {"reopen"}  # the decision of a higher organ or a court stands behind it
    by_head = {move.key for move in MOVES if move.who == "signer"}
    assert {move.key for move in MOVES if move.second_person} == by_head - alone
    assert {"approve_extension", "approve_fee", "approve_delay"} <= by_head


def test_what_is_undone_gives_its_reason():
    assert {move.key for move in MOVES if move.second_person and move.reason} == {
        "correct_receipt",
        "correct_event",
        "void",
    }


def test_what_is_counted_is_neither_a_parent_nor_void_nor_unconfirmed():
    assert KEYS - set(COUNTED) == {"arrived", "split", "voided"}


def test_nothing_is_charged_before_the_fee_measures_were_in_force():
    since = date(2021, 1, 1)
    assert find_move("propose_fee", "in_work", since)
    assert find_move("propose_fee", "in_work", since - timedelta(days=1)) is None


def test_states_and_articles_are_known_by_their_keys():
    assert state("awaiting_payment").label == "等申请人缴费"
    assert cite_of("ask_clarification").article == 30
    with pytest.raises(KeyError):
        cite_of("unknown")
    with pytest.raises(KeyError):
        state("unknown")
