"""Whether the text of a cell is a figure, nothing, or neither. A figure is never guessed: 约12, 1.2万, 12-15 and 1，23 are none."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "blank", "dash", "unreadable"]
LONGEST = 24
"""Signs of a figure; more are an account number or a mistake."""
_SHAPE = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_DASHES = frozenset({"-", "--", "—", "——", "–", "―", "/", "…", "─"})
_MINUS = str.maketrans({"−": "-", "﹣": "-"})


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell holds. ``value`` is exact and None for all but numbers; a ``dash`` is what people write where there is nothing."""

    kind: Kind
    value: Decimal | None = None

    @property
    def counted(self) -> Decimal | None:
        """What it counts in a sum: nothing written is nothing; None where it cannot be read."""
        return Decimal(0) if self.kind in {"blank", "dash"} else self.value


def figure(text: str, *, percent: bool = False) -> Figure:
    """The figure in a cell. With ``percent`` a sign of per cent may stand behind it."""
    plain = unicodedata.normalize("NFKC", text.translate(_MINUS)).strip()
    if not plain:
        return Figure("blank")
    if plain in _DASHES:
        return Figure("dash")
    bare = plain.removesuffix("%").rstrip() if percent else plain
    if len(bare) > LONGEST or not _SHAPE.fullmatch(bare):
        return Figure("unreadable")
    return Figure("number", Decimal(bare.replace(",", "")))


def written(value: Decimal) -> str:
    """A figure as it is kept: no exponent, no thousands, the places it came with."""
    return f"{value:f}"
