"""Words are found where they stand, over line ends and on turned pages, in fields and behind scans, and personal data by kind."""

import pytest

from gongkai.paperwork.letters import print_letter
from gongkai.paperwork.redaction import Place, Redaction, find_places, redact
from gongkai.paperwork.redaction.finding import places
from gongkai.paperwork.redaction.seeking import occurrences, plain
from tests.paperwork.letters.samples import LETTERS
from tests.paperwork.redaction.looked_through import inside, pixels, texts
from tests.paperwork.redaction.made import CASES, COVER, blank, made, saved, words

SECRET = "SECRET-4711"


def found(data: bytes, *sought: str, kinds: frozenset[str] = frozenset()) -> list[Place]:
    return places(data, sought, kinds)


def near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(first - second) < 0.06 for first, second in zip(one, other, strict=True))


@pytest.mark.parametrize(
    "name",
    [
        "text",
        "turned by 90",
        "turned by 180",
        "turned by 270",
        "cropped",
        "form",
        "annotation",
        "scanned",
    ],
)
def test_a_word_is_found_where_it_is_seen(name):
    boxes = [
        box for place in found(made(name, "4711"), SECRET) for box in place.boxes if box.page == 1
    ]
    assert len(boxes) == 1
    assert near(boxes[0].edges, CASES[name].boxes[0].edges)


def test_a_word_behind_a_scan_is_marked_as_not_seen():
    (place,) = found(made("scanned", "4711"), SECRET)
    assert place.hidden
    assert not found(made("text", "4711"), SECRET)[0].hidden


@pytest.mark.parametrize("written", ["secret-4711", "ＳＥＣＲＥＴ-4711", "SEC RET-\n4711"])
def test_width_case_and_blanks_make_no_difference(written):
    assert len(found(made("text", "4711"), written)) == 1


def test_what_is_not_there_is_not_found():
    assert not found(made("text", "4711"), "4712", "", "  ")


def test_a_word_over_a_line_end_has_a_box_for_each_line():
    data = saved(blank(words("SECRET-", 150, 90) + words("4711", 20, 70)))
    ((upper, lower),) = (place.boxes for place in found(data, SECRET))
    assert upper.left > lower.left
    assert upper.bottom <= lower.top + 0.02


def test_words_found_and_withheld_are_gone():
    data = print_letter(LETTERS["refusal-state_secret"], "pdf")
    boxes = [box for place in find_places(data, ["柳林县"]) for box in place.boxes]
    made_anew = redact(data, [Redaction(box, "第十五条") for box in boxes], keep_words=True)
    assert "柳林县" not in texts(made_anew.data)
    assert "财政局" in texts(made_anew.data)
    assert not made_anew.leftovers
    assert all(inside(pixels(made_anew.data, box.page), box).getextrema()[1] < 60 for box in boxes)


def test_personal_data_are_found_by_kind():
    data = saved(blank(words("tel 13812345678", 20, 60) + words("id 11010519491231002X", 20, 40)))
    assert [place.kind for place in found(data, kinds=frozenset({"mobile"}))] == ["mobile"]
    kinds = frozenset({"mobile", "resident_id"})
    assert {(place.kind, place.text) for place in found(data, kinds=kinds)} == {
        ("mobile", "13812345678"),
        ("resident_id", "11010519491231002X"),
    }


def test_a_box_of_a_find_covers_the_word():
    (place,) = find_places(made("text", "4711"), [SECRET])
    picture = pixels(redact(made("text", "4711"), [Redaction(place.boxes[0], "")]).data)
    other = pixels(redact(made("text", "9382"), [Redaction(place.boxes[0], "")]).data)
    assert picture.tobytes() == other.tobytes()
    assert COVER.left < place.boxes[0].right


def test_words_are_compared_plainly():
    assert plain("Ａ b\u3000C\n") == "abc"
    assert list(occurrences("aaa", "aa")) == [0, 1]
