"""When a chapter is so like another that a person should look at it: a share that nobody has fixed, with its doubt."""

import re
from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Likeness:
    """From ``percent`` on a text counts as a near copy; below ``shortest`` characters it is too short to tell."""

    percent: int
    shortest: int
    doubt: str
    cite: Cite
    in_force: InForce


NEAR_COPY = Likeness(
    80, 60,
    "格式通知批评照搬照抄，没有写明多少算照搬；这里以去掉数字后有八成相同为提示，不作为差错",
    Cite("年报格式", part="编制责任"), InForce(date(2021, 9, 26)),
)
COMPARED: tuple[str, ...] = ("overview", "problems")
"""The chapters in which copying tells something; what else is to be reported is often nothing, in the same words."""

_FIGURE = re.compile(r"[0-9０-９]+(?:[.,，．%％][0-9０-９]+)*")


def figureless(text: str) -> str:
    """The text with each figure as #, years too, and without blanks: what is left is what somebody wrote."""
    return _FIGURE.sub("#", re.sub(r"\s", "", text))
