"""The states of a public consultation: none out of reach, none that owes something without an exit; over when its last day is over."""

from datetime import date, timedelta

import pytest

from gongkai.law.public_consultation_states import MOVES, START, STATES, moves_from, state, state_on

TODAY = date(2026, 11, 27)
DAY = timedelta(days=1)


def reached() -> set[str]:
    found, waiting = set(), [START]
    while waiting:
        here = waiting.pop()
        found.add(here)
        waiting += [row.end for row in MOVES if row.start == here and row.end not in found]
    return found


def test_every_state_is_reached():
    assert reached() == {row.key for row in STATES}


@pytest.mark.parametrize("row", STATES, ids=lambda row: row.key)
def test_a_state_has_an_exit_unless_it_is_final(row):
    assert bool(moves_from(row.key, TODAY)) is not row.final
    assert row.final <= (not row.owes)


@pytest.mark.parametrize("row", MOVES, ids=lambda row: f"{row.key}-{row.start}")
def test_every_move_cites_an_article_and_joins_states(row):
    assert row.cite.article
    assert {row.start, row.end} <= {each.key for each in STATES}


def test_what_the_public_must_understand_gives_its_reason():
    assert {row.key for row in MOVES if row.reason} == {"extend", "end_early", "leave_undecided"}


def test_no_move_is_open_before_the_regulation():
    assert not moves_from("planned", date(2019, 8, 31))
    assert moves_from("planned", date(2019, 9, 1))


@pytest.mark.parametrize(("passed", "key"), [(-1, "open"), (0, "open"), (1, "closed")])
def test_it_is_over_the_day_after_its_last_day(passed, key):
    assert state_on("open", TODAY, TODAY + passed * DAY) == key


def test_other_states_do_not_change_with_the_day():
    assert {state_on(row.key, TODAY, TODAY + DAY) for row in STATES} == {
        row.key for row in STATES
    } - {"open"}
    assert state_on("open", None, TODAY) == "open"
    with pytest.raises(KeyError):
        state("nothing")
