"""Until when which organ publishes its report: checked by hand against art. 49."""

from datetime import date

import pytest

from gongkai.law.catalogue import EVERY_ORGAN
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import YearlyDate
from gongkai.law.report_duties import REPORT_DUTIES, report_due


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("county_department", date(2025, 1, 31)),
        ("authorized_organization", date(2025, 1, 31)),
        ("county_government", date(2025, 3, 31)),
        ("provincial_government", date(2025, 3, 31)),
    ],
)
def test_the_last_day_is_that_of_article_49(kind, last):
    assert report_due(kind, 2024).day == last


def test_a_township_has_no_date_until_its_county_sets_one():
    due = report_due("township_government", 2024)
    assert due.day is None
    assert "没有规定" in due.because


def test_a_township_goes_by_the_date_that_its_county_has_set():
    due = report_due("township_government", 2024, YearlyDate(1, 20))
    assert due.day == date(2025, 1, 20)
    assert "县级政府信息公开工作主管部门确定为每年1月20日前" in due.because


def test_a_date_set_for_townships_does_not_move_a_department():
    assert report_due("county_department", 2024, YearlyDate(3, 1)).day == date(2025, 1, 31)


def test_before_the_regulations_of_2019_there_is_no_answer():
    with pytest.raises(NoRuleInForce):
        report_due("county_government", 2017)


def test_every_kind_of_organ_has_one_duty_at_most():
    listed = [kind for row in REPORT_DUTIES for kind in row.organs]
    assert len(set(listed)) == len(listed)
    assert set(EVERY_ORGAN) - set(listed) == {"state_council"}
    assert report_due("state_council", 2024).day is None
