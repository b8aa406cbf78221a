"""Until when a report is due, with its light: day before, day, day after."""

from datetime import date

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.queries import due_of, dues_of, visible
from gongkai.common.refusals import NotAllowed, Refusal
from tests.annual_reports.stories import NOW, drafted


def set_day(cast, month=1, day=20, year=None, by=None):
    return actions.set_deadline(
        agency=cast.county,
        year=year,
        month=month,
        day=day,
        basis="临川政办〔2024〕1号",
        by=by or cast.supervisor,
        now=NOW,
    )


def test_a_township_is_not_late_while_its_county_has_set_no_day(cast):
    assert due_of(cast.town, 2024, date(2025, 12, 1)).light == "no_date"


@pytest.mark.parametrize(
    ("today", "light"),
    [
        (date(2024, 12, 1), "in_time"),
        (date(2025, 1, 19), "soon"),
        (date(2025, 1, 20), "soon"),
        (date(2025, 1, 21), "late"),
    ],
)
def test_the_light_follows_the_day_that_the_county_has_set(cast, today, light):
    set_day(cast)
    assert due_of(cast.town, 2024, today).light == light


def test_a_day_set_for_one_year_goes_before_that_of_every_year(cast):
    set_day(cast)
    set_day(cast, day=25, year=2024)
    assert due_of(cast.town, 2024, date(2025, 1, 1)).day == date(2025, 1, 25)
    assert due_of(cast.town, 2023, date(2025, 1, 1)).day == date(2024, 1, 20)


def test_what_is_done_is_never_late(cast):
    set_day(cast)
    assert due_of(cast.town, 2024, date(2026, 1, 1), done=True).light == "no_date"


def test_many_due_days_take_one_query(cast, django_assert_num_queries):
    set_day(cast)
    wanted = [(agency, year) for agency in (cast.town, cast.other_town) for year in (2023, 2024)]
    with django_assert_num_queries(1):
        dues_of(wanted, date(2025, 1, 1), done=set())


@pytest.mark.parametrize(("month", "day"), [(2, 29), (13, 1), (4, 31), (0, 1)])
def test_a_day_that_not_every_year_has_is_refused(cast, month, day):
    with pytest.raises(Refusal, match="没有每年"):
        set_day(cast, month, day)


def test_only_the_supervisor_of_the_county_sets_the_day(cast):
    with pytest.raises(NotAllowed):
        set_day(cast, by=cast.clerk)


def test_people_see_the_reports_of_their_own_organ_and_supervisors_those_below(cast):
    report = drafted(cast)
    assert list(visible(cast.supervisor)) == list(visible(cast.reader)) == [report]
    assert not visible(cast.stranger).exists()
