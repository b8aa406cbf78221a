"""Numbers as annual reports write them: 26, 1,234, １２, 十二, 2.3万."""

from dataclasses import dataclass
from decimal import Decimal

NUMBER = (
    r"(?:(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?!\d)|(?<![\d.,])\d{1,12}(?:\.\d{1,6})?(?!\d)"
    r"|[零〇一二两三四五六七八九十百千]{1,9})(?:[万亿](?!元))?"
)
"""A regular expression for one number, without its unit; what has more than twelve digits is no count."""

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class Stated:
    """A number in a sentence. ``step`` is the worth of its last digit: 1 for 26, 1000 for 2.3万."""

    value: Decimal
    step: Decimal = Decimal(1)

    def agrees_with(self, figure: int | Decimal) -> bool:
        """Whether the figure, rounded as the sentence rounds, is this number."""
        return abs(Decimal(figure) - self.value) <= self.step / 2

    @property
    def side(self) -> int | Decimal:
        """The number as a finding shows it: whole numbers as int."""
        whole = int(self.value)
        return whole if whole == self.value else self.value

    def times(self, factor: Decimal) -> "Stated":
        """The same number in another unit."""
        return Stated(self.value * factor, self.step * factor)


def read_number(text: str) -> Stated | None:
    """The number that ``text`` writes, or None where it is no number (一二, 十百)."""
    scale = _SCALES.get(text[-1:], 1)
    body = text[:-1] if scale > 1 else text
    if body[:1].isascii():
        value = Decimal(body.replace(",", ""))
        exponent = value.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    else:
        spelled = _spelled(body)
        if spelled is None:
            return None
        value, step = Decimal(spelled), Decimal(1)
    return Stated(value, step).times(Decimal(scale))


def _spelled(text: str) -> int | None:
    """A numeral below ten thousand: 三, 十二, 一百零五. None where the places do not descend."""
    total, digit, last_place = 0, None, 10_000
    for character in text:
        if character in _PLACES:
            place = _PLACES[character]
            if place >= last_place or (digit is None and place != 10):
                return None
            total += (1 if digit is None else digit) * place
            digit, last_place = None, place
        elif digit not in {None, 0}:
            return None
        else:
            digit = _DIGITS[character]
    return total + (digit or 0)
