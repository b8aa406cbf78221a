"""Every page of the site answers, for the main organ and for others, and shows what was released and nothing else."""

import pytest

from tests.website.released import release, release_report

PAGES = (
    "",
    "guide/",
    "systems/",
    "content/",
    "reports/",
    "reports/compare/",
    "reports/feed.xml",
    "apply/",
    "apply/form/",
    "feedback/",
    "search",
    "feed.xml",
    "sitemap/",
    "sitemap.xml",
)
each_page = pytest.mark.parametrize("page", PAGES)


def text(response):
    """The page."""
    return response.content.decode()


@each_page
def test_a_page_answers_without_anything_released(client, town, page):
    assert client.get(f"/{page}").status_code == 200


@each_page
def test_a_page_answers_for_another_organ(client, town, cast, page):
    assert client.get(f"/o/{cast.other_town.code}/{page}").status_code == 200


@each_page
def test_a_page_answers_with_things_released(client, town, page):
    for kind in ("guide", "systems", "content"):
        release(town, kind)
    for year in (2022, 2023, 2024):
        release_report(town, year)
    assert client.get(f"/{page}").status_code == 200


@each_page
def test_a_head_request_has_no_body(client, town, page):
    response = client.head(f"/{page}")
    assert response.status_code == 200
    assert not response.content


@each_page
def test_nothing_is_taken_by_post(client, town, page):
    assert client.post(f"/{page}").status_code == 405


def test_before_any_organ_there_is_a_page_that_says_what_to_do(client, db):
    response = client.get("/")
    assert "还没有设立机关" in text(response)
    assert client.get("/guide/").status_code == 404


def test_without_an_identity_the_organ_at_the_top_of_the_tree_has_the_main_site(client, cast):
    assert f"<title>{cast.county.name}政府信息公开" in text(client.get("/"))


def test_the_home_page_asks_the_three_questions_and_shows_what_is_new(client, town):
    release(town, title="关于低保标准的通知")
    page = text(client.get("/"))
    assert all(f">{question}</h2>" in page for question in ("找信息", "申请信息", "提意见"))
    assert "关于低保标准的通知" in page


def test_the_home_page_shows_this_year_in_figures_with_their_table(client, town):
    release_report(town, 2023)
    release_report(town, 2024, requests={"received": 7, "concluded": 5, "granted": 5})
    page = text(client.get("/"))
    assert "2024 年的数字" in page
    assert "<dd>7 件</dd>" in page
    assert "2024年办结申请 5 件，予以公开最多（5 件）" in page
    assert '<th scope="row">予以公开</th>' in page


def test_one_organ_does_not_show_what_another_released(client, town, cast):
    document = release(cast.other_town, title="白沙镇的通知")
    assert "白沙镇的通知" not in text(client.get("/"))
    assert client.get(f"/{document.path}").status_code == 404
    assert client.get(f"/o/{cast.other_town.code}/{document.path}").status_code == 200


def test_the_foot_says_who_runs_the_site_and_under_which_filings(client, town):
    page = text(client.get("/"))
    for said in ("青石镇人民政府办公室", "3200010001", "苏ICP备00000001号", "0512-00000001"):
        assert said in page


def test_the_organ_switch_leads_to_every_organ(client, town, cast):
    page = text(client.get("/"))
    assert f'<a href="/o/{cast.other_town.code}/"' in page
    assert '<a href="/" aria-current="true">' in page


@pytest.mark.parametrize("code", ["nowhere", "320003", "..", "%00", "320001%00"])
def test_an_organ_that_is_not_there_is_not_found(client, town, code):
    assert client.get(f"/o/{code}/").status_code == 404


def test_an_organ_that_was_dissolved_has_no_site(client, town, cast):
    cast.other_town.until = cast.other_town.since
    cast.other_town.save()
    assert client.get(f"/o/{cast.other_town.code}/").status_code == 404


def test_the_guide_says_whom_to_ask(client, town):
    page = text(client.get("/guide/"))
    assert "青石镇人民路1号" in page
    assert "指南正文还没有发布" in page


def test_an_item_stands_under_the_facts_that_readers_expect(client, town):
    numbers = {"document_number": "青政发〔2025〕1号", "index_number": "320001/2025-00001"}
    document = release(town, title="低保标准", validity="有效", **numbers)
    page = text(client.get(f"/{document.path}"))
    assert "青政发〔2025〕1号" in page
    assert page.index("索引号") < page.index("<h1")
    assert "<p>请到便民服务中心办理。</p>" in page


def test_a_withdrawn_item_leaves_its_note_and_none_of_its_text(client, town):
    from gongkai.release.models import Withdrawal
    from tests.website.released import NOW

    Withdrawal.objects.create(
        agency=town,
        item_id=77,
        item_version=2,
        note="内容有误，待核实",
        withdrawn_at=NOW,
        path="items/77/",
    )
    response = client.get("/items/77/")
    assert response.status_code == 410
    assert "内容有误，待核实" in text(response)


def test_the_item_of_a_report_leads_to_the_report(client, town):
    document = release_report(town, 2024)
    response = client.get(f"/items/{document.item_id}/")
    assert response.status_code == 301
    assert response["Location"] == "/reports/2024/"


@pytest.mark.parametrize(
    "address",
    [
        "/items/1/",
        "/items/999999999999999999999999/",
        "/reports/99999/",
        "/reports/0/",
        "/nowhere/",
    ],
)
def test_what_is_not_there_is_not_found_and_the_page_says_nothing_of_why(client, town, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "没有找到这一页" in text(response)


def test_how_to_apply_is_said_honestly_with_the_periods_of_law(client, town):
    page = text(client.get("/apply/"))
    assert "20个工作日" in page
    assert "网上申请" in page
    assert "<form" not in page[page.index("<main") :]


@pytest.mark.parametrize("address", ["/guide", "/reports/2024", "/o/320002"])
def test_a_forgotten_slash_is_put_there(client, town, address):
    response = client.get(address)
    assert response.status_code == 301
    assert response["Location"] == f"{address}/"
