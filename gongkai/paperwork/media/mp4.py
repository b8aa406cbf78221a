"""MP4 and M4A: brands, tracks, how long; where the file says by whom, where and when it was taken, which the public copy must not say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.media.boxes import DAMAGED, Box, boxes, content
from gongkai.paperwork.media.found import Found

_NAMES = "isom iso2 iso3 iso4 iso5 iso6 mp41 mp42 avc1 M4V_ M4A_ MSNV dash"
BRANDS = frozenset(name.replace("_", " ").encode() for name in _NAMES.split())
_TELLING = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"XMP_"})
"""Boxes without which a film plays as well: what people and devices wrote about it."""
_KNOWN = {
    b"": frozenset(
        {b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"pdin"}
    ),
    b"moov": frozenset({b"mvhd", b"iods", b"trak", b"mvex"}),
    b"trak": frozenset({b"tkhd", b"tref", b"trgr", b"edts", b"mdia", b"load", b"tapt"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf", b"elng"}),
}
"""By the box around them, "" for the file: what a film is played by. All else is what a camera wrote down beside it."""
_PLAIN_FILM = frozenset({b"avc1", b"avc3"})
_PLAIN_SOUND = frozenset({b"mp4a"})
_SEEN = frozenset({b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"hint"})
MOST_TRACKS = 20
DEEPEST = 12
_INNER = frozenset({b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"edts", b"mvex"})


@dataclass(slots=True)
class _Reading:
    """What is gathered on the way through the boxes."""

    zeros: list[tuple[int, int]] = field(default_factory=list)
    renamed: list[int] = field(default_factory=list)
    handlers: list[bytes] = field(default_factory=list)
    coded: dict[bytes, bytes] = field(default_factory=dict)
    seconds: float | None = None
    size: tuple[int, int] = (0, 0)


def is_mp4(head: bytes) -> bool:
    """Whether a file begins as MP4 does."""
    return head[4:8] == b"ftyp"


def read_mp4(file: BinaryIO, advice: str) -> Found:
    """What the file is; raises UnreadableReport."""
    end = file.seek(0, 2)
    tops = list(boxes(file, 0, end))
    _require_brand(content(file, tops[0], 4096), advice)
    if not any(box.kind == b"moov" for box in tops) or not any(box.kind == b"mdat" for box in tops):
        raise UnreadableReport(DAMAGED)
    reading = _Reading()
    for box in tops:
        _look(file, box, reading)
    _require_plain_tracks(reading)
    film = b"vide" in reading.handlers
    return Found(
        "mp4" if film else "m4a",
        reading.seconds,
        0,
        end,
        *(reading.size if film else (0, 0)),
        zeros=tuple(reading.zeros),
        renamed=tuple(reading.renamed),
        warnings=tuple(_warnings(reading)),
    )


def _require_brand(said: bytes, advice: str) -> None:
    brands = {said[:4], *(said[at : at + 4] for at in range(8, len(said), 4))}
    if not brands & BRANDS:
        raise UnreadableReport(f"这不是 MP4（可能是苹果的 MOV 或者别的格式）；{advice}")


def _look(file: BinaryIO, box: Box, reading: _Reading, depth: int = 0, around: bytes = b"") -> None:
    """Note what a box tells, and blank what it must not tell."""
    if depth > DEEPEST:
        raise UnreadableReport(DAMAGED)
    if box.kind in _TELLING or box.kind not in _KNOWN.get(around, {box.kind}):
        _silence(box, reading)
    elif box.kind in _INNER:
        for inner in boxes(file, box.inside, box.end):
            _look(file, inner, reading, depth + 1, box.kind)
    elif box.kind in {b"mvhd", b"tkhd", b"mdhd"}:
        _head(file, box, reading)
    elif box.kind == b"hdlr":
        reading.handlers.append(content(file, box, 12)[8:12])
    elif box.kind == b"stsd" and reading.handlers:
        reading.coded.setdefault(reading.handlers[-1], content(file, box, 16)[12:16])


def _silence(box: Box, reading: _Reading) -> None:
    """The box becomes empty room of the same length, so that nothing behind it moves."""
    reading.renamed.append(box.at + 4)
    reading.zeros.append((box.inside, box.end - box.inside))


def _head(file: BinaryIO, box: Box, reading: _Reading) -> None:
    """How long, how large; the days on which it was made and changed are blanked."""
    said = content(file, box, 120)
    long = said[:1] == b"\x01"
    reading.zeros.append((box.inside + 4, 16 if long else 8))
    if box.kind == b"mvhd":
        at = 20 if long else 12
        scale = int.from_bytes(said[at : at + 4], "big")
        lasts = int.from_bytes(said[at + 4 : at + (12 if long else 8)], "big")
        reading.seconds = lasts / scale if scale and 0 < lasts < 2**40 else None
    if box.kind == b"tkhd":
        reading.size = max(reading.size, _size(said[52:] if long else said[40:]))


def _size(said: bytes) -> tuple[int, int]:
    """Width and height as they are seen: a phone held upright writes down a turn instead of turning its pixels."""
    width, height = int.from_bytes(said[36:38], "big"), int.from_bytes(said[40:42], "big")
    turned = said[:4] == bytes(4) and said[4:8] != bytes(4)
    return (height, width) if turned else (width, height)


def _require_plain_tracks(reading: _Reading) -> None:
    """Refuse tracks of other data: cameras write down there where they were."""
    media = [row for row in reading.handlers if row not in {b"url ", b"alis", b"dhlr"}]
    if len(media) > MOST_TRACKS or not {b"vide", b"soun"} & set(media):
        raise UnreadableReport(DAMAGED)
    if not set(media) <= _SEEN:
        raise UnreadableReport(
            "视频里带有位置等附加数据，不能直接公开；请用剪映等软件重新导出再上传"
        )


def _warnings(reading: _Reading) -> Iterator[str]:
    film, sound = reading.coded.get(b"vide"), reading.coded.get(b"soun")
    if film and film not in _PLAIN_FILM:
        yield "视频不是 H.264 编码，部分手机和电脑可能放不出来；最好重新导出为 H.264"
    if sound and sound not in _PLAIN_SOUND:
        yield "声音不是 AAC 编码，部分手机和电脑可能听不到；最好重新导出为 AAC"
    if reading.seconds is None:
        yield "文件里没有写明时长，请自己填写"
