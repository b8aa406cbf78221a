"""Pictures are drawn anew: upright, without what the camera says, and never larger than memory allows."""

import io
import struct
import zlib

import pytest
from PIL import Image

from gongkai.paperwork.cleaning import examine, jpeg
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from tests.paperwork.cleaning.made import ALL, photo


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_copy_says_nothing_of_camera_and_place(kind):
    copy = examine(photo(kind), "照片", ALL).public
    assert b"SECRET" in photo(kind)
    assert b"SECRET" not in copy
    assert b"Exif" not in copy
    with Image.open(io.BytesIO(copy)) as image:
        assert image.size == (20, 40)
        assert not dict(image.getexif())


def test_what_follows_the_picture_is_left_out():
    copy = examine(photo("PNG") + b"HIDDEN" * 9, "照片.png", ALL).public
    assert b"HIDDEN" not in copy


def test_a_moving_picture_keeps_moving():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue", "green")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=200)
    with Image.open(io.BytesIO(examine(out.getvalue(), "动.gif", ALL).public)) as image:
        assert (image.n_frames, image.info["duration"]) == (3, 200)


def test_transparency_stays():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(examine(out.getvalue(), "章.png", ALL).public)) as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0


def huge_png(width: int, height: int) -> bytes:
    """A header that promises more than anybody should unpack."""
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
        for name, data in pieces
    )


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (10_000, 9_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_header(width, height):
    with pytest.raises(HostileFile, match="图片过大"):
        examine(huge_png(width, height), "图.png", ALL)


@pytest.mark.parametrize(
    "data", [photo()[:200], photo("PNG")[:60], b"GIF89a" + bytes(20), huge_png(10, 10)]
)
def test_a_broken_picture_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableReport, match="图片不完整"):
        examine(data, "图", ALL)


def test_the_same_picture_gives_the_same_copy():
    assert examine(photo(), "a", ALL).public == examine(photo(), "b", ALL).public


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"not a picture", photo()[:100]]
)
def test_what_does_not_read_as_jpeg_is_left_alone(data):
    assert jpeg.strip(data) == data


def test_pixels_of_a_stripped_jpeg_stay_the_same():
    with (
        Image.open(io.BytesIO(photo())) as before,
        Image.open(io.BytesIO(jpeg.strip(photo()))) as after,
    ):
        assert before.tobytes() == after.tobytes()
