"""Boxes are judged before anything is done, the list names each with its ground, and a file that fails the proof stays here."""

import io
import math

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.redaction import (
    Box,
    NotBurnt,
    Redaction,
    WrongBox,
    look_at,
    page_picture,
    redact,
)
from gongkai.paperwork.redaction import release as releasing
from gongkai.paperwork.redaction.boxes import check
from gongkai.paperwork.redaction.document import MOST_PAGES
from gongkai.paperwork.redaction.doors import burnt, left_open
from gongkai.paperwork.redaction.writer import Sheet, written
from tests.paperwork.redaction.looked_through import inside, pixels
from tests.paperwork.redaction.made import (
    COVER,
    HIGH,
    WIDE,
    blank,
    drawing,
    made,
    placed,
    saved,
    words,
)

FILE = made("text", "4711")


def test_the_list_names_each_box_with_its_ground_from_top_to_bottom():
    lower, upper = Box(1, 0.1, 0.8, 0.3, 0.9), Box(1, 0.5, 0.1, 0.6, 0.2)
    found = redact(FILE, [Redaction(lower, "第十六条"), Redaction(upper, "第十五条")])
    assert [(each.number, each.box, each.ground) for each in found.withheld] == [
        (1, upper, "第十五条"),
        (2, lower, "第十六条"),
    ]
    assert found.pages == 1


@pytest.mark.parametrize(
    ("box", "fits"),
    [
        (Box(0, 0, 0, 1, 1), False),
        (Box(1, 0, 0, 1, 1), True),
        (Box(2, 0, 0, 1, 1), True),
        (Box(3, 0, 0, 1, 1), False),
        (Box(1, -0.001, 0, 1, 1), False),
        (Box(1, 0, 0, 1.001, 1), False),
        (Box(1, 0.5, 0, 0.5, 1), False),
        (Box(1, 0.6, 0, 0.5, 1), False),
        (Box(1, 0, 0.6, 1, 0.5), False),
        (Box(1, math.nan, 0, 1, 1), False),
        (Box(1, 0, 0, math.inf, 1), False),
    ],
)
def test_a_box_lies_on_a_page_and_has_a_size(box, fits):
    if fits:
        check([box], 2)
    else:
        with pytest.raises(WrongBox, match="页"):
            check([box], 2)


def test_a_wrong_box_is_refused_before_anything_is_made():
    with pytest.raises(WrongBox, match="没有第 2 页：文件共 1 页"):
        redact(FILE, [Redaction(Box(2, 0, 0, 1, 1), "")])


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from([0, 90, 180, 270]),
    st.lists(
        st.tuples(*[st.floats(0, 0.9)] * 2, *[st.floats(0.02, 0.1)] * 2), min_size=1, max_size=3
    ),
)
def test_any_box_on_any_turned_page_is_black_and_the_rest_is_not(angle, corners):
    pdf = blank("")
    pdf.pages[0].Rotate = angle
    boxes = [Box(1, left, top, left + wide, top + high) for left, top, wide, high in corners]
    pages = burnt(saved(pdf), 1, 1, {1: tuple(box.edges for box in boxes)})
    picture = pixels(written([Sheet(pages[0].picture)]))
    assert picture.size == ((2 * HIGH, 2 * WIDE) if angle % 180 else (2 * WIDE, 2 * HIGH))
    for box in boxes:
        assert inside(picture, box).getextrema()[1] < 30
    area = sum((box.right - box.left) * (box.bottom - box.top) for box in boxes)
    assert picture.histogram()[0] < (area + 0.08) * picture.width * picture.height


def test_how_a_page_is_coded_goes_by_what_is_seen_of_it():
    plain = saved(blank(words("black", 20, 40)))
    red = saved(blank("1 0 0 rg\n" + words("red", 20, 40)))
    photo = blank("")
    placed(photo, drawing("x", (64, 64)).effect_spread(9).convert("RGB"), "200 0 0 150 20 20")
    noisy = blank("")
    placed(
        noisy,
        __import__("PIL.Image", fromlist=["x"]).effect_noise((120, 90), 80).convert("RGB"),
        "200 0 0 150 20 20",
    )
    codings = [burnt(file, 1, 1, {})[0].picture.coding for file in (plain, red, saved(noisy))]
    assert codings == ["fax", "indexed", "jpeg"]


def test_a_colour_under_a_box_does_not_choose_the_coding():
    red = saved(blank("1 0 0 rg\n" + words("SECRET", 150, 90)))
    assert burnt(red, 1, 1, {1: (COVER.edges,)})[0].picture.coding == "fax"


