"""A file into the desk in chromium: dropped, chosen, and without scripts; the pages with what was read of it."""

import pytest
from playwright.sync_api import expect

from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Item
from tests.browser import sign_in
from tests.looking import axe, overflow
from tests.paperwork.official_document.files import notice, picture
from tests.publishing.items import draft

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

DROP = """(bytes) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], "通知.docx"));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
FILE = {"name": "通知.docx", "mimeType": "", "buffer": notice(pictures=(picture(),))}


@pytest.fixture
def town(cast):
    for key in ("guide", "content"):
        national_column(cast.town, key)
    return cast


@pytest.mark.parametrize("address", ["/desk/", "/desk/items/", "/desk/items/from-file/"])
def test_a_dropped_file_is_read_and_becomes_a_draft(town, page, address):
    sign_in(page, town.clerk)
    page.goto(address)
    page.evaluate(DROP, list(FILE["buffer"]))
    expect(page.get_by_role("heading", level=1)).to_contain_text("核对：通知.docx")
    page.get_by_label("第 1 张图片的文字说明").fill("发放流程")
    page.get_by_role("button", name="建立草稿", exact=True).click()
    expect(page.get_by_text("草稿已建立")).to_be_visible()
    shown = page.get_by_role("img", name="发放流程")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") > 1


@pytest.mark.parametrize("width", ["page", "phone"])
def test_the_pages_of_a_file_are_right_for_axe_and_fit(town, request, shoot, width):
    tab = request.getfixturevalue(width)
    sign_in(tab, town.clerk)
    tab.goto("/desk/")
    look(tab, shoot, f"drop-{width}")
    tab.set_input_files("#drop-file", FILE)
    expect(tab.get_by_role("heading", level=1)).to_contain_text("核对")
    look(tab, shoot, f"incoming-{width}")
    tab.locator("#id_title").evaluate("field => { field.required = false; field.value = ''; }")
    tab.get_by_role("button", name="建立草稿", exact=True).click()
    look(tab, shoot, f"incoming-mistake-{width}")


@pytest.mark.parametrize("width", ["page", "phone"])
def test_the_page_for_words_of_pictures_is_right_for_axe_and_fits(town, request, shoot, width):
    tab, item = request.getfixturevalue(width), draft(town)
    sign_in(tab, town.clerk)
    tab.goto(f"/desk/items/{item.pk}/word/")
    tab.set_input_files("input[type=file]", FILE)
    tab.get_by_role("button", name="转入正文").click()
    look(tab, shoot, f"pictures-{width}")


def look(tab, shoot, name: str) -> None:
    """Nothing for axe to find, nothing wider than the window."""
    shoot(tab, f"publishing-{name}")
    assert axe(tab) == [], name
    assert overflow(tab) == [], name


def test_without_scripts_a_file_becomes_a_draft_as_well(town, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    tab = context.new_page()
    sign_in(tab, town.clerk)
    tab.goto("/desk/items/")
    tab.set_input_files("#drop-file", FILE)
    tab.get_by_role("button", name="读取文件").click()
    tab.get_by_role("button", name="建立草稿", exact=True).click()
    assert Item.objects.get().draft.document_number == "青政〔2024〕3号"
    context.close()


def test_a_wrong_file_says_why_beside_the_field(town, page):
    sign_in(page, town.clerk)
    page.goto("/desk/items/")
    page.set_input_files("#drop-file", {"name": "扫描.png", "mimeType": "", "buffer": picture()})
    expect(page.locator("#id_file_error")).to_contain_text("作为附件上传")
    assert axe(page) == []
