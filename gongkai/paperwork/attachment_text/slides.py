"""Slides: the words of each, shown or hidden, and what stands in notes and comments."""

import re
from collections.abc import Iterator, Mapping

from gongkai.paperwork.attachment_text import inside
from gongkai.paperwork.attachment_text.packages import attribute, leaves, local, opened, parsed
from gongkai.paperwork.attachment_text.pieces import FileText, Piece, gathered

_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide|comments/[^/]*?)(\d*)\.xml")
_WAYS = {"notesSlides/notesSlide": "备注页", "slides/slide": "隐藏的页"}


def slides_text(data: bytes) -> FileText:
    """The text of a .pptx; raises UnreadableReport (HostileFile)."""
    return gathered(_pieces(opened(data)))


def _pieces(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    for name in sorted(parts, key=_place):
        if found := _SLIDE.fullmatch(name):
            yield from _of_part(parts[name], found[1], found[2])
    yield from inside.links(parts, "ppt/")
    yield from inside.properties(parts)
    yield from inside.others(parts, re.compile(r"ppt/(?:charts|diagrams)/[^/]+\.xml"))
    yield from inside.files(parts)


def _place(name: str) -> tuple[int, str]:
    """Slides in their order."""
    number = re.search(r"(\d+)\.xml$", name)
    return (int(number[1][:6]) if number else 0, name)


def _of_part(part: bytes, kind: str, number: str) -> Iterator[Piece]:
    root = parsed(part)
    way = _WAYS.get(kind, "批注")
    hidden = kind != "slides/slide" or attribute(root, "show", "1") in {"0", "false"}
    for element in root.iter():
        if local(element) in {"p", "text"}:
            place = f"第 {number} 页" if not hidden else f"{way} {number}".strip()
            yield Piece(place, "".join(leaves(element)), hidden, way if hidden else "")
