"""What a video and a sound lack, and what readers get of them."""

import pytest

from gongkai.publishing.presentations.media import AUDIO, VIDEO, host_of, lasting, seconds_of

MEDIA = {"file": "a", "size": 9, "kind": "video/mp4", "width": 160, "height": 90}
CUES = [{"start": 0, "end": 1000, "words": "大家好"}]


def said(row, data):
    return [(each.said, each.check) for each in row.problems(data)]


def test_a_video_needs_captions_and_a_transcript():
    assert said(VIDEO, {}) == [("还没有视频", "form")]
    assert said(VIDEO, {"media": MEDIA}) == [
        ("视频没有字幕", "form_words"),
        ("没有文字稿", "form_words"),
    ]
    whole = {"media": MEDIA, "captions": CUES, "transcript": "大家好", "seconds": 4}
    assert said(VIDEO, whole) == []
    assert said(VIDEO, {**whole, "seconds": 0.0, "captions": [*CUES, *CUES]})[0][1] == "form_words"


def test_a_video_elsewhere_needs_a_transcript_alone():
    data = {"link": "https://v.example.gov.cn/1", "transcript": "大家好"}
    assert said(VIDEO, data) == []
    assert VIDEO.shown(data)["host"] == "v.example.gov.cn"


def test_a_sound_needs_a_transcript():
    assert said(AUDIO, {}) == [("还没有音频", "form")]
    assert said(AUDIO, {"media": MEDIA}) == [("没有文字稿", "form_words")]


@pytest.mark.parametrize(
    "link",
    ["http://v.example.gov.cn", "https://", "https://1.2.3.4/", "https://user@v.example.gov.cn/", "https://v.example.gov.cn:8443/",
     "javascript:alert(1)", "https://localhost/", "https://[::1]/", "https://v.example.gov.cn:x/", "//v.example.gov.cn"],
)  # fmt: skip
def test_only_a_named_site_by_https_is_a_link(link):
    assert host_of(link) == ""


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("3:25", 205), ("1:02:03", 3723), ("0:07", 7), ("90:00", 5400), ("1:90:00", None), ("3", None), ("3:61", None), ("x:y", None)],
)  # fmt: skip
def test_a_duration_is_read(words, seconds):
    assert seconds_of(words) == seconds


def test_a_duration_is_said():
    assert [lasting(seconds) for seconds in (None, 7.4, 205, 3600)] == [
        "",
        "7 秒",
        "3 分 25 秒",
        "1 小时",
    ]
