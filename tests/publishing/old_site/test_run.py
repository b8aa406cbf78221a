"""A confirmed site becomes items that are handed in: text, pictures, attachments, links, days; once, whatever stops in between."""

from datetime import timedelta

import pytest

from gongkai.audit.models import Entry
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.publishing.actions import confirm_batch, publish, review_many, run_row
from gongkai.publishing.models import Item, OldAddress
from gongkai.release.actions import refresh_item
from tests.publishing.batches import worked_on
from tests.publishing.items import CLEAR, NOW, brought_draft, draft, later, passed, submit
from tests.publishing.old_sites import FILES, NOTICE, confirmed, imported, lines, png, prepared
from tests.publishing.test_batches import Killed, stop

pytestmark = pytest.mark.django_db(transaction=True)
T1, T2 = "/zwgk/tzgg/t1.html", "/zwgk/tzgg/t2.html"


def states(batch) -> list[str]:
    return list(batch.rows.values_list("state", flat=True))


def item_at(path: str) -> Item:
    return OldAddress.objects.get(path=path).item


def test_a_prepared_site_makes_nothing(cast):
    worked_on(prepared(cast))
    assert not Item.objects.exists()
    assert not OldAddress.objects.exists()


def test_every_page_becomes_an_item_that_is_handed_in(cast):
    batch = imported(cast)
    assert (batch.state, batch.storage_key, states(batch)) == ("done", "", ["done"] * 3)
    assert {item.state for item in Item.objects.all()} == {"in_review"}
    version = item_at(T1).draft
    assert (version.old_site, str(version.old_site_day), str(version.made_on)) == ("www.qingshi.gov.cn", "2019-03-06", "2019-03-05")  # fmt: skip
    assert version.writers == [cast.clerk.pk]


def test_the_text_comes_without_what_framed_it_and_with_its_files(cast):
    imported(cast)
    version = item_at(T1).draft
    rows = {row.use: row for row in version.attachments.select_related("file")}
    picture, file = rows["picture"].file.token, rows["attachment"].file.token
    assert version.body.startswith("<p>各村：请备好种子，见<a href=")
    assert f'<img src="/files/public/{picture}" alt="各村位置">' in version.body
    assert f'<a href="/files/public/{file}">附件1：统计表</a>' in version.body
    assert (rows["attachment"].title, rows["original"].file.kind) == ("附件1：统计表", "html")
    with rows["original"].file.open() as kept:
        assert kept.read() == FILES["zwgk/tzgg/t1.html"]


def test_the_attachment_keeps_its_old_address_as_long_as_readers_get_it(cast, client):
    imported(cast, *lines(T1))
    row = OldAddress.objects.exclude(file=None).get()
    assert (row.path, row.item) == ("/zwgk/files/表.csv", item_at(T1))
    refresh_item({"item": row.item_id}, NOW)
    assert client.get("/zwgk/files/表.csv").status_code == 404
    released(cast)
    refresh_item({"item": row.item_id}, NOW)
    assert client.get("/zwgk/files/表.csv")["Location"] == f"/files/public/{row.file.token}"
    item_at(T1).published.attachments.filter(file=row.file).delete()
    refresh_item({"item": row.item_id}, NOW)
    assert client.get("/zwgk/files/表.csv").status_code == 404


def test_links_among_the_pages_lead_to_their_new_addresses(cast):
    imported(cast)
    one, two = item_at(T1), item_at(T2)
    assert f'href="/o/{cast.town.code}/items/{two.pk}/">去年的通知' in one.draft.body
    assert f'href="/o/{cast.town.code}/items/{one.pk}/">今年的通知' in two.draft.body
    assert 'href="http://www.qingshi.gov.cn/zwgk/tzgg/t9.html">更早的' in two.draft.body


