"""The foot of a document: who made it and on which day (成文日期), before any annex begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.paperwork.official_document.days import DAY, day_of, is_day
from gongkai.paperwork.official_document.guesses import Guess
from gongkai.paperwork.official_document.lines import Line
from gongkai.paperwork.official_document.organs import organs

_WITH_DAY = re.compile(rf"(?P<who>.+?)\s?(?P<day>{DAY})")
_ANNEX = re.compile(r"附件(?:[：:]?[0-9一二三四五六七八九十]{0,2})?")
_UNDER_TITLE = re.compile(
    rf"[（(](?P<said>.*?(?P<day>{DAY}).*?(?:通过|发布|公布|印发|修订|修正|制定)?.*)[）)]"
)
MOST_ORGANS = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """``at`` and ``end`` are numbers of lines: the first of the block, and the one after its day."""

    made_on: Guess[date]
    organs: tuple[Guess[str], ...]
    at: int
    end: int


def signature_of(lines: Sequence[Line], start: int) -> Signature | None:
    """The signature from a line on: the first day with an organ above or before it, else the last day before an annex."""
    days = [at for at in range(start, len(lines)) if _day_at(lines[at])]
    signed = [found for at in days if (found := _block(lines, at, start)).organs]
    if signed:
        return signed[0]
    annex = next(
        (at for at in range(start, len(lines)) if _ANNEX.fullmatch(lines[at].close)), len(lines)
    )
    alone = [at for at in days if at < annex]
    return _block(lines, alone[-1], start) if alone else None


def under_title(lines: Sequence[Line]) -> Guess[date] | None:
    """The day in brackets below a title: （2024年3月5日镇长办公会议通过）."""
    for line in lines:
        found = _UNDER_TITLE.fullmatch(line.text)
        day = day_of(found["day"]) if found else None
        if day:
            return Guess(day, line.text, "取自标题下的题注")
    return None


def _day_at(line: Line) -> date | None:
    """The day of a line that is nothing but a day, or an organ and a day."""
    if is_day(line.text) or is_day(line.close):
        return day_of(line.close)
    found = _WITH_DAY.fullmatch(line.text)
    return day_of(found["day"]) if found and organs(found["who"]) else None


def _block(lines: Sequence[Line], at: int, start: int) -> Signature:
    line, found = lines[at], _WITH_DAY.fullmatch(lines[at].text)
    who = [Guess(name, line.text) for name in organs(found["who"])] if found else []
    first = at
    while first > start and len(who) < MOST_ORGANS and (above := organs(lines[first - 1].text)):
        first -= 1
        who = [*(Guess(name, lines[first].text) for name in above), *who]
    day = day_of(line.text) or day_of(line.close) or date.min
    evidence = " ".join(one.text for one in lines[first : at + 1])
    return Signature(Guess(day, evidence), tuple(who), first, at + 1)
