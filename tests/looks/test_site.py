"""The public site in a browser, on a desktop and on a phone, light, dark and for elder readers; and by keyboard alone."""

import pytest

from tests.looking import unsound
from tests.website.released import make_main, release, release_report, with_earlier_version

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]

PAGES = {
    "home": "/",
    "report": "/reports/2024/",
    "version": "/reports/2024/versions/1/",
    "reports": "/reports/",
    "compare": "/reports/compare/",
    "search": "/search?q=通知",
    "nothing": "/search?q=没有的词&year=2024",
    "item": "/items/9001/",
    "guide": "/guide/",
    "systems": "/systems/",
    "content": "/content/",
    "apply": "/apply/",
    "form": "/apply/form/",
    "feedback": "/feedback/",
    "sitemap": "/sitemap/",
    "missing": "/nowhere/",
}
each_page = pytest.mark.parametrize("name", PAGES)
OUTCOMES = {
    "granted": 9,
    "partly_granted": 2,
    "refused_third_party_rights": 1,
    "unavailable_not_held": 4,
    "unprocessed_petition": 2,
}
BODY = "<p>各村（居）民委员会，镇直各单位：</p><p>现将有关事项通知如下，请认真贯彻执行。</p><h2>一、总体要求</h2><p>坚持公开为常态、不公开为例外，做到应公开尽公开。</p>"
TITLES = (
    "关于调整2025年城乡居民最低生活保障标准的通知",
    "青石镇2025年部门预算公开",
    "关于开展农村宅基地使用情况审核的通告",
    "青石镇政府信息公开工作制度",
    "关于2024年度农田水利工程建设资金使用情况的公示",
)


@pytest.fixture
def site(cast):
    """The town's site with something on every page."""
    town = cast.town
    make_main(town)
    for at, title in enumerate(TITLES):
        release(
            town,
            number=9000 + at,
            title=title,
            body=BODY,
            document_number=f"青政发〔2025〕{at}号",
            validity="有效",
        )
    release(town, "systems", title="政府信息公开保密审查制度", body=BODY)
    release(town, "guide", title="青石镇人民政府政府信息公开指南", body=BODY)
    for year, received in ((2021, 4), (2022, 11), (2023, 8)):
        release_report(
            town,
            year,
            requests={"received": received, "concluded": received - 1, "granted": received - 1},
        )
    figures = {"received": 19, "carried_in": 1, "concluded": 18, "carried_out": 2, **OUTCOMES}
    release_report(town, 2024, requests=figures, payload=with_earlier_version())


@each_page
def test_a_page_is_sound(page, site, shoot, name):
    page.goto(PAGES[name])
    assert unsound(page, shoot, f"site-{name}") == []


def test_a_reader_finds_a_notice_by_keyboard_alone(page, site):
    page.goto("/")
    page.locator("#home-q").focus()
    page.keyboard.type("宅基地")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.locator("main .list a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/9002/")
    assert "宅基地" in page.locator("h1").inner_text()


def test_a_wide_table_is_scrolled_by_keyboard_with_its_labels_in_sight(phone, site):
    phone.goto("/reports/2024/")
    frame = phone.locator(".table-frame:has(.form-table--3)")
    label = phone.locator(".form-table--3 tbody th.label-2").first
    before = label.bounding_box()["x"]
    frame.focus()
    for _ in range(4):
        phone.keyboard.press("ArrowRight", delay=150)
    assert frame.evaluate("frame => frame.scrollLeft") > 40
    assert abs(label.bounding_box()["x"] - before) < 24


def test_the_report_is_whole_on_paper(page, site, shoot):
    page.goto("/reports/2024/")
    page.emulate_media(media="print")
    assert page.locator(".site__search").is_hidden()
    assert page.locator(".downloads").is_hidden()
    assert page.locator(".form-table--3").is_visible()
    shoot(page, "site-report-print")
