"""Which words may be put back beneath the pictures, and what was covered. Runs in the bounded child process.

A character is put back only if it shows on the blacked-out picture: clear of every box, not invisible, with ink in its place.
"""

from collections.abc import Iterator, Sequence

from PIL import Image

from gongkai.paperwork.redaction.boxes import Edges, core, middle_in, touches
from gongkai.paperwork.redaction.burnt import KeptWord
from gongkai.paperwork.redaction.characters import Character

CONTRAST = 60
"""Steps of grey between the lightest and the darkest pixel of a character that shows."""
_SHORTEST = 2


def kept_words(
    characters: Sequence[Character], boxes: Sequence[Edges], seen: Image.Image
) -> tuple[KeptWord, ...]:
    """The words that show. ``seen`` is the page as a picture with its boxes black."""
    grey = seen.convert("L")
    words: list[KeptWord] = []
    run: list[tuple[str, Edges]] = []
    for each in (*characters, Character("\n", None)):
        if each.edges is not None and each.text.strip() and _shows(each, boxes, grey):
            run.append((each.text, each.edges))
        elif run:
            words.append(
                KeptWord("".join(sign for sign, _ in run), tuple(edges for _, edges in run))
            )
            run = []
    return tuple(words)


def _shows(character: Character, boxes: Sequence[Edges], grey: Image.Image) -> bool:
    edges = character.edges
    if edges is None or not character.painted or touches(core(edges), boxes):
        return False
    left, top = int(edges[0] * grey.width), int(edges[1] * grey.height)
    right, bottom = round(edges[2] * grey.width) + 1, round(edges[3] * grey.height) + 1
    lightest_and_darkest = grey.crop((left, top, right, bottom)).getextrema()
    darkest, lightest = (int(value) for value in lightest_and_darkest)  # type: ignore[arg-type]
    return lightest - darkest >= CONTRAST


def covered(characters: Sequence[Character], boxes: Sequence[Edges]) -> tuple[str, ...]:
    """The words whose middle lies under a box, a line of a box each; single characters prove nothing elsewhere."""
    found = (words for box in boxes for words in _under(characters, box))
    return tuple(dict.fromkeys(words for words in found if len(words) >= _SHORTEST))


def _under(characters: Sequence[Character], box: Edges) -> Iterator[str]:
    run = ""
    for each in (*characters, Character("\n", None)):
        if each.edges is not None and middle_in(each.edges, box):
            run += each.text
        elif run and (each.edges is not None or each.text == "\n"):
            yield run.strip()
            run = ""
