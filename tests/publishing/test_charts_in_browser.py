"""The editor of charts and the page with a chart in chromium: blocks are pasted into the grid, and nothing sticks out on a phone."""

import pytest
from playwright.sync_api import expect

from gongkai.publishing.models import Item
from gongkai.publishing.presentations import data_of
from tests.browser import sign_in
from tests.looking import unsound
from tests.publishing.accounted import accounts_data, accounts_draft, public_accounts
from tests.publishing.charted import QUARTERS, chart
from tests.publishing.formed import brought_out_in_form, in_form, with_form

pytestmark = pytest.mark.needs_browser
PASTE = """(block) => {
  const clipboard = new DataTransfer();
  clipboard.setData("text/plain", block);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""
KINDS = {
    "charts": [
        QUARTERS,
        chart(*((f"{name}村村民委员会及其所属各村民小组", str(at * 1000)) for at, name in enumerate("甲乙丙丁戊己庚辛", 1)), title="补贴户数辛村最多", kind="bars"),
        chart(("人员经费", "60", "58"), ("公用经费", "30", "32"), ("合计", "90", "90"), columns=["2024年", "2025年"], title="人员经费占三分之二", unit="万元"),
        chart(("甲村", "-12.5", "3"), ("乙村", "8", ""), columns=["2024年", "2025年"], title="甲村转亏为盈", kind="bars"),
    ]
}  # fmt: skip


def test_the_editor_and_the_page_are_sound(cast, page, shoot):
    item = with_form(cast, "chart", KINDS)
    sign_in(page, cast.clerk)
    page.goto(f"/desk/items/{item.pk}/form/chart/?n=4")
    assert unsound(page, shoot, "chart-editor") == []
    brought_out_in_form(cast, item)
    page.goto(f"/o/{cast.town.code}/items/{item.pk}/")
    assert unsound(page, shoot, "chart-page") == []


def few(year, kind="budget", **more):
    """Accounts of three tables, which axe is quicker to look through than eight."""
    data = accounts_data(year, kind, **more)
    wanted = ("totals", "basic_spending", "three_public")
    return {**data, "tables": [each for each in data["tables"] if each["key"] in wanted]}


def test_the_pages_of_accounts_are_sound(cast, page, shoot):
    data = few(2024)
    data["tables"][1]["rows"][0] = data["tables"][1]["rows"][0].replace("487.43", "约487", 1)
    item = accounts_draft(cast, data)
    public_accounts(cast, few(2023, "final", grown="0.9"))
    public = public_accounts(cast, few(2023, grown="0.93"))
    sign_in(page, cast.clerk)
    for name, address in (
        ("editor", f"/desk/items/{item.pk}/form/accounts/"),
        ("years", "/desk/items/accounts/"),
        ("page", f"/o/{cast.town.code}/items/{public.pk}/"),
    ):
        page.goto(address)
        assert unsound(page, shoot, f"accounts-{name}") == [], name


def saved_rows(page, item):
    """The rows that were kept, once the item's page with the picture is there."""
    expect(page.get_by_role("img")).to_be_visible()
    return data_of(Item.objects.get(pk=item.pk).draft)["charts"][0]["rows"]


def test_blocks_are_pasted_into_cells_and_whole_tables_are_read(cast, page):
    item = in_form(cast, "chart")
    sign_in(page, cast.clerk)
    page.goto(f"/desk/items/{item.pk}/form/chart/")
    page.locator("#id_title").fill("二月的多")
    expect(page.locator("[data-cells][data-ready]")).to_be_visible()
    page.get_by_label("第 1 列的名称").focus()
    page.evaluate(PASTE, "月份\t受理\t办结\n1月\t1,200\t1,100\n2月\t1,300\t—")
    expect(page.get_by_label("第 2 行第 1 列")).to_have_value("1300")
    page.get_by_label("第 1 行第 2 列").focus()
    page.evaluate(PASTE, "7\n8")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("第 2 行第 2 列")).to_be_focused()
    page.get_by_role("button", name="保存，回到这条信息").click()
    assert saved_rows(page, item) == [{"label": "1月", "cells": ["1200", "7"]}, {"label": "2月", "cells": ["1300", "8"]}]  # fmt: skip
