"""The states of an item: none is a dead end, none is out of reach, and nothing becomes public by one person's hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.publication_states import MOVES, START, STATES, moves_from, state

TODAY = date(2024, 6, 3)
KEYS = {row.key for row in STATES}


PUBLIC = {"publish", "release"}


def reached(start: str, moves=MOVES) -> set[str]:
    """The states to which moves lead from a state, itself included."""
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += [row.end for row in moves if row.start == here]
    return found


def test_every_state_is_reached():
    assert reached(START) == KEYS


def test_every_state_is_reached_without_another_procedure():
    assert reached(START, [row for row in MOVES if not row.elsewhere]) == KEYS


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_every_state_has_an_exit(row):
    assert moves_from(row.key, TODAY, public=True)


@pytest.mark.parametrize("row", [row for row in STATES if row.waits_for], ids=lambda row: row.key)
def test_an_open_state_has_an_exit_for_whom_it_waits_for(row):
    assert row.waits_for in {move.who for move in moves_from(row.key, TODAY, public=False)}


@pytest.mark.parametrize("row", MOVES, ids=lambda row: f"{row.key}-{row.start}")
def test_every_move_cites_an_article_and_joins_states(row):
    assert row.cite.article
    assert {row.start, row.end} <= KEYS


def test_a_move_is_one_row_for_each_start():
    assert len({(row.key, row.start) for row in MOVES}) == len(MOVES)


def test_whatever_decides_on_a_text_needs_a_second_person():
    deciding = {row.key for row in MOVES if row.second_person}
    assert deciding == {"approve", "pass_on", "send_back", "publish", "schedule", "file"}


@given(st.lists(st.integers(0, 20), max_size=40))
def test_no_path_makes_a_text_public_without_a_second_person(choices):
    here, public, second = START, False, 0
    for choice in choices:
        rows = [row for row in moves_from(here, TODAY, public=public) if not row.approved_later]
        move = rows[choice % len(rows)]
        if move.key in {"submit", "revise"}:
            second = 0
        second += move.key in {"approve", "publish", "schedule"} and move.second_person
        if move.key in PUBLIC:
            assert second >= 2
        public = (public or move.key in PUBLIC) and move.key != "withdraw"
        here = move.end


def test_what_goes_out_without_a_second_person_is_approved_later():
    alone = {row.key for row in MOVES if row.end == "published" and not row.second_person}
    assert alone - {"release", "drop_revision", "bring_out"} == {"publish_urgently"}
    assert {row.key for row in MOVES if row.approved_later} == {"publish_urgently"}


def test_what_is_public_is_not_filed_as_unpublished():
    assert "file" in {row.key for row in moves_from("to_sign", TODAY, public=False)}
    assert "file" not in {row.key for row in moves_from("to_sign", TODAY, public=True)}


def test_what_comes_from_another_procedure_is_changed_there_alone():
    keys = {move.key for move in moves_from("published", TODAY, public=True, elsewhere=True)}
    assert keys == {"bring_out", "withdraw"}


def test_nothing_public_nothing_to_withdraw():
    assert "withdraw" not in {move.key for move in moves_from("draft", TODAY, public=False)}


def test_before_the_regulations_of_2019_no_move_is_in_force():
    assert moves_from("draft", date(2019, 5, 14), public=True) == ()
    assert moves_from("draft", date(2019, 5, 15), public=True)


def test_a_state_is_known_by_its_key():
    assert state("to_sign").label == "待签发"
    with pytest.raises(KeyError):
        state("unknown")
