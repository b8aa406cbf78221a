"""What waits for whom: each state of a report in the list of the person who has the next act, and of nobody else."""

from datetime import UTC, datetime

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.searching import search_reports
from gongkai.annual_reports.waiting import waiting_for
from tests.annual_reports import stories
from tests.annual_reports.test_queries import set_day

NOW = datetime(2025, 1, 15, 2, 0, tzinfo=UTC)
TITLE = "青石镇人民政府2024年度报告"


def acts(person, now=NOW):
    return [(item.title, item.next_act) for item in waiting_for(person, now)]


@pytest.mark.parametrize(
    ("state", "who", "act"),
    [
        (stories.drafted, "clerk", "继续编制"),
        (stories.submitted, "reviewer", "复核"),
        (stories.reviewed, "signer", "签发"),
        (stories.signed, "signer", "公布"),
        (stories.in_correction, "clerk", "继续更正"),
    ],
)
def test_a_report_waits_for_the_next_person_and_for_nobody_else(cast, state, who, act):
    state(cast)
    assert acts(getattr(cast, who)) == [(TITLE, act)]
    others = {"clerk", "reviewer", "signer", "supervisor", "reader"} - {who}
    assert not [item for name in others for item in acts(getattr(cast, name))]


def test_the_report_of_last_year_waits_to_be_started(cast):
    assert acts(cast.clerk) == [(TITLE, "建立报告")]
    assert acts(cast.reviewer) == []


def test_what_is_published_waits_for_nobody(cast):
    stories.published(cast)
    assert not [item for who in (cast.clerk, cast.reviewer, cast.signer) for item in acts(who)]


def test_what_one_submitted_does_not_wait_for_ones_own_review(cast, both_posts):
    both_posts(cast.clerk, "reviewer")
    stories.submitted(cast)
    assert acts(cast.clerk) == []


def test_what_came_back_says_so(cast):
    remarks = [actions.Said("请核对")]
    actions.send_back(
        report=stories.submitted(cast), remarks=remarks, by=cast.reviewer, now=stories.NOW
    )
    assert waiting_for(cast.clerk, NOW)[0].reason == "退回修改，请看意见"


def test_a_report_that_is_due_has_its_day_and_light(cast):
    set_day(cast)
    stories.drafted(cast)
    late = waiting_for(cast.clerk, datetime(2025, 2, 5, 2, 0, tzinfo=UTC))[0]
    assert (waiting_for(cast.clerk, NOW)[0].light, late.light) == ("soon", "late")
    assert late.days_left < 0


def test_a_correction_is_never_late(cast):
    set_day(cast)
    stories.in_correction(cast)
    assert waiting_for(cast.clerk, datetime(2025, 6, 1, tzinfo=UTC))[0].light == "no_date"


def test_the_number_of_queries_does_not_grow_with_the_work(cast, django_assert_max_num_queries):
    for year in (2020, 2021, 2022, 2023, 2024):
        stories.drafted(cast, year=year)
    with django_assert_max_num_queries(7):
        waiting_for(cast.clerk, NOW)


@pytest.mark.parametrize("words", ["青石 2024", "2024年度", "政府信息管理", "年度报告 青石镇"])
def test_a_report_is_found_by_its_words(cast, words):
    stories.drafted(cast)
    found = [hit.title for hit in search_reports(cast.reader, words.replace("年度报告 ", ""), 10)]
    assert found == [TITLE]


@pytest.mark.parametrize("words", ["白沙", "", "\0", "2023", "' OR 1=1 --"])
def test_other_words_find_nothing(cast, words):
    stories.drafted(cast)
    assert search_reports(cast.reader, words, 10) == []


def test_nobody_finds_what_they_may_not_see(cast):
    stories.drafted(cast)
    assert search_reports(cast.stranger, "青石", 10) == []


@pytest.mark.parametrize(("month", "day", "asked"), [(11, 30, False), (12, 1, True), (12, 2, True)])
def test_from_december_the_report_of_the_year_is_prepared(cast, month, day, asked):
    stories.published(cast, year=2024)
    moment = datetime(2025, month, day, 2, 0, tzinfo=UTC)
    wanted = [("青石镇人民政府2025年度报告", "从记录看年报")] if asked else []
    assert acts(cast.clerk, moment) == wanted
