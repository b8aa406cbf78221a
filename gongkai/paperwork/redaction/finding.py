"""Finding on the pages, without limits; ``seeking`` calls it in a bounded child process."""

from collections.abc import Iterator, Sequence

from gongkai.paperwork.personal_data.labelled import found_in
from gongkai.paperwork.redaction.boxes import Box, union
from gongkai.paperwork.redaction.characters import Character, characters_of
from gongkai.paperwork.redaction.document import opened
from gongkai.paperwork.redaction.seeking import MOST_PLACES, Place, lines_of, occurrences, plain


def places(data: bytes, words: tuple[str, ...], kinds: frozenset[str]) -> list[Place]:
    """Every place, at most MOST_PLACES."""
    found: list[Place] = []
    with opened(data) as document:
        for number in range(1, len(document) + 1):
            characters = characters_of(document, number)
            found += _words(number, characters, words)
            found += _personal(number, characters, kinds)
            if len(found) > MOST_PLACES:
                return found[:MOST_PLACES]
    return found


def _words(number: int, characters: Sequence[Character], words: tuple[str, ...]) -> Iterator[Place]:
    written = [(at, plain(each.text)) for at, each in enumerate(characters)]
    places_of = [at for at, text in written if text]
    joined = "".join(text for _, text in written)
    for word in dict.fromkeys(filter(None, map(plain, words))):
        for start in occurrences(joined, word):
            yield _place(number, [characters[at] for at in places_of[start : start + len(word)]])


def _personal(
    number: int, characters: Sequence[Character], kinds: frozenset[str]
) -> Iterator[Place]:
    if kinds:
        text = "".join(each.text for each in characters)
        for found in found_in(text):
            if found.kind in kinds:
                yield _place(number, characters[found.start : found.end], found.kind)


def _place(number: int, characters: Sequence[Character], kind: str = "") -> Place:
    shown = [each for each in characters if each.edges is not None and each.text.strip()]
    lines = lines_of([each.edges for each in shown if each.edges is not None])
    return Place(
        text="".join(each.text for each in characters).strip(),
        boxes=tuple(Box(number, *union(line)) for line in lines),
        kind=kind,
        hidden=any(not each.painted for each in shown),
    )
