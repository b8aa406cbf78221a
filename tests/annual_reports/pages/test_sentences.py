"""Fields in the editor: names in the text, figures beside it, and counts taken anew."""

from dataclasses import replace

import pytest

from gongkai.annual_reports.editing.typed import texts_of
from gongkai.annual_reports.queries import as_value, as_written
from tests.annual_reports.pages.editing import SENTENCE, url, with_fields
from tests.annual_reports.stories import drafted, flawless, signed
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


class TestDrafting:
    """起草文字: proposed beside what stands, taken in by a button, never in its place."""

    def test_drafts_are_shown_and_change_nothing(self, cast, clerk):
        report = drafted(cast)
        before = dict(report.chapters)
        answer = clerk.post(url("edit", report), sent(report, act="draft"))
        page = clerk.get(answer["Location"]).content.decode()
        assert "起草的文字" in page
        assert "追加到现有文字后面" in page
        report.refresh_from_db()
        assert report.chapters == before

    def test_an_empty_chapter_takes_the_draft_and_a_written_one_gets_it_behind(self, cast, clerk):
        report = drafted(cast)
        typed = {"chapters.problems": "", "chapters.other": "本年没有其他事项。"}
        clerk.post(url("edit", report), sent(report) | typed | {"act": "adopt.problems"})
        report.refresh_from_db()
        assert report.chapters["problems"].startswith("（一）存在的主要问题\n【请补写：")
        clerk.post(url("edit", report), sent(report, act="adopt.other"))
        report.refresh_from_db()
        assert report.chapters["other"].startswith("本年没有其他事项。\n【请补写：本年收取")

    def test_all_empty_chapters_at_once(self, cast, clerk):
        report = drafted(cast)
        typed = {"chapters.overview": "", "chapters.problems": "形式单一。"}
        clerk.post(url("edit", report), sent(report) | typed | {"act": "adopt.empty"})
        report.refresh_from_db()
        assert "{新收}" in report.chapters["overview"]
        assert report.chapters["problems"] == "形式单一。"

    @pytest.mark.parametrize("act", ["adopt.", "adopt.nothing", "adopt.title"])
    def test_what_is_no_chapter_takes_nothing(self, cast, clerk, act):
        report = drafted(cast)
        before = dict(report.chapters)
        assert clerk.post(url("edit", report), sent(report, act=act)).status_code == 302
        report.refresh_from_db()
        assert report.chapters == before


def test_last_years_text_stands_beside_with_how_alike_it_is(cast, clerk):
    text = "扎实推进政府信息公开工作，" * 8 + "公开信息 {} 条。"
    values = [
        replace(flawless(year), chapters={**flawless().chapters, "overview": text.format(number)})
        for year, number in ((2023, 5), (2024, 128))
    ]
    signed(cast, values[0], year=2023)
    page = clerk.get(url("edit", drafted(cast, values[1]))).content.decode()
    assert "去掉数字后与上年相同 100%" in page
    assert "几乎没有改，请核实" in page
    assert "这一章去掉数字以后与上年有 100% 相同" in page


def test_a_new_text_is_no_copy(cast, clerk):
    signed(cast, flawless(2023), year=2023)
    value = flawless()
    new = {
        **value.chapters,
        "overview": "今年换了写法，逐项写明平台、监督、管理和依申请公开的实际情况。",
    }
    page = clerk.get(url("edit", drafted(cast, replace(value, chapters=new)))).content.decode()
    assert "几乎没有改" not in page
