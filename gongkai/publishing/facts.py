"""The facts of a text as actions take them: one frozen value beside title and body, tidied and held against the tables of law."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from gongkai.common.refusals import Refusal
from gongkai.law.attributes import attribute, ground
from gongkai.law.catalogue import CATALOGUE, limit
from gongkai.law.citation import Cite
from gongkai.law.genres import genre
from gongkai.law.rule_kinds import rule_kind
from gongkai.law.themes import theme
from gongkai.law.validity import validity

MOST_ORGANS = 20
LONGEST = {
    "obtained_from": 100,
    "old_site": 100,
    "attribute_reason": 300,
    "stays_by": 200,
    "organ": 100,
}
_KEYS = {row.key for row in CATALOGUE}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a text. Keys are those of ``law.genres``, ``themes``, ``attributes`` and ``catalogue``."""

    genre: str = ""
    rule_kind: str = ""
    theme: str = ""
    made_on: date | None = None
    changed_on: date | None = None
    limit_key: str = ""
    counted_from: date | None = None
    offline_on: date | None = None
    stays_by: str = ""
    effective_on: date | None = None
    ends_on: date | None = None
    origin: str = "made"
    obtained_from: str = ""
    joint_organs: tuple[str, ...] = ()
    lead: bool = True
    attribute: str = "proactive"
    attribute_ground: str = ""
    attribute_reason: str = ""
    reassess_on: date | None = None
    catalogue_keys: tuple[str, ...] = ()
    department_id: int | None = None
    old_site: str = ""
    old_site_day: date | None = None
    old_site_validity: str = ""

    def said(self) -> dict[str, Any]:
        """What differs from an empty sheet, as JSON takes it: the part that is sealed and journaled."""
        bare = Facts()
        return {
            field.name: _plain(value)
            for field in fields(self)
            if (value := getattr(self, field.name)) != getattr(bare, field.name)
        }


TIMER = ("made_on", "changed_on", "limit_key", "counted_from", "old_site_day")
"""The facts that the timer of art. 26 runs by."""
NAMES = tuple(field.name for field in fields(Facts))


def _plain(value: Any) -> Any:
    """A date as its day, a tuple as a list."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def facts_of(version: Any) -> Facts:
    """The facts that stand on a version."""
    found = {name: getattr(version, name) for name in NAMES}
    for name in ("joint_organs", "catalogue_keys"):
        found[name] = tuple(found[name])
    return Facts(**found)


def timer_facts(facts: Facts) -> dict[str, Any]:
    """The facts that the timer runs by, by name."""
    return {name: getattr(facts, name) for name in TIMER}


def columns_of(facts: Facts) -> Mapping[str, Any]:
    """The facts as the columns of a version."""
    lists = {"joint_organs": list(facts.joint_organs), "catalogue_keys": list(facts.catalogue_keys)}
    return asdict(facts) | lists


def checked_facts(facts: Facts) -> Facts:
    """The facts tidied; Refusal for what contradicts itself or the tables of law."""
    _known(facts)
    tidy = _tidied(facts)
    _grounded(tidy)
    _whole(tidy)
    return tidy


def _tidied(facts: Facts) -> Facts:
    """Without stray spaces, and without what the other answers leave no room for."""
    names = dict.fromkeys(" ".join(name.replace("\0", "").split()) for name in facts.joint_organs)
    joint = tuple(name for name in names if name)
    grounded = attribute(facts.attribute).grounds
    values = asdict(facts) | {
        "obtained_from": _line(facts.obtained_from) if facts.origin == "obtained" else "",
        "stays_by": _line(facts.stays_by),
        "joint_organs": joint,
        "lead": facts.lead if joint else True,
        "attribute_ground": facts.attribute_ground if grounded else "",
        "attribute_reason": _line(facts.attribute_reason) if grounded else "",
        "reassess_on": facts.reassess_on if grounded else None,
        "catalogue_keys": tuple(dict.fromkeys(facts.catalogue_keys)),
        "old_site": (site := _line(facts.old_site)),
        "old_site_day": facts.old_site_day if site else None,
        "old_site_validity": facts.old_site_validity if site else "",
    }
    return Facts(**values)


def _line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _known(facts: Facts) -> None:
    """Every key stands in its table."""
    try:
        attribute(facts.attribute)
        if facts.genre:
            genre(facts.genre)
        if facts.rule_kind:
            rule_kind(facts.rule_kind)
        if facts.theme:
            theme(facts.theme)
        if facts.attribute_ground:
            ground(facts.attribute_ground)
        if facts.old_site_validity:
            validity(facts.old_site_validity)
        timed = not facts.limit_key or limit(facts.limit_key).act == "publish"
    except KeyError as unknown:
        raise Refusal(f"没有这个选项：{unknown.args[0]}") from unknown
    if not timed:
        raise Refusal("选的不是公开的期限，请重新选择", cite=Cite("条例", 26))
    if not set(facts.catalogue_keys) <= _KEYS:
        raise Refusal("法定事项里有目录以外的选项，请重新勾选")


def _grounded(facts: Facts) -> None:
    """A ground belongs to the attribute that rests on it."""
    if facts.attribute_ground and ground(facts.attribute_ground).attribute != facts.attribute:
        raise Refusal("不公开的依据和公开属性对不上，请重新选择")


def _whole(facts: Facts) -> None:
    """What belongs together is there, in order and not too long."""
    if facts.origin == "obtained" and not facts.obtained_from:
        raise Refusal("从别处获取的信息，请写明从哪里获取", cite=Cite("条例", 10, 1))
    if len(facts.old_site) > LONGEST["old_site"]:
        raise Refusal(f"旧网站的名称超过 {LONGEST['old_site']} 个字，写域名就够了")
    if facts.effective_on and facts.ends_on and facts.ends_on < facts.effective_on:
        raise Refusal("“有效期至”早于施行日期，请核对两个日期")
    if facts.offline_on and facts.stays_by:
        raise Refusal("“公示到哪一天”和“长期公开的依据”只能填一个")
    if len(facts.stays_by) > LONGEST["stays_by"]:
        raise Refusal(
            f"长期公开的依据超过 {LONGEST['stays_by']} 个字，写法律、法规的名称和条文就够了"
        )
    if len(facts.joint_organs) > MOST_ORGANS:
        raise Refusal(f"联合制作的机关超过 {MOST_ORGANS} 个，请核对")
    too_long = len(facts.obtained_from) > LONGEST["obtained_from"]
    if too_long or any(len(name) > LONGEST["organ"] for name in facts.joint_organs):
        raise Refusal(f"机关、单位的名称超过 {LONGEST['organ']} 个字，请写全称，不写别的话")
    if len(facts.attribute_reason) > LONGEST["attribute_reason"]:
        raise Refusal(f"不公开的理由超过 {LONGEST['attribute_reason']} 个字，请删减")
