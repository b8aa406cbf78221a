"""The population of an organ's area is entered, or taken in from a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.models import Population
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal

ACT = "annual_reports.set_population"
EARLIEST, MOST = 2000, 2_000_000_000


@dataclass(frozen=True, slots=True)
class Counted:
    """So many people at the end of a year, and where that is written."""

    agency: Agency
    year: int
    persons: int
    basis: str


@transaction.atomic
def set_population(*, counted: Counted, by: User, now: datetime) -> Population:
    """Enter the population of a year, or replace it. Raises NotAllowed or Refusal."""
    permit = require(by, ACT, counted.agency)
    return _keep(counted, permit, by, now)


@transaction.atomic
def import_populations(*, rows: Sequence[Counted], by: User, now: datetime) -> list[Population]:
    """Enter all rows of a table, or none of them. Raises NotAllowed or Refusal."""
    return [_keep(row, require(by, ACT, row.agency), by, now) for row in rows]


def wrong_with(counted: Counted, this_year: int) -> str:
    """Why these people cannot be entered; "" where they can."""
    if not EARLIEST <= counted.year <= this_year:
        return f"年度应在 {EARLIEST} 年到 {this_year} 年之间"
    if not 1 <= counted.persons <= MOST:
        return "人口应是大于 0 的整数，单位是人"
    return "" if counted.basis.strip() else "请写明数字从哪里来，如统计公报、公安户籍年报"


def _keep(counted: Counted, permit: Permit, by: User, now: datetime) -> Population:
    wrong = wrong_with(counted, law_day(now).year)
    if wrong:
        raise Refusal(wrong, next_step="改正后再登记")
    Agency.objects.select_for_update(no_key=True).get(pk=counted.agency.pk)
    place = {"agency": counted.agency, "year": counted.year}
    old = Population.objects.filter(**place).first()
    said = {"persons": counted.persons, "basis": counted.basis.strip()}
    row, _ = Population.objects.update_or_create(
        **place, defaults={**said, "by_name": by.name, "at": now}
    )
    audit.record(
        ACT,
        row,
        by=permit,
        at=now,
        organ=counted.agency.code,
        before={"人口": old.persons, "依据": old.basis} if old else None,
        after={"人口": row.persons, "依据": row.basis},
    )
    return row
