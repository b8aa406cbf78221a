"""Captions: WebVTT and SRT in, cues, WebVTT and a transcript out."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.paperwork.captions import Cue, clock, cues_in, faults_of, transcript_of, webvtt
from gongkai.paperwork.errors import UnreadableReport

VTT = """WEBVTT - 青石镇

NOTE 这是备注
不是字幕

STYLE
::cue { color: red }

1
00:01.000 --> 00:04.500 align:start position:10%
<v 王镇长><b>大家好</b>，今天讲&nbsp;补贴。

00:00:05.000 --> 00:00:06.000
第一行
第二行 &lt;一卡通&gt;
"""
SRT = "1\r\n00:00:01,000 --> 00:00:04,500\r\n{\\an8}<i>大家好</i>\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\n再见\r\n"


def test_webvtt_is_read_without_styles_notes_and_mark_up():
    assert cues_in(VTT) == [
        Cue(1000, 4500, "大家好，今天讲 补贴。"),
        Cue(5000, 6000, "第一行\n第二行 <一卡通>"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_srt_is_read_in_the_encodings_in_use(encoding):
    assert cues_in(SRT.encode(encoding)) == [Cue(1000, 4500, "大家好"), Cue(5000, 6000, "再见")]


@pytest.mark.parametrize(
    ("given", "said"),
    [("WEBVTT\n\n没有时间", "没有找到字幕"), ("00:00:01 --> 00:00:02\n甲", "第 1 行的时间看不懂"), ("00:61:00.000 --> 00:62:00.000\n甲", "不能超过 59"),
     ("00:01.000 --> 00:02.000\n甲\n00:03.000 --> 00:04.000\n乙", "缺一个空行"), (b"\x00\x01\x02\xff" * 9, "不是字幕文件"), ("x" * 2_000_001, "过大")],
)  # fmt: skip
def test_what_cannot_be_read_says_where_and_why(given, said):
    with pytest.raises(UnreadableReport, match=said):
        cues_in(given)


def test_faults_are_named_with_their_number():
    cues = [Cue(2000, 1000, "甲"), Cue(1000, 3000, "乙"), Cue(2500, 4000, "")]
    found = faults_of(cues, seconds=2)
    assert found == [
        "第 1 条字幕的结束时间不在开始时间之后",
        "第 2 条字幕比上一条开始得早，次序不对",
        "第 3 条字幕和上一条时间重叠",
        "第 3 条字幕没有文字",
        "最后的字幕开始得比视频结束还晚，字幕可能是别的视频的",
    ]
    assert faults_of([Cue(0, 1000, "甲"), Cue(1000, 2000, "乙")], seconds=2) == []


def test_a_transcript_begins_a_paragraph_where_the_speaker_paused():
    cues = [
        Cue(0, 1000, "大家好，"),
        Cue(1000, 2000, "今天讲补贴。"),
        Cue(5000, 6000, "先讲 A"),
        Cue(9000, 9500, "plan。"),
    ]
    assert transcript_of(cues) == "大家好，今天讲补贴。\n先讲 A plan。"


def test_the_clock_has_hours_and_milliseconds():
    assert clock(3_723_045) == "01:02:03.045"


words = some.lists(some.text("甲乙丙A&<>。，", min_size=1, max_size=9), min_size=1, max_size=2).map(
    "\n".join
)
cues = some.lists(
    some.builds(Cue, some.integers(0, 10**7), some.integers(0, 10**7), words),
    min_size=1,
    max_size=9,
)


@given(cues)
def test_what_is_written_is_read_again(made):
    known = [cue for cue in made if "<" not in cue.words or ">" not in cue.words]
    if known:
        assert cues_in(webvtt(known)) == known


@given(some.text(max_size=200) | some.binary(max_size=200))
def test_anything_is_read_or_refused(given):
    try:
        found = cues_in(given)
    except UnreadableReport:
        return
    assert all("\0" not in cue.words for cue in found)
