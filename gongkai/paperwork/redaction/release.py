"""From a PDF and what is to be withheld to the file that may leave the house, and the list of what was withheld.

The file is looked through again before it is handed back: where a box is not black or can be read, there is no file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.redaction.boxes import (
    Box,
    Edges,
    Redaction,
    Withheld,
    by_page,
    check,
    union,
    withheld,
)
from gongkai.paperwork.redaction.burnt import Burnt, KeptWord
from gongkai.paperwork.redaction.looking import look_at
from gongkai.paperwork.redaction.seeking import lines_of, occurrences, plain
from gongkai.paperwork.redaction.writer import Sheet, written

BATCH = 8
"""Pages for each child, whose answer is limited in size."""
SECONDS = 60.0
MEMORY_MIB = 1_536
LARGEST = 200 * 2**20
NO_WORDS = "公开的文件由页面图片组成：文字不能选中、不能检索，链接不能点开"
WORDS_KEPT = "公开的文件由页面图片组成：看得见的文字仍可选中、检索，链接不能点开"
_DOORS = "gongkai.paperwork.redaction.doors"


class NotBurnt(UnreadableReport):
    """The released file did not pass the proof and is not handed out."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that were withheld at one place can still be seen at this one."""

    box: Box


@dataclass(frozen=True, slots=True)
class Released:
    """The file, the list of what was withheld, where the same words are still to be seen, and what the file lost."""

    data: bytes
    pages: int
    withheld: tuple[Withheld, ...]
    leftovers: tuple[Leftover, ...]
    dropped: tuple[str, ...]


def redact(
    data: bytes,
    redactions: Sequence[Redaction],
    *,
    keep_words: bool = False,
    told: Callable[[int], object] = lambda _: None,
) -> Released:
    """The PDF with the redactions burnt in, made anew of pictures of all its pages.

    ``keep_words`` puts words that show on the pictures beneath them, for search and screen readers; a scan has none. ``told`` is
    called with the number of pages that are done, again and again.
    Raises WrongBox, UnreadableReport (HostileFile), NotBurnt.
    """
    look = look_at(data)
    check((each.box for each in redactions), len(look.sizes))
    boxes = by_page(each.box for each in redactions)
    pages = list(_burnt(data, len(look.sizes), boxes, told))
    sheets = [
        _sheet(page, boxes.get(at, ()), keep_words=keep_words) for at, page in enumerate(pages, 1)
    ]
    released = written(sheets)
    if len(released) > LARGEST:
        raise UnreadableReport("涂黑以后的文件过大，请拆成几个文件再涂黑")
    _prove(released, boxes, len(pages))
    dropped = (WORDS_KEPT if keep_words else NO_WORDS, *look.dropped)
    return Released(released, len(pages), withheld(redactions), tuple(_leftovers(pages)), dropped)


def _burnt(
    data: bytes,
    count: int,
    boxes: Mapping[int, tuple[Edges, ...]],
    told: Callable[[int], object],
) -> Iterator[Burnt]:
    for first in range(1, count + 1, BATCH):
        last = min(first + BATCH - 1, count)
        mine = {page: edges for page, edges in boxes.items() if first <= page <= last}
        yield from bounded_call(
            f"{_DOORS}:burnt", data, first, last, mine, seconds=SECONDS, memory_mib=MEMORY_MIB
        )
        told(last)


def _sheet(page: Burnt, boxes: tuple[Edges, ...], *, keep_words: bool) -> Sheet:
    return Sheet(page.picture, page.words, boxes) if keep_words else Sheet(page.picture)


def _prove(released: bytes, boxes: Mapping[int, tuple[Edges, ...]], pages: int) -> None:
    """Look through the file as if somebody else had made it."""
    fault: str = bounded_call(
        f"{_DOORS}:left_open", released, boxes, pages, seconds=SECONDS, memory_mib=MEMORY_MIB
    )
    if fault:
        raise NotBurnt(f"涂黑没有成功，文件没有交出：{fault}")


def _leftovers(pages: Sequence[Burnt]) -> Iterator[Leftover]:
    """Where words that lie under a box show elsewhere: the officer decides whether they are to be withheld there too."""
    hidden = sorted(filter(None, {plain(words) for page in pages for words in page.covered}))
    for number, page in enumerate(pages, 1):
        text, edges = _line(page.words)
        finds = (edges[at : at + len(words)] for words in hidden for at in occurrences(text, words))
        for line in (line for find in finds for line in lines_of(find)):
            yield Leftover(Box(number, *union(line)))


def _line(words: Sequence[KeptWord]) -> tuple[str, list[Edges]]:
    """The words of a page as one text to compare, with the place of each character."""
    signs = [
        (plain(sign), edges)
        for word in words
        for sign, edges in zip(word.text, word.edges, strict=False)
    ]
    return "".join(sign for sign, _ in signs), [edges for sign, edges in signs if sign]