def test_words_withheld_here_and_seen_there_are_told():
    twice = saved(blank(words("SECRET-4711", 150, 90) + words("see secret-4711 too", 20, 40)))
    (found,) = redact(twice, [Redaction(COVER, "")]).leftovers
    assert found.box.page == 1
    assert 0.7 < found.box.top < 0.85
    assert not redact(FILE, [Redaction(COVER, "")]).leftovers


def test_words_that_do_not_show_are_not_kept():
    for name in ("painted over", "scanned"):
        assert "SECRET" not in "".join(
            word.text for word in burnt(made(name, "4711"), 1, 1, {})[0].words
        )


def test_a_character_half_under_a_box_is_not_kept():
    half = Box(1, 0, 0, 159.5 / WIDE, 1)  # through the middle of the second letter
    kept = "".join(word.text for word in burnt(FILE, 1, 1, {1: (half.edges,)})[0].words)
    assert kept == "CRET-4711"


def test_a_file_that_shows_what_it_should_not_is_not_handed_out(monkeypatch):
    untouched = burnt(FILE, 1, 1, {})
    monkeypatch.setattr(releasing, "_burnt", lambda *_: iter(untouched))
    with pytest.raises(NotBurnt, match="第 1 页的涂黑范围不是全黑"):
        redact(FILE, [Redaction(COVER, "")])


def test_text_under_a_black_box_fails_the_proof():
    black, bare = burnt(FILE, 1, 1, {1: (COVER.edges,)})[0], burnt(FILE, 1, 1, {})[0]
    leaky = written([Sheet(black.picture, bare.words)])
    assert "仍有文字" in left_open(leaky, {1: (COVER.edges,)}, 1)
    assert "应有 2 页" in left_open(leaky, {}, 2)
    assert (
        left_open(
            written([Sheet(black.picture, black.words, (COVER.edges,))]), {1: (COVER.edges,)}, 1
        )
        == ""
    )


def test_the_same_pages_give_the_same_bytes():
    redactions = [Redaction(COVER, "")]
    assert (
        redact(FILE, redactions, keep_words=True).data
        == redact(FILE, redactions, keep_words=True).data
    )


def test_many_pages_come_in_batches_in_their_order():
    pdf = pikepdf.new()
    for at in range(18):
        with pikepdf.open(io.BytesIO(saved(blank(words(f"page {at + 1}", 20, 40))))) as one:
            pdf.pages.append(one.pages[0])
    found = redact(saved(pdf), [Redaction(Box(17, 0.4, 0.4, 0.6, 0.6), "")], keep_words=True)
    with pikepdf.open(io.BytesIO(found.data)) as made_anew:
        assert len(made_anew.pages) == found.pages == 18
    assert inside(pixels(found.data, 17), Box(17, 0.4, 0.4, 0.6, 0.6)).getextrema()[1] < 30


def test_what_the_file_will_lose_is_told():
    said = "".join(look_at(made("attachments and properties", "4711")).dropped)
    assert "带有 1 个附件" in said
    assert "图层" in "".join(look_at(made("layers", "4711")).dropped)
    assert "限制复制" in "".join(look_at(made("locked against copying", "4711")).dropped)


def test_a_page_is_looked_at_as_it_will_be():
    assert page_picture(FILE, 1).startswith(b"\x89PNG")
    assert page_picture(FILE, 1, [COVER.edges]) != page_picture(FILE, 1)
    assert look_at(made("turned by 90", "4711")).sizes == ((HIGH, WIDE),)
    with pytest.raises(UnreadableReport, match="没有第 2 页"):
        page_picture(FILE, 2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (saved(blank(""), encryption=pikepdf.Encryption(owner="a", user="b")), "有打开密码"),
        (FILE[:300], "可能已损坏"),
        (b"PK\x03\x04", "可能已损坏"),
        (b"", "可能已损坏"),
        (saved(pikepdf.new()), "可能已损坏"),
    ],
    ids=["locked", "cut off", "zip", "empty", "no pages"],
)
def test_what_cannot_be_opened_is_refused_with_a_sentence(data, said):
    with pytest.raises(UnreadableReport, match=said):
        redact(data, [])


@pytest.mark.parametrize(("pages", "fits"), [(MOST_PAGES, True), (MOST_PAGES + 1, False)])
def test_pages_are_limited(pages, fits):
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(20, 20))
    if fits:
        assert len(look_at(saved(pdf)).sizes) == pages
    else:
        with pytest.raises(HostileFile, match=f"超过 {MOST_PAGES} 页"):
            look_at(saved(pdf))


@pytest.mark.parametrize(
    ("side", "said"), [(9, "不像一页纸"), (14_401, "不像一页纸"), (14_400, "页面过大")]
)
def test_a_page_has_the_size_of_paper(side, said):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(99, 99))
    pdf.pages[0].MediaBox = pikepdf.Array([0, 0, side, side])
    with pytest.raises(UnreadableReport, match=said):
        redact(saved(pdf), [])
