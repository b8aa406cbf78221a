"""A report from its start to its signature: each step by its person, refused to others, written to the journal."""

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.audit.models import Entry
from gongkai.audit.queries import history
from gongkai.common.notices.queries import notices_of
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from tests.annual_reports.stories import NOW, drafted, flawless, reviewed, sign, signed, submitted
from tests.law.annual_report.reports import with_figures

CELL = "requests.granted.natural_person"


def broken():
    """A report in which one row does not add up."""
    return with_figures(flawless(), {CELL: 2})


def test_a_report_is_started_blank_once_for_each_year(cast):
    report = actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)
    assert report.state == "draft"
    assert set(report.figures.values()) == {None}
    assert report.title == "青石镇人民政府2024年政府信息公开工作年度报告"
    with pytest.raises(Refusal, match="已经建立"):
        actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)


@pytest.mark.parametrize("year", [1999, 2026])
def test_a_year_that_has_no_report_is_refused(cast, year):
    with pytest.raises(Refusal, match="年度应在"):
        actions.start(agency=cast.town, year=year, by=cast.clerk, now=NOW)
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", ["reviewer", "signer", "stranger", "reader", "nobody"])
def test_only_a_clerk_of_the_organ_starts_and_saves(cast, who):
    with pytest.raises(NotAllowed):
        actions.start(agency=cast.town, year=2024, by=getattr(cast, who), now=NOW)


def test_saving_writes_only_the_changed_cells_to_the_journal(cast):
    report = drafted(cast)
    actions.save(report=report, seen_version=2, value=broken(), by=cast.clerk, now=NOW)
    entry = Entry.objects.latest("pk")
    name = "表三“三（一）予以公开”的“自然人”"
    assert (entry.before, entry.after) == ({name: 3}, {name: 2})


def test_saving_what_is_there_already_writes_nothing(cast):
    report, entries = drafted(cast), Entry.objects.count()
    same = actions.save(report=report, seen_version=2, value=flawless(), by=cast.clerk, now=NOW)
    assert (same.version, Entry.objects.count()) == (2, entries)


def test_a_stale_save_is_refused_and_shows_the_other_version(cast):
    report = drafted(cast)
    actions.save(report=report, seen_version=2, value=broken(), by=cast.clerk, now=NOW)
    with pytest.raises(Conflict) as caught:
        actions.save(report=report, seen_version=2, value=flawless(), by=cast.clerk, now=NOW)
    assert caught.value.theirs.figures[CELL] == 2
    assert Report.objects.get().figures[CELL] == 2


@pytest.mark.parametrize("state", [submitted, reviewed, signed])
def test_nothing_is_saved_after_it_was_sent_up(cast, state):
    report = state(cast)
    with pytest.raises(Refusal, match="已经固定"):
        actions.save(
            report=report, seen_version=report.version, value=broken(), by=cast.clerk, now=NOW
        )


def test_a_value_that_cannot_be_kept_writes_nothing(cast):
    report = drafted(cast)
    with pytest.raises(Refusal, match="超出可用范围"):
        actions.save(
            report=report,
            seen_version=2,
            value=with_figures(flawless(), {CELL: 10**20}),
            by=cast.clerk,
            now=NOW,
        )
    assert Report.objects.get().version == 2


def test_who_submitted_may_neither_review_nor_sign(cast, both_posts):
    both_posts(cast.clerk, "reviewer", "signer")
    with pytest.raises(Refusal, match="不能由您复核通过") as caught:
        actions.review(report=submitted(cast), by=cast.clerk, now=NOW)
    assert str(caught.value.cite) == "《条例》第十七条第一款"
    report = actions.review(report=Report.objects.get(), by=cast.reviewer, now=NOW)
    with pytest.raises(Refusal, match="不能由您签发"):
        sign_as_clerk(cast, report)


def sign_as_clerk(cast, report):
    actions.sign(report=report, by=cast.clerk, now=NOW)


