"""From a file to a draft: read, shown with the evidence, made by the person's decision, with pictures and the file itself."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from gongkai.accounts.models import Post
from gongkai.files.models import StoredFile
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Item
from tests.paperwork.official_document.files import notice, picture
from tests.people import SINCE, make_person
from tests.publishing.items import draft

PAGE, CREATE = "/desk/items/from-file/", "/desk/items/from-file/create/"
TITLE = "青石镇人民政府关于发放2024年困难群众临时补贴的通知"


def given(data: bytes | None = None, name: str = "通知.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, notice(pictures=(picture(),)) if data is None else data)


def fields(page: str) -> dict[str, str]:
    """What the form of the page would send, as it stands."""
    forms = html.document_fromstring(page).forms
    form = next(one for one in forms if {"title", "seen_version"} & set(one.fields.keys()))
    empty = {name: "" for name in form.fields if name.startswith("words_")}
    return empty | {name: value for name, value in form.form_values() if "csrf" not in name}


@pytest.fixture
def clerk(cast, client):
    for key in ("guide", "content"):
        national_column(cast.town, key)
    client.force_login(cast.clerk)
    return client


@pytest.fixture
def offered(clerk):
    """The fields of the page that offers what was recognised of the notice."""
    answer = clerk.post(PAGE, {"file": given()})
    assert answer.status_code == 200
    return fields(answer.content.decode())


def made(clerk, typed) -> Item:
    answer = clerk.post(CREATE, typed)
    assert answer.status_code == 302, answer.content.decode()
    return Item.objects.latest("pk")


def test_what_is_recognised_stands_in_the_fields(offered):
    assert offered["title"] == TITLE
    assert offered["document_number"] == "青政〔2024〕3号"
    assert offered["made_on"] == "2024-03-05"
    assert (offered["genre"], offered["attribute"]) == ("notice", "proactive")
    assert (offered["effective_on"], offered["ends_on"]) == ("2024-04-01", "2026-03-31")


def test_each_guess_shows_the_words_it_rests_on(clerk):
    page = clerk.post(PAGE, {"file": given()}).content.decode()
    assert "文件里写着“<q>青政[2024]03号</q>”，已按公文格式" in page
    assert "<q>青石镇人民政府 2024年3月5日</q>" in page
    assert "补贴申请表" in page


def test_nothing_is_made_before_the_person_says_so(offered):
    assert not Item.objects.exists()


def test_the_draft_has_text_facts_picture_and_the_file_itself(clerk, offered):
    token = next(name for name in offered if name.startswith("words_"))
    item = made(clerk, {**offered, token: "发放流程"})
    version = item.draft
    assert (version.title, version.made_on) == (TITLE, date(2024, 3, 5))
    assert version.body.startswith("<p>各村（居）民委员会")
    assert (
        f'<img src="/files/public/{token.removeprefix("words_")}" alt="发放流程">' in version.body
    )
    assert [(row.use, row.title) for row in version.attachments.all()] == [
        ("original", "通知.docx"),
        ("picture", "发放流程"),
    ]


def test_the_person_changes_what_was_guessed(clerk, offered):
    item = made(clerk, {**offered, "title": "另一个题目", "made_on": "2024-03-06", "genre": ""})
    assert (item.draft.title, item.draft.genre) == ("另一个题目", "")
    assert item.draft.made_on == date(2024, 3, 6)


def test_the_head_stays_in_the_text_where_it_is_wanted(clerk, offered):
    assert "青政[2024]03号" in made(clerk, {**offered, "keep_head": "on"}).draft.body


def test_the_file_is_published_too_where_it_is_wanted(clerk, offered):
    item = made(clerk, {**offered, "publish_original": "on"})
    assert item.draft.attachments.first().use == "attachment"


def test_a_second_press_or_going_back_makes_no_second_draft(clerk, offered):
    item = made(clerk, offered)
    answer = clerk.post(CREATE, offered, follow=True)
    assert answer.redirect_chain[-1][0] == f"/desk/items/{item.pk}/"
    assert "没有再建一份" in answer.content.decode()
    assert Item.objects.count() == 1


def test_a_mistake_keeps_everything_that_was_typed(clerk, offered):
    token = next(name for name in offered if name.startswith("words_"))
    typed = {**offered, "title": "", "summary": "发补贴", "made_on": "不知道", token: "发放流程"}
    answer = clerk.post(CREATE, typed)
    again = fields(answer.content.decode())
    assert answer.status_code == 422
    assert (again["summary"].strip(), again["made_on"], again[token]) == (
        "发补贴",
        "不知道",
        "发放流程",
    )
    assert (
        made(clerk, {**again, "title": "题目", "made_on": "2024-03-05"}).draft.summary == "发补贴"
    )


def test_facts_that_contradict_each_other_are_said_and_nothing_is_lost(clerk, offered):
    answer = clerk.post(CREATE, {**offered, "ends_on": "2020-01-01"})
    assert answer.status_code == 422
    assert "早于施行日期" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"MZ\x90\x00" + bytes(99), "通知.docx", "不接受程序"),
        (picture(), "扫描.png", "作为附件上传"),
        (b"", "空.docx", "文件是空的|空"),
        ("秘密★1年\n关于用水的通知\n各村：\n停水。".encode(), "通知.txt", "国家秘密"),
    ],
)
def test_a_wrong_file_gets_its_message_by_the_field_and_is_not_kept(clerk, data, name, words):
    answer = clerk.post(PAGE, {"file": given(data, name)})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(rf'id="id_file_error">.*?(?:{words})', page, re.DOTALL)
    assert not StoredFile.objects.exists()


def test_without_a_file_the_page_asks_for_one(clerk):
    assert clerk.post(PAGE, {}).status_code == 422


def test_another_persons_offer_cannot_be_used(clerk, cast, offered):
    clerk.force_login(make_person("li", "李同事", cast.town, "clerk"))
    assert "重新选择文件" in clerk.post(CREATE, offered, follow=True).content.decode()
    assert not Item.objects.exists()


def test_a_ticket_that_was_changed_is_refused(clerk, offered):
    answer = clerk.post(CREATE, {**offered, "ticket": offered["ticket"] + "x"}, follow=True)
    assert "重新选择文件" in answer.content.decode()
    assert not Item.objects.exists()


def test_script_in_the_text_that_comes_back_stays_out(clerk, offered):
    source = offered["source"] + "<script>alert(1)</script><img src=x onerror=alert(1)>"
    shown = clerk.post(CREATE, {**offered, "source": source, "title": ""}).content.decode()
    assert "alert(1)</script>" not in shown.replace("&lt;", "<").split('id="read"')[1]
    assert "onerror" not in made(clerk, {**offered, "source": source}).draft.body


def test_the_page_of_a_draft_takes_text_and_pictures_and_asks_for_their_words(clerk, cast):
    item = draft(cast)
    answer = clerk.post(f"/desk/items/{item.pk}/word/", {"word": given(), "seen_version": 1})
    assert answer["Location"] == f"/desk/items/{item.pk}/pictures/"
    found = Item.objects.get(pk=item.pk)
    assert "/files/public/" in found.draft.body
    assert {row.use for row in found.draft.attachments.all()} == {"original", "picture"}


def test_words_for_pictures_are_kept_in_the_text(clerk, cast):
    item = draft(cast)
    clerk.post(f"/desk/items/{item.pk}/word/", {"word": given(), "seen_version": 1})
    address = f"/desk/items/{item.pk}/pictures/"
    typed = fields(clerk.get(address).content.decode())
    token = next(name for name in typed if name.startswith("words_"))
    assert clerk.post(address, {**typed, token: '说"明'}).status_code == 302
    assert 'alt="说&quot;明"' in Item.objects.get(pk=item.pk).draft.body
    assert clerk.post(address, {**typed, token: "旧页面"}).status_code == 422


def test_the_list_and_the_first_page_take_a_file_from_those_who_draft(clerk, cast):
    for address in ("/desk/", "/desk/items/"):
        assert 'id="drop-file"' in clerk.get(address).content.decode()
    clerk.force_login(cast.reviewer)
    for address in ("/desk/", "/desk/items/"):
        assert 'id="drop-file"' not in clerk.get(address).content.decode()


def test_who_drafts_for_several_organs_says_for_whom(clerk, cast):
    national_column(cast.other_town, "content")
    Post.objects.create(user=cast.clerk, agency=cast.other_town, role="clerk", since=SINCE)
    assert 'id="drop-agency"' in clerk.get("/desk/").content.decode()
    text = SimpleUploadedFile("通告.txt", "关于停水的通告\n明天停水。".encode())
    answer = clerk.post(PAGE, {"file": text, "agency": cast.other_town.pk})
    item = made(clerk, fields(answer.content.decode()))
    assert item.agency == cast.other_town
