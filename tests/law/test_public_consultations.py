"""The last day of a consultation, the shortest period of its kind, the papers of a hearing, the day of the outcome: at their boundaries."""

from datetime import date, timedelta

import pytest

from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import period
from gongkai.law.public_consultations import (
    ANSWERS,
    KINDS,
    REACHES,
    answer,
    ends,
    kind,
    outcome_due,
    papers_due,
    reach,
    shortest_end,
)
from gongkai.law.workdays import national_calendar

OPENED = date(2026, 9, 21)
CALENDAR = national_calendar()


@pytest.mark.parametrize(("days", "short"), [(29, True), (30, False), (31, False)])
def test_a_major_decision_has_thirty_days(days, short):
    found = ends("major_decision", OPENED, days, CALENDAR)
    assert found.day == OPENED + timedelta(days=days)
    assert found.shortest == date(2026, 10, 21)
    assert found.is_short is short


@pytest.mark.parametrize(("day", "short"), [(29, True), (30, False), (31, False)])
def test_a_document_has_seven_working_days_around_the_holidays(day, short):
    """After Monday 21 September: 22, 23, 24, 28, 29, 30 September and 8 October; 25 to 27 and 1 to 7 are off."""
    assert shortest_end("normative_document", OPENED, CALENDAR) == date(2026, 10, 8)
    last = date(2026, 10, 8) + timedelta(days=day - 30)
    days = (last - OPENED).days
    assert ends("normative_document", OPENED, days, CALENDAR).is_short is short


def test_a_document_for_businesses_has_thirty_days():
    assert shortest_end("business_document", OPENED, CALENDAR) == date(2026, 10, 21)


def test_where_no_rule_is_known_the_officer_decides():
    found = ends("other_matter", OPENED, 3, CALENDAR)
    assert (found.shortest, found.is_short) == (None, False)
    assert "由机关定" in found.doubt


def test_the_answer_names_the_last_day_and_the_article():
    steps = ends("major_decision", OPENED, 30, CALENDAR).steps
    assert "2026年10月21日（周三）" in steps[0].text
    assert str(steps[1].cite) == "《决策程序条例》第十五条第一款"
    assert "国庆" not in steps[1].text
    assert "放假不计" in ends("normative_document", OPENED, 30, CALENDAR).steps[1].text


@pytest.mark.parametrize(
    ("opened", "known"), [(date(2019, 8, 31), False), (date(2019, 9, 1), True)]
)
def test_the_thirty_days_hold_since_the_regulation(opened, known):
    if known:
        assert shortest_end("major_decision", opened, CALENDAR) == date(2019, 10, 1)
    else:
        with pytest.raises(NoRuleInForce):
            shortest_end("major_decision", opened, CALENDAR)


@pytest.mark.parametrize(("delivered", "late"), [(7, False), (8, False), (9, True)])
def test_papers_reach_participants_seven_days_before(delivered, late):
    assert papers_due(date(2026, 12, 15)) == date(2026, 12, 8)
    assert (date(2026, 12, delivered) > papers_due(date(2026, 12, 15))) is late


def test_papers_of_a_hearing_before_the_regulation_have_no_rule():
    with pytest.raises(NoRuleInForce):
        papers_due(date(2019, 8, 31))


@pytest.mark.parametrize(
    ("closed", "own", "due"),
    [
        (date(2026, 1, 30), None, date(2026, 2, 28)),
        (date(2026, 1, 31), None, date(2026, 2, 28)),
        (date(2026, 2, 1), None, date(2026, 3, 1)),
        (date(2026, 2, 1), 15, date(2026, 2, 16)),
        (date(2026, 2, 1), 0, date(2026, 2, 1)),
    ],
)
def test_the_outcome_is_due_by_the_organs_days_or_in_a_month(closed, own, due):
    assert outcome_due(closed, own) == due


def test_the_regulation_binds_governments_and_is_followed_by_departments_and_townships():
    assert reach("county_government").how == "适用"
    assert reach("township_government").how == "参照执行"
    assert reach("county_department").cite.article == 42
    assert reach("state_council") is None
    organs = [organ for row in REACHES for organ in row.organs]
    assert len(organs) == len(set(organs))


def test_what_is_not_taken_up_needs_a_reason():
    assert {row.key for row in ANSWERS if not row.reason} == {"adopted", "unrelated"}
    assert answer("partly_adopted").taken_up
    with pytest.raises(KeyError):
        answer("nothing")


@pytest.mark.parametrize("row", [row for row in KINDS if row.period], ids=lambda row: row.key)
def test_a_kind_with_a_period_names_one_that_must_be_allowed(row):
    assert period(kind(row.key).period, OPENED).bound == "at_least"
