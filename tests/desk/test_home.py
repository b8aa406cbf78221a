"""我的待办: what waits for me, most urgent first, with its light in words and the next act as a button."""

from datetime import date

import pytest

from gongkai.common import desk_search, work
from gongkai.common.desk_search import Hit, offer_search
from gongkai.common.work import WorkItem, WorkKind, offer_work
from gongkai.desk.today import light_words, today


def item(title, kind="reports", **said):
    return WorkItem(kind, title, "等您复核", "去复核", "/desk/x/", **said)


ITEMS = [
    item("无期限", kind="items"),
    item("快到期", light="soon", days_left=1, due=date(2026, 11, 26)),
    item("已逾期", light="late", days_left=-2, due=date(2026, 11, 23)),
]


@pytest.fixture
def waiting(monkeypatch):
    monkeypatch.setattr(work, "_KINDS", {})
    for kind, label in (("reports", "年度报告"), ("items", "信息发布")):
        mine = [one for one in ITEMS if one.kind == kind]
        offer_work(WorkKind(kind, label, lambda *_, mine=mine: mine))


@pytest.fixture
def idle(monkeypatch):
    monkeypatch.setattr(work, "_KINDS", {})


def home(client, person, **query) -> str:
    client.force_login(person)
    return client.get("/desk/", query).content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [({"days_left": -2, "light": "late"}, "已逾期 2 个工作日"), ({"days_left": 0, "light": "soon"}, "今天到期"),
     ({"days_left": 3, "light": "in_time"}, "还剩 3 个工作日"), ({}, "没有期限")],
)  # fmt: skip
def test_lights_are_words(said, words):
    assert light_words(item("x", **said)) == words


def test_the_late_stands_first_and_everything_has_its_button(client, cast, waiting):
    text = home(client, cast.clerk)
    places = [text.index(f">{title}<") for title in ("已逾期", "快到期", "无期限")]
    assert places == sorted(places)
    assert text.count(">去复核<") == 3
    assert "已逾期 1 件" in text


def test_kinds_are_counted_and_one_can_be_chosen(client, cast, waiting):
    text = home(client, cast.clerk, kind="items")
    assert "年度报告 2" in text
    assert ">快到期<" not in text
    assert ">无期限<" in text


def test_an_unknown_kind_shows_everything(cast, waiting):
    assert len(today(cast.clerk, None, "<script>").lines) == 3


def test_an_empty_desk_says_what_happens_next(client, cast, idle):
    assert "现在没有等您办理的事项" in home(client, cast.clerk)


def test_search_asks_every_app_and_groups_by_kind(client, cast, monkeypatch):
    monkeypatch.setattr(desk_search, "_PROVIDERS", {})
    offer_search("a", lambda actor, words, most: [Hit("年度报告", f"{words}报告", "/r/", "已公布")])
    client.force_login(cast.clerk)
    text = client.get("/desk/search/", {"q": "2024\x00"}).content.decode()
    assert "<h2>年度报告</h2>" in text
    assert "2024报告" in text


def test_search_finds_pages_of_ones_own_menu_too(client, cast):
    client.force_login(cast.administrator)
    found = client.get("/desk/search/", {"q": "留痕"}).content.decode()
    assert "<h2>页面</h2>" in found
    client.force_login(cast.clerk)
    assert "没有找到" in client.get("/desk/search/", {"q": "留痕"}).content.decode()


def test_an_empty_desk_shows_first_steps_that_the_person_may_take(client, cast, idle):
    shown = home(client, cast.clerk)
    assert "写公开指南和公开制度" in shown
    assert "登记同事" not in shown
    assert "可以先做" not in home(client, cast.nobody)


def test_an_administrator_is_led_to_facts_and_people_and_not_to_drafts(client, cast, idle):
    shown = home(client, cast.administrator)
    assert "核对机关资料" in shown
    assert "登记同事，分配岗位" in shown
    assert "写公开指南和公开制度" not in shown


def test_search_for_nothing_says_what_can_be_found(client, cast):
    client.force_login(cast.clerk)
    assert "输入要找的字" in client.get("/desk/search/").content.decode()
