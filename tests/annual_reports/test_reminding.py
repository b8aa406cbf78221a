"""Reminders of the report, each given once: from December on, and as the last day comes near."""

from datetime import datetime

import pytest

from gongkai.annual_reports.reminding import remind_of_reports
from gongkai.common.clock import LAW_ZONE
from gongkai.common.models import Notice
from tests.annual_reports import stories
from tests.annual_reports.test_queries import set_day


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=LAW_ZONE)


def told(person) -> list[str]:
    return list(
        Notice.objects.filter(user_id=person.pk).order_by("pk").values_list("text", flat=True)
    )


@pytest.mark.parametrize(("month", "day", "number"), [(11, 30, 0), (12, 1, 1), (12, 2, 1)])
def test_the_report_is_to_be_prepared_from_the_first_of_december(cast, month, day, number):
    remind_of_reports(noon(2025, month, day))
    assert len(told(cast.clerk)) == number
    assert not told(cast.reader)


def test_a_reminder_is_given_once(cast):
    for day in (1, 2, 31):
        remind_of_reports(noon(2025, 12, day))
    assert len(told(cast.clerk)) == 1


def test_the_last_day_comes_near_in_steps(cast):
    set_day(cast)  # 20 January
    for day in (2, 3, 13, 16, 20, 21):
        remind_of_reports(noon(2025, 1, day))
    assert [text.partition("，")[2] for text in told(cast.clerk)] == [
        "请填好数据、写好各章，送复核",
        "请尽快复核、签发",
        "再不签发公布就要逾期",
        "今天是最后一日",
    ]


def test_what_is_public_is_not_reminded_of(cast):
    set_day(cast)
    stories.published(cast)
    remind_of_reports(noon(2025, 1, 16))
    assert told(cast.clerk) == ["青石镇人民政府2024年度报告已经公布"]
