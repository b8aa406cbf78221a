"""Days and sums of money in Chinese figures, as letters write them above a seal and in a notice of fees."""

from datetime import date

_FIGURES = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def date_in_figures(day: date) -> str:
    """A day in Chinese figures: 2026-11-02 is 二〇二六年十一月二日."""
    year = "".join(_FIGURES[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{_below_hundred(day.month)}月{_below_hundred(day.day)}日"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    words = "" if tens == 0 else ("十" if tens == 1 else f"{_FIGURES[tens]}十")
    return words + (_FIGURES[ones] if ones else "")


def amount_in_capitals(yuan: int) -> str:
    """Whole yuan in capitals: 1020 is 壹仟零贰拾元整. Raises ValueError below zero and from a trillion on."""
    if not 0 <= yuan < 10**12:
        raise ValueError(f"金额应在 0 至 999999999999 元之间，得到 {yuan}")
    groups = [(yuan // 10 ** (4 * at)) % 10_000 for at in range(len(_GROUPS))]
    words = ""
    for at in reversed(range(len(groups))):
        if not groups[at]:
            continue
        if (words and groups[at] < 1000) or (words and at + 1 < len(groups) and not groups[at + 1]):
            words += "零"
        words += _group(groups[at]) + _GROUPS[at]
    return f"{words or '零'}元整"


def _group(number: int) -> str:
    """1–9999 in capitals, zeros between digits said once."""
    words, gap = "", False
    for at in reversed(range(len(_PLACES))):
        digit = (number // 10**at) % 10
        if digit:
            words += ("零" if gap and words else "") + _CAPITALS[digit] + _PLACES[at]
        gap = not digit
    return words
