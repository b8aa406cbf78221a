"""The tree of an organ's own columns: made, renamed, moved and closed with addresses that stay; stale ones asked about."""

import pytest

from gongkai.agencies.models import Department
from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.common.work import work_for
from gongkai.publishing.actions import (
    add_column,
    change_column,
    close_column,
    create_draft,
    move_column,
    move_item,
    publish,
    reopen_column,
    submit,
)
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.column_tree import tree
from gongkai.publishing.models import Column, Item
from gongkai.publishing.queries import writable_columns
from gongkai.release.actions import refresh_columns, refresh_item
from gongkai.release.models import PublicColumn, PublicDocument
from tests.publishing.items import NOW, draft, later, own_column, published, submitted
from tests.publishing.test_timer import morning, to_sign


def titles(cast):
    """The town's tree as text."""
    rows = Column.objects.filter(agency=cast.town)
    return [f"{branch.depth}{branch.column.title}" for branch in tree(rows)]


def released(cast):
    """The public columns after the outbox delivered."""
    refresh_columns({"agency": cast.town.pk}, NOW)
    return [(each.key, each.title) for each in PublicColumn.objects.filter(agency=cast.town)]


def renamed(column, cast, **options):
    given = {"title": column.title, **options}
    return change_column(column=column, by=cast.administrator, now=NOW, **given)


def test_own_columns_stand_below_the_national_ones(cast):
    aid = own_column(cast)
    own_column(cast, title="低保名单", parent=aid)
    own_column(cast, title="规划")
    assert titles(cast) == ["0法定主动公开内容", "1惠民补贴", "2低保名单", "1规划"]
    assert released(cast) == [("own-1", "惠民补贴"), ("own-2", "低保名单"), ("own-3", "规划")]


@pytest.mark.parametrize("key", ["guide", "reports"])
def test_none_stands_below_the_guide_or_the_reports(cast, key):
    with pytest.raises(Refusal, match="制度"):
        own_column(cast, parent=national_column(cast.town, key))


def test_the_tree_is_no_deeper_than_people_can_follow(cast):
    second = own_column(cast)
    third = own_column(cast, title="三", parent=second)
    fourth = own_column(cast, title="四", parent=third)
    with pytest.raises(Refusal, match="最多 4 层"):
        own_column(cast, title="五", parent=fourth)
    side = own_column(cast, title="旁")
    with pytest.raises(Refusal, match="最多 4 层"):
        move_column(column=second, parent=side, order=1, by=cast.administrator, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"title": "长" * 61}, {"title": "惠民补贴"}, {"title": "新", "rhythm_days": 0},
     {"title": "新", "required": ["colour"]}],
)  # fmt: skip
def test_a_column_without_a_sound_name_or_rule_is_refused(cast, wrong):
    own_column(cast)
    with pytest.raises(Refusal):
        own_column(cast, **wrong)
    assert Column.objects.filter(fixed=False).count() == 1


def test_a_new_name_leaves_the_address(cast):
    column = renamed(own_column(cast), cast, title="乡村振兴")
    assert (column.key, column.title) == ("own-1", "乡村振兴")
    entry = Entry.objects.get(act="publishing.change_column")
    assert (entry.before["title"], entry.after["title"]) == ("惠民补贴", "乡村振兴")


def test_a_national_column_keeps_its_name_and_its_place(cast):
    column = national_column(cast.town, "content")
    assert renamed(column, cast, title="别的", rhythm_days=30).title == "法定主动公开内容"
    for act in (close_column, reopen_column):
        with pytest.raises(Refusal, match="全国统一"):
            act(column=column, by=cast.administrator, now=NOW)


def test_a_column_moves_with_all_below_it_inside_its_national_column(cast):
    aid, rules = own_column(cast), own_column(cast, title="救助")
    own_column(cast, title="名单", parent=aid)
    move_column(column=aid, parent=rules, order=1, by=cast.administrator, now=NOW)
    assert titles(cast) == ["0法定主动公开内容", "1救助", "2惠民补贴", "3名单"]
    systems = national_column(cast.town, "systems")
    for parent, why in ((systems, "同一个"), (aid, "自己下面")):
        column = Column.objects.get(title="惠民补贴")
        with pytest.raises(Refusal, match=why):
            move_column(column=column, parent=parent, order=1, by=cast.administrator, now=NOW)


def test_a_closed_column_takes_no_new_texts_and_keeps_the_old_ones(cast):
    column = close_column(column=own_column(cast), by=cast.administrator, now=NOW)
    assert column not in writable_columns(cast.clerk)
    with pytest.raises(Refusal, match="已经停止"):
        create_draft(column=column, text=Text("新"), by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="已经停止"):
        move_item(item=draft(cast), column=column, by=cast.clerk, now=NOW)
    assert reopen_column(column=column, by=cast.administrator, now=NOW).closed_on is None


