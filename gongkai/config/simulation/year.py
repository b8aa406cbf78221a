"""The plan of a whole year from one seed."""

from random import Random

from gongkai.config.simulation.asking import asking
from gongkai.config.simulation.correcting import correcting
from gongkai.config.simulation.courses import filed
from gongkai.config.simulation.disputing import disputing
from gongkai.config.simulation.documents import documents
from gongkai.config.simulation.draw import Draw
from gongkai.config.simulation.handing import handing, set_up_departments
from gongkai.config.simulation.issuing import issuing
from gongkai.config.simulation.kinship import kinship
from gongkai.config.simulation.piece import set_up
from gongkai.config.simulation.plan import Plan

FIRST_YEAR = 2023


def year_of(year: int, seed: int) -> Plan:
    """All that is to happen in a year of work, with what came over from the years before and what goes on in the next."""
    draw = Draw(year, Random(f"{year}/{seed}"))  # noqa: S311 - a game, no secret
    work = Plan()
    work.take(each(draw) for each in (requests, issuing, documents, handing, correcting))
    plan = Plan()
    first = min(deed.day for deed in work.deeds)
    plan.at(first, 8, "设置栏目", set_up)
    plan.at(first, 8, "设置部门", set_up_departments)
    plan.take((work,))
    return plan


def requests(draw: Draw) -> Plan:
    """What is asked for, and what is disputed about it; some of what ended in peace is filed."""
    found = asking(draw)
    kinship(found)
    disputing(found)
    for strand in found.strands:
        if draw.happens(0.4) and not _disputed(strand.plan):
            filed(strand)
    plan = Plan()
    plan.take(strand.plan for strand in found.strands)
    return plan


def _disputed(plan: Plan) -> bool:
    return any(deed.what.startswith("收到复议") for deed in plan.deeds)
