"""The desk pages of items in chromium: nothing for axe to find, nothing wider than the window, and the editor under the strict policy."""

import pytest
from playwright.sync_api import expect

from gongkai.publishing.actions import revise, save_draft, send_back
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.browser import sign_in
from tests.looking import unsound
from tests.publishing.items import draft, later, own_column, published, reviewed, submitted
from tests.publishing.pasted import WORD, WPS

pytestmark = pytest.mark.needs_browser


@pytest.fixture
def pages(cast):
    """Every kind of page by name: who looks at it, and its address."""
    item = revise(item=published(cast), by=cast.clerk, now=later(4))
    text = Text("公开指南", "<p>申请到二楼大厅。</p><p>电话0376-1234567</p>")
    save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(5))
    back = send_back(item=submitted(cast), remark="请补电话", by=cast.reviewer, now=later(5))
    return {
        "items": (cast.clerk, "/desk/items/"),
        "empty": (cast.clerk, "/desk/items/?q=没有"),
        "columns": (cast.administrator, "/desk/items/columns/"),
        "add-column": (cast.administrator, f"/desk/items/columns/of/{own_column(cast).pk}/add/"),
        "close-column": (
            cast.administrator,
            f"/desk/items/columns/of/{own_column(cast, title='规划', rhythm_days=30).pk}/close/",
        ),
        "coverage": (cast.clerk, "/desk/items/coverage/"),
        "catalogue": (cast.clerk, "/desk/items/catalogue/"),
        "add-entry": (cast.clerk, f"/desk/items/catalogue/of/{cast.town.pk}/plans/add/"),
        "public-catalogue": (cast.clerk, f"/o/{cast.town.code}/catalogue/"),
        "timer-rules": (cast.administrator, f"/desk/items/columns/{cast.town.pk}/timer/"),
        "aftercare-rules": (cast.administrator, f"/desk/items/columns/{cast.town.pk}/aftercare/"),
        "timeliness": (cast.clerk, "/desk/items/timeliness/?year=2024"),
        "confirm": (cast.clerk, f"/desk/items/{item.pk}/confirm/"),
        "late": (cast.signer, f"/desk/items/{reviewed(cast).pk}/publish/"),
        "new": (cast.clerk, "/desk/items/new/"),
        "revision": (cast.clerk, f"/desk/items/{item.pk}/"),
        "sent-back": (cast.clerk, f"/desk/items/{back.pk}/edit/"),
        "to-review": (cast.reviewer, f"/desk/items/{submitted(cast).pk}/"),
        "withdraw": (cast.signer, f"/desk/items/{published(cast).pk}/withdraw/"),
        "publish": (cast.signer, f"/desk/items/{reviewed(cast).pk}/publish/"),
        "version": (cast.clerk, f"/desk/items/{item.pk}/versions/2/"),
        "preview": (cast.clerk, f"/desk/items/{item.pk}/preview/"),
        "word": (cast.clerk, f"/desk/items/{item.pk}/word/"),
    }


def test_every_page_is_sound(pages, page, shoot):
    for name, (person, address) in pages.items():
        sign_in(page, person)
        page.goto(address)
        assert unsound(page, shoot, f"publishing-{name}") == [], name


@pytest.fixture
def editor(cast, page):
    """The editor of a draft, opened by its clerk; ``saved()`` is what was kept after pressing 保存."""
    item = draft(cast, body="<p>旧话</p>")
    sign_in(page, cast.clerk)
    page.goto(f"/desk/items/{item.pk}/edit/")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.press("ControlOrMeta+End")  # where a click puts the cursor hangs on the layout

    def saved():
        page.get_by_role("button", name="保存，回到这条信息").click()
        expect(page.get_by_text("已保存", exact=True)).to_be_visible()
        return Item.objects.get(pk=item.pk).draft.body

    page.saved = saved
    return page


def test_a_clerk_writes_with_headings_and_a_table(editor):
    editor.keyboard.press("Control+a")
    editor.keyboard.type("机构职责")
    editor.get_by_role("button", name="标题一").click()
    editor.keyboard.press("Enter")
    editor.keyboard.type("见下表。")
    editor.get_by_role("button", name="插入表格").click()
    editor.keyboard.type("科室")
    body = editor.saved()
    assert body.startswith("<h2>机构职责</h2><p>见下表。</p><table>")
    assert "科室" in body


def test_what_is_pasted_from_word_keeps_headings_lists_and_merged_cells(editor):
    editor.keyboard.press("Enter")
    editor.evaluate(PASTE, WORD)
    body = editor.saved()
    assert "<h2>一、补贴标准</h2>" in body
    assert "<ol><li><p>本人申请</p></li><li><p>村里公示</p></li></ol>" in body
    assert (
        '<td colspan="2"><p><strong>类别和标准</strong></p></td><td rowspan="2"><p>户数</p></td>'
        in body
    )
    assert '<td rowspan="2"><p>二类</p></td>' in body
    assert '<a href="https://www.example.gov.cn/a">县政府网站</a>' in body


def test_what_word_hides_or_points_to_on_the_computer_is_not_pasted(editor):
    editor.evaluate(PASTE, WORD)
    expect(editor.get_by_role("status").filter(has_text="有 1 张图片")).to_be_visible()
    body = editor.saved()
    for trace in ("Mso", "style", "隐藏的话", "file:", "<img", "删去的话", "批注的话"):
        assert trace not in body


def test_a_table_pasted_from_wps_keeps_its_block_of_cells(editor):
    editor.evaluate(PASTE, WPS)
    body = editor.saved()
    assert '<td colspan="2" rowspan="2"><p>村</p></td><td><p>户数</p></td>' in body
    assert body.endswith("</tbody></table><p>以上公示七日。</p>")


PASTE = """async (html) => {
  await new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)));  // the editor has read where the cursor is
  const data = new DataTransfer();
  data.setData("text/html", html);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_without_scripts_the_lines_are_saved(cast, browser, live_server):
    item = draft(cast, body="<p>旧话</p><table><tbody><tr><td>甲</td></tr></tbody></table>")
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    tab = context.new_page()
    sign_in(tab, cast.clerk)
    tab.goto(f"/desk/items/{item.pk}/edit/")
    lines = tab.get_by_label("正文").input_value()
    tab.get_by_label("正文").fill(lines.replace("旧话", "新话"))
    tab.get_by_role("button", name="保存，回到这条信息").click()
    body = Item.objects.get(pk=item.pk).draft.body
    assert "<p>新话</p>" in body
    assert "<table><tbody><tr><td>甲</td></tr></tbody></table>" in body
    context.close()