def test_a_column_is_closed_from_below_and_opened_from_above(cast):
    aid = own_column(cast)
    names = own_column(cast, title="名单", parent=aid)
    with pytest.raises(Refusal, match="先停下面"):
        close_column(column=aid, by=cast.administrator, now=NOW)
    for column in (names, aid):
        close_column(column=column, by=cast.administrator, now=NOW)
    with pytest.raises(Refusal, match="先恢复上级"):
        reopen_column(column=names, by=cast.administrator, now=NOW)


def test_only_administrators_of_the_organ_change_columns(cast):
    column = own_column(cast)
    for person in (cast.clerk, cast.signer, cast.stranger):
        with pytest.raises(NotAllowed):
            add_column(parent=column, title="新", by=person, now=NOW)


def test_an_item_changes_its_column_and_keeps_its_address(cast):
    item = published(cast)
    refresh_item({"item": item.pk}, NOW)
    path = PublicDocument.objects.get().path
    item = move_item(item=item, column=own_column(cast), by=cast.clerk, now=later(4))
    refresh_item({"item": item.pk}, NOW)
    document = PublicDocument.objects.get()
    assert (document.path, document.column_key, document.kind) == (path, "own-1", "content")


def test_an_item_under_review_stays_where_it_is(cast):
    with pytest.raises(Refusal, match="不能换栏目"):
        move_item(item=submitted(cast), column=own_column(cast), by=cast.clerk, now=NOW)


def test_a_column_says_what_its_texts_must_say(cast):
    column = own_column(cast, required=["document_number", "department_id"])
    text = Text("通知", "<p>正文</p>", document_number="青政〔2024〕3号")
    item = create_draft(column=column, text=text, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="要求填写来源部门"):
        submit(item=item, by=cast.clerk, now=NOW)
    renamed(column, cast, required=["document_number"])
    assert submit(item=item, by=cast.clerk, now=NOW).state == "in_review"


@pytest.mark.parametrize(
    ("today", "light"),
    [("2024-06-10", ""), ("2024-06-11", "soon"), ("2024-06-13", "soon"), ("2024-06-14", "late")],
)
def test_a_stale_column_is_asked_about(cast, today, light):
    own_column(cast, rhythm_days=10)
    lines = [work for work in work_for(cast.clerk, morning(today)) if work.kind == "columns"]
    assert [line.light for line in lines] == ([light] if light else [])


def test_a_new_text_renews_its_column(cast):
    column = own_column(cast, rhythm_days=10)
    item = create_draft(column=column, text=Text("通知", "<p>正文</p>"), by=cast.clerk, now=NOW)
    item = to_sign(cast, item)
    publish(item=item, by=cast.signer, now=later(24 * 8))
    lines = [work for work in work_for(cast.clerk, morning("2024-06-14")) if work.kind == "columns"]
    assert lines == []


def test_another_departments_column_is_not_asked_about(cast):
    farm, home = (
        Department.objects.create(agency=cast.town, code=code, name=code, since=cast.town.since)
        for code in ("农业", "民政")
    )
    own_column(cast, rhythm_days=10, department=farm)
    cast.clerk.posts.update(department=home)
    work = work_for(cast.clerk, morning("2024-07-01"))
    assert not [line for line in work if line.kind == "columns"]


def test_the_pages_make_change_and_close_a_column(cast, client):
    client.force_login(cast.administrator)
    parent = national_column(cast.town, "content")
    answer = client.post(f"/desk/items/columns/of/{parent.pk}/add/", {"title": "惠民补贴"})
    assert answer.status_code == 302
    column = Column.objects.get(fixed=False)
    place = f"/desk/items/columns/of/{column.pk}"
    client.post(f"{place}/change/", {"title": "救助", "rhythm_days": "30"})
    client.post(f"{place}/move/", {"parent": parent.pk, "order": "5"})
    client.post(f"{place}/close/", {"go": "1"})
    column.refresh_from_db()
    assert (column.title, column.order, column.closed_on is None) == ("救助", 5, False)
    assert "救助" in client.get("/desk/items/columns/").content.decode()


def test_readers_find_the_tree_and_a_closed_column_keeps_answering(cast, client):
    aid = own_column(cast)
    names = own_column(cast, title="低保名单", parent=aid)
    item = move_item(item=published(cast), column=names, by=cast.clerk, now=NOW)
    refresh_item({"item": item.pk}, NOW)
    close_column(column=names, by=cast.administrator, now=NOW)
    released(cast)
    site = f"/o/{cast.town.code}"
    assert f"{site}/columns/own-1/" in client.get(f"{site}/content/").content.decode()
    assert "公开指南" in client.get(f"{site}/columns/own-1/").content.decode()
    page = client.get(f"{site}/columns/own-2/").content.decode()
    assert "停止更新" in page
    assert "公开指南" in page


def test_addresses_of_no_column_are_not_found_and_national_ones_lead_on(cast, client):
    site = f"/o/{cast.town.code}"
    assert client.get(f"{site}/columns/own-9/").status_code == 404
    answer = client.get(f"{site}/columns/guide/")
    assert (answer.status_code, answer["Location"]) == (301, f"{site}/guide/")
    assert Item.objects.count() == 0
