"""The writer's files are sound, and the words beneath the pictures are read back where they stand."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from gongkai.paperwork.redaction.burnt import KeptWord, Picture
from gongkai.paperwork.redaction.characters import characters_of
from gongkai.paperwork.redaction.invisible_ink import MARK
from gongkai.paperwork.redaction.sheets import _fax, _ink, _jpeg
from gongkai.paperwork.redaction.writer import Sheet, written

EDGES = (0.1, 0.1, 0.2, 0.2)
GREY = Image.new("L", (40, 20), 255)
GREY.paste(0, (0, 0, 20, 10))
PICTURES = {
    "fax": Picture(80, 40, 40, 20, "fax", _fax(GREY.point(_ink).convert("1"))),
    "indexed": Picture(
        80,
        40,
        40,
        20,
        "indexed",
        GREY.point(lambda value: value // 255).tobytes(),
        bytes((0, 0, 0, 255, 255, 255)),
    ),
    "jpeg": Picture(80, 40, 40, 20, "jpeg", _jpeg(GREY.convert("RGB"))),
}


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_picture_is_shown_as_it_is(picture):
    data = written([Sheet(picture)])
    with pypdfium2.PdfDocument(data) as document:
        assert document[0].get_size() == (80, 40)
        shown = document[0].render(scale=1).to_pil().convert("L")
    assert shown.getpixel((5, 5)) < 20
    assert shown.getpixel((60, 30)) > 235


@pytest.mark.parametrize("count", [1, 2, 30])
def test_the_file_is_sound(count):
    word = KeptWord("公开 a\U00020bb7", (EDGES,) * 5)
    data = written([Sheet(PICTURES["fax"], (word,), (EDGES,))] * count)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == count


def test_words_are_read_back_with_rare_characters_and_the_mark():
    edges = tuple((0.1 * at, 0.5, 0.1 * (at + 1), 0.6) for at in range(4))
    data = written(
        [Sheet(PICTURES["fax"], (KeptWord("公开a\U00020bb7", edges),), ((0.1, 0.1, 0.8, 0.2),))]
    )
    with pypdfium2.PdfDocument(data) as document:
        said = document[0].get_textpage().get_text_range()
    assert "公开a\U00020bb7" in said
    assert MARK in said


def test_without_words_there_is_no_font():
    assert b"/Font" not in written([Sheet(PICTURES["fax"])])


@pytest.mark.parametrize(
    "step", [(1, 0), (0, 1), (-1, 0), (0, -1)], ids=["right", "down", "left", "up"]
)
def test_turned_words_are_read_back_where_they_stand(step):
    middles = [(0.5 + 0.08 * step[0] * at, 0.5 + 0.08 * step[1] * at) for at in range(-2, 3)]
    edges = tuple((x - 0.04, y - 0.04, x + 0.04, y + 0.04) for x, y in middles)
    data = written([Sheet(PICTURES["fax"], (KeptWord("公开的信息", edges),))])
    with pypdfium2.PdfDocument(data) as document:
        read = characters_of(document, 1)
    shown = [each for each in read if each.text.strip()]
    assert {each.text: each.edges for each in shown}.keys() == set("公开的信息")
    for each in shown:
        where = edges["公开的信息".index(each.text)]
        assert all(abs(one - other) < 0.02 for one, other in zip(each.edges, where, strict=True))
