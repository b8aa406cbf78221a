"""What waits for the office that collects: reports to accept, files whose organ a person must choose, organs still missing."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.addresses import address_of
from gongkai.annual_reports.collecting.overview import Row, rows
from gongkai.annual_reports.models import CollectedFile, HandedIn
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.work import Light, WorkItem
from gongkai.law.report_duties import COLLECTORS

KIND = "annual_reports.collection"
ACT = "annual_reports.collect"
PRESSING: tuple[Light, ...] = ("late", "soon")


def waiting_for(person: User, now: datetime) -> list[WorkItem]:
    """Everything of the collection that waits for the person."""
    mine = Agency.objects.filter(pk__in=agencies_for(person, ACT), kind__in=COLLECTORS)
    organs = {organ.pk: organ for organ in mine}
    if not organs:
        return []
    today = law_day(now)
    return [
        *_to_accept(organs),
        *_to_choose(organs),
        *(item for organ in organs.values() for item in _missing(organ, today)),
    ]


def count_waiting(person: User) -> int:
    """How many reports wait for acceptance."""
    return HandedIn.objects.filter(
        collector__in=agencies_for(person, ACT), state="handed_in"
    ).count()


def _to_accept(organs: dict[int, Agency]) -> Iterator[WorkItem]:
    waiting = HandedIn.objects.filter(collector__in=organs, state="handed_in").order_by()
    for organ, year, number in waiting.values_list("collector", "year").annotate(Count("pk")):
        yield WorkItem(
            kind=KIND,
            title=f"{number} 份 {year} 年度报告等您接收",
            reason="下级机关已经报送",
            next_act="去接收",
            url=f"{address_of(organs[organ], year)}&state=handed_in",
            agency_name=organs[organ].name,
        )


def _to_choose(organs: dict[int, Agency]) -> Iterator[WorkItem]:
    files = CollectedFile.objects.filter(
        batch__collector__in=organs, state__in=("no_organ", "other_year")
    ).order_by()
    found = files.values_list("batch__collector", "batch__year").annotate(Count("pk"))
    for organ, year, number in found:
        yield WorkItem(
            kind=KIND,
            title=f"{number} 个年报文件等您选定机关",
            reason="系统认不出是哪个机关的，或者年度不对",
            next_act="去选定",
            url=address_of(organs[organ], year),
            agency_name=organs[organ].name,
        )


def _missing(organ: Agency, today: date) -> Iterator[WorkItem]:
    """Organs whose last year's report is near its day or late: one entry for all, with the earliest day."""
    year = today.year - 1
    pressing = [row for row in rows(organ, year, today) if _is_pressing(row)]
    if pressing:
        due = min((row.due for row in pressing), key=lambda one: one.day or today)
        yield WorkItem(
            kind=KIND,
            title=f"{len(pressing)} 个机关还没有报送 {year} 年度报告",
            reason="可以催报，每个机关一天通知一次",
            next_act="去看看",
            url=f"{address_of(organ, year)}&state=missing",
            agency_name=organ.name,
            due=due.day,
            days_left=due.days_left,
            light=due.light,
        )


def _is_pressing(row: Row) -> bool:
    return row.key == "missing" and row.due.light in PRESSING
