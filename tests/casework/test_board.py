"""The board counts what its lists show, knows how long answers took and what stopped them, and sees below, not beside."""

from datetime import date

import pytest

from gongkai.agencies.models import Department
from gongkai.casework import actions
from gongkai.casework.behind import GROUPS, Part, Scope, cases_behind
from gongkai.casework.board import Board, board
from gongkai.casework.models import Case
from gongkai.law.outcomes import OUTCOMES
from tests.casework import cases
from tests.casework.cases import at

TODAY = date(2026, 11, 27)


@pytest.fixture
def office(cast):
    return Department.objects.create(
        agency=cast.town, code="land", name="国土所", since=cast.town.since
    )


def scope(cast, *organs, person=None, first=date(2026, 1, 1), last=TODAY) -> Scope:
    agencies = frozenset(organ.pk for organ in organs or (cast.town,))
    return Scope(person or cast.signer, agencies, first, last, TODAY)


def counted(cast, *organs, **more) -> Board:
    return board(scope(cast, *organs, **more), at(TODAY))


@pytest.fixture
def year(cast, office):
    """Open: due soon, late, waiting; answered: after four days, after an extension, after a consultation, after a correction."""
    cases.registered(cast, date(2026, 11, 2))  # due on Monday 30
    late = cases.registered(cast, date(2026, 10, 12))  # due on 9 November
    Case.objects.filter(pk=late.pk).update(department=office, handler=cast.clerk)
    cases.clarified(cast, cases.registered(cast), "2026-11-05")
    cases.answered(cast, cases.registered(cast), "2026-11-06", "state_secret")
    cases.answered(cast, cases.extended(cast, cases.registered(cast)), "2026-11-24")
    asked = cases.consulted(cast, cases.registered(cast), "2026-11-05")
    actions.record_opinion(consultation=asked, answered_on=date(2026, 11, 12), agrees=True, **cases.on(cast.clerk, "2026-11-12"))  # fmt: skip
    cases.answered(cast, asked.case, "2026-11-13", "partly_granted")
    unclear = cases.clarified(cast, cases.registered(cast), "2026-11-04", days=10)
    cases.corrects(cast, unclear, "2026-11-10")
    cases.answered(cast, unclear, "2026-11-16")


def test_what_is_open_is_told_by_department_and_by_handler(cast, office, year):
    found = counted(cast)
    assert found.whole.counts == {"open": 3, "near": 1, "far": 1, "late": 1, "waiting": 1}
    assert [(row.name, row.counts["open"], row.counts["late"]) for row in found.units] == [
        ("还没有分给部门", 2, 0),
        ("国土所", 1, 1),
    ]
    assert [row.name for row in found.people] == ["还没有承办人", "王经办"]


def test_what_was_answered_is_told_by_outcome_by_month_and_by_days(cast, year):
    found = counted(cast)
    assert dict(found.outcomes) == {"予以公开": 2, "部分公开": 1, "不予公开": 1, "无法提供": 0, "不予处理": 0, "其他处理": 0}  # fmt: skip
    assert (found.arrived, found.closed, found.extended, found.share_extended) == (7, 4, 1, 25.0)
    assert found.months[9:] == (("2026-10", 1, 0), ("2026-11", 6, 4))
    assert (found.took.count, found.took.mean, found.took.median) == (4, (4 + 9 + 10 + 16) / 4, 9.5)


def test_what_stopped_the_clock_is_told_in_working_days(cast, year):
    stopped = {row.figure: (row.cases, row.days) for row in counted(cast).stopped}
    assert stopped["stopped_third_party"] == (1, 5)
    assert stopped["stopped_correction"] == (1, 4)
    assert stopped["stopped_payment"] == stopped["stopped_other_organ"] == (0, 0)


def test_each_number_is_the_length_of_its_list(cast, year):
    here = scope(cast)
    found = board(here, at(TODAY))
    figures = {**found.whole.counts, **{row.figure: row.cases for row in found.stopped}, "arrived": found.arrived, "closed": found.closed, "extended": found.extended}  # fmt: skip
    assert {key: cases_behind(here, key, Part()).count() for key in figures} == figures
    for group, number in found.outcomes:
        assert cases_behind(here, "closed", Part(outcome=group)).count() == number
    for month, came, went in found.months:
        assert cases_behind(here, "arrived", Part(month=month)).count() == came
        assert cases_behind(here, "closed", Part(month=month)).count() == went


def test_the_number_of_queries_hangs_on_nothing(cast, year, django_assert_num_queries):
    with django_assert_num_queries(21):
        counted(cast)
    cases.answered(cast, cases.registered(cast), "2026-11-06")
    with django_assert_num_queries(21):
        counted(cast)


def test_the_county_sees_below_by_organ_and_a_town_not_beside(cast, year):
    cases.registered(cast)
    found = counted(cast, cast.county, cast.town, cast.other_town, person=cast.supervisor)
    assert [(row.name, row.counts["open"]) for row in found.units] == [("青石镇人民政府", 4)]
    assert counted(cast, cast.town, person=cast.stranger).whole.counts["open"] == 0


def test_what_is_kept_from_a_person_is_in_no_figure(cast, year):
    Case.objects.update(restricted=True)
    assert counted(cast, person=cast.reader).whole.counts["open"] == 0
    assert counted(cast).whole.counts["open"] == 3


def test_an_office_without_requests_has_a_board_all_the_same(cast):
    found = counted(cast, cast.other_town)
    assert (found.took, found.units, found.closed, found.share_extended) == (None, (), 0, 0.0)


def test_every_outcome_is_in_one_group():
    assert sorted(key for keys in GROUPS.values() for key in keys) == sorted(
        row.key for row in OUTCOMES
    )
