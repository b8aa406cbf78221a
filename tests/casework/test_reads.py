"""Time line, lamps, likely repeats, what waits for whom, and dates that move with the calendar: a few queries, however many cases."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.audit.models import Entry
from gongkai.casework import actions, queries
from gongkai.casework.clock import due_on
from gongkai.casework.lights import by_light, lamp
from gongkai.casework.likeness import likeness
from gongkai.casework.models import Case, DueMove
from gongkai.casework.repeats import alike
from gongkai.casework.timeline import time_line
from gongkai.common.models import Notice
from gongkai.law.citation import Cite
from gongkai.law.workdays import LocalDay, provisional_calendar
from tests.casework.cases import (
    POST,
    RECEIVED,
    again,
    answered,
    at,
    clarified,
    consulted,
    drafted,
    in_reconsideration,
    li,
    on,
    registered,
    reviewed,
    submitted,
)

STORM = provisional_calendar().with_local_days(
    [LocalDay(date(2026, 11, 16), working=False, basis="防台停工通知〔2026〕1号")]
)


def test_the_line_says_what_runs_and_what_is_left(cast):
    line = time_line(registered(cast), date(2026, 11, 20))
    assert (line.stands, line.lamp.words, line.lamp.left) == (
        "正在计算答复期限",
        "还剩 6 个工作日",
        6,
    )
    assert (line.counted, line.allowed) == (14, 20)
    assert [point.ahead for point in line.points] == [False, True]
    assert line.points[0].cite == Cite("条例", 33, 2)


def test_the_line_says_what_stopped_the_clock(cast):
    case = registered(cast)
    consulted(cast, case)
    line = time_line(again(case), date(2026, 11, 20))
    assert line.stands.startswith("正在征求意见")
    assert "第三方（1号）" in line.why[0]
    assert line.counted == 3
    assert time_line(again(case), date(2026, 11, 27)).stands == "正在计算答复期限"
    waiting = time_line(clarified(cast, registered(cast)), date(2026, 11, 9))
    assert waiting.stands.startswith("等申请人补正")
    assert waiting.counted is None


def test_the_line_names_letters_on_their_way(cast):
    case = registered(cast)
    actions.ask_clarification(
        case=case, items="年份", days=5, sending=POST, **on(cast.clerk, "2026-11-05")
    )
    assert (
        "补正告知书已于2026年11月5日" in time_line(again(case), date(2026, 11, 9)).on_their_way[0]
    )


def test_what_has_no_clock_says_why(cast):
    waiting = registered(cast, channel="internet")
    assert "还没有与申请人确认" in time_line(waiting, RECEIVED).stands
    assert "没有规定更正的期限" in time_line(registered(cast, kind="correction"), RECEIVED).stands


@pytest.mark.parametrize(
    ("day", "light", "words"),
    [
        ("2026-11-18", "in_time", "还剩 8 个工作日"),
        ("2026-11-19", "soon", "还剩 7 个工作日"),
        ("2026-11-30", "soon", "今天到期"),
        ("2026-12-01", "late", "已逾期 1 个工作日"),
        ("2026-12-05", "late", "已逾期 4 个工作日"),
    ],
)
def test_a_lamp_burns_by_the_working_days_left(cast, day, light, words):
    case, today = registered(cast), date.fromisoformat(day)
    shown = lamp(case, today)
    assert (shown.light, shown.words) == (light, words)
    assert list(Case.objects.filter(by_light(light, today))) == [case]


def test_a_request_that_nobody_confirms_is_late_after_a_working_day(cast):
    case = registered(cast, channel="internet")
    assert [lamp(case, RECEIVED + timedelta(days=n)).light for n in (0, 1, 2)] == [
        "soon",
        "soon",
        "late",
    ]


def test_a_lapsed_request_is_our_turn_again(cast):
    case = clarified(cast, registered(cast))
    assert [lamp(case, date(2026, 11, n)).light for n in (12, 13)] == ["in_time", "soon"]


def test_a_likely_repeat_is_shown_with_its_figure(cast):
    earlier = answered(cast, registered(cast))
    registered(cast, title="2024年度部门预算", wanted="要2024年度部门预算公开表")
    others = registered(
        cast, who=li(identity_number="9"), wanted="申请公开2025年东街改造征地补偿方案全文"
    )
    case = registered(cast, title="东街改造2025年征地补偿方案")
    found = alike(case, cast.clerk)
    assert {each.case: each.same_applicant for each in found} == {earlier: True, others: False}
    assert found[0].likeness >= found[1].likeness
    assert all(each.per_cent >= 60 for each in found)
    assert alike(case, cast.stranger) == []


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        ("2025年东街改造方案", "２０２５年东街改造方案", 1, 1),
        ("申请公开东街改造方案", "东街改造方案", 1, 1),
        ("东街改造方案", "西街改造方案", 0.7, 0.95),
        ("东街改造方案", "部门预算", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_likeness_goes_by_pairs_of_signs(first, second, least, most):
    assert least <= likeness(first, second) <= most
    assert likeness(first, second) == likeness(second, first)


def test_the_search_for_repeats_asks_no_more_often_because_there_are_more(cast):
    numbers = []
    for _ in range(2):
        for _ in range(6):
            case = registered(cast)
        with CaptureQueriesContext(connection) as found:
            assert alike(case, cast.clerk)
        numbers.append(len(found))
    assert numbers[0] == numbers[1] <= 8


def test_each_person_finds_what_waits(cast):
    written, seen, asked = (registered(cast) for _ in range(3))
    submitted(cast, written, "2026-11-05")
    reviewed(cast, seen, "2026-11-05")
    actions.propose_extension(case=asked, days=5, reason="多", **on(cast.clerk, "2026-11-05"))
    in_reconsideration(cast, asked, "2026-11-09")
    assert queries.for_clerk(cast.clerk) == [written, seen, asked]
    assert (queries.to_review(cast.reviewer), queries.to_sign(cast.signer)) == ([written], [seen])
    assert [notice.case for notice in queries.to_approve(cast.signer)] == [asked]
    assert [remedy.case for remedy in queries.remedies_to_answer(cast.clerk)] == [asked]


def test_nobody_finds_what_waits_for_others(cast):
    reviewed(cast, registered(cast), "2026-11-05")
    submitted(cast, registered(cast), "2026-11-05")
    assert queries.for_clerk(cast.stranger) == queries.to_sign(cast.reviewer) == []
    assert queries.to_review(cast.clerk) == queries.to_approve(cast.clerk) == []


def test_a_calendar_that_changes_moves_the_dates_and_says_which(cast):
    moved, early = registered(cast), answered(cast, registered(cast))
    waiting = clarified(cast, registered(cast), "2026-11-11")
    found = actions.rederive(why="防台停工一日", now=at("2026-11-16"), calendar=STORM)
    assert {each.case_id for each in found} == {moved.pk, waiting.pk}
    dates = (again(moved).due_on, again(waiting).lapses_on, again(early).due_on)
    assert dates == (date(2026, 12, 1), date(2026, 11, 19), date(2026, 11, 30))
    row = DueMove.objects.get(case=moved)
    assert (row.before, row.after) == (date(2026, 11, 30), date(2026, 12, 1))
    assert Entry.objects.get(act="casework.rederive").after == {"changed": 2}
    assert actions.rederive(why="再算", now=at("2026-11-16"), calendar=STORM) == []


def test_a_new_calendar_is_followed_once_and_those_who_handle_are_told(cast, monkeypatch):
    case = registered(cast)
    actions.assign(case=case, department=None, handler=cast.clerk, **on(cast.clerk, RECEIVED))
    assert actions.follow_calendar(at("2026-11-16")) == 0
    monkeypatch.setattr("gongkai.casework.actions.rederiving.provisional_calendar", lambda: STORM)
    assert [actions.follow_calendar(at("2026-11-16")) for _ in range(2)] == [1, 0]
    assert "1 件申请期限变了" in Notice.objects.get(user_id=cast.clerk.pk).text


def test_working_out_all_clocks_asks_a_few_times_only(cast):
    counts = []
    for _ in range(2):
        for _ in range(5):
            consulted(cast, registered(cast))
        with CaptureQueriesContext(connection) as found:
            actions.rederive(why="停工", now=at("2026-11-16"), calendar=STORM)
            actions.rederive(why="恢复", now=at("2026-11-16"))
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_the_copies_are_what_the_law_says(cast):
    case = registered(cast)
    consulted(cast, case)
    drafted(cast, case, "2026-11-06")
    assert again(case).due_on == due_on(again(case), date(2026, 11, 6)).date
