"""Citations: which article of which instrument a rule rests on.

Not here: what the instruments are (``instruments``) and what their rules say (every other module of ``law``).
"""

from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """Spell 1–999 as statutes do: 10 十, 33 三十三, 105 一百零五. Raises ValueError outside that range."""
    if not 1 <= number <= 999:
        raise ValueError(f"条款序号应在 1 至 999 之间，得到 {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Cite:
    """One place in one instrument, e.g. ``Cite("条例", 33, 2)``.

    ``instrument`` is the short name under which ``instruments`` lists it; ``article`` is 条, ``paragraph`` 款,
    ``item`` 项; ``part`` names a place that has no article number (a form's table, an annex).
    """

    instrument: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    part: str = ""

    @property
    def place(self) -> str:
        """The place alone: 第三十三条第二款."""
        text = ""
        if self.article is not None:
            text += f"第{chinese_numeral(self.article)}条"
        if self.paragraph is not None:
            text += f"第{chinese_numeral(self.paragraph)}款"
        if self.item is not None:
            text += f"第（{chinese_numeral(self.item)}）项"
        return text + self.part

    def __str__(self) -> str:
        return f"《{self.instrument}》{self.place}"
