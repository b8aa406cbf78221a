"""WebVTT and SRT, as files or typed, into cues. Styles, positions, regions, notes and mark-up are left out; times are kept exactly."""

import re
from collections.abc import Iterator
from html import unescape

from gongkai.paperwork.captions.cue import Cue
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.sniff.decoding import NotText, decode

MOST_CUES = 5_000
LONGEST_FILE = 2_000_000
LONGEST_WORDS = 500
_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{1,3})"
_TIMES = re.compile(rf"^\s*{_TIME}\s*--?>\s*{_TIME}(?:\s.*)?$")
_LIKE_TIMES = re.compile(r"--?>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}")
_RIGHT = "时间写成“00:00:01.000 --> 00:00:04.000”"
_SKIPPED = ("NOTE", "STYLE", "REGION", "WEBVTT")


def cues_in(given: bytes | str) -> list[Cue]:
    """The captions of a file or of a typed text; raises UnreadableReport with the line that could not be read."""
    if len(given) > LONGEST_FILE:
        raise UnreadableReport("字幕文件过大，请核对是不是选错了文件")
    lines = _text(given).split("\n")
    cues = list(_cues(lines))
    if not cues:
        raise UnreadableReport(f"没有找到字幕：每条字幕要有一行时间，下一行是文字；{_RIGHT}")
    if len(cues) > MOST_CUES:
        raise UnreadableReport(f"字幕超过 {MOST_CUES} 条，请核对是不是选错了文件")
    return cues


def _text(given: bytes | str) -> str:
    if isinstance(given, bytes):
        try:
            given = decode(given)
        except NotText as error:
            raise UnreadableReport("这不是字幕文件；可以上传 .vtt 或 .srt") from error
    return given.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _cues(lines: list[str]) -> Iterator[Cue]:
    """A cue from each line of times to the next empty line."""
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        if line.startswith(_SKIPPED) and not _LIKE_TIMES.search(line):
            place = _after_block(lines, place)
            continue
        times = _TIMES.match(line)
        if times is None:
            if _LIKE_TIMES.search(line):
                raise UnreadableReport(
                    f"第 {place} 行的时间看不懂：“{line.strip()[:40]}”；{_RIGHT}"
                )
            continue
        end = _after_block(lines, place)
        yield Cue(*_moments(times, place), _words(lines[place:end], place))
        place = end


def _after_block(lines: list[str], place: int) -> int:
    """The place of the empty line that ends what begins here."""
    while place < len(lines) and lines[place].strip():
        place += 1
    return place


def _moments(times: re.Match[str], line: int) -> tuple[int, int]:
    parts = times.groups()
    return _moment(parts[:4], line), _moment(parts[4:], line)


def _moment(parts: tuple[str | None, ...], line: int) -> int:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    if minutes > 59 or seconds > 59:
        raise UnreadableReport(f"第 {line} 行的时间不对：分、秒不能超过 59")
    fraction = int((parts[3] or "0").ljust(3, "0"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction


def _words(lines: list[str], place: int) -> str:
    kept = []
    for line in lines:
        if _LIKE_TIMES.search(line) and _TIMES.match(line):
            raise UnreadableReport(f"第 {place + 1} 行起的字幕后面缺一个空行")
        kept.append(" ".join(unescape(_TAG.sub("", line)).split()))
    words = "\n".join(line for line in kept if line)
    if len(words) > LONGEST_WORDS:
        raise UnreadableReport(
            f"第 {place + 1} 行起的一条字幕超过 {LONGEST_WORDS} 个字，请分成几条"
        )
    return words
