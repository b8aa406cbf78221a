"""The editor in a real browser: keys, pasting from a spreadsheet, balances while typing, saving by itself, and no script at all."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from gongkai.annual_reports.queries import as_value, findings
from gongkai.paperwork import print_report
from gongkai.paperwork.reading.figures import read_figure
from tests.annual_reports.pages.editing import broken, imported, open_editor, url, with_last_year
from tests.annual_reports.stories import drafted, flawless
from tests.browser import open_tab
from tests.looking import axe

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]

PASTE = """([name, text, html]) => {
  const field = document.querySelector(`[name="${name}"]`);
  field.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
RECEIVED, CARRIED = "requests.received", "requests.carried_in"
COLUMNS = (
    "natural_person",
    "enterprise",
    "research_institution",
    "public_welfare",
    "legal_service",
    "other_organization",
    "total",
)


def cell(page, name):
    return page.locator(f'[name="{name}"]')


def row(page, name):
    return [cell(page, f"{name}.{column}").input_value() for column in COLUMNS]


def paste(page, name, text, html=""):
    page.evaluate(PASTE, [name, text, html])


def in_hand(page):
    return page.evaluate("document.activeElement.name")


@pytest.fixture
def editor(cast, page):
    return open_editor(page, cast, broken(cast))


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        (["ArrowDown"], f"{CARRIED}.enterprise"),
        (["Enter", "Shift+Enter"], f"{RECEIVED}.enterprise"),
        (["ArrowRight"], f"{RECEIVED}.research_institution"),
        (["ArrowLeft"], f"{RECEIVED}.natural_person"),
        (["Tab"], f"{RECEIVED}.research_institution"),
        (["Control+End"], "requests.carried_out.total"),
        (["Control+Home", "ArrowUp"], f"{RECEIVED}.natural_person"),
    ],
)
def test_keys_move_through_the_table(editor, keys, reached):
    cell(editor, f"{RECEIVED}.enterprise").focus()
    for key in keys:
        editor.keyboard.press(key)
    assert in_hand(editor) == reached


def test_arrows_inside_a_figure_move_the_caret_first(editor):
    field = cell(editor, f"{RECEIVED}.enterprise")
    field.fill("12")
    field.press("Home")
    editor.keyboard.press("ArrowRight")
    assert in_hand(editor) == f"{RECEIVED}.enterprise"


def test_escape_gives_the_old_figure_back(editor):
    cell(editor, f"{RECEIVED}.total").press_sequentially("99")
    editor.keyboard.press("Escape")
    expect(cell(editor, f"{RECEIVED}.total")).to_have_value("2")


def test_a_block_from_a_spreadsheet_fills_the_table_and_can_be_taken_back(editor):
    before = row(editor, RECEIVED)
    paste(editor, f"{RECEIVED}.natural_person", "4\t1\t0\t0\t0\t0\t5\n1,000\t0\t０\t-\t\t0\t1000\n")
    assert row(editor, RECEIVED) == ["4", "1", "0", "0", "0", "0", "5"]
    assert row(editor, CARRIED)[:2] == ["1,000", "0"]
    expect(editor.locator("[data-told]")).to_contain_text("已粘贴 14 格")
    editor.keyboard.press("Control+z")
    assert row(editor, RECEIVED) == before


def test_headings_copied_along_are_left_out(editor):
    paste(editor, f"{RECEIVED}.natural_person", "一、本年新收\t7\t2\t0\t0\t0\t0\t9")
    assert row(editor, RECEIVED) == ["7", "2", "0", "0", "0", "0", "9"]


def test_a_table_from_word_is_read_from_its_html(editor):
    html = (
        '<table><tr><td colspan="2">8</td><td>6</td></tr></table><script>window.broken = 1</script>'
    )
    paste(editor, f"{RECEIVED}.natural_person", "8 6", html)
    assert row(editor, RECEIVED)[:3] == ["8", "", "6"]
    assert editor.evaluate("window.broken") is None


def test_what_does_not_fit_and_what_is_too_much_is_said(editor):
    paste(editor, "requests.carried_out.total", "1\t2\t3")
    expect(editor.locator("[data-told]")).to_contain_text("有 2 格超出表格没有粘贴")
    paste(editor, f"{RECEIVED}.total", "1\t" * 600_000)
    expect(editor.locator("[data-told]")).to_contain_text("太多，没有粘贴")


def test_the_browser_says_of_each_balance_what_the_server_says(cast, page):
    report = with_last_year(cast)
    open_editor(page, cast, report)
    said = set(page.locator("[id^=said-f]").all_text_contents())
    spoken = "\n".join(said)
    live = {"row_sum", "outcomes_sum", "flow", "remedy_sum", "carry_over", "in_force"}
    sentences = [
        one.message for one in findings(report) if one.rule in live and one.severity != "note"
    ]
    assert sentences
    assert all(sentence in spoken for sentence in sentences)


def test_a_balance_breaks_and_mends_while_typing(cast, page):
    open_editor(page, cast, drafted(cast))
    count = page.locator("[data-count]")
    expect(count).to_have_text("勾稽关系都平")
    cell(page, f"{RECEIVED}.enterprise").fill("2")
    expect(count).to_have_text("勾稽不平 2 处")
    total = page.locator("td", has=cell(page, f"{RECEIVED}.total"))
    expect(total).to_have_class("cell cell--error")
    expect(page.locator("[data-told]")).to_contain_text(
        "六类申请人之和 3+2+0+0+0+0=5，总计填的是 3，相差 2"
    )
    cell(page, f"{RECEIVED}.enterprise").fill("0")
    expect(count).to_have_text("勾稽关系都平")
    expect(page.locator("[data-told]")).to_have_text("勾稽关系都平了")


