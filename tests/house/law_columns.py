"""What the printed tables of the law share: their columns for article, days and doubt, and how people are called."""

from collections.abc import Callable
from typing import Any

from gongkai.law.catalogue import EVERY_ORGAN, ORGAN_LABELS, OrganKind
from gongkai.law.in_force import InForce

Row = Any
Columns = tuple[tuple[str, Callable[[Row], object]], ...]


def organs(kinds: tuple[OrganKind, ...]) -> str:
    """The kinds of organ in words."""
    return "各行政机关" if kinds == EVERY_ORGAN else "、".join(ORGAN_LABELS[kind] for kind in kinds)


def days(in_force: InForce) -> str:
    """The days a row applies: 2019-05-15 起, or 2019-05-15 至 2021-09-25."""
    return (
        f"{in_force.since} 起"
        if in_force.until is None
        else f"{in_force.since} 至 {in_force.until}"
    )


CITE: Columns = (("依据", lambda row: row.cite), ("施行", lambda row: days(row.in_force)))
DOUBT: Columns = (("存疑", lambda row: row.doubt),)
ODD: Columns = (
    ("什么", lambda row: row.what),
    ("哪些机关", lambda row: organs(row.organs)),
    *CITE,
    *DOUBT,
)

WHO = {
    "": "",
    "clerk": "经办人",
    "author": "经办人",
    "reviewer": "审核人",
    "signer": "签发人",
    "secrecy_reviewer": "保密审查人",
    "system": "系统",
    "author_or_signer": "经办人或者签发人",
}
