"""Promises of a report: which sentences look like one, what the numbers of two years say of it, and the sentence that answers it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report import Figure
from gongkai.law.annual_report.fields import BY_NAME, Numbers
from gongkai.law.annual_report.findings import plain

LONGEST = 300
_SENTENCE = re.compile(r"[^。！？；;\n]+")
_PROMISING = re.compile(
    r"下一步|下步|今后|明年|20\d\d年(?:，|将|我)|(?<!即)将(?!其|此|信息|政府信息)|拟|计划|力争|争取|着力|进一步|继续|确保|强化|完善|健全"
)
_HEADING = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the records show of a promise: its number last year and this year, and whether that is what was promised.

    ``reached`` is None where no number can tell.
    """

    last_year: Figure = None
    this_year: Figure = None
    reached: bool | None = None


def promising(text: str) -> Iterator[str]:
    """The sentences of a chapter that look like promises, as they read; a clerk decides which are."""
    for found in _SENTENCE.finditer(text):
        sentence = found.group().strip()
        headed = _HEADING.match(sentence) and len(sentence) < 20
        if not headed and _PROMISING.search(sentence) and len(sentence) >= 6:
            yield sentence[:LONGEST]


def shown(
    measure: str, direction: str, target: int | None, last_year: Numbers, this_year: Numbers
) -> Shown:
    """What the numbers of both years say of a promise."""
    if not measure:
        return Shown()
    before, now = last_year.figure(measure), this_year.figure(measure)
    return Shown(before, now, _reached(direction, target, before, now))


def _reached(direction: str, target: int | None, before: Figure, now: Figure) -> bool | None:
    goal = target if target is not None else before
    if not direction or now is None or goal is None:
        return None
    if target is not None:
        return now >= goal if direction == "more" else now <= goal
    return now > goal if direction == "more" else now < goal


def answer(text: str, measure: str, before: Figure, outcome: str, words: str) -> str:
    """The drafted sentence: what was promised, what became of it, the number of this year as a field."""
    promised = f"上年提出“{text}”"
    said = outcome or "【请补写：是否做到】"
    number = ""
    if measure and before is not None:
        number = f"，{measure.replace('·', '的')}由上年的{plain(before)}变为本年的{{{measure}}}"
    why = f"，{words.rstrip('。')}" if words else ""
    return f"{promised}，{said}{number}{why}。"


def totals() -> Iterator[tuple[str, str]]:
    """The fields of the form by which a promise may be measured: its totals, with their table."""
    for name, row in BY_NAME.items():
        if "·" not in name:
            yield name, f"{name}（表{'〇一二三四'[row.table]}）"
