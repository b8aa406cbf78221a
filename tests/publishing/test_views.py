"""The desk pages of items, asked as a browser asks them."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.desk_search import search_for
from gongkai.common.outbox import deliver_due
from gongkai.common.work import work_for
from gongkai.publishing.actions import save_draft, send_back, submit
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Column, Item
from tests.publishing.items import (
    NOW,
    brought_out,
    draft,
    later,
    published,
    reviewed,
    submitted,
)


@pytest.fixture
def ask(client):
    """``ask(person, address, **typed)``: GET, or POST of what was typed."""

    def asking(person, address, **typed):
        client.force_login(person)
        address = f"/desk/items/{address}"
        return client.post(address, typed) if typed else client.get(address)

    return asking


def waiting(person, now):
    """What waits for a person among the items."""
    return [work for work in work_for(person, now) if work.kind == "publishing"]


def typed(item, **changes):
    """The editor's form as it is sent without scripts."""
    return {
        "title": item.draft.title,
        "lines": "第一段\n第二段",
        "seen_version": item.version,
        **changes,
    }


def test_a_text_goes_all_the_way_through_the_pages(cast, ask):
    ask(cast.administrator, f"columns/{cast.town.pk}/set-up/", go="1")
    column = Column.objects.get(key="guide")
    answer = ask(cast.clerk, "new/", column=column.pk, title="公开指南")
    item = Item.objects.get()
    assert answer["Location"] == f"/desk/items/{item.pk}/edit/"
    ask(cast.clerk, f"{item.pk}/edit/", **typed(item))
    ask(cast.clerk, f"{item.pk}/submit/", seen_version=2)
    ask(cast.reviewer, f"{item.pk}/approve/", conclusion="may_publish", seen_version=3)
    ask(cast.signer, f"{item.pk}/publish/", seen_version=4)
    item.refresh_from_db()
    assert item.state == "published"
    assert item.published.body == "<p>第一段</p>\n<p>第二段</p>"


def test_a_stale_save_shows_both_texts_and_keeps_what_was_typed(cast, ask):
    item = draft(cast)
    save_draft(
        item=item, seen_version=1, text=Text("公开指南", "<p>别人的</p>"), by=cast.clerk, now=NOW
    )
    answer = ask(cast.clerk, f"{item.pk}/edit/", **typed(item, lines="我的"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<del>别人</del>" in page
    assert ">\n我的</textarea>" in page
    again = ask(cast.clerk, f"{item.pk}/edit/", **typed(item, lines="我的", seen_version=2))
    assert again.status_code == 302
    assert Item.objects.get().draft.body == "<p>我的</p>"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "标题"),
        ({"title": "长" * 201}, "200"),
        ({"seen_version": "x"}, "整数"),
        ({"lines": "字" * 400_001}, "正文超过"),
    ],
)
def test_wrong_input_is_told_and_kept(cast, ask, changes, said):
    item = draft(cast)
    answer = ask(cast.clerk, f"{item.pk}/edit/", **typed(item, **changes))
    assert answer.status_code in {409, 422}
    assert said in answer.content.decode()
    assert Item.objects.get().version == 1


def test_script_in_every_field_stays_words(cast, ask):
    item = draft(cast)
    evil = "<script>alert(1)</script>"
    ask(
        cast.clerk,
        f"{item.pk}/edit/",
        **typed(item, title=evil, document_number=evil, summary=evil, lines=evil, body=evil + "好"),
    )
    for address in (f"{item.pk}/", f"{item.pk}/edit/", f"{item.pk}/preview/", ""):
        assert evil not in ask(cast.clerk, address).content.decode()


def word_file():
    file = io.BytesIO()
    document = docx.Document()
    document.add_heading("机构职责", 1)
    document.add_paragraph("受理申请。")
    document.save(file)
    return file.getvalue()


def test_a_word_file_becomes_the_text(cast, ask):
    item = draft(cast)
    upload = SimpleUploadedFile("指南.docx", word_file())
    ask(cast.clerk, f"{item.pk}/word/", word=upload, seen_version=1)
    assert Item.objects.get().draft.body == "<h2>机构职责</h2><p>受理申请。</p>"


def test_a_file_that_is_no_word_file_is_refused_by_its_field(cast, ask):
    item = draft(cast)
    upload = SimpleUploadedFile("指南.docx", b"MZ\x90\x00 no word file")
    answer = ask(cast.clerk, f"{item.pk}/word/", word=upload, seen_version=1)
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()