def test_a_report_sent_back_opens_again_with_its_remarks(cast):
    remarks = [
        actions.Said("请核对", CELL),
        actions.Said("  ", ""),
        actions.Said("写具体", "nowhere"),
    ]
    report = actions.send_back(report=submitted(cast), remarks=remarks, by=cast.reviewer, now=NOW)
    assert report.state == "draft"
    assert [(one.where, one.text) for one in report.remarks.all()] == [
        (CELL, "请核对"),
        ("", "写具体"),
    ]
    actions.submit(report=report, by=cast.clerk, now=NOW)
    assert not report.remarks.filter(open=True).exists()


def test_sending_back_without_a_remark_is_refused(cast):
    with pytest.raises(Refusal, match="写明理由"):
        actions.send_back(report=submitted(cast), remarks=[], by=cast.reviewer, now=NOW)


def test_who_sent_it_up_takes_it_back_and_nobody_else(cast, both_posts):
    both_posts(cast.reviewer, "clerk")
    report = submitted(cast)
    with pytest.raises(NotAllowed, match="只有送复核的人"):
        actions.take_back(report=report, by=cast.reviewer, now=NOW)
    assert actions.take_back(report=report, by=cast.clerk, now=NOW).state == "draft"


def test_a_broken_balance_stops_the_signature_and_says_which(cast):
    with pytest.raises(Refusal, match="勾稽关系不平，不能签发") as caught:
        sign(cast, reviewed(cast, broken()))
    assert "退回修改" in caught.value.next_step


def test_a_warning_has_to_be_acknowledged(cast):
    value = flawless()
    chapters = {key: text for key, text in value.chapters.items() if key != "problems"}
    report = reviewed(cast, type(value)(**{**fields_of(value), "chapters": chapters}))
    with pytest.raises(Refusal, match="没有确认"):
        actions.sign(report=report, by=cast.signer, now=NOW)
    version = sign(cast, report).versions.get()
    assert version.acknowledged


def fields_of(value):
    return {name: getattr(value, name) for name in value.__slots__}


def test_a_signature_is_refused_where_the_report_was_changed_since_it_was_read(cast):
    report = reviewed(cast)
    with pytest.raises(Conflict):
        actions.sign(report=report, by=cast.signer, now=NOW, seen_version=report.version - 1)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "supervisor", "stranger", "administrator"])
def test_only_the_signer_of_the_organ_signs(cast, who):
    with pytest.raises(NotAllowed):
        actions.sign(report=reviewed(cast), by=getattr(cast, who), now=NOW)


def test_a_move_out_of_another_state_is_refused_in_words(cast):
    with pytest.raises(Refusal, match="现在是“草拟”，不能复核通过"):
        actions.review(report=drafted(cast), by=cast.reviewer, now=NOW)


def test_every_step_is_an_entry_of_the_journal(cast):
    signed(cast)
    acts = list(Entry.objects.order_by("number").values_list("act", flat=True))
    steps = ("start", "save", "submit", "review", "sign")
    assert acts == [f"annual_reports.{step}" for step in steps]


def told(person):
    """What a person has been told, newest first."""
    return [notice.text for notice in notices_of(person.pk)]


def test_the_next_person_is_told_and_only_that_one(cast):
    report = submitted(cast)
    assert told(cast.reviewer) == ["青石镇人民政府2024年度报告等您复核"]
    actions.review(report=report, by=cast.reviewer, now=NOW)
    assert told(cast.signer) == ["青石镇人民政府2024年度报告已经复核，等您签发"]
    assert not told(cast.clerk)
    assert not told(cast.stranger)


def test_who_sent_it_up_is_told_when_it_comes_back(cast):
    said = [actions.Said("请核对")]
    actions.send_back(report=submitted(cast), remarks=said, by=cast.reviewer, now=NOW)
    assert told(cast.clerk) == ["青石镇人民政府2024年度报告退回修改，请看意见"]


def test_the_history_of_a_report_is_told_in_sentences(cast):
    story = [str(one) for one in history(submitted(cast))]
    assert story[0].startswith("王经办（青石镇人民政府经办）将年度报告送复核")
    assert story[-1].startswith("王经办（青石镇人民政府经办）建立年度报告")
