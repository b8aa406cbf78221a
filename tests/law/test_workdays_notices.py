"""The notices against chinesecalendar, against the public holidays, and against their own sense."""

from collections import Counter
from datetime import date

import chinese_calendar
import pytest

from gongkai.law.instruments import instrument_of
from gongkai.law.workdays import is_workday
from gongkai.law.workdays.notice import settled_arrangements
from gongkai.law.workdays.notices import NOTICES
from gongkai.law.workdays.public_holidays import holidays_in
from gongkai.law.workdays.working_calendar import days_between

YEARS = range(2019, 2027)
IN_2026 = {
    "元旦": ("01-01", "01-03", ["01-04"]),
    "春节": ("02-15", "02-23", ["02-14", "02-28"]),
    "清明节": ("04-04", "04-06", []),
    "劳动节": ("05-01", "05-05", ["05-09"]),
    "端午节": ("06-19", "06-21", []),
    "中秋节": ("09-25", "09-27", []),
    "国庆节": ("10-01", "10-07", ["09-20", "10-10"]),
}


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_agrees_with_chinesecalendar(year):
    days = days_between(date(year, 1, 1), date(year, 12, 31))
    assert [day for day in days if is_workday(day) != chinese_calendar.is_workday(day)] == []


@pytest.mark.parametrize("year", YEARS)
def test_make_up_days_are_those_of_chinesecalendar(year):
    ours = {
        day for run in settled_arrangements(NOTICES) for day in run.make_up_days if day.year == year
    }
    theirs = {day for day in chinese_calendar.workdays if day.year == year}
    assert ours == theirs


@pytest.mark.parametrize("year", YEARS)
def test_every_public_holiday_is_a_day_off_in_its_notice(year):
    assert [day for day in holidays_in(year) if is_workday(day)] == []


def test_2026_is_arranged_as_announced():
    (notice,) = (each for each in NOTICES if each.year == 2026)
    found = {
        run.occasion: (
            f"{run.first_day_off:%m-%d}",
            f"{run.last_day_off:%m-%d}",
            [f"{day:%m-%d}" for day in run.make_up_days],
        )
        for run in notice.arrangements
    }
    assert found == IN_2026


def test_make_up_days_fall_on_weekends_and_days_off_include_none_of_them():
    for run in settled_arrangements(NOTICES):
        assert all(day.weekday() >= 5 for day in run.make_up_days)
        assert not any(run.first_day_off <= day <= run.last_day_off for day in run.make_up_days)


def test_every_year_since_2019_has_one_notice_and_amendments_name_one_of_them():
    first = Counter(notice.year for notice in NOTICES if not notice.amends)
    assert first == dict.fromkeys(YEARS, 1)
    numbers = {notice.number for notice in NOTICES}
    assert {notice.amends for notice in NOTICES if notice.amends} < numbers


def test_every_notice_is_listed_among_the_instruments_with_its_number():
    for notice in NOTICES:
        assert instrument_of(notice.cite).number == notice.number


def test_an_amendment_takes_the_place_of_the_same_occasion_only():
    settled = {(run.occasion, run.first_day_off.year): run for run in settled_arrangements(NOTICES)}
    assert settled["劳动节", 2019].last_day_off == date(2019, 5, 4)
    assert settled["端午节", 2019].last_day_off == date(2019, 6, 7)
    assert settled["春节", 2020].make_up_days == (date(2020, 1, 19),)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2020, 1, 31), False),
        (date(2020, 2, 1), False),  # to be worked until the festival was extended
        (date(2020, 2, 3), True),
        (date(2019, 4, 28), True),
        (date(2019, 5, 2), False),
        (date(2019, 5, 5), True),
    ],
)
def test_days_moved_by_an_amendment(day, worked):
    assert is_workday(day) is worked
