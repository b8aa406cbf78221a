"""A file looked through: its text, the personal data in it by place, and what it hides. Runs in the bounded child process.

What is found is kept masked: who looks for it goes by the place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.paperwork.attachment_text.doors import text_of
from gongkai.paperwork.attachment_text.pieces import Piece
from gongkai.paperwork.personal_data import GRAVE, Kind, mark_of
from gongkai.paperwork.personal_data.labelled import found_in, masked_text

MOST_FINDS = 300
MOST_HIDDEN = 100
EXCERPT = 60
_TECHNICAL = {
    "图片说明",
    "链接的地址",
    "定义的名称",
    "图表和附带的数据",
    "文件属性",
    "域代码",
    "公式",
}
"""Ways that are usual and harmless by themselves: looked through for personal data, not reported as hidden content."""


@dataclass(frozen=True, slots=True)
class Find:
    """Personal data of one kind. ``mark`` is the same for the same value; ``places`` says how often it stands in the file."""

    kind: Kind
    place: str
    masked: str
    mark: str
    hidden: bool
    places: int = 1


@dataclass(frozen=True, slots=True)
class Hidden:
    """One way in which the file hides something: where first, how it begins (masked), how many pieces."""

    way: str
    place: str
    excerpt: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Survey:
    """``text`` is what readers see. ``trouble`` says why a file, or a part of it, was not looked through."""

    text: str = ""
    finds: tuple[Find, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    trouble: str = ""


def surveyed(data: bytes, kind: str) -> Survey:
    """Look a file through; raises UnreadableReport (HostileFile) where it cannot be opened."""
    read = text_of(data, kind)
    return Survey(read.shown, finds_in(read.pieces), hidden_in(read.pieces), read.trouble)


def finds_in(pieces: Iterable[Piece]) -> tuple[Find, ...]:
    """What stands in the pieces, each value once, with the place where it is seen first; the gravest first, since many are cut."""
    found: dict[tuple[str, str], Find] = {}
    for piece in pieces:
        for each in found_in(piece.text, piece.labels):
            mark = mark_of(each)
            before = found.get((each.kind, mark))
            if before is None:
                found[each.kind, mark] = Find(each.kind, piece.place, each.masked, mark, _is_out_of_sight(piece))  # fmt: skip
            else:
                found[each.kind, mark] = Find(
                    each.kind, before.place, each.masked, mark, before.hidden and _is_out_of_sight(piece), before.places + 1
                )  # fmt: skip
    gravest = sorted(found.values(), key=lambda find: (find.kind not in GRAVE, not find.hidden))
    return tuple(gravest)[:MOST_FINDS]


def _is_out_of_sight(piece: Piece) -> bool:
    """Whether readers do not see it; the address of a link is seen by whoever clicks."""
    return piece.hidden and piece.way != "链接的地址"


def hidden_in(pieces: Iterable[Piece]) -> tuple[Hidden, ...]:
    """The ways in which something is hidden, one row each."""
    found: dict[str, Hidden] = {}
    for piece in pieces:
        if not piece.hidden or piece.way in _TECHNICAL:
            continue
        before = found.get(piece.way)
        if before is None:
            found[piece.way] = Hidden(piece.way, piece.place, excerpt(piece), 1)
        else:
            found[piece.way] = Hidden(piece.way, before.place, before.excerpt, before.pieces + 1)
    return tuple(found.values())[:MOST_HIDDEN]


def excerpt(piece: Piece) -> str:
    """How a piece begins, its personal data masked."""
    return " ".join(masked_text(piece.text, piece.labels).split())[:EXCERPT]
