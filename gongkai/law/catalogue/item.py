"""The shape of a row of the catalogue, and the kinds of organ that publish."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

OrganKind = Literal[
    "state_council", "central_department",
    "provincial_government", "provincial_department",
    "city_government", "city_department",
    "county_government", "county_department",
    "township_government", "subdistrict_office",
    "dispatched_office", "authorized_organization",
]

ORGAN_LABELS: Mapping[OrganKind, str] = {
    "state_council": "国务院",
    "central_department": "国务院部门",
    "provincial_government": "省级人民政府",
    "provincial_department": "省级人民政府部门",
    "city_government": "设区的市级人民政府",
    "city_department": "设区的市级人民政府部门",
    "county_government": "县级人民政府",
    "county_department": "县级人民政府部门",
    "township_government": "乡（镇）人民政府",
    "subdistrict_office": "街道办事处",
    "dispatched_office": "对外以自己名义履行职能的派出机构、内设机构",
    "authorized_organization": "法律、法规授权的具有管理公共事务职能的组织",
}
EVERY_ORGAN: tuple[OrganKind, ...] = tuple(ORGAN_LABELS)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that must be published. Each of ``publishers`` owes it for what it made, keeps or was first to obtain (art. 10).

    ``under`` are the keys of the broader items it belongs to; their special limits hold for it too.
    """

    key: str
    label: str
    publishers: tuple[OrganKind, ...]
    cite: Cite
    in_force: InForce
    under: tuple[str, ...] = ()
    doubt: str = ""
