"""MP3: frames of sound; before and behind them tags, which name people and hold pictures: the public copy has none."""

from typing import BinaryIO

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.media.boxes import DAMAGED
from gongkai.paperwork.media.found import Found

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Samples a second by version (3 is MPEG 1) and index."""
_KBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of layer III, MPEG 1 or not, by index."""
_LONGEST_TAG = 2**28


def is_mp3(file: BinaryIO) -> bool:
    """Whether two frames follow each other where the sound should begin."""
    start = _behind_tag(file)
    first = _frame(file, start)
    return first is not None and _frame(file, start + first[0]) is not None


def read_mp3(file: BinaryIO) -> Found:
    """The sound without its tags, and how long it lasts; raises UnreadableReport."""
    start, end = _behind_tag(file), _before_tags(file)
    frame = _frame(file, start)
    if frame is None or end <= start:
        raise UnreadableReport(DAMAGED)
    return Found("mp3", _seconds(file, start, end, frame), start, end)


def _behind_tag(file: BinaryIO) -> int:
    """Where the sound begins: behind every ID3 tag."""
    start = 0
    while True:
        file.seek(start)
        head = file.read(10)
        if len(head) < 10 or head[:3] != b"ID3" or any(byte > 127 for byte in head[6:10]):
            return start
        size = sum(byte << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
        start += min(size, _LONGEST_TAG) + 10 + (10 if head[5] & 0x10 else 0)


def _before_tags(file: BinaryIO) -> int:
    """Where the sound ends: before an ID3v1 tag and an APE tag."""
    end = file.seek(0, 2)
    file.seek(max(0, end - 128))
    if file.read(3) == b"TAG":
        end -= 128
    file.seek(max(0, end - 32))
    foot = file.read(32)
    if foot[:8] == b"APETAGEX":
        size = int.from_bytes(foot[12:16], "little")
        end = max(0, end - size - (32 if foot[23] & 0x80 else 0))
    return end


def _frame(file: BinaryIO, at: int) -> tuple[int, int, int, int] | None:
    """Length, samples, samples a second and kilobits a second of the frame at a place; None where there is none."""
    file.seek(at)
    head = file.read(4)
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, kbits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or kbits in {0, 15} or rate == 3:
        return None
    per_second, full = _RATES[version][rate], version == 3
    speed, samples = _KBITS[full][kbits], 1152 if full else 576
    return (
        samples // 8 * speed * 1000 // per_second + (head[2] >> 1 & 1),
        samples,
        per_second,
        speed,
    )


def _seconds(file: BinaryIO, start: int, end: int, frame: tuple[int, int, int, int]) -> float:
    """By the count of frames that the first frame tells, or else by an even number of bits a second."""
    length, samples, per_second, speed = frame
    file.seek(start)
    first = file.read(length)
    for mark in (b"Xing", b"Info"):
        at = first.find(mark, 4, 44)
        if at >= 0 and first[at + 7] & 1:
            frames = int.from_bytes(first[at + 8 : at + 12], "big")
            return frames * samples / per_second
    return (end - start) * 8 / (speed * 1000)
