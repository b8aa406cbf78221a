"""Promises of last year's report: marked, shown beside the records of both years, answered, told of until they are."""

import pytest
from django.db import IntegrityError, transaction

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Promise
from gongkai.annual_reports.promises import drafts_of, promised
from gongkai.annual_reports.queries import findings
from gongkai.annual_reports.waiting import waiting_for
from gongkai.audit.models import Entry
from gongkai.common.refusals import Refusal
from tests.annual_reports.pages.editing import url
from tests.annual_reports.promising import last_year, promise, promised_and_drafted, this_year
from tests.annual_reports.stories import NOW


def answered(cast, one, outcome="kept", words=""):
    return actions.answer_promise(promise=one, outcome=outcome, words=words, by=cast.clerk, now=NOW)


@pytest.fixture
def clerk(cast, client):
    client.force_login(cast.clerk)
    return client


def test_a_promise_stands_beside_the_numbers_of_both_years(cast):
    promise(cast, last_year(cast), "多收申请", measure="新收", direction="more")
    row = promised(this_year(cast))[0]
    assert (row.shown.last_year, row.shown.this_year, row.shown.reached) == (3, 5, True)


def test_a_count_that_last_year_did_not_keep_comes_from_its_records(cast):
    promise(cast, last_year(cast), measure="逾期答复", direction="less", target=0)
    row = promised(this_year(cast))[0]
    assert (row.shown.last_year, row.shown.this_year, row.shown.reached) == (0, 0, True)


def test_answers_come_into_the_drafted_chapter(cast):
    report = promised_and_drafted(cast)
    assert "【请补写：是否做到】" in drafts_of(report)["problems"]
    for one in Promise.objects.all():
        answered(cast, one)
    text = drafts_of(report)["problems"]
    assert "已经做到，逾期答复由上年的0变为本年的{逾期答复}" in text
    assert "上年年度报告提出的改进措施" not in text


def test_what_is_not_answered_is_told_and_is_work(cast):
    report = promised_and_drafted(cast)
    assert len([one for one in findings(report) if one.rule == "promise"]) == 2
    assert "答复" in [item.next_act for item in waiting_for(cast.clerk, NOW)]
    for one in Promise.objects.all():
        answered(cast, one)
    assert not [one for one in findings(report) if one.rule == "promise"]
    assert "答复" not in [item.next_act for item in waiting_for(cast.clerk, NOW)]


@pytest.mark.parametrize(
    ("text", "wanted", "said"),
    [
        ("", {}, "1 至 300 字"),
        ("长" * 301, {}, "1 至 300 字"),
        ("好", {"measure": "没有的数字"}, "从列表里选"),
        ("好", {"measure": "新收", "direction": "sideways"}, "从列表里选"),
    ],
)
def test_a_promise_that_cannot_be_kept_is_refused(cast, text, wanted, said):
    with pytest.raises(Refusal, match=said):
        promise(cast, last_year(cast), text, **wanted)
    assert not Promise.objects.exists()


def test_the_same_promise_is_marked_once(cast):
    report = last_year(cast)
    promise(cast, report)
    with pytest.raises(Refusal, match="已经登记过"):
        promise(cast, report, " 不再发生逾期答复 ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Promise.objects.create(report=report, text="不再发生逾期答复", promised_at=NOW)


def test_what_was_not_kept_needs_its_reason(cast):
    one = promise(cast, last_year(cast))
    for outcome in ("partly", "not_kept", "maybe"):
        with pytest.raises(Refusal):
            answered(cast, one, outcome)
    assert answered(cast, one, "partly", "人手不足").outcome == "partly"


def test_an_answered_promise_is_not_taken_away(cast):
    one = promise(cast, last_year(cast))
    answered(cast, one)
    with pytest.raises(Refusal, match="已经答复"):
        actions.drop_promise(promise=one, by=cast.clerk, now=NOW)
    assert Promise.objects.exists()


def test_each_act_stands_in_the_journal(cast):
    report = last_year(cast)
    answered(cast, promise(cast, report))
    actions.drop_promise(promise=promise(cast, report, "登记错的"), by=cast.clerk, now=NOW)
    acts = ("mark_promise", "answer_promise", "drop_promise")
    for act in acts:
        assert Entry.objects.filter(act=f"annual_reports.{act}", object_id=report.pk).exists()


@pytest.mark.parametrize("name", ["stranger", "reviewer", "supervisor"])
def test_only_who_edits_marks_and_answers(cast, name):
    report = last_year(cast)
    one, person = promise(cast, report), getattr(cast, name)
    with pytest.raises(Refusal):
        actions.answer_promise(promise=one, outcome="kept", words="", by=person, now=NOW)
    with pytest.raises(Refusal):
        actions.drop_promise(promise=one, by=person, now=NOW)


def test_the_page_shows_what_the_records_show(cast, clerk):
    page = clerk.get(url("promises", promised_and_drafted(cast))).content.decode()
    for said in ("还有 2 条没有答复", "应当减少到 0", "达到", "看不出来"):
        assert said in page
    assert "登记为承诺" not in page


def test_a_promise_is_marked_from_the_sentence_of_the_report_and_answered(cast, clerk):
    report = last_year(cast)
    page = clerk.get(url("mark_promise", report) + "?sentence=1").content.decode()
    assert "将规范办理流程，不再发生逾期答复</textarea>" in page
    sent = {"text": "不再逾期", "measure": "逾期答复", "direction": "less", "target": "0"}
    assert clerk.post(url("mark_promise", report), sent).status_code == 302
    one = Promise.objects.get()
    draft = this_year(cast)
    answer = clerk.post(url("answer_promise", one), {"outcome": "kept", "words": ""})
    assert answer["Location"] == url("promises", draft)


@pytest.mark.parametrize(
    "sent",
    [
        {"text": ""},
        {"text": "好", "target": "-1"},
        {"text": "好", "direction": "less"},
        {"text": "好", "measure": "新收", "target": "1"},
        {"text": "好", "measure": "<script>"},
    ],
)
def test_what_is_filled_in_wrongly_stays_with_its_message(cast, clerk, sent):
    answer = clerk.post(url("mark_promise", last_year(cast)), sent)
    assert answer.status_code == 422
    assert not Promise.objects.exists()


@pytest.mark.parametrize("asked", ["9999", "x", "-1", "１", ""])
def test_a_sentence_that_is_not_there_proposes_nothing(cast, clerk, asked):
    page = clerk.get(url("mark_promise", last_year(cast)) + f"?sentence={asked}")
    assert page.status_code == 200
