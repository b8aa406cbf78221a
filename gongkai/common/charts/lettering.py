"""Text on a chart: safe for SVG, as wide as it will be drawn, broken into lines, and numbers as people read them."""

import re
import unicodedata
from decimal import Decimal
from html import escape

Number = int | Decimal | None
"""A figure; None where the source has none, which is drawn as a gap and said in words."""

MISSING = "未填"
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_HALF = 0.56
"""How wide a Latin letter or a digit is, in em; a Chinese character is 1."""


def clean(text: str) -> str:
    """The text on one line without what XML cannot hold. Not yet escaped."""
    printable = _UNPRINTABLE.sub(" ", text)
    return " ".join("".join(sign for sign in printable if (ord(sign) & 0xFFFE) != 0xFFFE).split())


def escaped(text: str) -> str:
    """The text as it may stand in SVG, in an element or in a quoted attribute."""
    return escape(clean(text))


def em_width(text: str) -> float:
    """About how wide the text is drawn, in em."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else _HALF for sign in text)


def broken(text: str, most: float) -> list[str]:
    """The text in lines of at most ``most`` em each; an empty text is one empty line."""
    lines, line = [], ""
    for sign in clean(text):
        if line and em_width(line + sign) > most:
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def shortened(text: str, most: float) -> str:
    """The text on one line of at most ``most`` em; what is cut off leaves a mark."""
    whole = broken(text, most)
    return whole[0] if len(whole) == 1 else broken(text, most - 1)[0] + "…"


def number_text(value: Number) -> str:
    """A figure as readers expect it: thousands apart, no exponent, no trailing zeros; words for None."""
    if value is None:
        return MISSING
    if isinstance(value, int):
        return f"{value:,}"
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
