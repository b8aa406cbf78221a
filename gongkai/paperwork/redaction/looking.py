"""What an officer sees before blacking out: how many pages, what the file holds besides them, and a page as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.redaction.boxes import Edges

SECONDS = 20.0
MEMORY_MIB = 1_536


@dataclass(frozen=True, slots=True)
class Look:
    """``sizes`` are width and height of each page as seen, in points. ``dropped`` says what the released file will not hold."""

    sizes: tuple[tuple[float, float], ...]
    dropped: tuple[str, ...]


def look_at(data: bytes) -> Look:
    """The pages of a file and what it holds besides; raises UnreadableReport (HostileFile)."""
    found: Look = bounded_call(
        "gongkai.paperwork.redaction.doors:looked", data, seconds=SECONDS, memory_mib=MEMORY_MIB
    )
    return found


def page_picture(data: bytes, number: int, boxes: Sequence[Edges] = ()) -> bytes:
    """Page ``number``, from 1, with its boxes black, as PNG; raises UnreadableReport where there is no such page."""
    picture: bytes = bounded_call(
        "gongkai.paperwork.redaction.doors:preview",
        data,
        number,
        tuple(boxes),
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return picture
