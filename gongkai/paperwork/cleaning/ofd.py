"""OFD packages: author, software and dates removed from the entry part; signed files stay as they are."""

import re

from gongkai.paperwork.cleaning.repack import parts_of, repack
from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.sniff.archive import open_safely

_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TELLING = re.compile(
    rb"<(\w+:)?(Author|Creator|CreatorVersion|CreationDate|ModDate|CustomDatas)\b[^>]*(?:/>|>.*?</(?:\w+:)?\2>)",
    re.DOTALL,
)
_ACTIONS = re.compile(rb"<(?:\w+:)?(?:Movie|Sound)\b")


def treat(data: bytes) -> Treated:
    """The public copy; raises HostileFile for a part with a document type or a program."""
    with open_safely(data) as archive:
        parts = parts_of(archive)
    for name, part in parts.items():
        if name.lower().endswith(".xml") and _DTD.search(part.replace(b"\x00", b"")):
            raise HostileFile("OFD 含有文档类型或实体定义（DTD），不予接受")
        if part.startswith((b"MZ", b"\x7fELF", b"#!")):
            raise HostileFile("OFD 内藏有程序，不予接受")
    notes = _notes(parts)
    if b"Signatures>" in parts.get("OFD.xml", b""):
        return Treated(data, (*notes, "OFD 带有电子签名或签章：为保持签名有效，没有清除作者等属性"))
    return Treated(repack(parts, _change), notes)


def _notes(parts: dict[str, bytes]) -> tuple[str, ...]:
    attached = any("/attach" in name.lower() for name in parts)
    played = any(_ACTIONS.search(part) for name, part in parts.items() if name.endswith(".xml"))
    return (
        *(("OFD 内附有其他文件，公开前请确认其内容",) if attached else ()),
        *(("OFD 内有多媒体动作，公开前请确认",) if played else ()),
    )


def _change(name: str, part: bytes) -> bytes:
    return _TELLING.sub(b"", part) if name == "OFD.xml" else part
