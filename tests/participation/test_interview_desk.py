"""The host's page: what waits, acts at once, two people at one question, what was typed stays; the list, the work of the day, rules, counts."""

from datetime import date

import pytest

from gongkai.annual_reports.counts import all_counts
from gongkai.audit.models import Entry
from gongkai.common.work import work_for
from gongkai.participation.actions.interview_rules import set_interview_rules
from gongkai.participation.interview_queries import interviews as listed
from gongkai.participation.interview_queries import later_of
from gongkai.participation.models import Interview, Said
from tests.participation.interviews import (
    CONTACT,
    NAME,
    answered,
    collecting,
    ended,
    fresh,
    hidden,
    live,
    planned,
    question,
    shown,
)
from tests.publishing.items import later


@pytest.fixture
def at_the_desk(client, cast, monkeypatch):
    """The clerk at the desk while it goes on."""
    client.force_login(cast.clerk)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: later(30.5))
    return client


def console(made: Interview) -> str:
    return f"/desk/interviews/{made.pk}/"


def test_the_page_holds_everything_but_names(at_the_desk, cast):
    made = live(cast)
    question(made, "等审核")
    shown(cast, question(made, "等回答"))
    answered(cast, question(made, "已回答"))
    hidden(cast, question(made, "不显示"))
    page = at_the_desk.get(console(made)).content.decode()
    for words in ("等审核", "等回答", "已回答", "不显示", "九月到十二月缴"):
        assert words in page
    assert not [secret for secret in (NAME, CONTACT) if secret in page]


def test_its_queries_do_not_grow_with_the_questions(at_the_desk, cast, django_assert_max_num_queries):  # fmt: skip
    made = live(cast)
    for number in range(8):
        answered(cast, question(made, f"问{number}"))
        question(made, f"等{number}")
    at_the_desk.get(console(made))
    with django_assert_max_num_queries(40):
        at_the_desk.get(console(made))


def test_a_browser_asks_whether_there_is_news_and_gets_no_page_where_there_is_none(at_the_desk, cast):  # fmt: skip
    made = live(cast)
    mark = at_the_desk.get(console(made)).context["mark"]
    assert at_the_desk.get(console(made), {"seen": mark}).status_code == 204
    question(made)
    assert at_the_desk.get(console(made), {"seen": mark}).status_code == 200


def test_an_answer_is_given_from_the_page(at_the_desk, cast):
    made = live(cast)
    asked = question(made)
    sent = {"guest": made.guests.first().pk, "text": "九月。", "seen_version": asked.version}
    answer = at_the_desk.post(f"/desk/interviews/questions/{asked.pk}/answer/", sent, follow=True)
    assert "第 1 个提问已回答" in answer.content.decode()
    assert Said.objects.get().by_name == "王经办"


def test_what_was_typed_stays_where_somebody_else_was_first(at_the_desk, cast):
    made = live(cast)
    asked = question(made)
    seen = asked.version
    shown(cast, asked)
    sent = {"guest": made.guests.first().pk, "text": "我写的回答", "seen_version": seen}
    address = f"/desk/interviews/questions/{asked.pk}/answer/"
    answer = at_the_desk.post(address, sent)
    page = answer.content.decode()
    assert (answer.status_code, "刚由别人办过" in page, "我写的回答" in page) == (409, True, True)
    again = answer.context["desk"].shown[0].answer_form
    assert at_the_desk.post(address, sent | {"seen_version": again["seen_version"].value()}).status_code == 302  # fmt: skip


@pytest.mark.parametrize("sent", [{"text": ""}, {"text": "有", "guest": "0"}])
def test_an_answer_that_lacks_something_is_shown_again(at_the_desk, cast, sent):
    asked = question(live(cast))
    given = {"seen_version": asked.version} | sent
    answer = at_the_desk.post(f"/desk/interviews/questions/{asked.pk}/answer/", given)
    assert answer.status_code == 422
    assert not Said.objects.exists()


