"""Dates that moved with the calendar: listed with from and to and why, and on the desk until the person has seen them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.casework import actions
from gongkai.casework.models import DueMove
from gongkai.casework.work import waiting
from tests.casework import cases
from tests.casework.cases import at, on
from tests.casework.desk.typed import TODAY, text
from tests.casework.test_reads import STORM


def lines(person):
    """What the desk says of dates that moved."""
    return [item.title for item in waiting(person, at(TODAY)) if "期限变了" in item.title]


@pytest.fixture
def moved(cast):
    """A case that the clerk handles, whose last day moved by a day."""
    case = cases.registered(cast)
    actions.assign(case=case, department=None, handler=cast.clerk, **on(cast.clerk, TODAY))
    actions.rederive(why="防台停工一日", now=at(TODAY), calendar=STORM)
    return case


def test_the_list_says_from_which_date_to_which_and_why(cast, ask, moved):
    page = text(ask(cast.clerk, "moved"))
    assert "2026-11-30 → 2026-12-01" in page
    assert "防台停工一日" in page
    assert str(moved) not in text(ask(cast.stranger, "moved"))
    for query, found in (
        ("?which=open", True),
        ("?which=closed", False),
        ("?since=2027-01-01", False),
    ):
        assert (str(moved) in text(ask(cast.clerk, "moved", query=query))) is found


def test_it_waits_on_the_desk_until_it_is_seen(cast, ask, moved):
    assert lines(cast.clerk) == ["1 件申请的期限变了"]
    assert not lines(cast.signer)
    assert "看过了" in text(ask(cast.clerk, "moved"))
    until = DueMove.objects.latest("at").at.isoformat()
    ask(cast.clerk, "moves_seen", data={"until": until})
    assert not lines(cast.clerk)
    page = text(ask(cast.clerk, "moved"))
    assert "看过了" not in page
    assert str(moved) in page


def test_what_moved_after_the_page_was_opened_waits_still(cast, ask, moved):
    earlier = at("2026-11-04").isoformat()
    ask(cast.clerk, "moves_seen", data={"until": earlier})
    assert lines(cast.clerk)
    for wrong in (
        "",
        "gestern",
        "2026-11-05",
        "2026-13-45T99:00:00+00:00",
        "0001-01-01T00:00:00+14:00",
        at("2030-01-02").isoformat(),
    ):
        assert ask(cast.clerk, "moves_seen", data={"until": wrong}).status_code == 409
    assert lines(cast.clerk)


def test_a_case_of_nobody_waits_for_whoever_may_handle_it(cast):
    cases.registered(cast)
    actions.rederive(why="停工", now=at(TODAY), calendar=STORM)
    assert lines(cast.clerk)
    assert not lines(cast.stranger) + lines(cast.reader)


def test_a_case_that_was_answered_meanwhile_does_not_wait(cast, moved):
    cases.answered(cast, moved, TODAY)
    assert not lines(cast.clerk)


def test_many_moves_cost_no_more_than_one(cast, ask):
    counts = []
    for _ in range(2):
        for _ in range(5):
            cases.registered(cast)
        actions.rederive(why="停工", now=at(TODAY), calendar=STORM)
        with CaptureQueriesContext(connection) as found:
            ask(cast.clerk, "moved")
        counts.append(len(found))
    assert counts[1] <= counts[0]
