"""The head of a document: letterhead, number and title, above the first words that are addressed to somebody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.official_document.days import is_day
from gongkai.paperwork.official_document.document_numbers import document_number
from gongkai.paperwork.official_document.genres import ends_like_a_title
from gongkai.paperwork.official_document.guesses import Guess
from gongkai.paperwork.official_document.lines import Line
from gongkai.paperwork.official_document.organs import LETTERHEAD, organ, organs
from gongkai.paperwork.secrecy_marks import STATE_SECRET

MOST_LINES = 30
SHORTEST_TITLE, LONGEST_TITLE = 4, 120  # characters
_LONGEST_LINE = 60
_BODY = re.compile(
    r"(?:第[一二三四五六七八九十0-9]{1,3}[章条节]|[一二三四五六七八九十]{1,3}、|目录$|附件[：:])"
)
_SENTENCE = re.compile(r"[。；！？]")
_SALUTATION = re.compile(r"[：:]$")
_MARGIN = re.compile(
    r"[0-9]{6}|(?:特急|加急|平急|特提|急件)|签发人[:：].*|(?:绝密|机密|秘密|内部)(?:★.*)?|公开(?:属性|方式|选项)?[:：].*|[-—－*_=]{3,}"
)
_UNDER_TITLE = re.compile(r"[（(].*[）)]")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head ends (number of a line), and what stands in it, by numbers of lines."""

    end: int
    letterhead: tuple[int, ...]
    number: Guess[str] | None
    number_at: int | None
    title: tuple[int, ...]
    secrecy: str

    @property
    def known(self) -> set[int]:
        """The lines that a page shows in its own way."""
        at = () if self.number_at is None else (self.number_at,)
        return {*self.letterhead, *at, *self.title}


def head_of(lines: Sequence[Line]) -> Head:
    """The head of a text."""
    end = _end(lines)
    number, number_at = _number(lines, end)
    letterhead = _letterhead(lines, end if number_at is None else number_at)
    free = [
        at
        for at in range(end)
        if at != number_at and at not in letterhead and not _is_aside(lines[at])
    ]
    secrecy = next((one.text for one in lines[:end] if STATE_SECRET.fullmatch(one.close)), "")
    title = _title(lines, free, number_at)
    if sum(len(lines[at].close) for at in title) < SHORTEST_TITLE:
        title = ()
    return Head(end, letterhead, number, number_at, title, secrecy)


def _end(lines: Sequence[Line]) -> int:
    """The first line that belongs to the text itself."""
    for at, line in enumerate(lines[:MOST_LINES]):
        if line.tag in {"h1", "h2"} and not _BODY.match(line.close):
            continue
        said = _SENTENCE.search(line.text) or _SALUTATION.search(line.text)
        if (said and not _MARGIN.fullmatch(line.close)) or _BODY.match(line.close):
            return at
        if len(line.close) > _LONGEST_LINE and not ends_like_a_title(line.text):
            return at
        if at and is_day(line.text):
            return at
    return min(len(lines), MOST_LINES)


def _number(lines: Sequence[Line], end: int) -> tuple[Guess[str] | None, int | None]:
    found = ((document_number(line.text), at) for at, line in enumerate(lines[:end]))
    return next(((guess, at) for guess, at in found if guess), (None, None))


def _letterhead(lines: Sequence[Line], before: int) -> tuple[int, ...]:
    """The lines of the red head, 某某人民政府文件, on one line or on several above a line that ends in 文件."""
    for at in range(before):
        close = lines[at].close
        if LETTERHEAD.fullmatch(close) and (
            organ(close[:-2]) or close == "文件" or organs(lines[at].text)
        ):
            first = at
            while first and organs(lines[first - 1].text):
                first -= 1
            last = at
            while last + 1 < before and organs(lines[last + 1].text):
                last += 1
            return tuple(range(first, last + 1))
    return ()


def _is_aside(line: Line) -> bool:
    """Whether a line of the head is no part of the title."""
    return bool(_MARGIN.fullmatch(line.close) or _UNDER_TITLE.fullmatch(line.close)) or is_day(
        line.text
    )


def _title(lines: Sequence[Line], free: list[int], number_at: int | None) -> tuple[int, ...]:
    """The lines of the title: those marked as the first heading, else those below the number, else those above it."""
    free = [at for at in free if lines[at].tag != "table"]
    marked = [at for at in free if lines[at].tag == "h1"]
    below = [at for at in free if number_at is not None and at > number_at]
    chosen = marked or below or free
    together = [at for place, at in enumerate(chosen) if at - chosen[0] == place]
    for size in range(1, len(together) + 1):
        words = "".join(lines[at].close for at in together[:size])
        if len(words) > LONGEST_TITLE:
            return ()
        is_next_title = size < len(together) and ends_like_a_title(
            words + lines[together[size]].close
        )
        if ends_like_a_title(words) and "关于" in words and not is_next_title:
            return tuple(together[:size])
    return tuple(together)


def title_of(lines: Sequence[Line]) -> Guess[str] | None:
    """The title that some lines make: joined without spaces, but for those between two organs."""
    if not lines:
        return None
    joined = ""
    for word in " ".join(line.text for line in lines).split(" "):
        gap = " " if organ(joined.rpartition(" ")[2]) and _begins_with_organ(word) else ""
        joined += (gap or _latin_gap(joined, word)) + word
    return Guess(joined, " ".join(line.text for line in lines))


def _begins_with_organ(words: str) -> bool:
    return bool(organ(words.partition("关于")[0]))


def _latin_gap(before: str, after: str) -> str:
    """The space between two words in Latin letters."""
    return " " if before[-1:].isascii() and after[:1].isascii() and before and after else ""