def test_showing_and_hiding_from_the_page(at_the_desk, cast):
    made = live(cast)
    one, other = question(made), question(made)
    for address, more in ((f"{one.pk}/show", {}), (f"{other.pk}/hide", {"reason": "spam"})):
        sent = {"seen_version": 1, **more}
        answer = at_the_desk.post(f"/desk/interviews/questions/{address}/", sent)
        assert answer.status_code == 302
    assert [fresh(row).state for row in (one, other)] == ["shown", "hidden"]
    stale = at_the_desk.post(f"/desk/interviews/questions/{one.pk}/show/", {"seen_version": 1})
    assert stale.status_code == 409


def test_the_host_speaks_and_corrects(at_the_desk, cast):
    made = live(cast)
    at_the_desk.post(f"{console(made)}say/", {"text": "开始了"})
    said = Said.objects.get()
    address = f"/desk/interviews/said/{said.pk}/correct/"
    at_the_desk.post(address, {"text": "现在开始", "seen_version": 1})
    assert (fresh(said).text, said.earlier.get().text) == ("现在开始", "开始了")


def test_names_are_opened_on_request_and_journaled(at_the_desk, cast):
    asked = question(live(cast))
    address = f"/desk/interviews/questions/{asked.pk}/asker/"
    assert CONTACT not in at_the_desk.get(address).content.decode()
    assert not Entry.objects.filter(act="audit.read_personal").exists()
    assert CONTACT in at_the_desk.post(address).content.decode()
    assert Entry.objects.filter(act="audit.read_personal").count() == 1


def test_a_plan_is_made_on_the_page(at_the_desk, cast):
    column = planned(cast).item.column
    sent = {
        "topic": "养老", "guests": "张三，副局长\n李四,科长", "host": "王主持", "department": "人社所", "column": column.pk,
        "collect_from": "2024-06-05T09:00", "starts_at": "2024-06-06T15:00", "ends_at": "2024-06-06T16:00",
    }  # fmt: skip
    at_the_desk.post("/desk/interviews/new/", sent)
    made = Interview.objects.get(topic="养老")
    assert [str(guest) for guest in made.guests.all()] == ["副局长 张三", "科长 李四"]
    wrong = at_the_desk.post("/desk/interviews/new/", sent | {"guests": "张三"})
    assert (wrong.status_code, "姓名，职务" in wrong.content.decode()) == (422, True)


def test_what_waits_stands_on_the_list_of_work(cast):
    made = collecting(cast)
    question(made, hours=6)
    reasons = [row.reason for row in work_for(cast.reviewer, later(7)) if row.kind == "interviews"]
    assert "1 个提问等着审核" in reasons
    reasons = [row.reason for row in work_for(cast.clerk, later(30)) if row.kind == "interviews"]
    assert "到了开始的时间" in reasons


@pytest.mark.parametrize(
    ("hours", "light"), [(24 * 2, "in_time"), (24 * 22, "soon"), (24 * 28, "late")]
)
def test_questions_not_reached_have_their_day_and_light(cast, hours, light):
    made = live(cast)
    shown(cast, question(made))
    Interview.objects.filter(pk=made.pk).update(state="ended", ended_at=later(31))
    rows = [row for row in work_for(cast.clerk, later(hours)) if "没有来得及" in row.reason]
    assert [(row.due, row.light) for row in rows] == [(date(2024, 6, 26), light)]


def test_an_organ_sets_other_days(cast):
    made = ended(cast)
    given = {"agency": cast.town, "by": cast.administrator, "now": later(32)}
    rules = set_interview_rules(answer_days=3, seen_version=None, **given)
    later_day = later_of(made, rules, date(2024, 6, 5))
    assert (later_day.day, later_day.rule) == (date(2024, 6, 7), "本机关规定 3 个工作日")


def test_sessions_and_answers_are_counted_for_the_report(cast):
    made = live(cast)
    answered(cast, question(made))
    planned(cast)
    counts = {count.key: count for count in all_counts()}
    found = [counts[key].value(cast.town, 2024, date(2024, 12, 31)) for key in ("interviews", "interview_answers")]  # fmt: skip
    assert found == [1, 1]
    assert counts["interviews"].value(cast.town, 2024, date(2024, 6, 3)) == 0


def test_the_list_tells_how_many_wait(cast):
    made = collecting(cast)
    question(made, hours=6)
    (row,) = listed([cast.town.pk])
    assert (row.asked, row.to_moderate) == (1, 1)
