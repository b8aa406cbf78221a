"""The editor without a browser: what is sent is checked, saved, kept when it is wrong, and never overwrites somebody else's."""

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.typed import texts_of
from gongkai.annual_reports.queries import as_value
from tests.annual_reports.pages.editing import broken, url, with_last_year
from tests.annual_reports.stories import NOW, drafted, signed, submitted
from tests.law.annual_report.reports import with_figures

TOTAL, CARRIED, GRANTED = (
    "requests.received.total",
    "requests.carried_in.total",
    "requests.granted.total",
)


@pytest.fixture
def clerk(cast, client):
    client.force_login(cast.clerk)
    return client


def form(report, **changed):
    """The form as a browser sends it back, with some fields changed; names have __ for dots."""
    sent = texts_of(as_value(report)) | {"seen_version": report.version, "act": "save"}
    return sent | {name.replace("__", "."): text for name, text in changed.items()}


def send(client, report, **changed):
    return client.post(url("edit", report), form(report, **changed))


def figure(report, key):
    report.refresh_from_db()
    return as_value(report).figures[key]


def text_of(answer):
    return answer.content.decode()


def test_the_form_shows_every_cell_and_what_is_wrong(cast, clerk):
    page = text_of(clerk.get(url("edit", broken(cast))))
    assert page.count("data-place=") == 200
    assert "六类申请人之和 3+0+0+0+0+0=3，总计填的是 2，相差 1" in page
    assert "正文写“收到政府信息公开申请5件”" in page


def test_what_is_typed_is_saved(cast, clerk):
    report = broken(cast)
    answer = send(clerk, report, requests__received__total="３", requests__carried_in__total="0")
    assert answer.status_code == 302
    assert (figure(report, TOTAL), figure(report, CARRIED)) == (3, 0)


def test_checking_shows_the_sums_of_what_was_typed_and_saves_nothing(cast, clerk):
    report = drafted(cast)
    answer = send(clerk, report, requests__received__total="7", act="check")
    assert "总计填的是 7" in text_of(answer)
    assert figure(report, TOTAL) == 3


def test_totals_are_filled_in_on_request_and_not_saved(cast, clerk):
    report = broken(cast)
    page = text_of(send(clerk, report, act="totals"))
    assert "补算了 2 个总计" in page
    assert figure(report, TOTAL) == 2


def test_what_is_no_number_is_saved_as_typed_and_said(cast, clerk):
    report = drafted(cast)
    answer = send(clerk, report, requests__received__total="约三件")
    page = text_of(clerk.get(answer["Location"]))
    assert 'value="约三件"' in page
    assert "有 1 格不是数字" in page


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("signed_on", "明天<script>"),
        ("title", "长" * 300),
        ("requests__received__total", "9" * 1000),
        ("chapters__overview", "字" * 350_000),
    ],
)
def test_what_cannot_be_kept_stays_in_its_field_with_a_message(cast, clerk, name, text):
    report = drafted(cast)
    answer = send(clerk, report, **{name: text}, requests__granted__total="8")
    page = text_of(answer)
    assert answer.status_code == 422
    assert text.replace("<", "&lt;").replace(">", "&gt;") in page
    assert "有几处需要改一下" in page
    assert figure(report, GRANTED) == 3


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\u202e<b>", "' onfocus=alert(1) x='", "{{ 7|add:7 }}"]
)
def test_hostile_text_is_escaped_in_every_field(cast, clerk, text):
    report = drafted(cast)
    names = list(texts_of(as_value(report)))
    sent = form(report) | dict.fromkeys(names, text)
    page = text_of(clerk.post(url("edit", report), sent))
    assert "<script>alert" not in page
    assert "<b>" not in page.replace('<b class="figure">', "")
    assert "' onfocus=alert(1)" not in page
    assert "{{ 7|add:7 }}" in page or "add" not in text


def test_a_second_tab_is_never_overwritten_silently(cast, clerk):
    report = broken(cast)
    first, second = (
        form(report, requests__received__total="5"),
        form(report, requests__received__total="6"),
    )
    clerk.post(url("edit", report), first)
    answer = clerk.post(url("edit", report), second)
    assert answer.status_code == 409
    assert "您的改动还没有保存" in text_of(answer)
    assert figure(report, TOTAL) == 5


