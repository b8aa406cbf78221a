"""The editors of forms, asked as a browser without scripts asks them."""

import pytest

from gongkai.publishing.actions import submit
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import data_of
from tests.files.given import picture, upload
from tests.paperwork.media.given import FILM, M4A, SOUND
from tests.publishing.formed import ASKED, in_form, with_form
from tests.publishing.items import NOW, draft


@pytest.fixture
def ask(client, cast):
    """``ask(item, form, **typed)``: the clerk opens an editor, or sends what was typed."""

    def asking(item, form, **typed):
        client.force_login(cast.clerk)
        address = f"/desk/items/{item.pk}/form/{form}"
        return client.post(address, typed) if typed else client.get(address)

    return asking


def rows(data=ASKED, **more):
    """The form of questions as it is sent."""
    sent = {"rows": str(len(data["questions"]))}
    for place, row in enumerate(data["questions"]):
        sent |= {f"{name}-{place}": words for name, words in row.items()}
    return sent | more


def kept(item):
    return data_of(Item.objects.get(pk=item.pk).draft)


def test_a_form_is_chosen_and_its_editor_opens(cast, ask):
    item = draft(cast)
    answer = ask(item, "", key="questions", seen_version=item.version)
    assert answer["Location"] == f"/desk/items/{item.pk}/form/questions/"
    assert "第 1 问" in ask(item, "questions/").content.decode()


def test_questions_are_kept_and_empty_rows_are_not(cast, ask):
    item = in_form(cast, "questions")
    typed = {"questions": [*ASKED["questions"], {"question": "", "answer": ""}]}
    answer = ask(item, "questions/", **rows(typed, seen_version=item.version, then="back"))
    assert answer["Location"] == f"/desk/items/{item.pk}/"
    assert kept(item) == ASKED


def test_a_moved_row_is_shown_and_nothing_is_kept_yet(cast, ask):
    item = with_form(cast, "questions", ASKED)
    form = ask(item, "questions/", **rows(seen_version=item.version, act="up-2")).context["form"]
    asked = [fields[0].value() for _, fields, _ in form.rows_shown()][:2]
    assert asked == ["到哪里申请？", "补贴什么时候发放？"]
    assert kept(item) == ASKED


def test_pasted_text_becomes_rows_to_look_at(cast, ask):
    item = in_form(cast, "questions")
    pasted = "问：何时？\n答：明天。"
    page = ask(item, "questions/", rows="0", pasted=pasted, act="read", seen_version="1")
    assert "读出 1 条" in page.content.decode()
    assert 'value="何时？"' in page.content.decode()


def test_who_saves_second_sees_the_differences_and_decides(cast, ask):
    item = with_form(cast, "questions", ASKED)
    mine = {"questions": [{"question": "何时？", "answer": "明天"}]}
    answer = ask(item, "questions/", **rows(mine, seen_version=item.version - 1))
    assert answer.status_code == 409
    assert "已经保存了另一份" in answer.content.decode()
    now = Item.objects.get(pk=item.pk).version
    ask(item, "questions/", **rows(mine, seen_version=now))
    assert kept(item) == mine


def test_what_comes_too_late_is_shown_to_be_kept_elsewhere(cast, ask):
    item = submit(item=with_form(cast, "questions", ASKED), by=cast.clerk, now=NOW)
    late = {"questions": [{"question": "太晚了吗？", "answer": "是"}]}
    answer = ask(item, "questions/", **rows(late, seen_version=item.version))
    assert answer.status_code == 409
    assert "太晚了吗？" in answer.content.decode()
    assert kept(item) == ASKED


def test_the_editor_of_another_form_leads_to_the_choice(cast, ask):
    item = in_form(cast, "questions")
    assert ask(item, "pictures/")["Location"] == f"/desk/items/{item.pk}/form/"
    assert ask(item, "pictures/", rows="0", seen_version="2").status_code == 409


