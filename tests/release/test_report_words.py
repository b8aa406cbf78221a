"""What the public copy of a report is found by: its chapters and every label of its tables, as a reader sees them on the page."""

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.paperwork.printing.form_tables import form_tables
from gongkai.release.models import PublicDocument
from gongkai.release.words import folded
from tests.annual_reports.stories import NOW, flawless, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(cast):
    published(cast)
    deliver_due(NOW)
    return PublicDocument.objects.get(kind="annual_report").search_text


@pytest.mark.parametrize(
    "looked_for",
    ["收费", "行政事业性收费", "行政许可", "行政复议", "结转下年度继续办理", "危及“三安全一稳定”",
     "收到和处理政府信息公开申请情况", "青石镇人民政府"],
)  # fmt: skip
def test_a_report_is_found_by_the_labels_of_its_tables(words, looked_for):
    assert folded(looked_for) in words


def test_every_label_and_chapter_is_among_the_words(words):
    report = flawless()
    labels = {
        cell.text
        for table in form_tables(report)
        for row in table.rows
        for cell in row
        if cell.is_header
    }
    missing = [text for text in (*labels, *report.chapters.values()) if folded(text) not in words]
    assert len(labels) > 40
    assert missing == []
