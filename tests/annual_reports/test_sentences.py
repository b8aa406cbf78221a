"""Fields in sentences: the draft keeps them, everybody else reads figures, and a signature freezes what they read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import (
    as_value,
    as_written,
    findings,
    latest_version,
    version_value,
)
from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, Refusal
from gongkai.paperwork import print_report
from tests.annual_reports.pages.editing import handed_in
from tests.annual_reports.stories import NOW, drafted, flawless, in_correction, sign
from tests.law.annual_report.reports import with_figures
from tests.publishing.items import published as published_item

SENTENCE = "本年收到政府信息公开申请{新收}件，予以公开{予以公开}件。"
READ = "本年收到政府信息公开申请3件，予以公开3件。"


def saying(text, value=None):
    """A flawless report whose chapter three says that."""
    value = value or flawless()
    return replace(value, chapters={**value.chapters, "requests": text})


def kept(cast, report, **more):
    return actions.save(report=report, seen_version=report.version, by=cast.clerk, now=NOW, **more)


def counted(cast, report, now=NOW):
    return actions.count_again(report=report, seen_version=report.version, by=cast.clerk, now=now)


def up_to_signature(cast, report):
    report = actions.submit(report=report, by=cast.clerk, now=NOW)
    return actions.review(report=report, by=cast.reviewer, now=NOW)


def test_the_record_keeps_the_field_and_everybody_reads_the_figure(cast):
    report = drafted(cast, saying(SENTENCE))
    assert report.chapters["requests"] == SENTENCE
    assert as_written(report).chapters["requests"] == SENTENCE
    assert as_value(report).chapters["requests"] == READ
    assert READ in print_report(as_value(report), "html").decode()


def test_when_the_table_changes_the_sentence_does(cast):
    report = drafted(cast, saying(SENTENCE))
    figures = {
        f"requests.{row}.{column}": 5
        for row in ("received", "granted", "concluded")
        for column in ("natural_person", "total")
    }
    report = kept(cast, report, value=with_figures(as_written(report), figures))
    assert "申请5件，予以公开5件" in as_value(report).chapters["requests"]
    assert not [one for one in findings(report) if one.rule == "narrative"]


def test_a_typed_figure_is_still_held_against_the_table(cast):
    report = drafted(cast, saying(SENTENCE.replace("{新收}", "4")))
    assert "narrative" in {one.rule for one in findings(report)}


def test_a_signature_freezes_the_figures_that_were_read(cast):
    published_item(cast)
    report = counted(cast, drafted(cast, saying(SENTENCE + "公开信息{主动公开信息}条。")))
    report = sign(cast, up_to_signature(cast, report))
    said = version_value(latest_version(report)).chapters["requests"]
    assert said == READ + "公开信息1条。"
    published_item(cast)
    assert as_value(Report.objects.get(pk=report.pk)).chapters["requests"] == said


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("投诉举报{投诉举报}件。", "field"),
        ("公开信息{主动公开信息}条。", "field"),
        ("规章{规章·制发}件。", "field"),
        ("【请补写：本年培训了几次】", "to_write"),
    ],
)
def test_what_has_no_figure_and_what_was_asked_keeps_it_from_being_signed(cast, text, rule):
    value = with_figures(flawless(), {"proactive.rules.issued": None}, reason="blank")
    report = up_to_signature(cast, drafted(cast, saying(text, value)))
    errors = [one for one in findings(report) if one.severity == "error"]
    assert [(one.rule, one.where) for one in errors] == [(rule, "chapters.requests")]
    with pytest.raises(Refusal, match="差错，不能签发"):
        sign(cast, report)


def test_words_in_braces_that_are_no_field_are_only_asked_about(cast):
    report = drafted(cast, saying("用{花括号}写的话。"))
    found = [one for one in findings(report) if one.rule == "field"]
    assert [one.severity for one in found] == ["warning"]
    assert as_value(report).chapters["requests"] == "用{花括号}写的话。"


def test_an_imported_text_with_braces_survives_untouched(cast):
    report = drafted(cast)
    said = "原文就写着{新收}和{{予以公开}}，还有{别的}。"
    file = handed_in(cast, print_report(saying(said), "json"), "年报.json")
    report = actions.import_file(report=report, file=file, by=cast.clerk, now=NOW)
    assert as_value(report).chapters["requests"] == said


def test_what_was_public_comes_back_as_it_read(cast):
    report = in_correction(cast)
    report = kept(cast, report, value=saying(SENTENCE))
    report = actions.drop_correction(report=report, by=cast.clerk, now=NOW)
    assert as_value(report).chapters == version_value(latest_version(report)).chapters


def test_counting_is_an_act_with_its_place_in_the_journal(cast):
    published_item(cast)
    report = counted(cast, drafted(cast))
    entry = Entry.objects.filter(act="annual_reports.count").get()
    assert report.counts["as_of"] == "2024-12-31"
    assert entry.after["主动公开信息"] == 1


def test_counting_again_tells_only_what_changed(cast):
    report = counted(cast, drafted(cast))
    published_item(cast)
    report = counted(cast, report, NOW + timedelta(minutes=1))
    after = Entry.objects.filter(act="annual_reports.count").latest("pk").after
    assert after["主动公开信息"] == 1
    assert "收到申请" not in after


def test_counting_overwrites_nothing_that_somebody_else_saved(cast):
    report = drafted(cast)
    kept(cast, report, value=saying(SENTENCE))
    with pytest.raises(Conflict):
        counted(cast, report)


def test_figures_of_the_records_come_into_sentences_with_their_counts(cast):
    published_item(cast)
    report = drafted(cast, saying(SENTENCE + "公开信息{主动公开信息}条。"))
    report = actions.take_compiled(report=report, by=cast.clerk, now=NOW)
    assert as_written(report).chapters["requests"].startswith(SENTENCE)
    said = as_value(report).chapters["requests"]
    assert said.endswith("申请0件，予以公开0件。公开信息1条。")


def test_nothing_is_counted_into_a_report_that_was_sent_up(cast):
    report = actions.submit(report=drafted(cast), by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="已经固定"):
        counted(cast, report)


def test_only_who_edits_counts(cast):
    report = drafted(cast)
    with pytest.raises(Refusal):
        actions.count_again(report=report, seen_version=report.version, by=cast.stranger, now=NOW)