def test_several_pictures_are_taken_in_at_once_and_described(cast, ask):
    item = in_form(cast, "pictures")
    new = [upload(picture(size=(2000, 10)), "会场.jpg"), upload(picture(), "b.jpg")]
    ask(item, "pictures/", rows="0", seen_version=item.version, new=new, then="go_on")
    first, second = kept(item)["pictures"]
    assert (first["width"], first["large"]["width"], "large" in second) == (1280, 2000, False)
    form = ask(item, "pictures/").context["form"]
    typed = {f"about-{place}": form[f"about-{place}"].value() for place in range(2)}
    words = {"caption-0": "宣讲会", "alt-0": "镇干部讲解办法", "caption-1": "", "alt-1": ""}
    seen = Item.objects.get(pk=item.pk).version
    ask(item, "pictures/", rows="2", seen_version=seen, **typed, **words)
    assert [row["caption"] for row in kept(item)["pictures"]] == ["宣讲会", ""]
    assert Item.objects.get(pk=item.pk).draft.attachments.filter(use="part").count() == 3


def test_a_picture_that_was_made_up_is_not_taken(cast, ask):
    item = in_form(cast, "pictures")
    typed = {"about-0": "made-up", "caption-0": "x", "alt-0": "y"}
    ask(item, "pictures/", rows="1", seen_version=item.version, **typed)
    assert kept(item) == {"pictures": []}


def test_what_is_no_picture_is_refused_and_what_was_typed_stays(cast, ask):
    item = in_form(cast, "pictures")
    answer = ask(item, "pictures/", rows="0", seen_version=item.version, new=upload(b"%PDF-1.4"))
    assert answer.status_code == 422
    assert kept(item) == {}


SRT = (
    "1\n00:00:00,500 --> 00:00:02,000\n大家好，\n\n2\n00:00:02,000 --> 00:00:03,500\n今天讲补贴。\n"
)


def test_a_video_is_kept_with_captions_and_a_transcript_made_of_them(cast, ask):
    item = in_form(cast, "video")
    given = {"media": upload(FILM, "VID.mp4"), "captions_file": upload(SRT.encode(), "字幕.srt")}
    answer = ask(item, "video/", **given, seen_version=item.version, then="transcript")
    assert answer["Location"] == f"/desk/items/{item.pk}/form/video/"
    data = kept(item)
    assert (data["media"]["width"], data["seconds"]) == (160, 4.0)
    assert [row["words"] for row in data["captions"]] == ["大家好，", "今天讲补贴。"]
    assert data["transcript"] == "大家好，今天讲补贴。"
    shown = ask(item, "video/").context["form"].initial
    assert shown["captions"].startswith("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\n大家好，")


def test_captions_that_cannot_be_read_are_refused_and_nothing_typed_is_lost(cast, ask):
    item = in_form(cast, "video")
    typed = {"captions": "00:01 --> x\n甲", "transcript": "写了很久", "link": "ftp://x"}
    answer = ask(item, "video/", **typed, seen_version=item.version)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "第 1 行的时间看不懂" in page
    assert "写了很久" in page
    assert "https:// 开头" in page


def test_a_sound_is_kept_and_can_be_replaced(cast, ask):
    item = in_form(cast, "audio")
    typed = {"transcript": "广播稿", "seen_version": item.version}
    ask(item, "audio/", media=upload(SOUND, "录音.mp3"), **typed)
    first = kept(item)["media"]["file"]
    seen = Item.objects.get(pk=item.pk).version
    ask(item, "audio/", media=upload(M4A, "录音.m4a"), **{**typed, "seen_version": seen})
    assert kept(item)["media"]["kind"] == "audio/mp4"
    assert kept(item)["media"]["file"] != first
    assert Item.objects.get(pk=item.pk).draft.attachments.filter(use="part").count() == 1


def test_a_tall_picture_is_kept_in_pieces_with_its_text(cast, ask):
    item = in_form(cast, "one_picture")
    given = upload(picture(size=(40, 3300)), "长图.jpg")
    typed = {"alt": "一图读懂", "text": "全部内容", "seen_version": item.version}
    ask(item, "picture/", picture=given, **typed)
    data = kept(item)
    assert [piece["height"] for piece in data["pieces"]] == [1600, 1600, 100]
    ask(item, "picture/", **{**typed, "text": "改过的", "seen_version": item.version + 1})
    assert (kept(item)["text"], kept(item)["full"]) == ("改过的", data["full"])