def test_an_act_out_of_turn_is_refused_on_its_page(cast, ask):
    item = draft(cast)
    assert ask(cast.signer, f"{item.pk}/publish/").status_code == 409
    assert ask(cast.signer, f"{item.pk}/publish/", seen_version=1).status_code == 409


def test_the_reviewer_sends_back_with_a_remark_and_the_clerk_finds_it(cast, ask):
    item = submitted(cast)
    assert ask(cast.reviewer, f"{item.pk}/send-back/", remark=" ").status_code == 422
    ask(cast.reviewer, f"{item.pk}/send-back/", remark="请补充电话。")
    (work,) = waiting(cast.clerk, NOW)
    assert work.next_act == "修改"
    assert work.reason.startswith("退回给您修改：请补充电话；")


def test_work_waits_for_whose_turn_it_is(cast):
    submitted(cast, title="待审的")
    reviewed(cast, title="待签的")
    draft(cast)
    published(cast)
    assert [work.title for work in waiting(cast.reviewer, NOW)] == ["待审的"]
    assert [work.title for work in waiting(cast.signer, NOW)] == ["待签的"]
    assert [work.title for work in waiting(cast.clerk, NOW)] == ["公开指南"]
    assert waiting(cast.stranger, NOW) == []


def test_work_does_not_wait_for_who_may_not_decide(cast):
    cast.reviewer.posts.create(agency=cast.town, role="clerk", since=cast.town.since)
    item = draft(cast)
    submit(item=item, by=cast.reviewer, now=NOW)
    assert waiting(cast.reviewer, NOW) == []


def test_search_finds_only_what_the_person_may_see(cast):
    item = draft(cast)
    assert [hit.url for hit in search_for(cast.clerk, "指南") if hit.kind == "信息"] == [
        f"/desk/items/{item.pk}/"
    ]
    assert search_for(cast.stranger, "指南") == []


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    cast, client, django_assert_max_num_queries
):
    for number in range(25):
        draft(cast, title=f"信息{number}")
    client.force_login(cast.clerk)
    with django_assert_max_num_queries(18):
        answer = client.get("/desk/items/")
    assert answer.content.decode().count("<time") == 20


def test_the_list_is_filtered_by_state_column_and_words(cast, ask):
    published(cast, title="已经公开的")
    draft(cast, title="还在起草的")
    page = ask(cast.clerk, "?state=draft&column=guide&q=起草").content.decode()
    assert "还在起草的" in page
    assert "已经公开的" not in page
    assert "没有符合条件" in ask(cast.clerk, "?q=没有这个词").content.decode()


def test_an_old_version_is_restored_from_its_page(cast, ask):
    item = send_back(item=submitted(cast), remark="改", by=cast.reviewer, now=NOW)
    save_draft(
        item=item,
        seen_version=item.version,
        text=Text("公开指南", "<p>新</p>"),
        by=cast.clerk,
        now=later(3),
    )
    assert "用这一版" in ask(cast.clerk, f"{item.pk}/versions/1/").content.decode()
    ask(cast.clerk, f"{item.pk}/versions/1/restore/", go="1")
    assert Item.objects.get().draft.body == "<p>申请到一楼大厅。</p>"


def test_a_version_is_compared_with_any_other(cast, ask):
    item = send_back(item=submitted(cast), remark="改", by=cast.reviewer, now=NOW)
    text = Text("公开指南", "<p>申请到二楼大厅。</p>")
    save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(3))
    page = ask(cast.clerk, f"{item.pk}/versions/2/?with=1").content.decode()
    assert "申请到<del>一</del><ins>二</ins>楼大厅。" in page
    assert ask(cast.clerk, f"{item.pk}/versions/9/").status_code == 404


def test_a_report_is_shown_but_not_drafted_here(cast, ask):
    item = brought_out(cast)
    page = ask(cast.clerk, f"{item.pk}/").content.decode()
    assert "在“年报”中编制" in page
    assert "修订" not in page


def test_a_published_item_leads_to_its_page_on_the_site(cast, client):
    item = published(cast)
    deliver_due(later(24))
    client.force_login(cast.clerk)
    page = client.get(f"/desk/items/{item.pk}/").content.decode()
    address = f"/o/{item.agency.code}/items/{item.pk}/"
    assert f'href="{address}">打开网站上的这一页' in page
    assert client.get(address).status_code == 200
