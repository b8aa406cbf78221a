"""Looking for things: filters, snippets, empty answers that help, and any nonsense in the address."""

from datetime import timedelta

import pytest
from lxml import html

from gongkai.agencies.models import Agency
from gongkai.release.search import rebuild
from tests.website.released import NOW, release, release_report


@pytest.fixture(params=["embedded", "none"])
def index(request):
    """Called when all is released; without an index the database looks into every copy, and the page is the same."""
    return (lambda: rebuild(NOW)) if request.param == "embedded" else (lambda: None)


def found(response):
    """The titles of the list."""
    page = html.fromstring(response.content)
    return [link.text_content() for link in page.xpath("//main//ul[@class='list']/li/a")]


def test_every_word_must_stand_in_the_document(client, town, index):
    release(town, title="低保标准通知")
    release(town, title="低保名单公示")
    index()
    assert found(client.get("/search?q=低保 名单")) == ["低保名单公示"]


def test_titles_come_first_unless_the_newest_are_asked_for(client, town, index):
    release(town, title="低保标准")
    release(town, title="通知", body="<p>低保</p>", published_at=NOW + timedelta(days=1))
    index()
    assert found(client.get("/search?q=低保")) == ["低保标准", "通知"]
    assert found(client.get("/search?q=低保&order=newest")) == ["通知", "低保标准"]


def test_the_words_are_marked_in_title_and_text(client, town, index):
    release(town, title="低保通知", body="<p>提高低保标准。</p>")
    index()
    page = client.get("/search?q=低保").content.decode()
    assert page.count("<mark>低保</mark>") == 2


def test_a_document_number_is_marked_as_it_is_written(client, town, index):
    release(
        town,
        title="通知",
        body="<p>按信政〔２０２４〕3号办理</p>",
        search_text="通知\n按信政20243号办理",
    )
    index()
    page = client.get("/search?q=信政[2024]3号").content.decode()
    assert "<mark>信政〔２０２４〕3号</mark>" in page


def test_what_stands_in_a_file_is_found_and_shown(client, town, index):
    release(
        town,
        title="名单",
        search_text="名单\n困难群众救助",
        attachment_text="困难群众救助",
        attachments=[{"title": "附件"}],
    )
    index()
    assert "<mark>困难群众</mark>救助" in client.get("/search?q=困难群众").content.decode()


def test_the_text_of_reports_is_shown(client, town, index):
    release_report(town, search_text="主动公开")
    index()
    assert "<mark>主动公开</mark>" in client.get("/search?q=主动公开").content.decode()


def test_filters_narrow_the_list_and_say_how_many_they_leave(client, town, index):
    release(town, "systems", title="低保制度", genre="notice")
    release(town, "content", title="低保名单", validity="valid")
    index()
    assert found(client.get("/search?q=低保&column=systems")) == ["低保制度"]
    assert set(found(client.get("/search?q=低保&year=2025"))) == {"低保名单", "低保制度"}
    assert found(client.get("/search?q=低保&genre=notice")) == ["低保制度"]
    assert found(client.get("/search?q=低保&validity=valid&column=content")) == ["低保名单"]
    page = client.get("/search?q=低保").content.decode()
    for words in ("政府信息公开制度（1）", "通知（1）", "2025（2）", "有效（1）"):
        assert words in page
    assert found(client.get("/search?q=低保&year=2024")) == []


def test_other_organs_are_looked_into_where_asked(client, town, cast, index):
    Agency.objects.update(has_site=True)
    release(cast.county, title="低保标准")
    index()
    empty = client.get("/search?q=低保").content.decode()
    assert "其他机关有 1 条" in empty
    page = client.get("/search?q=低保&organ=all")
    assert found(page) == ["低保标准"]
    assert f"/o/{cast.county.code}/items/" in page.content.decode()
    assert found(client.get(f"/search?q=低保&organ={cast.county.code}")) == ["低保标准"]


def test_short_forms_find_the_full_names(client, town, index):
    release(town, title="最低生活保障标准")
    index()
    page = client.get("/search?q=低保标准")
    assert found(page) == ["最低生活保障标准"]
    assert "<mark>最低生活保障标准</mark>" in page.content.decode()


def test_a_title_is_found_by_its_first_letters(client, town):
    release(town, title="政府工作报告")
    rebuild(NOW)
    assert found(client.get("/search?q=zfgz")) == ["政府工作报告"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("低宝标准", "低保标准"),
        ("地保", "低保"),
        ("低保标淮提", "低保标准提"),
        ("宅机地", "宅基地"),
    ],
)
def test_the_nearest_words_are_offered(client, town, typed, meant):
    release(town, title="关于低保标准提高的通知")
    release(town, title="宅基地审批")
    rebuild(NOW)
    assert f">{meant}</a>" in client.get(f"/search?q={typed}").content.decode()


def test_pages_are_turned_with_the_filters_kept(client, town, index):
    for number in range(45):
        release(town, title=f"低保{number}")
    index()
    page = client.get("/search?q=低保&column=content&page=3")
    assert len(found(page)) == 5
    assert "column=content&amp;page=2" in page.content.decode()
    assert found(client.get("/search?q=低保&column=content&page=99")) == found(page)


def test_an_empty_answer_says_what_to_do(client, town, index):
    index()
    page = client.get("/search?q=没有的词&year=2020").content.decode()
    assert "没有找到符合筛选条件、含有“没有的词”的信息" in page
    assert "不限栏目、体裁、年份和有效性再找一次" in page
    assert "依申请公开" in page


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "长" * 10_000,
        "q=%00",
        "q=a%00b",
        "q=%ff%fe",
        "q=%ED%A0%80",
        "q=%25&column=%00&year=%00",
        "q=x&year=99999",
        "q=x&year=0000",
        "q=x&year=9999",
        "q=x&year=٢٠٢٤",
        "q=x&column=nowhere&page=-3",
        "q=x&q=y&page=99999999999999999999999",
        "q=" + "%20a" * 3000,
        "q=_%25%5C'\"",
        "q=x&organ=%00&genre=%00&validity=x&order=%00",
        "q=x&organ=nowhere",
        "q=<script>alert(1)</script>",
    ],
)
def test_nonsense_is_answered_sanely(client, town, query):
    release(town)
    rebuild(NOW)
    response = client.get(f"/search?{query}")
    assert response.status_code in {200, 400}
    assert b"<script>alert" not in response.content
