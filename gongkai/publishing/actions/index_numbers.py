"""编索引号（《条例》第十二条第三款）：一条信息一个号，用过的不再用"""

import re
from datetime import date, datetime
from string import Formatter
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.models import IndexSerial, Item, PublishingRules
from gongkai.publishing.models.rules import INDEX_PATTERN

LONGEST = 80
_ZEROS = re.compile(r"(0[1-9])?")
BASIS = Cite("条例", 12, 3)


def number_item(item: Item, now: datetime) -> None:
    """Give a locked item its index number if it has none; the caller saves it."""
    if not item.index_number:
        item.index_number = _next_number(item.agency, law_day(now))


def _next_number(agency: Agency, day: date) -> str:
    """The next number nobody has. One transaction at a time counts: the row of the year is locked."""
    IndexSerial.objects.get_or_create(agency=agency, year=day.year)
    serial = IndexSerial.objects.select_for_update().get(agency=agency, year=day.year)
    rules = PublishingRules.objects.filter(agency=agency).first()
    pattern = rules.index_pattern if rules else INDEX_PATTERN
    while True:
        serial.last += 1
        number = written(pattern, agency, day, serial.last)
        if not Item.objects.filter(agency=agency, index_number=number).exists():
            serial.save()
            return number


def written(pattern: str, agency: Agency, day: date, serial: int) -> str:
    """A pattern filled in. Refusal for one with an unknown part, without year or serial, or that makes too long a text."""
    parts: dict[str, Any] = {
        "organ": agency.social_credit_code or agency.code,
        "region": agency.region_code,
        "year": day.year,
        "month": f"{day.month:02}",
        "serial": serial,
    }
    if not {"year", "serial"} <= _parts_of(pattern, set(parts)):
        raise Refusal("索引号的写法里要有 {year} 和 {serial}，不然会重号", cite=BASIS)
    number = pattern.format_map(parts)
    if len(pattern.format_map(parts | {"serial": 999_999})) > LONGEST or not number.isprintable():
        raise Refusal(f"照这样写，索引号会超过 {LONGEST} 个字或者有看不见的字符", cite=BASIS)
    return number


def _parts_of(pattern: str, known: set[str]) -> set[str]:
    """The names in braces. Refusal for any that is not known, or that asks for more than leading zeros."""
    try:
        found = [row[1:] for row in Formatter().parse(pattern) if row[1] is not None]
    except ValueError:
        found = [("", "", None)]
    if any(
        name not in known
        or change
        or not _ZEROS.fullmatch(spec or "")
        or (spec and name != "serial")
        for name, spec, change in found
    ):
        raise Refusal(
            "索引号的写法里有不认识的部分",
            cite=BASIS,
            next_step="可以用 {organ}、{region}、{year}、{month} 和 {serial:05}",
        )
    return {str(name) for name, _, _ in found}


@transaction.atomic
def set_index_pattern(
    *, agency: Agency, pattern: str, seen_version: int | None, by: User, now: datetime
) -> PublishingRules:
    """Change how new numbers of an organ are written; numbers given before stay."""
    permit = require(by, "publishing.set_up", agency)
    tidy = pattern.replace("\0", "").strip()
    written(tidy, agency, law_day(now), 1)
    rules = PublishingRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    before = rules.index_pattern if rules else INDEX_PATTERN
    rules = rules or PublishingRules(agency=agency, version=0)
    rules.index_pattern = tidy
    rules.version += 1
    rules.save()
    record(
        "publishing.set_index_pattern",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before={"index_pattern": before},
        after={"index_pattern": tidy},
    )
    return rules
