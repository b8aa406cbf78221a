"""Chapters in the editor: headings, figures and doubtful sentences are told apart in the preview."""

from gongkai.annual_reports.editing.chapters import chapter_boxes
from gongkai.annual_reports.editing.typed import read_form, texts_of
from gongkai.law.annual_report import check
from tests.law.annual_report.reports import OVERVIEW, one_request, zeros


def boxes(report, findings=()):
    return chapter_boxes(read_form(texts_of(report), report), findings)


def overview(text: str):
    report = one_request(zeros(chapters={"overview": text, "problems": "少。", "other": "无。"}))
    return boxes(report, check(report))["overview"]


def test_a_line_such_as_one_in_brackets_is_a_heading():
    box = overview(f"（一）主动公开\n{OVERVIEW}")
    assert [paragraph.role for paragraph in box.paragraphs] == ["subhead", "paragraph"]


def test_figures_in_the_text_are_marked():
    segments = overview("公开信息 1,200 条，占 35%。").paragraphs[0].segments
    figures = [segment.text for segment in segments if segment.kind == "figure"]
    assert figures == ["1,200", "35%"]


def test_a_sentence_that_contradicts_the_table_is_marked_and_the_finding_stands_beside_it():
    box = overview(f"{OVERVIEW}本年收到政府信息公开申请 5 件。其余照旧。")
    doubted = [segment for segment in box.paragraphs[0].segments if segment.kind == "doubted"]
    assert [segment.text for segment in doubted] == ["本年收到政府信息公开申请 5 件。"]
    assert doubted[0].finding in {f"finding-{finding.fingerprint}" for finding in box.findings}


def test_the_length_counts_no_blanks_and_no_line_ends():
    assert overview("一 二\n三").characters == 3


def test_the_text_of_the_preview_is_the_text_typed():
    text = "<script>alert(1)</script>收到 3 件。"
    box = overview(text)
    assert "".join(segment.text for segment in box.paragraphs[0].segments) == text


def test_texts_beside_the_tables_are_optional():
    assert {key for key, box in boxes(zeros()).items() if box.optional} == {
        "preface",
        "proactive",
        "requests",
        "remedies",
    }


def test_blanks_inside_a_doubted_sentence_do_no_harm():
    box = overview(f"{OVERVIEW}本年收到政府信息公开申请 1 5 件。收到政府信息公开申请 15 件 。")
    assert "".join(segment.text for segment in box.paragraphs[0].segments) == box.text
