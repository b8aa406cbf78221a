"""Finds words and personal data on the pages of a PDF, so that an officer can confirm what is to be blacked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.personal_data.finding import fold
from gongkai.paperwork.redaction.boxes import Box, Edges

SECONDS = 60.0
MEMORY_MIB = 1_536
MOST_PLACES = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """One find: the words, one box for each line that they stand on, and the kind of personal data if it is any.

    ``hidden``: the words are not painted (the text behind a scan), so the box may be beside what is seen: look at it.
    """

    text: str
    boxes: tuple[Box, ...]
    kind: str = ""
    hidden: bool = False


def find_places(
    data: bytes, words: Sequence[str] = (), kinds: frozenset[str] = frozenset()
) -> tuple[Place, ...]:
    """Where ``words`` and personal data of ``kinds`` (``personal_data.Kind``) stand, in the order of pages.

    Blanks, line ends, width and case of letters make no difference to words. What is only a picture is not found.
    Raises UnreadableReport (HostileFile).
    """
    found: list[Place] = bounded_call(
        "gongkai.paperwork.redaction.finding:places",
        data,
        tuple(words),
        kinds,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return tuple(found)


def plain(text: str) -> str:
    """A text as words are compared: narrow letters, small, without blanks. One character stays one or goes."""
    return "".join(
        sign.lower() if len(sign.lower()) == 1 else sign
        for sign in fold(text)
        if not sign.isspace()
    )


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where ``word`` begins in ``text``, overlaps included."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def lines_of(edges: Sequence[Edges]) -> Iterator[list[Edges]]:
    """Rectangles in reading order parted where a new line begins: where one does not overlap the one before in height."""
    line: list[Edges] = []
    for each in edges:
        if line and not _same_line(line[-1], each):
            yield line
            line = []
        line.append(each)
    if line:
        yield line


def _same_line(one: Edges, other: Edges) -> bool:
    """Side by side, or one above the other (turned text), and near enough to be of one line."""
    across = max(other[0] - one[2], one[0] - other[2])
    down = max(other[1] - one[3], one[1] - other[3])
    wide, high = (
        max(one[2] - one[0], other[2] - other[0]),
        max(one[3] - one[1], other[3] - other[1]),
    )
    return (down < 0 and across < 4 * wide) or (across < 0 and down < high / 2)
