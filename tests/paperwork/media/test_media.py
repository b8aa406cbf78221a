"""Video and sound are told by content; what they say of people and places is found."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.media import examine_media
from tests.paperwork.media.given import FILM, M4A, SOUND, box, film

ALL = frozenset({"mp4", "mp3", "m4a"})


def seen(data, kinds=ALL):
    return examine_media(io.BytesIO(data), kinds)


def test_a_film_tells_how_long_and_how_large_it_is():
    found = seen(FILM)
    assert (found.kind, found.width, found.height, found.warnings) == ("mp4", 160, 90, ())
    assert found.seconds == pytest.approx(4, abs=0.3)


@pytest.mark.parametrize(("data", "kind"), [(SOUND, "mp3"), (M4A, "m4a")])
def test_a_sound_tells_how_long_it_is(data, kind):
    found = seen(data)
    assert found.kind == kind
    assert found.seconds == pytest.approx(3, abs=0.3)


def test_tags_before_and_behind_the_sound_are_left_out():
    found = seen(SOUND)
    left = SOUND[found.start : found.end]
    assert left[0] == 0xFF
    assert "王经办".encode("utf-16-le") not in left
    assert b"TAG" not in left[-128:]


def test_what_is_not_wanted_is_refused_with_a_way_out():
    with pytest.raises(UnreadableReport, match="这里不能上传音频"):
        seen(SOUND, frozenset({"mp4"}))
    with pytest.raises(UnreadableReport, match="不认识的视频"):
        seen(b"%PDF-1.7 and so on", frozenset({"mp4"}))
    with pytest.raises(UnreadableReport, match="MOV"):
        seen(film(b"vide", brand=b"qt  "))
    with pytest.raises(UnreadableReport, match="空的"):
        seen(b"")


def test_tracks_that_write_down_places_are_refused():
    with pytest.raises(UnreadableReport, match="位置等附加数据"):
        seen(film(b"vide", b"meta"))
    assert seen(film(b"vide", b"soun")).kind == "mp4"


@pytest.mark.parametrize("around", ["file", "moov", "trak"])
def test_boxes_that_no_player_needs_are_emptied_wherever_they_stand(around):
    place = box(b"gps ", b"+30.2741+120.1551/")
    mdia = box(b"mdia", box(b"hdlr", bytes(8), b"vide", bytes(13)))
    trak = box(b"trak", mdia, place if around == "trak" else b"")
    moov = box(b"moov", trak, place if around == "moov" else b"")
    behind = place if around == "file" else b""
    data = box(b"ftyp", b"isom", bytes(4)) + moov + box(b"mdat", b"x") + behind
    found = seen(data)
    at = data.index(b"+30.2741")
    assert (at, 18) in found.zeros
    assert found.renamed == (at - 4,)


def test_a_film_is_played_by_the_boxes_that_stay():
    kept = bytearray(FILM)
    for at, count in seen(FILM).zeros:
        kept[at : at + count] = bytes(count)
    whole = all(word in kept for word in (b"ftyp", b"moov", b"trak", b"stbl", b"avc1", b"mdat"))
    assert whole


def test_a_file_without_a_duration_says_so():
    assert "时长" in seen(film(b"soun")).warnings[0]


@pytest.mark.parametrize(
    "data", [FILM[:700], box(b"ftyp", b"isom", bytes(4)), film(b"hint"), FILM[:-50]]
)
def test_what_is_cut_off_is_refused(data):
    with pytest.raises(UnreadableReport, match="不完整"):
        seen(data)


def test_boxes_without_end_are_refused():
    deep = b""
    for _ in range(200):
        deep = box(b"moov", deep)
    with pytest.raises(UnreadableReport, match="不完整"):
        seen(box(b"ftyp", b"isom", bytes(4)) + deep + box(b"mdat", b"x"))


@given(some.integers(0, len(FILM) - 1), some.binary(min_size=1, max_size=8))
def test_a_damaged_film_is_read_or_refused(place, other):
    damaged = FILM[:place] + other + FILM[place + len(other) :]
    try:
        found = seen(damaged)
    except UnreadableReport:
        return
    assert found.kind in ALL
    assert all(at >= 0 and at + count <= len(damaged) for at, count in found.zeros)


@given(some.integers(0, len(SOUND) - 1), some.binary(min_size=1, max_size=8))
def test_a_damaged_sound_is_read_or_refused(place, other):
    try:
        found = seen(SOUND[:place] + other + SOUND[place + len(other) :])
    except UnreadableReport:
        return
    assert 0 <= found.start < found.end <= len(SOUND) + 8
