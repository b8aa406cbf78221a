"""Requests that hang together: repeated ones, several that are joined, one that is divided; and what is registered and is no 件."""

from datetime import date, timedelta
from functools import partial

from gongkai.casework.actions import Matter
from gongkai.config.simulation.answers import CORRECTIONS
from gongkai.config.simulation.applicants import MARK
from gongkai.config.simulation.asking import Asking
from gongkai.config.simulation.draw import after, before, next_workday
from gongkai.config.simulation.strand import Strand
from gongkai.config.simulation.told import Uncounted

MATTERS = ("征地补偿方案全文", "补偿款发放明细", "评估报告")
SPLIT_ENDS = ("provided", "partly_granted", "nonexistent", "process_information")
LEAST_TIME = 80
"""Days before the year's end by which something begins that others follow within the year."""


def kinship(found: Asking) -> None:
    """Add all of them."""
    draw = found.draw
    for _ in range(draw.number(1, 2)):
        _repeat(found)
    _join(found)
    _divide(found, carried=False)
    if draw.happens(0.6):
        _divide(found, carried=True)
    for outcome in draw.chance.sample(sorted(CORRECTIONS), draw.number(2, 3)):
        _correct_record(found, outcome)
    for _ in range(draw.number(1, 2)):
        _void(found)
    if draw.happens(0.7):
        _confirmed_in_the_next_year(found)


def _repeat(found: Asking) -> None:
    """Somebody asks again for what was answered."""
    draw = found.draw
    early = [each for each in found.strands if _answered_early(found, each)]
    first = draw.one(early)
    assert first.closed_on
    strand = found.strand(draw.later(first.closed_on, 5, 30))
    strand.applicant, strand.topic = first.applicant, first.topic
    strand.come_in()
    strand.answer(strand.day(draw.number(2, 10)), "repeated", first)
    found.keep(strand)


def _answered_early(found: Asking, strand: Strand) -> bool:
    """Whether it was given or told something, in the first part of the year."""
    day, draw = strand.closed_on, found.draw
    given = strand.outcome in {"provided", "already_public", "nonexistent", "told_when_and_where"}
    return given and day is not None and draw.first <= day <= draw.last - timedelta(LEAST_TIME)


def _join(found: Asking) -> None:
    """Two ask for the same within days: worked on together, answered each."""
    draw = found.draw
    lead = found.strand(draw.workday(draw.first, draw.last - timedelta(LEAST_TIME)))
    lead.come_in()
    lead.answer(lead.day(draw.number(10, 18)), "provided")
    found.keep(lead)
    second = found.strand(lead.day(draw.number(1, 5)))
    second.topic = lead.topic
    second.come_in()
    act = partial(second.thread.join, lead=lead.thread)
    second.plan.at(second.day(1), 10, "合并办理", act)
    assert lead.closed_on
    second.answer(lead.closed_on, "provided")
    found.keep(second)


def _divide(found: Asking, *, carried: bool) -> None:
    """One that holds several matters: each goes on by itself, and is a 件; the whole is none.

    Divided in a later year than it was received in, the first takes the place of the whole, the others are new of that year.
    """
    draw = found.draw
    received = draw.workday(draw.first, draw.last - timedelta(LEAST_TIME))
    split_on = after(received, draw.number(1, 3))
    if carried:
        received = before(draw.first, draw.number(1, 5))
        split_on = next_workday(draw.first)
    whole = found.strand(received)
    whole.come_in()
    parts = [_part(whole, place) for place in range(draw.number(2, len(MATTERS)))]
    matters = tuple(Matter(f"{part.topic}（{MARK}{part.key}）", f"申请公开{part.topic}。") for part in parts)  # fmt: skip
    threads = [part.thread for part in parts]
    act = partial(whole.thread.split, matters=matters, parts=threads)
    whole.plan.at(split_on, 10, "拆分", act)
    _uncounted(whole, "divided", split_on)
    found.strands.append(whole)
    for place, part in enumerate(parts):
        part.counts_from = split_on if carried and place else received
        part.split_on = split_on
        part.answer(part.day(draw.number(8, 18)), draw.one(SPLIT_ENDS))
        found.keep(part)


def _uncounted(strand: Strand, why: str, since: date) -> None:
    """Say that it is no 件, from a day on."""
    fact = Uncounted(strand.key, why, strand.applicant.kind, strand.received, since)
    strand.plan.facts.append(fact)


def _part(whole: Strand, place: int) -> Strand:
    """One matter, with the applicant and the day of the whole."""
    key, topic = f"{whole.key}-{place + 1}", MATTERS[place]
    return Strand(whole.draw, key, whole.applicant, topic, whole.channel, whole.received)


def _correct_record(found: Asking, outcome: str) -> None:
    """Somebody asks to have a record put right (art. 41)."""
    draw = found.draw
    strand = found.strand(draw.workday(draw.first, draw.last - timedelta(LEAST_TIME)))
    strand.topic = "土地承包登记"
    strand.come_in("correction")
    strand.reply(strand.day(draw.number(5, 15)), CORRECTIONS[outcome])
    _uncounted(strand, "correction", strand.received)
    found.strands.append(strand)


def _void(found: Asking) -> None:
    """A letter for somebody else is registered by mistake."""
    draw = found.draw
    strand = found.strand(draw.workday(draw.first, draw.last - timedelta(10)))
    strand.channel = "signed_post"
    strand.come_in()
    strand.plan.at(strand.day(1), 10, "登记作废", strand.thread.void)
    _uncounted(strand, "void", strand.day(1))
    found.strands.append(strand)


def _confirmed_in_the_next_year(found: Asking) -> None:
    """It arrives by fax on the last day, and is confirmed and therefore received on the first of the next year."""
    draw = found.draw
    strand = found.strand(next_workday(draw.last + timedelta(1)))
    strand.channel = "fax"
    strand.come_in(lag=1)
    strand.answer(strand.day(draw.number(2, 18)), "provided")
    found.keep(strand)
