"""What a picture set and a picture with its text lack."""

import pytest

from gongkai.publishing.presentations.one_picture import ONE_PICTURE
from gongkai.publishing.presentations.pictures import PICTURES, says_nothing

FULL = {"file": "a", "size": 9, "width": 10, "height": 10}


def said(row, data):
    return [(each.said, each.check) for each in row.problems(data)]


def test_a_set_without_pictures_is_not_done():
    assert said(PICTURES, {}) == [("图集里还没有图片", "form")]


def test_every_picture_needs_a_caption_and_words_for_who_does_not_see_it():
    row = {"file": "a", "width": 4, "height": 3, "caption": "", "alt": ""}
    assert said(PICTURES, {"pictures": [row]}) == [
        ("第 1 张图片没有图片说明", "form"),
        ("第 1 张图片没有替代文字", "form_words"),
    ]
    good = {**row, "caption": "宣讲会", "alt": "镇干部在村委会讲解补贴办法"}
    assert said(PICTURES, {"pictures": [good]}) == []


@pytest.mark.parametrize("words", ["图片", "照片1", "见图。", "IMG_2041.JPG", "Photo"])
def test_words_that_say_nothing_are_no_words(words):
    assert says_nothing(words)
    assert not says_nothing("照片上，镇干部向村民讲解补贴办法")


def test_a_tall_picture_needs_all_of_its_text():
    data = {"full": FULL, "pieces": [FULL], "alt": "补贴办法一图读懂", "text": ""}
    assert said(ONE_PICTURE, {}) == [("还没有图片", "form")]
    assert said(ONE_PICTURE, data) == [("没有写文字版", "form_words")]
    assert "不像是图上的全部内容" in said(ONE_PICTURE, {**data, "text": "补贴"})[0][0]
    assert said(ONE_PICTURE, {**data, "text": "补贴标准：" * 10}) == []


def test_addresses_and_sizes_are_given_to_readers():
    row = {"file": "a", "width": 4, "height": 3, "caption": "会", "alt": "会场", "large": FULL}
    (shown,) = PICTURES.shown({"pictures": [row]})["pictures"]
    assert (shown["source"], shown["full"], shown["size"]) == (
        "/files/public/a",
        "/files/public/a",
        9,
    )
    tall = ONE_PICTURE.shown({"full": FULL, "pieces": [FULL], "text": "一\n\n二"})
    assert tall["paragraphs"] == ["一", "二"]