def test_the_choice_between_mine_and_theirs_is_what_is_saved(cast, clerk):
    report = broken(cast)
    mine = form(report, requests__received__total="6", requests__granted__total="4")
    send(clerk, report, requests__received__total="5", requests__carried_in__total="9")
    report.refresh_from_db()
    choices = {
        f"choice.{TOTAL}": "mine",
        f"choice.{CARRIED}": "theirs",
        f"choice.{GRANTED}": "mine",
    }
    answer = clerk.post(
        url("edit", report), {**mine, **choices, "seen_version": report.version, "act": "merge"}
    )
    assert answer.status_code == 302
    assert [figure(report, key) for key in (TOTAL, CARRIED, GRANTED)] == [6, 9, 4]


def test_saving_by_itself_answers_in_words_and_with_the_new_version(cast, clerk):
    report = drafted(cast)
    answer = send(clerk, report, requests__received__total="4", act="autosave")
    report.refresh_from_db()
    assert answer.json()["seen_version"] == report.version
    assert answer.json()["said"].startswith("已保存")


def test_saving_by_itself_stops_where_somebody_else_saved(cast, clerk):
    report = drafted(cast)
    old = form(report, requests__received__total="4", act="autosave")
    send(clerk, report, requests__received__total="5")
    answer = clerk.post(url("edit", report), old)
    assert (answer.status_code, answer.json()["stop"]) == (409, True)
    assert figure(report, TOTAL) == 5


@pytest.mark.parametrize("make", [submitted, signed])
def test_a_report_that_left_the_draft_is_shown_with_the_reason_and_not_changed(cast, clerk, make):
    report = make(cast)
    page = text_of(clerk.get(url("edit", report)))
    assert "只能查看" in page
    assert 'value="save"' not in page
    answer = send(clerk, report, requests__received__total="9")
    assert answer.status_code == 409
    assert 'value="9"' in text_of(answer)
    assert figure(report, TOTAL) == 3


def test_remarks_of_the_reviewer_are_shown(cast, clerk):
    report = submitted(cast)
    said = actions.Said(where=TOTAL, text="请核对新收总数")
    actions.send_back(report=report, remarks=[said], by=cast.reviewer, now=NOW)
    assert '<a href="#f-requests-received-total">请核对新收总数</a>' in text_of(
        clerk.get(url("edit", report))
    )


def test_a_version_that_is_none_is_a_conflict_not_an_error(cast, clerk):
    report = drafted(cast)
    for seen in ("", "x", "９", "-1", "9" * 40):
        assert send(clerk, report, title="新标题", seen_version=seen).status_code == 409


def test_two_years_stand_side_by_side(cast, clerk):
    page = text_of(clerk.get(url("compare", with_last_year(cast))))
    assert "是上年的 13 倍" in page
    assert "+1200%" in page
    assert "与上年相同" in page


def test_without_last_years_report_the_comparison_says_so(cast, clerk):
    assert "系统里没有 2023 年的报告" in text_of(clerk.get(url("compare", drafted(cast))))


def test_an_unreadable_figure_of_an_import_is_shown_in_the_form(cast, clerk):
    value = with_figures(as_value(drafted(cast)), {TOTAL: None}, reason="unreadable", raw="三五")
    report = drafted(cast, value, year=2023)
    assert "cell--uncertain" in text_of(clerk.get(url("edit", report)))


def test_who_may_only_look_is_led_to_no_form(cast, client):
    report = with_last_year(cast)
    client.force_login(cast.supervisor)
    page = text_of(client.get(url("compare", report)))
    assert url("edit", report) not in page


def test_the_hint_of_the_date_shows_how_it_is_written_and_what_happens_without(client, cast):
    client.force_login(cast.clerk)
    page = client.get(url("edit", drafted(cast))).content.decode()
    assert "写成 2025-01-20 或 2025年1月20日" in page
    assert "签发时自动填签发当天" in page
