"""Fields in the editor: names in the text, figures beside it, and counts taken anew."""

import pytest

from gongkai.annual_reports.editing.typed import texts_of
from gongkai.annual_reports.queries import as_value, as_written
from tests.annual_reports.pages.editing import SENTENCE, url, with_fields
from tests.annual_reports.stories import drafted
from tests.publishing.items import published as published_item


@pytest.fixture
def clerk(cast, client):
    client.force_login(cast.clerk)
    return client


def sent(report, **more):
    return texts_of(as_written(report)) | {"seen_version": report.version, **more}


def test_the_text_keeps_its_fields_and_the_preview_says_figures(cast, clerk):
    page = clerk.get(url("edit", with_fields(cast))).content.decode()
    assert "申请{新收}件" in page
    assert 'title="字段 新收">3<span class="visually-hidden">（字段：新收）</span></b>' in page
    assert "截至 2024年12月31日" in page


@pytest.mark.parametrize("name", ["report", "compare"])
def test_who_reads_sees_figures_alone(cast, clerk, name):
    page = clerk.get(url(name, with_fields(cast))).content.decode()
    assert "{新收}" not in page
    assert name == "compare" or "申请3件，公开信息1条" in page


def test_checking_holds_typed_figures_of_the_table_into_the_sentence(cast, clerk):
    report = with_fields(cast)
    changed = {"requests.received.total": "8", "act": "check"}
    page = clerk.post(url("edit", report), sent(report) | changed).content.decode()
    assert 'title="字段 新收">8<' in page


def test_counting_saves_what_was_typed(cast, clerk):
    report = drafted(cast)
    published_item(cast)
    typed = {"chapters.overview": SENTENCE, "act": "count"}
    assert clerk.post(url("edit", report), sent(report) | typed).status_code == 302
    report.refresh_from_db()
    assert as_value(report).chapters["overview"].endswith("公开信息1条。")


def test_counting_asks_as_saving_does_where_somebody_else_saved(cast, clerk):
    report = drafted(cast)
    form = sent(report, act="count") | {"title": "我的标题"}
    clerk.post(url("edit", report), sent(report) | {"title": "别人的标题", "act": "save"})
    assert clerk.post(url("edit", report), form).status_code == 409
    report.refresh_from_db()
    assert (report.title, report.counts) == ("别人的标题", {})


def test_nothing_of_a_draft_that_cannot_be_kept_is_counted(cast, clerk):
    report = drafted(cast)
    answer = clerk.post(url("edit", report), sent(report) | {"signed_on": "明天", "act": "count"})
    assert answer.status_code == 422
    report.refresh_from_db()
    assert report.counts == {}
