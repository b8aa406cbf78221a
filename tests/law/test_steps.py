"""Days and departures from the plain week in words."""

from datetime import date

import pytest

from gongkai.law.steps import departures_in_words, in_words
from gongkai.law.workdays import LocalDay, national_calendar


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 10, 17), "2025年10月17日（周五）"),
        (date(2026, 9, 20), "2026年9月20日（周日）"),
        (date(2026, 1, 5), "2026年1月5日（周一）"),
    ],
)
def test_a_day_in_full(day, said):
    assert in_words(day) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-02", "2026-11-30", ""),
        ("2025-09-30", "2025-10-09", "其间10月1日至8日放假不计。"),
        ("2025-10-02", "2025-10-07", "其间10月3日至7日放假不计。"),  # cut to the span
        ("2026-04-03", "2026-04-07", "其间4月4日至6日放假不计。"),
        ("2026-04-03", "2026-04-05", ""),  # a weekend anyway
        ("2025-10-09", "2025-10-11", "其间10月11日（周六）调休上班计入。"),
        (
            "2025-12-30",
            "2026-01-05",
            "其间2026年1月1日至3日放假不计，2026年1月4日（周日）调休上班计入。",
        ),
        (
            "2025-01-24",
            "2025-02-08",
            "其间1月28日至2月4日放假不计，1月26日（周日）、2月8日（周六）调休上班计入。",
        ),
    ],
)
def test_departures_from_the_plain_week(start, end, said):
    found = departures_in_words(
        national_calendar(), date.fromisoformat(start), date.fromisoformat(end)
    )
    assert found == said


@pytest.mark.parametrize(("working", "said"), [(False, "放假不计"), (True, "上班计入")])
def test_local_days_are_named_with_their_notice(working, said):
    local = national_calendar().with_local_days(
        [LocalDay(date(2026, 11, 10), working, "某通告第3号")]
    )
    found = departures_in_words(local, date(2026, 11, 9), date(2026, 11, 12))
    assert found == f"其间11月10日按某通告第3号{said}。"
    assert departures_in_words(local, date(2026, 11, 10), date(2026, 11, 12)) == ""
