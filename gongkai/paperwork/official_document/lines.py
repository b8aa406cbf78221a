"""A clean HTML text as the lines that a reader sees, each with the block it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gongkai.paperwork.html_blocks import Element, blocks

_SPACES = re.compile(r"[\s\u3000\xa0\u200b-\u200f\u2060\ufeff]+")
_OWN_LINE = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words with single spaces, the number of its block and that block's tag."""

    text: str
    block: int
    tag: str

    @property
    def close(self) -> str:
        """The words without any space."""
        return self.text.replace(" ", "")


def lines_of(text: str) -> list[Line]:
    """The lines of a text that say something."""
    return list(chain.from_iterable(_lines(at, block) for at, block in enumerate(blocks(text))))


def _lines(at: int, block: Element) -> Iterator[Line]:
    for raw in "".join(_pieces(block)).split("\n"):
        words = _SPACES.sub(" ", raw).strip()
        if words:
            yield Line(words, at, str(block.tag))


def _pieces(element: Element) -> Iterator[str]:
    """The words below an element; the end of a paragraph, a cell and a line are line ends."""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")
    if element.tag in _OWN_LINE:
        yield "\n"


def holds_picture(text: str) -> set[int]:
    """The places of the blocks with a picture inside."""
    return {
        at
        for at, block in enumerate(blocks(text))
        if block.tag == "img" or block.find(".//img") is not None
    }
