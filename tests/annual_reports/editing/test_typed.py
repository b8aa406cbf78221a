"""What is typed into the form makes a report; what cannot be a figure is kept and said at its cell."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.annual_reports.editing.typed import read_form, texts_of
from gongkai.annual_reports.values import LONGEST_CHAPTER
from gongkai.law.annual_report import Note
from gongkai.law.annual_report.report import empty_report
from tests.law.annual_report.reports import with_figures, zeros
from tests.strategies import valid_reports

TOTAL = "requests.received.total"
FEES = "proactive.administrative_fees_wan_yuan"


def typed(key: str, text: str, before=None):
    return read_form({key: text}, before or zeros())


@settings(deadline=None, max_examples=40)
@given(valid_reports())
def test_a_form_sent_back_as_it_was_shown_changes_nothing(report):
    sent = read_form(texts_of(report), report)
    assert sent.value.figures == report.figures
    assert sent.value.notes == report.notes
    assert sent.value.chapters == report.chapters
    assert not sent.mistakes


@settings(deadline=None, max_examples=40)
@given(valid_reports())
def test_every_figure_typed_into_an_empty_form_is_read_as_it_was(report):
    form = empty_report(report.edition, undivided=report.undivided)
    sent = read_form(texts_of(report), form)
    assert sent.value.figures == report.figures
    assert sent.value.title == report.title
    assert sent.value.signed_on == report.signed_on


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12", 12),
        (" １２ ", 12),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("3件", 3),
        ("-", 0),
        ("—", 0),
        ("/", 0),
        ("无", 0),
        ("-3", -3),
        ("2.5", Decimal("2.5")),
    ],
)
def test_numbers_are_taken_as_people_type_them(text, figure):
    sent = typed(TOTAL, text)
    assert sent.value.figures[TOTAL] == figure
    assert not sent.mistakes


@pytest.mark.parametrize(
    ("text", "figure"),
    [("25.1", "25.1"), ("251000元", "25.1"), ("0.5亿元", "5000"), ("３．５０", "3.5")],
)
def test_fees_are_exact_and_other_units_are_converted(text, figure):
    assert typed(FEES, text).value.figures[FEES] == Decimal(figure)


def test_a_dash_is_zero_and_says_so():
    assert Note(TOTAL, "dash", "—") in typed(TOTAL, "—").value.notes


def test_a_cell_that_is_emptied_is_blank():
    sent = typed(TOTAL, "  ")
    assert sent.value.figures[TOTAL] is None
    assert sent.value.is_blank(TOTAL)


@pytest.mark.parametrize(
    "text",
    [
        "三十",
        "1 2",
        "1e30",
        "9" * 31,
        "9" * 16,
        "<script>alert(1)</script>",
        "\u202e12\u202cab",
        "1,23,4",
    ],
)
def test_what_is_no_number_is_kept_and_can_be_saved(text):
    sent = typed(TOTAL, text)
    assert sent.value.figures[TOTAL] is None
    assert "不是数字" in sent.mistakes[TOTAL].sentence
    assert sent.can_be_saved
    assert sent.texts[TOTAL] == text


def test_what_is_no_number_is_still_there_when_the_draft_is_opened_again():
    kept = typed(TOTAL, "约三十").value
    assert texts_of(kept)[TOTAL] == "约三十"
    assert read_form(texts_of(kept), kept).mistakes[TOTAL].blocks is False


def test_a_cell_of_a_thousand_characters_is_not_saved():
    sent = typed(TOTAL, "1" * 1000)
    assert not sent.can_be_saved
    assert sent.texts[TOTAL] == "1" * 1000
    assert sent.value.figures[TOTAL] == 0


def test_a_cell_not_touched_keeps_what_was_noted_of_it():
    before = with_figures(
        zeros(), {TOTAL: None}, reason="unreadable", raw="3 0 0 5 5 一整行的文字在这里，放不下"
    )
    sent = read_form(texts_of(before), before)
    assert sent.value.notes == before.notes


def test_a_cell_typed_anew_loses_what_was_noted_of_it():
    before = with_figures(zeros(), {TOTAL: None}, reason="not_found")
    assert not [note for note in typed(TOTAL, "7", before).value.notes if note.where == TOTAL]


@pytest.mark.parametrize(
    "text", ["2025-01-20", "2025年1月20日", "２０２５．１．２０", " 2025/01/20 "]
)
def test_a_date_is_taken_as_people_write_it(text):
    before = zeros(signed_on=None)
    assert typed("signed_on", text, before).value.signed_on == date(2025, 1, 20)


@pytest.mark.parametrize("text", ["2025-02-30", "明天", "<b>", "99999-1-1"])
def test_what_is_no_date_stays_in_its_field(text):
    sent = typed("signed_on", text)
    assert not sent.can_be_saved
    assert sent.texts["signed_on"] == text
    assert sent.value.signed_on == date(2025, 1, 20)


def test_a_chapter_beyond_all_measure_is_not_saved_and_stays_in_its_field():
    text = "字" * (LONGEST_CHAPTER + 1)
    sent = typed("chapters.overview", text)
    assert not sent.can_be_saved
    assert sent.texts["chapters.overview"] == text


def test_line_ends_of_browsers_are_line_ends():
    sent = typed("chapters.overview", "一段。\r\n二段。\r\n")
    assert sent.value.chapters["overview"] == "一段。\n二段。"


def test_an_empty_text_beside_a_table_makes_no_chapter():
    assert "requests" not in typed("chapters.requests", "  \r\n").value.chapters


@given(st.text(max_size=60), st.sampled_from([TOTAL, FEES, "title", "signed_on", "chapters.other"]))
def test_nothing_typed_breaks_the_form(text, name):
    sent = read_form({name: text}, zeros())
    again = read_form(texts_of(sent.value), sent.value)
    assert again.value == sent.value
