"""The paragraphs of a draft on which the public may comment: their numbers, which the public page has as anchors, and how they begin."""

from dataclasses import dataclass

from gongkai.paperwork.clean_html import plain
from gongkai.paperwork.html_blocks import blocks, source

LONGEST_QUOTE = 200
LONGEST_CHOICE = 36
MOST_PARAGRAPHS = 2_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number from 1, as in the anchors ``block-1`` of the page, and its words on one line."""

    number: int
    words: str

    @property
    def quote(self) -> str:
        """The words that a comment keeps, cut."""
        return _cut(self.words, LONGEST_QUOTE)

    @property
    def choice(self) -> str:
        """The words by which it is chosen from a list."""
        return f"第 {self.number} 段：{_cut(self.words, LONGEST_CHOICE)}"


def paragraphs_of(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that have words, by the number of their block."""
    found = (
        Paragraph(number, " ".join(plain(source(block)).split()))
        for number, block in enumerate(blocks(body), 1)
    )
    return tuple(row for row in found if row.words)[:MOST_PARAGRAPHS]


def paragraph(body: str, number: int) -> Paragraph | None:
    """The paragraph of that number; None where the text has none."""
    return next((row for row in paragraphs_of(body) if row.number == number), None)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
