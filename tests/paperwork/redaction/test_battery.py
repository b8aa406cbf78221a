"""The battery: whatever a secret hides in, the released file is the same as if there had been another secret.

Each file is made twice, with two secrets; byte for byte the released files are one. Nothing can be got out of a file that does
not depend on it.
"""

import io
from functools import cache

import pikepdf
import pytest
from PIL import ImageChops, ImageStat

from gongkai.paperwork.redaction import Redaction, Released, redact
from tests.paperwork.redaction.looked_through import (
    everything,
    holds,
    inside,
    outside,
    pixels,
    texts,
)
from tests.paperwork.redaction.made import CASES, PUBLIC, SECRET, made

ONE, OTHER = "4711", "9382"
NAMES = pytest.mark.parametrize("name", CASES)


@cache
def released(name: str, secret: str = ONE, *, keep_words: bool = True) -> Released:
    redactions = [Redaction(box, "第十五条") for box in CASES[name].boxes]
    return redact(made(name, secret), redactions, keep_words=keep_words)


@NAMES
def test_the_file_is_the_same_whatever_the_secret(name):
    assert released(name, ONE).data == released(name, OTHER).data


@NAMES
def test_the_secret_is_in_the_original_or_this_battery_proves_nothing(name):
    assert holds(made(name, ONE), SECRET.format(ONE))
    if CASES[name].seen:
        assert pixels(made(name, ONE)).tobytes() != pixels(made(name, OTHER)).tobytes()


@NAMES
def test_neither_text_nor_objects_hold_the_secret(name):
    for keep_words in (True, False):
        data = released(name, keep_words=keep_words).data
        for secret in (SECRET.format(ONE), SECRET.split("-")[0]):
            assert not holds(data, secret)


@NAMES
def test_under_the_boxes_all_is_black(name):
    picture = pixels(released(name).data)
    for box in CASES[name].boxes:
        assert inside(picture, box).getextrema()[1] < 30


@NAMES
def test_beside_the_boxes_the_picture_is_as_it_was(name):
    boxes = CASES[name].boxes
    before, after = (
        outside(pixels(data), boxes) for data in (made(name, ONE), released(name).data)
    )
    assert before.size == after.size
    assert ImageStat.Stat(ImageChops.difference(before, after)).mean[0] < 3


@NAMES
def test_words_beside_the_boxes_can_be_read_if_they_are_kept(name):
    assert (PUBLIC in texts(released(name).data)) is (
        name != "scanned" or PUBLIC in texts(made(name, ONE))
    )
    assert texts(released(name, keep_words=False).data).strip() == ""


@NAMES
def test_there_is_nothing_in_the_file_but_pages(name):
    data = released(name).data
    assert data.count(b"%%EOF") == data.count(b"startxref") == 1
    for key in (b"/Annots", b"/AcroForm", b"/EmbeddedFile", b"/Metadata", b"/Info", b"/OCProperties", b"/Outlines",
                b"/ObjStm", b"/Encrypt", b"/JavaScript", b"/PieceInfo", b"/PageLabels", b"/Rotate", b"/CropBox"):  # fmt: skip
        assert key not in everything(data), key
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_every_page_is_made_anew():
    assert released("form").pages == released("annotation").pages == 2
    assert PUBLIC in texts(released("form").data)