def test_a_line_that_cannot_be_done_does_not_stop_the_others(cast):
    batch = confirmed(cast)
    OldAddress.objects.create(agency=cast.town, item=draft(cast), host="www.qingshi.gov.cn", path=T2)  # fmt: skip
    batch = worked_on(batch)
    assert states(batch) == ["done", "refused", "done"]
    assert "已经有人迁入了这个网址" in batch.rows.get(number=3).note


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("module", "place"),
    [
        ("run_page", "create_draft"),
        ("run_page", "receive"),
        ("run_page", "submit"),
        ("run_page", "save_draft"),
        ("settle_row", "wake"),
        ("run_page", "record"),
    ],
)
def test_a_stop_at_any_step_neither_loses_nor_doubles_an_item(cast, monkeypatch, module, place, after):  # fmt: skip
    batch = confirmed(cast, *lines(T1, T2))
    stop(monkeypatch, place, after=after, module=module)
    with pytest.raises(Killed):
        worked_on(batch)
    batch = worked_on(batch, NOW + timedelta(minutes=20))
    assert (batch.state, states(batch)) == ("done", ["done"] * 2)
    assert (Item.objects.count(), OldAddress.objects.filter(file=None).count()) == (2, 2)
    assert f"/items/{item_at(T2).pk}/" in item_at(T1).draft.body


def test_a_line_delivered_twice_is_done_once(cast):
    batch = imported(cast)
    for row in batch.rows.all():
        run_row({"row": row.pk}, NOW)
    assert Item.objects.count() == 3


def test_a_line_that_is_asked_for_again_waits_until_all_are_made(cast):
    batch = confirmed(cast, *lines(T1, T2))
    first = batch.rows.first()
    for _ in range(2):
        run_row({"row": first.pk}, NOW)
    assert states(batch) == ["made", "waiting"]
    assert states(worked_on(batch)) == ["done", "done"]
    assert f"/items/{item_at(T2).pk}/" in item_at(T1).draft.body


def test_the_same_site_again_changes_nothing(cast):
    imported(cast)
    again = prepared(cast)
    assert states(again) == ["skipped"] * 3
    with pytest.raises(Refusal, match="没有要新建或者修改"):
        confirm_batch(batch=again, by=cast.clerk, now=NOW)


def released(cast, path=T1) -> Item:
    """The item of an address, public."""
    item = passed(item_at(path), by=cast.reviewer, now=later(2))
    return publish(item=item, by=cast.signer, now=later(3))


def test_a_changed_page_makes_a_new_version_of_the_same_item(cast):
    imported(cast)
    item = released(cast)
    files = {**FILES, "zwgk/tzgg/t1.html": NOTICE.replace("备好种子", "备好种子和化肥").encode()}
    batch = imported(cast, *lines(T1), files=files, now=later(24))
    item.refresh_from_db()
    assert states(batch) == ["done"]
    assert (Item.objects.count(), item.state, item.draft.number) == (3, "in_review", 2)
    assert "备好种子和化肥" in item.draft.body
    assert batch.rows.get().differences == [["正文", "现在的正文", "换成“zwgk/tzgg/t1.html”的内容"]]


def test_what_people_put_right_here_stays_when_the_page_comes_again(cast):
    imported(cast)
    item = released(cast)
    item.published.genre, item.published.body = "announcement", "<p>改过的正文。</p>"
    item.published.save()
    assert states(prepared(cast, *lines(T1))) == ["skipped"]


def test_a_file_that_was_missing_comes_along_the_next_time_and_the_text_stays(cast):
    imported(cast, files={path: data for path, data in FILES.items() if not path.endswith(".csv")})
    item = released(cast)
    batch = imported(cast, *lines(T1), now=later(24))
    item.refresh_from_db()
    assert [row[0] for row in batch.rows.get().differences] == ["附件"]
    row = item.draft.attachments.get(use="attachment")
    assert f'<a href="/files/public/{row.file.token}">附件1：统计表</a>' in item.draft.body


def test_an_attachment_that_was_taken_off_here_does_not_come_back(cast):
    imported(cast)
    item = released(cast)
    item.published.attachments.filter(use="attachment").delete()
    first = item.versions.get(number=1)
    first.attachments.create(file=StoredFile.objects.get(kind="csv"), title="表", use="attachment")
    assert states(prepared(cast, *lines(T1))) == ["skipped"]


def test_another_address_of_a_known_page_is_added_and_nothing_else(cast):
    imported(cast, *lines(T1))
    batch = imported(cast, *lines(f"{T1}；/old/1.html"), now=later(24))
    assert [(row.kind, row.state) for row in batch.rows.all()] == [("address", "done")]
    assert OldAddress.objects.filter(item=item_at(T1), file=None).count() == 2
    assert item_at(T1).versions.count() == 1


