"""Every two neighbouring signs of a folded text as one token: whatever stands in a text is found, however words are cut.

A word of two signs or more stands in a text exactly where its pairs stand at their distances; one sign stands where a pair
begins with it. Each line begins and ends with an edge, which sets lines so far apart that nothing is found across them.
"""

from operator import add

EDGE = "\x02"
"""Folding removes every control sign, so no text holds one."""

Piece = tuple[int, str]
"""A pair of signs and its distance from the beginning of the word."""


def tokens(text: str) -> str:
    """The tokens of a folded text in their order, with a blank between them."""
    return " ".join(_of_line(line) for line in text.split("\n") if line)


def _of_line(line: str) -> str:
    edged = f"{EDGE}{line}{EDGE}"
    return " ".join(map(add, edged, edged[1:]))


def pieces(word: str) -> list[Piece]:
    """The fewest pairs that cover a folded word of two signs or more; the last two overlap where the length is odd.

    Their distances are 1 or 2; from one line to the next it is 3 at least.
    """
    places = list(range(0, len(word) - 1, 2))
    if len(word) % 2:
        places.append(len(word) - 2)
    return [(place, word[place : place + 2]) for place in places]
