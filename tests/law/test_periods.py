"""The table of periods: each with a unit and a listed instrument, and the last day each gives."""

from datetime import date

import pytest

from gongkai.law.catalogue.limits import GENERAL_LIMIT
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.instruments import instrument_of
from gongkai.law.periods import (
    CARRY_OVER,
    PERIODS,
    Months,
    NotFixed,
    YearlyDate,
    last_day,
    period,
    workdays_of,
)
from gongkai.law.units import Days, Workdays
from gongkai.law.workdays import provisional_calendar

TODAY = date(2026, 11, 22)
LENGTHS = {
    "publish": Workdays(20),
    "interpret": Workdays(3),
    "answer_interview": Workdays(15),
    "clarify": Workdays(7),
    "answer": Workdays(20),
    "answer_after_correction": Workdays(20),
    "answer_after_payment": Workdays(20),
    "answer_after_remedy": Workdays(20),
    "extend": Workdays(20),
    "third_party_opinion": Workdays(15),
    "joint_organ_opinion": Workdays(15),
    "pay_fee": Workdays(20),
    "report_of_department": YearlyDate(1, 31),
    "report_of_government": YearlyDate(3, 31),
    "apply_for_reconsideration": Days(60),
    "answer_reconsideration": Workdays(10),
    "answer_reconsideration_simple": Workdays(5),
    "decide_reconsideration": Days(60),
    "extend_reconsideration": Days(30),
    "decide_reconsideration_simple": Days(30),
    "sue_where_reconsideration_is_required": Days(15),
    "sue_after_reconsideration": Days(15),
    "sue_directly": Months(6),
    "answer_lawsuit": Days(15),
    "public_consultation": Days(30),
    "normative_consultation": Workdays(7),
    "business_consultation": Days(30),
    "hearing_papers": Days(7),
    "legality_review": Workdays(7),
}


@pytest.mark.parametrize(("key", "length"), LENGTHS.items())
def test_lengths_are_those_of_the_instruments(key, length):
    assert period(key, TODAY).length == length


def test_what_is_not_in_the_list_above_has_no_fixed_length():
    open_rows = [row for row in PERIODS if row.key not in LENGTHS]
    assert open_rows
    assert all(isinstance(row.length, NotFixed) for row in open_rows)


@pytest.mark.parametrize("row", [*PERIODS, CARRY_OVER], ids=lambda row: str(row.cite))
def test_every_row_cites_an_instrument_that_was_in_force_by_then(row):
    assert instrument_of(row.cite).in_force.since <= row.in_force.since


def test_no_key_has_two_rows_in_force_on_one_day():
    keys = [row.key for row in PERIODS if row.in_force.covers(TODAY)]
    assert len(keys) == len(set(keys))


def test_the_catalogue_states_the_same_time_for_publication():
    assert period("publish", TODAY).length == GENERAL_LIMIT.length


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("answer", "2025-09-15", "2025-10-17"),
        ("apply_for_reconsideration", "2026-08-04", "2026-10-08"),  # 3 October is a day off
        ("apply_for_reconsideration", "2026-08-09", "2026-10-08"),
        ("apply_for_reconsideration", "2026-08-10", "2026-10-09"),
        ("sue_after_reconsideration", "2026-11-06", "2026-11-23"),  # a Saturday moves to Monday
        ("sue_after_reconsideration", "2026-11-05", "2026-11-20"),
        ("sue_directly", "2026-08-31", "2027-03-01"),  # 28 February 2027 is a Sunday
        ("sue_directly", "2026-05-22", "2026-11-23"),
        ("sue_directly", "2026-05-20", "2026-11-20"),
        ("report_of_department", "2026-12-31", "2027-01-31"),  # a Sunday, and still the date
        ("report_of_department", "2027-01-31", "2027-01-31"),
        ("report_of_department", "2027-02-01", "2028-01-31"),
        ("report_of_government", "2027-01-01", "2027-03-31"),
    ],
)
def test_the_last_day_of_a_period(key, start, end):
    found = last_day(period(key, TODAY), date.fromisoformat(start), provisional_calendar())
    assert found == date.fromisoformat(end)


def test_a_period_that_the_law_leaves_open_has_no_last_day():
    with pytest.raises(TypeError, match="县级政府信息公开工作主管部门"):
        last_day(period("report_of_township", TODAY), TODAY, provisional_calendar())


def test_only_periods_in_working_days_have_a_number_of_them():
    assert workdays_of("clarify", TODAY) == 7
    with pytest.raises(TypeError, match="60日"):
        workdays_of("apply_for_reconsideration", TODAY)


def test_a_period_is_looked_up_by_the_day():
    assert period("answer", date(2019, 5, 15)).key == "answer"
    with pytest.raises(NoRuleInForce, match="自2019-05-15起施行"):
        period("answer", date(2019, 5, 14))
    with pytest.raises(KeyError):
        period("unheard_of", TODAY)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (Months(6), "6个月"),
        (YearlyDate(1, 31), "每年1月31日前"),
        (NotFixed("某机关"), "没有规定，由某机关确定"),
    ],
)
def test_lengths_read_as_the_law_writes_them(length, said):
    assert str(length) == said
