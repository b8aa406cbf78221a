"""TABLE of the kinds of document that 表二 counts by item 1 of art. 20, and which organs can make them.

Not here: which kind a text is (the clerk decides; nothing in the wording of a document says so for certain).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.catalogue.item import EVERY_ORGAN, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

RuleKindKey = Literal["rules", "normative_document", "other_document"]
_OGI = InForce(date(2019, 5, 15))
_MAKERS: tuple[OrganKind, ...] = ("central_department", "provincial_government", "city_government")
_LISTED = "哪些机关可以制定，由各地公布的制定主体清单确定；《条例》没有规定，这里不作限制"
_WHO = "设区的市、自治州何时开始制定，由省、自治区人大常委会确定，这里只按机关的种类"


@dataclass(frozen=True, slots=True)
class RuleKind:
    """One kind. ``makers``: the kinds of organ that can make it. ``line``: its line of 表二, empty where it is not counted."""

    key: RuleKindKey
    label: str
    makers: tuple[OrganKind, ...]
    line: str
    cite: Cite
    in_force: InForce = _OGI
    doubt: str = ""


RULE_KINDS: tuple[RuleKind, ...] = (
    RuleKind("rules", "规章", _MAKERS, "rules", Cite("立法法（2015年修正）", 82, 1), InForce(date(2019, 5, 15), date(2023, 3, 14)), _WHO),
    RuleKind("rules", "规章", _MAKERS, "rules", Cite("立法法", 93, 1), InForce(date(2023, 3, 15)),
             doubt=f"国务院部门的规章依第九十一条第一款；{_WHO}"),
    RuleKind("normative_document", "行政规范性文件", EVERY_ORGAN, "normative_documents", Cite("条例", 20, None, 1), doubt=_LISTED),
    RuleKind("other_document", "都不是", EVERY_ORGAN, "", Cite("条例", 20, None, 1), doubt="内部管理、人事、请示报告等文件不计入表二"),
)


def rule_kinds_on(day: date, organ: OrganKind | None = None) -> tuple[RuleKind, ...]:
    """The kinds that an organ could make on a day; without an organ all of them."""
    return tuple(row for row in rows_in_force(RULE_KINDS, day) if organ is None or organ in row.makers)


def rule_kind(key: str) -> RuleKind:
    """The newest row of that key; raises KeyError."""
    return {row.key: row for row in RULE_KINDS}[key]  # type: ignore[index]  # an unknown key raises, as said
