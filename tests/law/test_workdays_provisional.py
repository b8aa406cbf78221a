"""Years without a notice: public holidays, the days given for those on weekends, and the festivals they rest on."""

import math
from datetime import date

import pytest
from lunardate import LunarDate

from gongkai.law.workdays import CalendarNotPublished, national_calendar, provisional_calendar
from gongkai.law.workdays.festivals import FESTIVALS
from gongkai.law.workdays.public_holidays import days_off_in, foreseeable_arrangements, holidays_in

J2000 = date(2000, 1, 1)  # counted from noon of that day, terrestrial time
BEIJING, AHEAD = 8 / 24, 75 / 86400  # days: Beijing is ahead of Greenwich, terrestrial time of both


def sun_longitude(days: float) -> float:
    """Apparent longitude of the sun in degrees, to about 0.01, ``days`` after J2000."""
    century = days / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * century)
    centre = (1.914602 - 0.004817 * century) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    node = math.radians(125.04 - 1934.136 * century)
    return (280.46646 + 36000.76983 * century + centre - 0.00569 - 0.00478 * math.sin(node)) % 360


@pytest.mark.parametrize("row", FESTIVALS, ids=lambda row: row.year)
def test_tomb_sweeping_day_is_the_day_on_which_the_sun_reaches_15_degrees(row):
    midnight = (row.tomb_sweeping - J2000).days - 0.5 - BEIJING + AHEAD
    assert sun_longitude(midnight) < 15 < sun_longitude(midnight + 1)


@pytest.mark.parametrize("row", FESTIVALS, ids=lambda row: row.year)
def test_lunar_festivals_agree_with_lunardate(row):
    days = [LunarDate(row.year, *day).to_solar_date() for day in ((1, 1), (5, 5), (8, 15))]
    assert days == [row.spring_festival, row.dragon_boat, row.mid_autumn]


def test_festivals_cover_every_year_from_2019_to_2060():
    assert [row.year for row in FESTIVALS] == list(range(2019, 2061))


def test_a_year_has_thirteen_public_holidays_since_2025_and_had_eleven_before():
    assert len(holidays_in(2024)) == 11
    assert len(holidays_in(2025)) == 13
    assert date(2024, 2, 9) not in holidays_in(2024)
    assert holidays_in(2025)[date(2025, 1, 28)] == "春节"


def test_a_holiday_on_a_weekend_moves_to_the_next_working_day():
    # 2027: 正月初一、初二 on Saturday and Sunday, 1 and 2 May likewise, 2 and 3 October likewise
    runs = {
        run.occasion: (run.first_day_off, run.last_day_off)
        for run in foreseeable_arrangements(2027)
    }
    assert runs["春节"] == (date(2027, 2, 5), date(2027, 2, 10))
    assert runs["劳动节"] == (date(2027, 5, 1), date(2027, 5, 4))
    assert runs["国庆节"] == (date(2027, 10, 1), date(2027, 10, 5))


@pytest.mark.parametrize("year", range(2025, 2061))
def test_every_public_holiday_costs_one_weekday(year):
    off = days_off_in(year)
    assert sum(day.weekday() < 5 for day in off) == len(holidays_in(year))


def test_two_holidays_on_one_day_are_named_together():
    assert holidays_in(2031)[date(2031, 10, 1)] == "中秋节、国庆节"


@pytest.mark.parametrize(
    ("start", "days", "expected", "provisional"),
    [
        (date(2026, 12, 30), 1, date(2026, 12, 31), False),
        (date(2026, 12, 30), 2, date(2027, 1, 4), True),
        (date(2027, 2, 4), 1, date(2027, 2, 11), True),
    ],
)
def test_an_answer_past_the_newest_notice_says_that_it_is_provisional(
    start, days, expected, provisional
):
    found = provisional_calendar().reckon(start, days)
    assert (found.date, found.provisional) == (expected, provisional)


def test_published_years_are_the_same_in_both_calendars():
    ours, foreseen = national_calendar(), provisional_calendar()
    assert foreseen.between(ours.first, ours.last) == ours.between(ours.first, ours.last)
    assert not foreseen.is_provisional(ours.last)


def test_nothing_is_foreseen_after_2060():
    with pytest.raises(CalendarNotPublished, match="2060"):
        provisional_calendar().add(date(2060, 12, 31), 1)
