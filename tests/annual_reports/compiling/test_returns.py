"""What departments hand in: by whom and when, once for each day, replaced or struck out and never edited."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from gongkai.accounts.models import Post, User
from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from tests.annual_reports.records import NEW_YEAR, YEAR, handed, returned
from tests.people import SINCE


def permits(cast):
    return compiled(cast.town, YEAR).figures["proactive.permits"]


def test_who_handed_in_and_when_stands_on_the_number_and_in_the_journal(cast):
    row = returned(cast)
    assert (row.by_name, row.at, row.source) == (cast.clerk.name, NEW_YEAR, "typed")
    entry = Entry.objects.filter(act="annual_reports.enter_return").get()
    assert "行政许可" in str(entry.after)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"line": "poems"}, "没有这个项目"),
        ({"figure": "-1"}, "不小于 0"),
        ({"figure": "1.5"}, "要是整数"),
        ({"figure": "NaN"}, "不小于 0"),
        ({"figure": "1", "no_power": True}, "只能是 0"),
        ({"line": "administrative_fees_wan_yuan", "figure": "0.0000001"}, "最多 6 位小数"),
        ({"first_day": date(2024, 7, 1)}, "先后不能颠倒"),
        ({"first_day": date(2023, 12, 31)}, "同一年"),
        ({"first_day": date(2020, 1, 1), "last_day": date(2020, 2, 1)}, "以前的年度"),
        ({"first_day": date(2025, 1, 1), "last_day": date(2025, 1, 6)}, "还没有到"),
        (
            {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}
            | {"figure": "0", "no_power": True},
            "还没有到",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(cast, wrong, why):
    with pytest.raises(Refusal, match=why):
        returned(cast, **wrong)
    assert not DepartmentReturn.objects.exists()


@pytest.mark.parametrize(("day", "refused"), [(29, True), (30, True), (1, False)])
def test_no_day_is_counted_twice(cast, day, refused):
    returned(cast)
    first = date(YEAR, 6, day) if refused else date(YEAR, 7, 1)
    later = {"first_day": first, "last_day": date(YEAR, 9, 30)}
    if refused:
        with pytest.raises(Refusal, match="时段不能重叠"):
            returned(cast, figure="3", **later)
    else:
        returned(cast, figure="3", **later)
    assert permits(cast) == (12 if refused else 15)


def test_the_sum_of_the_organ_and_a_part_of_it_are_not_counted_together(cast):
    roads = cast.town.departments.create(code="roads", name="规划建设办", since=SINCE)
    returned(cast)
    with pytest.raises(Refusal, match="时段不能重叠"):
        returned(cast, department=roads)
    actions.strike_return(
        returned=cast.town.returns.get(), reason="改由部门报", by=cast.clerk, now=NEW_YEAR
    )
    returned(cast, department=roads)
    with pytest.raises(Refusal, match="时段不能重叠"):
        returned(cast)


def test_a_wrong_number_is_replaced_and_stays_on_record(cast):
    wrong = returned(cast)
    returned(cast, figure="10", replaces=wrong)
    assert permits(cast) == 10
    assert DepartmentReturn.objects.count() == 2
    with pytest.raises(Refusal, match="已经作废或者更正过"):
        returned(cast, figure="9", replaces=wrong)


def test_a_number_is_struck_out_for_a_reason(cast):
    row = returned(cast)
    with pytest.raises(Refusal, match="作废的原因"):
        actions.strike_return(returned=row, reason=" ", by=cast.clerk, now=NEW_YEAR)
    actions.strike_return(returned=row, reason="报重了", by=cast.clerk, now=NEW_YEAR)
    assert permits(cast) is None


def test_the_database_refuses_to_edit_a_number(cast):
    row = returned(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        DepartmentReturn.objects.filter(pk=row.pk).update(figure=Decimal(1))


def test_who_works_in_a_department_hands_in_for_it_alone(cast):
    roads = cast.town.departments.create(code="roads", name="规划建设办", since=SINCE)
    Post.objects.filter(user=cast.clerk, agency=cast.town).update(department=roads)
    with pytest.raises(Refusal, match="只能填报本部门"):
        returned(cast)
    assert returned(cast, department=roads).department == roads


def test_who_works_in_a_department_replaces_no_number_of_another(cast):
    roads = cast.town.departments.create(code="roads", name="规划建设办", since=SINCE)
    farms = cast.town.departments.create(code="farms", name="农业农村办", since=SINCE)
    theirs = returned(cast, department=farms)
    Post.objects.filter(user=cast.clerk, agency=cast.town).update(department=roads)
    anew = replace(cast, clerk=User.objects.get(pk=cast.clerk.pk))
    with pytest.raises(Refusal, match="只能填报本部门"):
        returned(anew, figure="0", department=roads, replaces=theirs)
    assert permits(cast) == 12


def test_a_number_that_was_struck_out_meanwhile_is_not_replaced(cast):
    seen = returned(cast)
    actions.strike_return(returned=seen, reason="报重了", by=cast.clerk, now=NEW_YEAR)
    assert seen.struck_at is None
    with pytest.raises(Refusal, match="已经作废或者更正过"):
        returned(cast, figure="10", replaces=seen)
    assert permits(cast) is None


def test_a_number_is_not_moved_into_another_year(cast):
    row = returned(cast)
    with pytest.raises(Refusal, match="同一年度"):
        returned(
            cast, first_day=date(2023, 1, 1), last_day=date(2023, 6, 30), figure="1", replaces=row
        )
    assert permits(cast) == 12


def test_others_may_not_hand_in(cast):
    for person in (cast.reader, cast.stranger, cast.supervisor):
        with pytest.raises(NotAllowed):
            actions.enter_return(agency=cast.town, handed=handed(), by=person, now=NEW_YEAR)


def test_a_file_is_taken_in_whole_or_not_at_all(cast):
    rows = dict(enumerate([handed(), handed("penalties", "3"), handed(figure="1")], start=2))
    with pytest.raises(Refusal, match=r"第 4 行：.*时段不能重叠"):
        actions.import_returns(
            agency=cast.town, rows=rows, file_name="许可.xlsx", by=cast.clerk, now=NEW_YEAR
        )
    assert not DepartmentReturn.objects.exists()
