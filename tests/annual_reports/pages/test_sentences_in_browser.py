"""Fields in a browser: the preview follows table and text, buttons insert names, and no script is needed to type them."""

import re

import pytest
from playwright.sync_api import expect

from gongkai.annual_reports import actions
from gongkai.annual_reports.queries import latest_version, version_value
from tests.annual_reports.pages.editing import open_editor, url, with_fields
from tests.annual_reports.stories import NOW, flawless, sign, signed
from tests.browser import open_tab
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]
FILLED = [
    f"{row}.{column}"
    for row in ("received", "granted", "concluded")
    for column in ("natural_person", "total")
]
QUESTION = re.compile("【请补写：")


def test_the_preview_follows_the_table_and_the_text(cast, page):
    open_editor(page, cast, with_fields(cast))
    preview = page.locator("#section-overview [data-preview]")
    page.locator('[name="requests.received.total"]').fill("12")
    expect(preview).to_contain_text("申请12（字段：新收）件")
    page.locator("#f-chapters-overview").fill("自然人{新收·自然人}件，{没有}，{{新收}}。")
    expect(preview).to_have_text("自然人3（字段：新收·自然人）件，{没有}，{新收}。")


def test_a_button_inserts_a_field_where_the_cursor_stands(cast, page):
    open_editor(page, cast, with_fields(cast))
    area = page.locator("#f-chapters-problems")
    area.fill("收到件")
    area.evaluate("it => it.setSelectionRange(2, 2)")
    page.locator("#section-problems .chapter-fields summary").click()
    page.locator('#section-problems [data-insert="{新收}"]').click()
    expect(area).to_have_value("收到{新收}件")
    assert page.evaluate("document.activeElement.id") == "f-chapters-problems"


def test_an_empty_cell_leaves_the_name_in_the_sentence(cast, page):
    open_editor(page, cast, with_fields(cast))
    page.locator('[name="requests.received.total"]').fill("")
    expect(page.locator("#section-overview [data-preview]")).to_contain_text("申请{新收}")


def test_without_a_script_fields_are_read_and_typed(cast, browser, live_server, complaints):
    tab = open_tab(browser, live_server.url, complaints, java_script_enabled=False)
    open_editor(tab, cast, with_fields(cast))
    tab.locator("#section-problems .chapter-fields summary").click()
    listed = tab.locator("#section-problems .chapter-fields")
    expect(listed.get_by_text("{新收·自然人}")).to_be_visible()
    expect(tab.locator("[data-insert]").first).to_be_hidden()
    tab.locator("#f-chapters-problems").fill("收到{新收}件。")
    tab.get_by_role("button", name="核对").click()
    expect(tab.locator("#section-problems [data-preview]")).to_contain_text("收到3")
    tab.context.close()


def test_the_page_with_its_lists_open_is_sound(cast, page, shoot):
    open_editor(page, cast, with_fields(cast))
    for key in ("overview", "problems"):
        page.locator(f"#section-{key} .chapter-fields summary").click()
    assert unsound(page, shoot, "report-fields") == []


def test_the_page_with_drafts_and_last_years_text_is_sound(cast, page, shoot):
    signed(cast, flawless(2023), year=2023)
    open_editor(page, cast, with_fields(cast))
    page.get_by_role("button", name="起草文字").click()
    expect(page.locator("#section-overview .chapter-draft")).to_contain_text(
        "新收政府信息公开申请3"
    )
    page.locator("#section-overview .chapter-last summary").click()
    assert unsound(page, shoot, "report-drafts") == []


def test_a_draft_is_taken_in_and_edited(cast, page):
    open_editor(page, cast, with_fields(cast))
    page.locator("#f-chapters-problems").fill("")
    page.get_by_role("button", name="起草文字").click()
    page.locator('[value="adopt.problems"]').click()
    expect(page.locator("#f-chapters-problems")).to_have_value(QUESTION)
    expect(page.locator(".findings")).to_contain_text("还有一处提问没有答复")


def test_a_sentence_follows_the_table_until_it_is_signed(cast, page):
    report = with_fields(cast)
    open_editor(page, cast, report)
    for name in FILLED:
        page.locator(f'[name="requests.{name}"]').fill("12")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#section-overview [data-preview]")).to_contain_text("申请12")
    report.refresh_from_db()
    up = actions.submit(report=report, by=cast.clerk, now=NOW)
    sign(cast, actions.review(report=up, by=cast.reviewer, now=NOW))
    page.goto(f"{url('report', report)}versions/1/")
    expect(page.locator(".content").first).to_contain_text(
        "本年收到政府信息公开申请12件，公开信息1条。"
    )
    assert "{" not in version_value(latest_version(report)).chapters["overview"]
