"""The states of a live Q&A: each can be reached, each open one left, every move cites an article and admits the law's silence."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gongkai.law.interview_states import (
    ASKING,
    MOVES,
    OVERRUNS,
    START,
    STATES,
    find_move,
    latest_end,
    state,
)

DAY = date(2026, 11, 27)
FIRST = date(2019, 5, 15)
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


def test_every_state_can_be_reached_from_the_first():
    assert reachable(START) == KEYS


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_a_state_is_final_or_has_an_exit(row):
    assert row.final != any(move.start == row.key for move in MOVES)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.key} {move.start}")
def test_every_move_cites_an_article_and_admits_that_the_law_knows_no_such_step(move):
    assert move.cite.article
    assert move.doubt


def test_questions_are_taken_before_and_during_and_never_after():
    assert {"collecting", "live"} == ASKING


def test_what_was_announced_is_put_off_or_called_off_by_the_signer_with_a_reason():
    changed = [move for move in MOVES if move.key in {"postpone", "cancel"}]
    assert all(move.reason and move.who == "signer" for move in changed)


def test_what_is_live_cannot_be_called_off():
    assert find_move("cancel", "live", DAY) is None
    assert state("live").label == "正在进行"


@pytest.mark.parametrize(("days", "open_"), [(-1, False), (0, True), (1, True)])
def test_moves_are_open_since_the_regulation_is_in_force(days, open_):
    assert bool(find_move("start", "collecting", FIRST + timedelta(days=days))) == open_


@pytest.mark.parametrize(("days", "hours"), [(0, 2), (1, 2)])
def test_what_nobody_ends_runs_two_hours_longer(days, hours):
    planned = datetime(2026, 11, 27, 8, tzinfo=UTC)
    assert latest_end(planned, FIRST + timedelta(days=days)) == planned + timedelta(hours=hours)
    assert OVERRUNS[0].doubt
