"""The numbers Word puts before paragraphs: counted here, because HTML lists know neither 一、 nor （一） nor a restart."""

import re
from dataclasses import dataclass

from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.word_html.ooxml import Element, W, find, number, switch, value
from gongkai.paperwork.word_html.styles import Styles

_LEVELS = 9
_LEVEL_NAMES = frozenset("012345678")
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "ideographDigital", "japaneseDigitalTenThousand",
}  # fmt: skip
_STEMS = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CJK_END = re.compile(r"[、，。．：）】〕》]$")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering. ``pattern`` holds %1 to %9 for the counts of the levels."""

    style: str
    pattern: str
    start: int
    all_decimal: bool
    gap: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in its numbering: its level from 0, its count there, and what Word prints before it."""

    numbering: str
    level: int
    count: int
    text: str
    is_bullet: bool
    is_plain: bool


class Numbers:
    """Counts the paragraphs of one document, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        nums = [] if root is None else root.findall(f"{W}num")
        abstracts = [] if root is None else root.findall(f"{W}abstractNum")
        self._nums = {num.get(f"{W}numId", ""): num for num in nums}
        self._abstracts = {item.get(f"{W}abstractNumId", ""): item for item in abstracts}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def place(self, paragraph: Element, style: str | None) -> Place | None:
        """Count this paragraph and say where it stands; None if it has no number."""
        properties = find(paragraph, "pPr/numPr")
        inherited = self._styles.numbering(style)
        num = value(properties, "numId") or value(inherited, "numId")
        at = number(properties, "ilvl")
        if at is None:
            at = number(inherited, "ilvl") or 0
        if num is None or num not in self._nums or at >= _LEVELS:
            return None
        abstract = value(self._nums[num], "abstractNumId") or ""
        levels = self._levels(num, abstract)
        if at not in levels:
            return None
        counts = self._count(num, abstract, at, levels)
        return _place(abstract, at, counts, levels)

    def _levels(self, num: str, abstract: str) -> dict[int, Level]:
        """The levels of a numbering: of its abstract, or of the list style that names, with its own changes."""
        base = self._abstracts.get(abstract)
        if linked := value(base, "numStyleLink"):
            other = self._nums.get(value(self._styles.numbering(linked), "numId") or "")
            base = self._abstracts.get(value(other, "abstractNumId") or "")
        elements = [] if base is None else base.findall(f"{W}lvl")
        elements += self._nums[num].findall(f"{W}lvlOverride/{W}lvl")
        named = ((element.get(f"{W}ilvl", "0"), element) for element in elements)
        return {int(name): _level(element) for name, element in named if name in _LEVEL_NAMES}

    def _count(self, num: str, abstract: str, at: int, levels: dict[int, Level]) -> list[int]:
        """The counts of all levels after this paragraph; deeper levels begin anew."""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if num not in self._begun:
            self._begun.add(num)
            for override in self._nums[num].findall(f"{W}lvlOverride"):
                self._restart(counts, override)
        before = counts[at]
        counts[at] = levels[at].start if before is None else before + 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        return [
            (levels[level].start if level in levels else 1) if count is None else count
            for level, count in enumerate(counts)
        ]

    @staticmethod
    def _restart(counts: list[int | None], override: Element) -> None:
        start = number(override, "startOverride")
        level = override.get(f"{W}ilvl", "")
        if start is not None and level in _LEVEL_NAMES:
            counts[int(level)] = start - 1


def _level(element: Element) -> Level:
    suffix = value(element, "suff") or "tab"
    pattern = value(element, "lvlText") or ""
    start = number(element, "start")
    return Level(
        style=value(element, "numFmt") or "decimal",
        pattern=pattern,
        start=1 if start is None else start,
        all_decimal=bool(switch(element, "isLgl")),
        gap="" if suffix == "nothing" or _CJK_END.search(pattern) else " ",
    )


def _place(abstract: str, at: int, counts: list[int], levels: dict[int, Level]) -> Place:
    level = levels[at]

    def written(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        style = levels[other].style if other in levels and not level.all_decimal else "decimal"
        return spell(counts[other], style)

    text = re.sub(r"%([1-9])", written, level.pattern)
    return Place(
        numbering=abstract,
        level=at,
        count=counts[at],
        text=f"{text}{level.gap}" if text else "",
        is_bullet=level.style == "bullet",
        is_plain=level.style == "decimal"
        and re.fullmatch(r"%[1-9][.、．)]?", level.pattern) is not None,
    )


def spell(count: int, style: str) -> str:
    """A count as a numbering style of Word writes it; in digits where the style is not known or has run out."""
    if style in _CHINESE and 1 <= count <= 999:
        return chinese_numeral(count)
    if style in _STEMS and 1 <= count <= len(_STEMS[style]):
        return _STEMS[style][count - 1]
    if style in {"lowerLetter", "upperLetter"} and 1 <= count <= 26:
        letter = "abcdefghijklmnopqrstuvwxyz"[count - 1]
        return letter if style == "lowerLetter" else letter.upper()
    if style in {"lowerRoman", "upperRoman"} and 1 <= count < 400:
        return _roman(count) if style == "lowerRoman" else _roman(count).upper()
    if style.startswith("decimalEnclosedCircle") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if style == "decimalZero":
        return f"{count:02d}"
    return "" if style in {"bullet", "none"} else str(count)


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        text += letters * times
    return text
