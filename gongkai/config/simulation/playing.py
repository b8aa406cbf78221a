"""Lets a plan happen: each act at its moment through the real action, all in one transaction, up to the day before today."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.casework.models import Case
from gongkai.common.clock import law_day
from gongkai.common.outbox import deliver_due
from gongkai.common.refusals import Refusal
from gongkai.config.simulation.applicants import MARK
from gongkai.config.simulation.house import House, Unfit, house_of
from gongkai.config.simulation.plan import Deed
from gongkai.config.simulation.told import Told
from gongkai.config.simulation.year import FIRST_YEAR, year_of

Say = Callable[[str], None]


class Refused(Exception):
    """An act of the plan was refused: the plan is not lawful, or an action is wrong. Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Played:
    """What was done: the facts as of the last day that was played, and how often each kind of act happened."""

    told: Told
    acts: Counter[str]
    until: date


def simulate(
    agency: Agency, year: int, seed: int, now: datetime, say: Say = lambda _: None
) -> Played:
    """Play the year of an organ. Raises Unfit before anything is done, Refused where an act was refused; neither leaves a trace."""
    yesterday = law_day(now) - timedelta(1)
    _require_playable(agency, year, yesterday)
    house, plan = house_of(agency, now), year_of(year, seed)
    deeds = [deed for deed in plan.in_order() if deed.day <= yesterday]
    with transaction.atomic():
        acts = _play(house, deeds, say)
    return Played(Told(tuple(plan.facts)).until(yesterday), acts, yesterday)


def follow(now: datetime) -> None:
    """Let letters be printed, the site and its readers follow, as the worker would."""
    while deliver_due(now):
        pass


def _require_playable(agency: Agency, year: int, yesterday: date) -> None:
    if not FIRST_YEAR <= year <= yesterday.year:
        raise Unfit(f"只能模拟 {FIRST_YEAR} 年到 {yesterday.year} 年，不能模拟 {year} 年。")
    if agency.since > date(year, 1, 1):
        raise Unfit(f"{agency.name}自{agency.since}起设立，不能模拟 {year} 年。")
    if Case.objects.filter(agency=agency, title__contains=f"{MARK}{year}-").exists():
        raise Unfit(
            f"{agency.name}的 {year} 年已经模拟过，不再重复；要重来，先用 gongkai demo --reset 重建演示数据。"
        )


def _play(house: House, deeds: list[Deed], say: Say) -> Counter[str]:
    acts: Counter[str] = Counter()
    month = (0, 0)
    for place, deed in enumerate(deeds, 1):
        if (deed.day.year, deed.day.month) != month:
            month = (deed.day.year, deed.day.month)
            say(f"{month[0]}年{month[1]}月……（已办 {place - 1} 步，共 {len(deeds)} 步）")
        try:
            deed.act(house, deed.moment)
        except Refusal as refusal:
            raise Refused(f"{deed.day} {deed.what}没有办成：{refusal}") from refusal
        acts[deed.what] += 1
    return acts
