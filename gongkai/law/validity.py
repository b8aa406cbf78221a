"""TABLE of what a public document is worth today: in force, changed, repealed, out of its term."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

ValidityKey = Literal["valid", "amended", "repealed", "expired"]
_DOUBT = "《条例》没有规定有效性的名称，按各地公开专栏的通行做法"


@dataclass(frozen=True, slots=True)
class Validity:
    """One value. ``in_effect``: people may still rely on the document. ``by_another``: another document made it so."""

    key: ValidityKey
    label: str
    in_effect: bool
    by_another: bool
    cite: Cite = Cite("条例", 6, 1)
    in_force: InForce = InForce(date(2019, 5, 15))
    doubt: str = _DOUBT


VALIDITIES: tuple[Validity, ...] = (
    Validity("valid", "有效", in_effect=True, by_another=False),
    Validity("amended", "已修改", in_effect=True, by_another=True),
    Validity("repealed", "已废止", in_effect=False, by_another=True),
    Validity("expired", "已失效", in_effect=False, by_another=False),
)

_VALIDITIES = {row.key: row for row in VALIDITIES}


def validity(key: str) -> Validity:
    """The value of that key; raises KeyError."""
    return _VALIDITIES[key]  # type: ignore[index]  # an unknown key raises, as said


def standing_on(key: str, ends_on: date | None, day: date) -> Validity:
    """What the document is worth on a day: one whose term has ended is out of it, whatever the record still says."""
    found = validity(key)
    return validity("expired") if found.in_effect and ends_on is not None and ends_on < day else found
