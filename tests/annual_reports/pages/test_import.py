"""Importing a file: side by side with its source, uncertain cells counted, nothing replaced before somebody accepts it."""

import io
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.typed import texts_of
from gongkai.annual_reports.queries import as_value
from gongkai.paperwork import print_report
from tests.annual_reports.pages.editing import doubtful_source, handed_in, imported, url
from tests.annual_reports.stories import NOW, drafted, flawless, submitted
from tests.law.annual_report.reports import with_figures

FEES, RECEIVED = "proactive.administrative_fees_wan_yuan", "requests.received.natural_person"
TOTAL = "requests.received.total"


@pytest.fixture
def clerk(cast, client):
    client.force_login(cast.clerk)
    return client


@pytest.fixture
def blank(cast):
    return actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)


def upload(client, report, data: bytes, name: str):
    return client.post(url("import", report), {"upload": SimpleUploadedFile(name, data)})


def text_of(answer):
    return answer.content.decode()


def accept(client, report, file, **more):
    """Take over what the page shows, with some fields changed."""
    sent = {"file": file.token, "seen_version": report.version, "act": "save"}
    return client.post(url("import", report), sent | more)


def test_an_uploaded_file_is_shown_beside_what_was_read_and_changes_nothing(blank, clerk):
    answer = upload(clerk, blank, doubtful_source(), "年报.html")
    page = text_of(clerk.get(answer["Location"]))
    assert "有 3 格没有把握" in page
    assert "读不出数字：“三五”" in page
    assert "原件写了单位，已换算：“251000元”" in page
    blank.refresh_from_db()
    assert blank.version == 1


def test_the_source_is_shown_as_text_never_as_mark_up(blank, clerk):
    data = doubtful_source().replace(b"</h1>", b"</h1><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
    page = text_of(clerk.get(upload(clerk, blank, data, "年报.html")["Location"]))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_accepting_takes_figures_texts_and_what_was_put_right(cast, blank, clerk):
    file = handed_in(cast, doubtful_source(), "年报.html")
    answer = accept(clerk, blank, file, **{TOTAL: "3", RECEIVED: "3", f"checked.{FEES}": "1"})
    assert answer.status_code == 302
    blank.refresh_from_db()
    value = as_value(blank)
    assert (value.figures[TOTAL], value.figures[RECEIVED], value.figures[FEES]) == (
        3,
        3,
        Decimal("25.1"),
    )
    assert not [note for note in value.notes if note.where in {TOTAL, RECEIVED, FEES}]
    assert blank.source_id == file.pk


def test_what_nobody_looked_at_stays_marked(cast, blank, clerk):
    accept(clerk, blank, handed_in(cast, doubtful_source(), "年报.html"))
    blank.refresh_from_db()
    assert {note.where for note in as_value(blank).notes} == {FEES, RECEIVED, TOTAL}
    assert "导入时有 3 格没有把握" in text_of(clerk.get(url("edit", blank)))


def test_cells_can_be_looked_at_again_after_the_import(cast, clerk):
    report = imported(cast)
    page = text_of(clerk.get(url("import", report)))
    assert "有 3 格没有把握" in page
    accept(
        clerk, report, report.source, **{f"checked.{key}": "1" for key in (FEES, RECEIVED, TOTAL)}
    )
    report.refresh_from_db()
    assert as_value(report).is_blank(TOTAL)
    assert "每一格都读到了" in text_of(clerk.get(url("import", report)))


def test_a_draft_with_figures_is_said_to_be_replaced(cast, clerk):
    report = drafted(cast)
    assert "草稿里已有 " in text_of(clerk.get(url("import", report)))
    file = handed_in(cast, doubtful_source(), "年报.html")
    page = text_of(clerk.get(f"{url('import', report)}?file={file.token}"))
    assert "采用后会替换草稿里已有的" in page


def test_a_draft_saved_meanwhile_is_not_replaced_without_a_second_word(cast, clerk):
    report = drafted(cast)
    file = handed_in(cast, doubtful_source(), "年报.html")
    seen, value = report.version, with_figures(as_value(report), {TOTAL: 9})
    actions.save(report=report, seen_version=seen, value=value, by=cast.clerk, now=NOW)
    answer = accept(clerk, report, file, seen_version=seen)
    assert answer.status_code == 409
    assert "别人保存过这份草稿" in text_of(answer)
    report.refresh_from_db()
    assert as_value(report).figures[TOTAL] == 9


def test_a_report_of_another_organ_is_asked_about_and_taken_when_confirmed(cast, blank, clerk):
    other = print_report(
        replace(
            flawless(), organ="白沙镇人民政府", title="白沙镇人民政府2024年政府信息公开工作年度报告"
        ),
        "html",
    )
    file = handed_in(cast, other, "白沙.html")
    answer = accept(clerk, blank, file)
    assert answer.status_code == 409
    assert "白沙镇人民政府" in text_of(answer)
    assert "仍然导入" in text_of(answer)
    assert accept(clerk, blank, file, confirmed="1").status_code == 302


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "空.txt"),
        ("今天天气很好。".encode(), "日记.txt"),
        (b"%PDF-1.7 broken", "坏.pdf"),
        (b"PK\x03\x04" + b"\0" * 100, "坏.docx"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "照片.png"),
    ],
)
def test_a_file_that_is_no_report_gets_its_message_by_the_field(blank, clerk, data, name):
    answer = upload(clerk, blank, data, name)
    if answer.status_code == 302:
        answer = clerk.get(answer["Location"])
    assert answer.status_code == 400
    assert 'id="error_upload"' in text_of(answer)
    blank.refresh_from_db()
    assert blank.version == 1


def test_a_locked_pdf_says_what_to_do(blank, clerk):
    with pikepdf.open(io.BytesIO(print_report(flawless(), "pdf"))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="甲", user="乙"))
    answer = upload(clerk, blank, out.getvalue(), "加密.pdf")
    if answer.status_code == 302:
        answer = clerk.get(answer["Location"])
    assert answer.status_code == 400
    assert "密码" in text_of(answer).split('id="error_upload"')[1][:200]


def test_sending_no_file_says_so(blank, clerk):
    answer = clerk.post(url("import", blank), {})
    assert "请先选择文件" in text_of(answer)


def test_a_report_that_left_the_draft_takes_no_file(cast, clerk):
    report = submitted(cast)
    assert "不能导入" in text_of(clerk.get(url("import", report)))
    answer = accept(clerk, report, handed_in(cast, doubtful_source(), "年报.html"))
    assert answer.status_code == 409


def test_another_organs_file_is_not_found(cast, blank, clerk):
    file = handed_in(cast, doubtful_source(), "年报.html")
    type(file).objects.filter(pk=file.pk).update(agency=cast.other_town)
    assert clerk.get(f"{url('import', blank)}?file={file.token}").status_code == 404


def test_pages_of_a_pdf_are_pictures(cast, blank, clerk):
    file = handed_in(cast, print_report(flawless(), "pdf"), "年报.pdf")
    page = text_of(clerk.get(f"{url('import', blank)}?file={file.token}"))
    address = f"{url('import', blank)}{file.token}/1.png"
    assert address in page
    picture = clerk.get(address)
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert clerk.get(f"{url('import', blank)}{file.token}/99.png").status_code == 404


def test_the_form_sends_back_what_it_shows(cast, blank, clerk):
    file = handed_in(cast, print_report(flawless(), "json"), "年报.json")
    shown = texts_of(flawless())
    assert accept(clerk, blank, file, **shown).status_code == 302
    blank.refresh_from_db()
    assert as_value(blank).figures == flawless().figures
