"""What must be published of an organ's own accord, by whom and how soon.

The items of art. 20 and 21, the 26 fields of the basic level, and the time limits that hold for each.
"""

from datetime import date

from gongkai.law.catalogue.art20 import ARTICLE_20
from gongkai.law.catalogue.art21 import ARTICLE_21
from gongkai.law.catalogue.basic_fields import BASIC_FIELDS
from gongkai.law.catalogue.item import EVERY_ORGAN, ORGAN_LABELS, Item, OrganKind
from gongkai.law.catalogue.limits import GENERAL_LIMIT, SPECIAL_LIMITS, Limit, limit
from gongkai.law.in_force import NoRuleInForce, rows_in_force

__all__ = [
    "ARTICLE_20", "ARTICLE_21", "BASIC_FIELDS", "CATALOGUE", "EVERY_ORGAN", "GENERAL_LIMIT", "ORGAN_LABELS", "SPECIAL_LIMITS",
    "Item", "Limit", "OrganKind", "item", "items_of", "limit", "limits_of",
]

CATALOGUE: tuple[Item, ...] = (*ARTICLE_20, *ARTICLE_21, *BASIC_FIELDS)

_BY_KEY = {row.key: row for row in CATALOGUE}


def item(key: str) -> Item:
    """The item of that key; raises KeyError."""
    return _BY_KEY[key]


def items_of(organ: OrganKind, on: date) -> tuple[Item, ...]:
    """What an organ of that kind must publish by the law of the day ``on``, in the order of the articles."""
    return tuple(row for row in rows_in_force(CATALOGUE, on) if organ in row.publishers)


def limits_of(wanted: Item, on: date) -> tuple[Limit, ...]:
    """The time limits of an item on the day ``on``: those set for parts of it, then art. 26 for all the rest.

    Raises NoRuleInForce before art. 26 of the 2019 edition.
    """
    if not GENERAL_LIMIT.in_force.covers(on):
        raise NoRuleInForce(f"{on.isoformat()} 没有生效的主动公开期限规定：{GENERAL_LIMIT.cite}自 {GENERAL_LIMIT.in_force.since} 起施行")
    keys = {wanted.key, *wanted.under}
    special = (row for row in rows_in_force(SPECIAL_LIMITS, on) if keys.intersection(row.items))
    return (*special, GENERAL_LIMIT)
