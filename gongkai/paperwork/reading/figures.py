"""One cell's text to one figure: what is a number, what stands for zero, and what is kept as a note.

A number is never invented: text that is no number gives None and the reason ``unreadable``.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from gongkai.law.annual_report.report import Figure, Reason
from gongkai.paperwork.reading.normalise import squeeze

Unit = Literal["count", "change", "yuan", "wan_yuan"]

_DASHES = re.compile(r"[-‐‑‒–—―−_/\\|~]+|无|无数据|不涉及|暂无|零|〇")
_NUMBER = r"(?P<sign>[-+−]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
_COUNTED = r"(?:件次|人次|件|条|个|项|宗|次|起|例|份|篇|部|笔)"
_MONEY = r"(?P<money>亿元|万元|元|万)"
_FIGURE = re.compile(rf"{_NUMBER}(?:{_MONEY}|{_COUNTED})?(?:人民币)?(?P<rest>.*)", re.DOTALL)
_CHANGE = re.compile(r"(?P<way>增加?|新增|减少?|下降|取消)(?=[0-9])")
_REMARK = re.compile(
    r"[(\[（【{].*[)\]）】}]|[*※#①②③注].*|其中.*|[(（]?含.*|[,，、;；]其中.*", re.DOTALL
)
_TAIL = "。.、,，;；:："
_IN_YUAN = {
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}
_UNIT_IN_YUAN = {"yuan": Decimal(1), "wan_yuan": Decimal(10_000)}
LONGEST = 18  # digits; more is no count of anything


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: the figure, why it is None or what stood beside it, and the cell's text."""

    figure: Figure
    reason: Reason | None = None
    raw: str = ""


def read_figure(text: str, unit: Unit = "count", printed_unit: Unit | None = None) -> Reading:
    """Read one cell. ``unit`` is what the cell is kept in; ``printed_unit`` what the table's head says (万元, 元)."""
    squeezed = squeeze(text)
    if not squeezed:
        return Reading(None, "blank")
    if _DASHES.fullmatch(squeezed):
        return Reading(_whole(Decimal(0), unit), "dash", squeezed)
    plain = squeeze(_with_note_marks(text))
    signed = _signed(plain) if unit == "change" else plain
    match = _FIGURE.fullmatch(signed)
    if not match or _spaced_apart(text) or len(match["digits"]) > LONGEST:
        return Reading(None, "unreadable", squeezed)
    rest = match["rest"].strip(_TAIL)
    if rest and not _REMARK.fullmatch(rest):
        return Reading(None, "unreadable", squeezed)
    number = Decimal(
        f"{match['sign'].replace('−', '-')}{match['digits'].replace(',', '')}{match['fraction'] or ''}"
    )
    return _reading(number, unit, match["money"] or _money_name(printed_unit, unit), rest, squeezed)


def _with_note_marks(text: str) -> str:
    """Every ①, ² or ⒈ a mark of a note: folded to plain digits, 3① would be 31."""
    return "".join(
        "※"
        if unicodedata.category(c) == "No" and "fraction" not in unicodedata.decomposition(c)
        else c
        for c in text
    )


def _signed(text: str) -> str:
    """增3 is +3 and 减少2 is -2 in a column of changes."""
    match = _CHANGE.match(text)
    if not match:
        return text
    return ("-" if match["way"][0] in "减下取" else "+") + text[match.end() :]


def _spaced_apart(text: str) -> bool:
    """Whether two numbers stand in the cell with white space between: which one is meant cannot be known."""
    words = re.sub(r"[（(\[【].*", "", text, flags=re.DOTALL).split()
    return any(a[-1:].isdigit() and b[:1].isdigit() for a, b in pairwise(words))


def _money_name(printed: Unit | None, unit: Unit) -> str | None:
    """The unit of the table's head, where it is not the one the cell is kept in."""
    if printed is None or printed == unit:
        return None
    return {"yuan": "元", "wan_yuan": "万元"}.get(printed)


def _reading(number: Decimal, unit: Unit, money: str | None, rest: str, raw: str) -> Reading:
    if money and unit in _UNIT_IN_YUAN:
        number = number * _IN_YUAN[money] / _UNIT_IN_YUAN[unit]
        changed = _IN_YUAN[money] != _UNIT_IN_YUAN[unit]
        reason: Reason | None = "converted" if changed else "remark" if rest else None
    elif money:
        return Reading(None, "unreadable", raw)
    else:
        reason = "remark" if rest else None
    return Reading(_whole(number, unit), reason, raw if reason else "")


def _whole(number: Decimal, unit: Unit) -> Figure:
    """Integers as int; money in 万元 stays a Decimal, without trailing zeros."""
    if number == number.to_integral_value():
        return Decimal(int(number)) if unit == "wan_yuan" else int(number)
    return number.normalize()
