"""Pictures drawn smaller for phones, tall ones in pieces."""

import io

import pytest
from PIL import Image

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.web_pictures import LIGHT, TALLEST, WIDEST, drawn
from tests.files.given import picture


def noise(width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture that does not pack well."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(out, kind)
    return out.getvalue()


def test_a_light_picture_is_shown_as_it_is():
    assert drawn(picture(size=(800, 600)), False).pieces == ()


def test_a_wide_picture_is_drawn_smaller_in_proportion():
    seen = drawn(noise(2560, 400), False)
    (piece,) = seen.pieces
    assert (seen.width, seen.height) == (2560, 400)
    assert (piece.width, piece.height) == (WIDEST, 200)
    assert Image.open(io.BytesIO(piece.data)).size == (WIDEST, 200)


def test_a_heavy_picture_gets_lighter_even_where_it_is_not_wide():
    heavy = noise(800, 600)
    assert len(heavy) > LIGHT
    (piece,) = drawn(heavy, False).pieces
    assert len(piece.data) < len(heavy)


def test_a_tall_picture_is_cut_without_losing_a_line():
    pieces = drawn(picture(size=(400, TALLEST * 2 + 7)), True).pieces
    assert [piece.height for piece in pieces] == [TALLEST, TALLEST, 7]
    assert {piece.width for piece in pieces} == {400}


def test_a_picture_that_is_too_tall_is_refused_with_a_way_out():
    with pytest.raises(UnreadableReport, match="分成几张"):
        drawn(picture(size=(10, 60_000)), True)


def test_what_lets_through_shows_white():
    out = io.BytesIO()
    Image.new("RGBA", (2000, 10), (255, 0, 0, 0)).save(out, "PNG")
    (piece,) = drawn(out.getvalue(), False).pieces
    assert Image.open(io.BytesIO(piece.data)).getpixel((5, 2))[0] > 250


def test_a_moving_picture_stays_as_it_is():
    out = io.BytesIO()
    frames = [Image.new("RGB", (1400, 10), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert drawn(out.getvalue(), False).pieces == ()
