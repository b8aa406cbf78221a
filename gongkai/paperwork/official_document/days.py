"""Days as official documents write them: 2024年3月5日, 二〇二四年三月五日, 2024-03-05, and with the zeros that people type."""

import re
from datetime import date

_ZEROS = "〇○◯零ОOo0０Ｏ"
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"元": 1, "两": 2}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_TENS = "十廿卅"
_GAP = r"\s{0,3}"
DAY = (
    rf"[12０-９0-9][0-9０-９]{{3}}{_GAP}年{_GAP}[0-9０-９]{{1,2}}{_GAP}月{_GAP}[0-9０-９]{{1,2}}{_GAP}日"
    rf"|[一二][一二三四五六七八九{_ZEROS}\s]{{3,6}}年{_GAP}[元一二三四五六七八九十]{{1,3}}{_GAP}月{_GAP}[一二三四五六七八九十廿卅]{{1,4}}{_GAP}日"
    r"|[12][0-9]{3}[-/.．][0-9]{1,2}[-/.．][0-9]{1,2}(?![0-9])"
)
"""A pattern without groups; it may be set between others."""
_DAY = re.compile(DAY)


def day_of(words: str) -> date | None:
    """The first day in some words; None where there is none or the calendar has no such day."""
    found = _DAY.search(words)
    if found is None:
        return None
    parts = re.split(r"[年月日\-/.．]", "".join(found.group().split()).translate(_WIDE))
    try:
        year, month, day = (_number(part) for part in parts[:3])
        return date(year, month, day)
    except ValueError:
        return None


def is_day(words: str) -> bool:
    """Whether the words are a day and nothing else."""
    return _DAY.fullmatch(words.strip()) is not None


def number_of(words: str) -> int:
    """5 or 五 or 十二 as a number; raises ValueError."""
    return _number(words.translate(_WIDE))


def _number(words: str) -> int:
    """A number in figures, in numerals read one by one (二〇二四), or in tens (二十五)."""
    if words.isascii() and words.isdigit():
        return int(words)
    if any(sign in words for sign in _TENS):
        return _tens(words)
    figures = "".join("0" if sign in _ZEROS else str(_DIGITS.get(sign, "?")) for sign in words)
    return int(figures)


def _tens(words: str) -> int:
    """十, 十五, 二十, 二十五, 廿五, 三十一."""
    found = re.fullmatch(r"([一二三])?([十廿卅])([一二三四五六七八九])?", words)
    if found is None:
        raise ValueError(words)
    tens = {"廿": 2, "卅": 3}.get(found[2]) or (_DIGITS[found[1]] if found[1] else 1)
    return tens * 10 + (_DIGITS[found[3]] if found[3] else 0)


def after(start: date, *, years: int = 0, months: int = 0) -> date:
    """The last day of a span of whole years or months that begins on a day."""
    whole = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = divmod(whole, 12)
    day = start.day
    while True:
        try:
            end = date(year, month + 1, day)
            break
        except ValueError:
            day -= 1
    return end if day < start.day else date.fromordinal(end.toordinal() - 1)