def test_a_document_that_was_written_here_gets_the_address_alone(cast):
    item = brought_draft(cast, "关于做好春耕的通知", path="/x.html")
    item.draft.document_number = "青政〔2019〕3号"
    item.draft.save()
    batch = imported(cast, *lines(T1, 发文字号="青政〔2019〕3号"))
    assert [(row.kind, row.item) for row in batch.rows.all()] == [("address", item)]
    assert item_at(T1) == item


def test_an_old_index_number_is_kept_unless_somebody_has_it(cast):
    imported(cast, *lines(T1, 索引号="QS/2019-1"), {"旧网址": T2, "索引号": "QS/2019-1"})
    numbers = sorted(Item.objects.values_list("index_number", flat=True))
    assert "QS/2019-1" in numbers
    assert len(set(numbers)) == 2


def test_the_same_picture_on_two_pages_is_stored_once(cast):
    files = {**FILES, "zwgk/tzgg/t2.html": NOTICE.replace("春耕", "秋收").encode()}
    imported(cast, *lines(T1, T2), files=files)
    assert StoredFile.objects.filter(purpose="picture").count() == 1


def test_a_file_that_is_refused_is_told_and_the_item_comes(cast):
    files = {**FILES, "zwgk/files/表.csv": b"MZ\x90\x00" + b"\0" * 200}
    batch = imported(cast, *lines(T1), files=files)
    row = batch.rows.get()
    assert (row.state, "表.csv没有带入" in row.note) == ("done", True)
    assert 'href="http://www.qingshi.gov.cn/zwgk/files/%E8%A1%A8.csv"' in row.item.draft.body


def test_the_journal_says_where_it_comes_from_and_how_the_day_is_known(cast):
    imported(cast, *lines(T1), {"旧网址": T2, "旧网站发布日期": "2018-03-09"})
    rows = Entry.objects.filter(act="publishing.bring_over").order_by("pk")
    one, two = (row.after for row in rows)
    assert one["old_addresses"] == ["www.qingshi.gov.cn/zwgk/tzgg/t1.html"]
    assert (one["old_site_day"], one["evidence"]) == (
        "2019-03-06",
        "网页标签 PubDate：2019-03-06 10:00",
    )
    assert (two["old_site_day"], two["evidence"]) == ("2018-03-09", "清单，网页写的不同")


def test_people_hear_of_it_once(cast):
    batch = imported(cast)
    told = {row.user_id: row.text for row in Notice.objects.all()}
    assert told[cast.clerk.pk] == f"旧网站迁入“{batch.name}”办完：送审 3 条，没有办成 0 条"
    assert "等 3 条信息" in told[cast.reviewer.pk]
    assert Notice.objects.count() == 2


def test_who_brought_it_over_cannot_review_it_and_others_review_it_together(cast):
    imported(cast)
    cast.clerk.posts.create(agency=cast.town, role="reviewer", since="2019-01-01")
    items = list(Item.objects.all())
    with pytest.raises(Refusal, match="不能审核"):
        passed(items[0], by=cast.clerk, now=later(2))
    seen = {item.pk: item.version for item in items}
    clear = dict.fromkeys(seen, CLEAR)
    summary = review_many(seen=seen, by=cast.reviewer, now=later(2), conclusions=clear)
    assert (len(summary.done), set(Item.objects.values_list("state", flat=True))) == (
        3,
        {"to_sign"},
    )


def test_what_somebody_handed_in_meanwhile_is_left_alone(cast):
    batch = confirmed(cast, *lines(T1))
    run_row({"row": batch.rows.get().pk}, NOW)
    submit(item=Item.objects.get(), by=cast.clerk, now=NOW)
    batch = worked_on(batch)
    assert (states(batch), batch.rows.get().note[:6]) == (["done"], "已由别人办理")


def test_pages_in_programs_of_old_sites_come_in_as_pages(cast):
    files = {"show.asp": NOTICE.encode("gb18030"), "images/map.png": png()}
    batch = imported(cast, *lines("/show.asp"), files=files)
    assert states(batch) == ["done"]