def test_words_in_a_cell_are_never_called_balanced(cast, page):
    open_editor(page, cast, drafted(cast))
    cell(page, f"{RECEIVED}.total").fill("五")
    expect(page.locator("[data-count]")).to_have_text("1 格不是数字")


def test_totals_are_filled_in_on_request_and_can_be_taken_back(editor):
    assert row(editor, RECEIVED)[-1] == "2"
    editor.get_by_role("button", name="补算总计").click()
    assert row(editor, RECEIVED)[-1] == "3"
    editor.get_by_role("button", name="撤销补算").click()
    assert row(editor, RECEIVED)[-1] == "2"


def test_the_preview_follows_the_text_and_takes_no_mark_up(editor):
    editor.locator('[name="chapters.overview"]').fill(
        "（一）主动公开\n<img src=x onerror=alert(1)> 公开 12 条。"
    )
    box = editor.locator("[data-chapter]", has=editor.locator('[name="chapters.overview"]'))
    expect(box.locator("h3")).to_have_count(1)
    expect(box.locator("[data-preview] p")).to_contain_text("<img src=x")
    assert box.locator("[data-preview] img").count() == 0
    expect(box.locator(".figure").last).to_have_text("12")


def test_leaving_the_page_saves_by_itself(cast, page):
    report = drafted(cast)
    open_editor(page, cast, report)
    cell(page, f"{RECEIVED}.enterprise").fill("6")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))"
    )
    expect(page.locator("[data-saved]")).to_contain_text("已保存")
    report.refresh_from_db()
    assert as_value(report).figures[f"{RECEIVED}.enterprise"] == 6
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".band--success, .band--done").first).to_contain_text("已保存")


def test_a_second_tab_is_asked_to_choose(cast, page, shoot):
    report = drafted(cast)
    open_editor(page, cast, report)
    other = page.context.new_page()
    other.goto(url("edit", report))
    for tab, figure in ((page, "5"), (other, "6")):
        cell(tab, f"{RECEIVED}.total").fill(figure)
        tab.get_by_role("button", name="保存").click()
    expect(other.get_by_role("alert")).to_contain_text("有 1 处两边都改过")
    shoot(other, "report-conflict-1280")
    assert axe(other) == []
    other.get_by_label("我填的").check()
    other.get_by_role("button", name="按选择保存").click()
    report.refresh_from_db()
    assert as_value(report).figures[f"{RECEIVED}.total"] == 6


def test_uncertain_cells_are_walked_one_by_one(cast, page):
    open_editor(page, cast, imported(cast), "import")
    button = page.locator("[data-next-uncertain]")
    expect(button).to_contain_text("还有 3 格")
    button.click()
    first = in_hand(page)
    button.click()
    assert in_hand(page) != first
    page.keyboard.press("3")
    expect(button).to_contain_text("还有 2 格")
    page.get_by_label("已核对").first.check()
    expect(button).to_contain_text("还有 1 格")


def test_everything_works_without_a_script(cast, browser, live_server, complaints):
    report = drafted(cast)
    tab = open_tab(browser, live_server.url, complaints, java_script_enabled=False)
    open_editor(tab, cast, report)
    cell(tab, f"{RECEIVED}.total").fill("9")
    tab.get_by_role("button", name="核对").click()
    expect(tab.locator(".findings")).to_contain_text("总计填的是 9，相差 6")
    tab.get_by_role("button", name="补算总计").click()
    expect(cell(tab, f"{RECEIVED}.total")).to_have_value("3")
    cell(tab, "requests.granted.total").fill("<script>")
    tab.get_by_role("button", name="保存").click()
    expect(cell(tab, "requests.granted.total")).to_have_value("<script>")
    tab.context.close()


def test_a_file_is_uploaded_looked_at_and_accepted(cast, page):
    report = broken(cast)
    open_editor(page, cast, report, "import")
    pdf = {
        "name": "年报.pdf",
        "mimeType": "application/pdf",
        "buffer": print_report(flawless(), "pdf"),
    }
    page.get_by_label("年报文件").set_input_files(pdf)
    page.get_by_role("button", name="上传并查看").click()
    expect(page.locator(".beside__page").first).to_be_visible()
    page.get_by_role("button", name="采用").click()
    expect(page.locator("h1")).to_contain_text("编制")
    report.refresh_from_db()
    assert as_value(report).figures[f"{RECEIVED}.total"] == 3


COUNTS = (
    "",
    " ",
    "12",
    "１２",
    " 1,234 ",
    "1,23,4",
    "-",
    "—",
    "/",
    "无",
    "零",
    "-3",
    "−3",
    "+3",
    "3件",
    "3 件（其中网络 2 件）",
    "三",
    "2.5",
    "1 2",
    "1e3",
    "<b>",
    "999999999999999",
)


READ = """async (texts) => {
  const { readCount } = await import("/static/annual_reports/editor/fields.js");
  return texts.map((text) => readCount(text)?.toString() ?? null);
}"""


def whole_number(text):
    """What the server reads in a cell, as a whole number: a blank is 0, a fraction or no number is None."""
    found = read_figure(text)
    if found.reason == "blank":
        return "0"
    return None if found.figure is None or isinstance(found.figure, Decimal) else str(found.figure)


def test_the_browser_reads_figures_as_the_server_does(editor):
    read = dict(zip(COUNTS, editor.evaluate(READ, list(COUNTS)), strict=True))
    assert read == {text: whole_number(text) for text in COUNTS}
