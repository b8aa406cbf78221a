"""TABLE of the organs that hear a reconsideration, by date, and finding them above an organ in the tree of agencies.

Not here: whether one must go there first (``outcomes.REMEDIES``) and what the letter says (``remedies``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.catalogue.item import ORGAN_LABELS, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, NoRuleInForce, rows_in_force

System = Literal["ordinary", "vertical", "justice"]
SYSTEM_LABELS: Mapping[System, str] = {
    "ordinary": "一般行政机关",
    "vertical": "海关、金融、外汇管理等实行垂直领导的行政机关，税务和国家安全机关",
    "justice": "履行行政复议机构职责的地方人民政府司法行政部门",
}

ITSELF = "本机关"
Place = Literal["own_government", "higher_government", "founder", "itself", "superior_department"]
PLACE_LABELS: Mapping[Place, str] = {
    "own_government": "本级人民政府",
    "higher_government": "上一级人民政府",
    "founder": "设立或者管理它的机关",
    "itself": ITSELF,
    "superior_department": "上一级主管部门",
}


@dataclass(frozen=True, slots=True)
class OrganPlace:
    """An organ and what stood above it in the tree on the day of the decision.

    ``superior`` is the name of its superior department (上一级主管部门), which is no part of the tree; needed for ``system``
    other than ordinary, and for departments before 2024.
    """

    name: str
    kind: OrganKind
    above: "OrganPlace | None" = None
    system: System = "ordinary"
    superior: str = ""

    @property
    def central(self) -> bool:
        """Whether it is, or stands below, a department of the State Council."""
        return self.kind == "central_department" or (self.above is not None and self.above.central)


@dataclass(frozen=True, slots=True)
class ReconsiderationRule:
    """Where reconsideration of acts of some organs is sought; several places are for the applicant to choose among.

    ``central``: for organs below a department of the State Council, or only for others; None where it makes no difference.
    """

    organs: tuple[OrganKind, ...]
    to: tuple[Place, ...]
    cite: Cite
    in_force: InForce
    system: System = "ordinary"
    central: bool | None = None
    doubt: str = ""


_DEPARTMENTS: tuple[OrganKind, ...] = ("provincial_department", "city_department", "county_department")
_LOWER: tuple[OrganKind, ...] = ("city_government", "county_government", "township_government")
_SATELLITES: tuple[OrganKind, ...] = ("dispatched_office", "authorized_organization")
_NOW = InForce(date(2024, 1, 1))
_BEFORE = InForce(date(2019, 5, 15), date(2023, 12, 31))
_OLD = "复议法（2017年修正）"
_INNER_DOUBT = "法条只说派出机构，内设机构依法律、法规以自己名义作出的行为由谁复议，没有写明；直辖市、设区的市人民政府工作部门按行政区划设立的派出机构，也可以由其所在地的人民政府管辖"

RECONSIDERATION_RULES: tuple[ReconsiderationRule, ...] = (
    ReconsiderationRule(_DEPARTMENTS, ("own_government",), Cite("复议法", 24, 1, 1), _NOW),
    ReconsiderationRule(_LOWER, ("higher_government",), Cite("复议法", 24, 1, 2), _NOW),
    ReconsiderationRule(("subdistrict_office",), ("founder",), Cite("复议法", 24, 1, 3), _NOW),
    ReconsiderationRule(("authorized_organization",), ("own_government",), Cite("复议法", 24, 1, 4), _NOW, central=False),
    ReconsiderationRule(("provincial_government",), ("itself",), Cite("复议法", 24, 2), _NOW),
    ReconsiderationRule(("dispatched_office",), ("own_government",), Cite("复议法", 24, 4), _NOW, central=False, doubt=_INNER_DOUBT),
    ReconsiderationRule(("central_department",), ("itself",), Cite("复议法", 25, None, 1), _NOW),
    ReconsiderationRule(("dispatched_office",), ("founder",), Cite("复议法", 25, None, 2), _NOW, central=True, doubt="法条只说派出机构，没有写明内设机构"),
    ReconsiderationRule(("authorized_organization",), ("founder",), Cite("复议法", 25, None, 3), _NOW, central=True),
    ReconsiderationRule((*_DEPARTMENTS, *_SATELLITES), ("superior_department",), Cite("复议法", 27), _NOW, system="vertical"),
    ReconsiderationRule(_DEPARTMENTS, ("own_government", "superior_department"), Cite("复议法", 28), _NOW, system="justice"),
    # Before 2024
    ReconsiderationRule(_DEPARTMENTS, ("own_government", "superior_department"), Cite(_OLD, 12, 1), _BEFORE),
    ReconsiderationRule(_DEPARTMENTS, ("own_government", "superior_department"), Cite(_OLD, 12, 1), _BEFORE, system="justice"),
    ReconsiderationRule((*_DEPARTMENTS, *_SATELLITES), ("superior_department",), Cite(_OLD, 12, 2), _BEFORE, system="vertical"),
    ReconsiderationRule(_LOWER, ("higher_government",), Cite(_OLD, 13, 1), _BEFORE),
    ReconsiderationRule(("central_department", "provincial_government"), ("itself",), Cite(_OLD, 14), _BEFORE),
    ReconsiderationRule(("subdistrict_office",), ("founder",), Cite(_OLD, 15, 1, 1), _BEFORE),
    ReconsiderationRule(("dispatched_office",), ("founder", "own_government"), Cite(_OLD, 15, 1, 2), _BEFORE, central=False),
    ReconsiderationRule(("dispatched_office",), ("founder",), Cite(_OLD, 15, 1, 2), _BEFORE, central=True),
    ReconsiderationRule(("authorized_organization",), ("founder",), Cite(_OLD, 15, 1, 3), _BEFORE),
)

# Which kinds of government may stand above as the government of one's own level, or as the next higher one.
_OWN: Mapping[OrganKind, tuple[OrganKind, ...]] = {
    "provincial_department": ("provincial_government",),
    "city_department": ("city_government",),
    "county_department": ("county_government",),
}
_HIGHER: Mapping[OrganKind, tuple[OrganKind, ...]] = {
    "city_government": ("provincial_government",),
    "county_government": ("city_government", "provincial_government"),
    "township_government": ("county_government", "city_government"),
}
_GOVERNMENTS: tuple[OrganKind, ...] = ("provincial_government", "city_government", "county_government", "township_government")


class OrganMissing(LookupError):
    """The organ that hears the reconsideration cannot be told from the tree; the message says what is missing and where to add it."""

    def __init__(self, text: str, cite: Cite) -> None:
        super().__init__(f"{text}（{cite}）")
        self.cite = cite


def rule_for(organ: OrganPlace, on: date) -> ReconsiderationRule:
    """The rule for acts of the organ on the day; raises NoRuleInForce for one whose acts no rule covers (the State Council)."""
    for row in rows_in_force(RECONSIDERATION_RULES, on):
        if organ.kind in row.organs and row.system == organ.system and row.central in {None, organ.central}:
            return row
    raise NoRuleInForce(f"{on.isoformat()} 没有规定向谁申请对{organ.name}（{ORGAN_LABELS[organ.kind]}）的行政复议")


def organs_for(organ: OrganPlace, on: date) -> tuple[str, ...]:
    """The names of the organs that hear it, 本机关 for itself; raises OrganMissing, NoRuleInForce."""
    rule = rule_for(organ, on)
    return tuple(_named(organ, place, rule) for place in rule.to)


def _named(organ: OrganPlace, place: Place, rule: ReconsiderationRule) -> str:
    found = _found(organ, place)
    if not found:
        where = "机关资料里填写" if place == "superior_department" else "“机关”里补上"
        raise OrganMissing(f"机关树里没有{organ.name}的{PLACE_LABELS[place]}，写不出行政复议机关，请先在{where}", rule.cite)
    return found


def _found(organ: OrganPlace, place: Place) -> str:
    """The name of what stands in that place to the organ, or "" if the tree lacks it."""
    match place:
        case "itself":
            return ITSELF
        case "superior_department":
            return organ.superior
        case "founder":
            return organ.above.name if organ.above else ""
        case "higher_government":
            return _above(organ, _HIGHER.get(organ.kind, ()))
        case "own_government":
            return _own_government(organ)


def _own_government(organ: OrganPlace) -> str:
    """The government of a department; of an office or organization, that over whoever set it up."""
    if organ.kind in _OWN:
        return _above(organ, _OWN[organ.kind])
    founder = organ.above
    if founder is None:
        return ""
    return founder.name if founder.kind in _GOVERNMENTS else _own_government(founder)


def _above(organ: OrganPlace, kinds: tuple[OrganKind, ...]) -> str:
    """The name of what stands right above, if it is of one of the kinds."""
    above = organ.above
    return above.name if above is not None and above.kind in kinds else ""
