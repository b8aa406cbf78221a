"""Video and sound are taken in piece by piece; readers get them without what they said of people and places."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory, override_settings

from gongkai.files.actions import receive
from gongkai.files.purposes import largest_request
from gongkai.files.refusals import Unacceptable
from gongkai.files.sending import as_media
from tests.files.test_receive import NOW
from tests.paperwork.media.given import FILM, SOUND

EDITOR = "/desk/items/12/form/video/"


def take(cast, data, purpose="video", name="VID_20260305.mp4"):
    given = SimpleUploadedFile(name, data)
    return receive(agency=cast.town, upload=given, purpose=purpose, by=cast.clerk, now=NOW)


def bytes_of(opened):
    with opened as content:
        return content.read()


def test_the_original_is_kept_to_the_byte_and_the_copy_says_nothing_of_its_maker(cast):
    stored = take(cast, FILM)
    copy = bytes_of(stored.open_public())
    assert bytes_of(stored.open()) == FILM
    assert (stored.kind, stored.size, len(copy)) == ("mp4", len(FILM), len(FILM))
    for told in ("王经办".encode(), b"loci", b"Lavf"):
        assert told in FILM
        assert told not in copy
    assert stored.public_sha256 == hashlib.sha256(copy).hexdigest()


def test_a_sound_loses_its_tags(cast):
    stored = take(cast, SOUND, "audio", "录音.mp3")
    copy = bytes_of(stored.open_public())
    assert copy in SOUND
    assert stored.public_size == len(copy) < stored.size == len(SOUND)


def test_what_is_no_video_is_refused(cast):
    with pytest.raises(Unacceptable, match="不能上传音频"):
        take(cast, SOUND)


def test_only_where_videos_are_handed_in_a_request_may_be_that_large(client, db):
    assert largest_request(EDITOR) > 200 * 2**20
    for path in ("/desk/items/12/form/video/x", "/apply/", "/desk/items/12/form/pictures/"):
        assert largest_request(path) == 55 * 2**20
    answer = client.post(EDITOR, data=b"", content_type="x/y", CONTENT_LENGTH=str(300 * 2**20))
    assert answer.status_code == 413
    assert "200 MB" in answer.content.decode()


@override_settings(DEBUG=False)
@pytest.mark.parametrize(
    ("asked", "status", "given"),
    [("", 200, FILM), ("bytes=0-1", 206, FILM[:2]), ("bytes=100-", 206, FILM[100:]), ("bytes=-4", 206, FILM[-4:]), ("bytes=999999-", 416, b""),
     ("bytes=0-1,4-5", 200, FILM), ("bytes=3-1", 200, FILM)],
)  # fmt: skip
def test_a_phone_may_ask_for_any_part_of_a_film(cast, asked, status, given):
    stored = take(cast, FILM)
    request = RequestFactory().get("/", headers={"Range": asked} if asked else {})
    answer = as_media(request, stored, stored.open, stored.size)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert (answer.status_code, content) == (status, given)
    if status != 416:
        assert int(answer["Content-Length"]) == len(given)
        assert answer["Accept-Ranges"] == "bytes"
        assert answer["Content-Disposition"].startswith("inline")
