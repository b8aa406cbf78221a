"""Remind the organs whose report is missing, each once a day at most."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.overview import missing
from gongkai.annual_reports.collecting.telling import people_of
from gongkai.annual_reports.models import Reminder
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

CITE = Cite("条例", 47, 1)


@dataclass(frozen=True, slots=True)
class Reminded:
    """The organs told now, those told already today, and those that have nobody on this system to be told."""

    told: list[Agency]
    already: list[Agency]
    nobody: list[Agency]


@transaction.atomic
def remind(*, collector: Agency, year: int, by: User, now: datetime) -> Reminded:
    """Tell the people of every organ that owes the report of a year. Refused where nothing is missing."""
    permit = require(by, "annual_reports.collect", collector)
    Agency.objects.select_for_update(no_key=True).get(pk=collector.pk)
    owing = [one.agency for one in missing(collector, year)]
    if not owing:
        raise Refusal(f"{year}年度的报告都已经报送，不用催报", cite=CITE)
    today = law_day(now)
    before = set(
        Reminder.objects.filter(collector=collector, year=year, day=today).values_list(
            "organ_id", flat=True
        )
    )
    people = people_of([organ.pk for organ in owing], now)
    told = [organ for organ in owing if organ.pk in people and organ.pk not in before]
    Reminder.objects.bulk_create(
        Reminder(collector=collector, organ=organ, year=year, day=today, by_name=by.name)
        for organ in told
    )
    for organ in told:
        for person in people[organ.pk]:
            _tell(collector, organ, year, person, now)
    already = [organ for organ in owing if organ.pk in before]
    nobody = [organ for organ in owing if organ.pk not in people]
    audit.record(
        "annual_reports.remind",
        collector,
        by=permit,
        at=now,
        organ=collector.code,
        after={"年度": year, "催报": [organ.name for organ in told]},
    )
    return Reminded(told, already, nobody)


def _tell(collector: Agency, organ: Agency, year: int, person: User, now: datetime) -> None:
    notify(
        user_id=person.pk,
        key=f"annual_reports.remind:{organ.pk}:{year}:{law_day(now)}",
        text=f"{collector}催报：{organ}{year}年度政府信息公开工作年度报告还没有报送",
        url=f"{reverse('annual_reports:list')}?year={year}",
        address=person.email,
        now=now,
    )
