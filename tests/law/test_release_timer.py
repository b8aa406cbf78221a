"""The timer of art. 26: 20 working days from the day formed or changed, or what another rule sets, each with its steps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.catalogue import GENERAL_LIMIT, SPECIAL_LIMITS
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.release_timer import (
    REMINDERS,
    Start,
    default_reminders,
    release_due,
    reminder_days,
    workdays_left,
)
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar

CALENDAR = provisional_calendar()
BUDGETS = ("budgets_and_accounts",)


def due(day: str, *kinds: str, kind="formed", **options):
    start = Start(date.fromisoformat(day), kind)
    return release_due(start, kinds, calendar=CALENDAR, **options)


def words(found) -> str:
    return "\n".join(f"{step.date} {step.text}{step.cite}" for step in found.steps)


@pytest.mark.parametrize(
    ("formed", "last"),
    [
        ("2026-09-17", "2026-10-21"),
        ("2026-09-18", "2026-10-22"),
        ("2026-09-19", "2026-10-22"),
        ("2026-02-13", "2026-03-19"),
        ("2026-04-30", "2026-06-01"),
    ],
)
def test_information_is_public_twenty_working_days_after_it_was_formed(formed, last):
    found = due(formed)
    assert (found.date, found.limit, found.provisional) == (
        date.fromisoformat(last),
        GENERAL_LIMIT,
        False,
    )


def test_the_answer_says_how_it_was_counted_and_by_which_article():
    assert words(due("2026-09-18")).splitlines() == [
        (
            "2026-09-18 从形成之日起算：属于主动公开范围的政府信息：自形成或者变更之日起20个工作日内公开；"
            "起算日当天不计，从下一个工作日数起。《条例》第二十六条"
        ),
        (
            "2026-10-22 公开的最后一日是2026年10月22日（周四）：自2026年9月18日起20个工作日。"
            "其间9月25日至27日、10月1日至7日放假不计，9月20日（周日）、10月10日（周六）调休上班计入。《条例》第二十六条"
        ),
    ]


def test_a_change_starts_the_twenty_days_anew():
    found = due("2026-04-30", kind="changed")
    assert found.date == date(2026, 6, 1)
    assert "从变更之日起算" in words(found)


def test_a_day_that_stands_in_for_a_missing_one_is_named_as_such():
    assert any("没有登记这一天" in doubt for doubt in due("2026-04-30", kind="drafted").doubts)
    assert not any("没有登记" in doubt for doubt in due("2026-04-30").doubts)


@pytest.mark.parametrize(
    ("approved", "last"),
    [
        ("2026-01-22", "2026-02-11"),
        ("2026-01-23", "2026-02-12"),
        ("2026-01-24", "2026-02-13"),
        ("2026-01-31", "2026-02-20"),
    ],
)
def test_budgets_are_public_twenty_calendar_days_after_approval(approved, last):
    day = date.fromisoformat(approved)
    found = due("2026-01-05", *BUDGETS, counted_from=day, organ="county_department")
    assert found.date == date.fromisoformat(last)
    assert found.start == day
    assert "《预算法》第十四条第二款" in words(found)


def test_a_budget_without_a_day_of_approval_counts_from_the_day_it_was_formed():
    found = due("2026-01-05", *BUDGETS, organ="county_government")
    assert (found.date, str(found.limit.cite)) == (date(2026, 1, 25), "《预算法》第十四条第一款")


@pytest.mark.parametrize(
    ("formed", "last"),
    [
        ("2026-09-28", "2026-09-30"),
        ("2026-09-29", "2026-10-08"),
        ("2026-09-30", "2026-10-09"),
        ("2026-10-01", "2026-10-09"),
    ],
)
def test_a_procurement_contract_has_two_working_days_where_the_officer_says_it_is_one(formed, last):
    assert due(formed, "procurement", chosen="procurement_contract").date == date.fromisoformat(
        last
    )


def test_a_part_with_a_limit_of_its_own_is_offered_and_never_assumed():
    found = due("2026-09-18", "procurement")
    assert found.limit == GENERAL_LIMIT
    assert [row.key for row in found.others] == ["bid_result", "procurement_contract"]


def test_the_credit_list_runs_beside_article_26_and_says_that_it_is_unverified():
    found = due("2026-09-18", "permits_and_services", chosen="credit_information")
    assert found.date == date(2026, 10, 22)
    assert [(row.date, row.limit.key) for row in found.beside] == [
        (date(2026, 9, 29), "credit_information")
    ]
    assert "不是法律、法规" in words(found)


def test_hours_are_kept_as_days():
    found = due("2026-09-18", "emergencies", chosen="public_opinion_response")
    assert found.beside[0].date == date(2026, 9, 20)
    assert due("2026-09-18", chosen="emergency_facts").beside[0].date == date(2026, 9, 18)


def test_a_limit_that_sets_no_day_for_publishing_is_no_timer():
    with pytest.raises(ValueError, match="不是公开的期限"):
        due("2026-09-18", chosen="recruits_list")


def test_a_limit_that_was_not_in_force_gives_way_to_article_26():
    found = due("2021-08-31", chosen="land_requisition_notice")
    assert found.limit == GENERAL_LIMIT
    assert (
        due("2021-09-01", chosen="land_requisition_notice").limit.key == "land_requisition_notice"
    )


@pytest.mark.parametrize("kinds", [(), BUDGETS])
def test_nothing_is_counted_by_a_regulation_that_was_not_in_force(kinds):
    with pytest.raises(NoRuleInForce, match="2019-05-14"):
        due("2019-05-14", *kinds)
    assert due("2019-05-15").date == date(2019, 6, 13)


def test_a_year_without_a_holiday_notice_makes_the_date_provisional():
    found = due("2026-12-10")
    assert found.provisional
    assert "暂定：2027年" in found.steps[-1].text
    with pytest.raises(CalendarNotPublished):
        release_due(Start(date(2026, 12, 10)))
    assert not due("2026-12-20", *BUDGETS).provisional


def test_officers_are_reminded_after_ten_and_fifteen_working_days():
    assert [row.after.number for row in REMINDERS] == [10, 15]
    assert default_reminders(date(2026, 1, 1)) == (10, 15)
    assert reminder_days(due("2026-04-30"), (10, 15), CALENDAR) == (
        date(2026, 5, 18),
        date(2026, 5, 25),
    )


@pytest.mark.parametrize(
    ("formed", "chosen", "eves"),
    [
        ("2026-09-28", "procurement_contract", [date(2026, 9, 29)]),
        ("2026-09-29", "procurement_contract", [date(2026, 9, 30)]),
        ("2026-09-25", "procurement_contract", [date(2026, 9, 28)]),
    ],
)
def test_a_limit_of_two_days_is_reminded_of_on_the_working_day_before(formed, chosen, eves):
    found = due(formed, chosen=chosen)
    assert list(reminder_days(found, (10, 15), CALENDAR)) == eves


@pytest.mark.parametrize(
    ("today", "left"),
    [("2026-09-29", 2), ("2026-09-30", 1), ("2026-10-01", 1), ("2026-10-08", 0), ("2026-10-09", -1), ("2026-10-10", -2)],
)  # fmt: skip
def test_days_left_are_working_days_and_a_day_too_late_is_never_none(today, left):
    assert workdays_left(date.fromisoformat(today), date(2026, 10, 8), CALENDAR) == left


@given(st.dates(date(2019, 5, 15), date(2026, 11, 30)), st.sampled_from(SPECIAL_LIMITS))
def test_no_answer_lies_before_its_start_and_reminders_lie_between(day, row):
    chosen = row.key if row.act == "publish" else ""
    found = release_due(Start(day), row.items[:1], chosen=chosen, calendar=CALENDAR)
    assert found.date >= found.start
    assert all(found.start < each < found.date for each in reminder_days(found, (10, 15), CALENDAR))
