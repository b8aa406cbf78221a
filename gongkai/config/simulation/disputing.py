"""The reconsiderations and suits of a year: of requests of this year and of the year before, decided, and some still pending."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from gongkai.config.simulation import courses
from gongkai.config.simulation.answers import ANSWERS
from gongkai.config.simulation.asking import Asking
from gongkai.config.simulation.dispute import Dispute
from gongkai.config.simulation.draw import DAY, after, last_workday, next_workday
from gongkai.config.simulation.strand import Strand
from gongkai.config.simulation.told import Remedied

BLOCKS = {
    "reconsideration": "演示县人民政府",
    "litigation_direct": "演示县人民法院",
    "litigation_after_reconsideration": "演示县人民法院",
}
RESULTS: dict[str, tuple[tuple[str, str], ...]] = {
    "reconsideration": (
        ("upheld", "upheld"), ("claim_rejected", "upheld"), ("changed", "corrected"), ("revoked", "corrected"),
        ("found_unlawful", "corrected"), ("application_rejected", "other"), ("terminated", "other"), ("mediated", "other"),
    ),
    "litigation": (
        ("suit_dismissed", "upheld"), ("court_found_unlawful", "corrected"), ("court_revoked", "corrected"),
        ("suit_not_admitted", "other"), ("suit_withdrawn", "other"),
    ),
}  # fmt: skip
"""What may come of it, and its column of 表四. What reopens the matter is thought of by itself."""
ANSWER_BEFORE_2024 = timedelta(10)
"""Of reconsiderations under the earlier law the system keeps no period; the notice named ten days."""
NEW_LAW = date(2024, 1, 1)
LEFT = 110
"""Days that a proceeding and what follows from it take."""


@dataclass(frozen=True, slots=True)
class Came:
    """The course of one proceeding: its day, its result, and the day of the result."""

    on: date
    result: str = ""
    column: str = ""
    ended_on: date | None = None


def disputing(found: Asking) -> None:
    """All of a year: each request is in dispute once, apart from a suit after its reconsideration."""
    draw = found.draw
    fresh = _contestable(found, draw.first, draw.last - timedelta(LEFT))
    for strand in fresh[: draw.number(2, 3)]:
        _decided(found, strand, "reconsideration")
    _reopened(found, fresh[3])
    _sued_after(found, fresh[4])
    _decided(found, fresh[5], "litigation_direct")
    late = _contestable(found, draw.last - timedelta(LEFT), draw.last - timedelta(30))
    for strand, block in zip(late, ("reconsideration", "litigation_direct"), strict=False):
        _pending(found, strand, block)
    _of_last_year(found, ended=True)
    _of_last_year(found, ended=False)


def _contestable(found: Asking, first: date, last: date) -> list[Strand]:
    """Requests that were refused or given in part within these days, in any order."""
    rows = [each for each in found.strands if each.outcome in _DISPUTED]
    fit = [each for each in rows if each.closed_on and first <= each.closed_on <= last]
    found.draw.chance.shuffle(fit)
    return fit


_DISPUTED = {key for key, row in ANSWERS.items() if row.row.startswith(("refused", "partly"))}
_DISPUTED |= {"nonexistent", "must_be_created", "petition", "not_responsible", "provided"}


def _begin(strand: Strand, block: str, came: Came, after_: Dispute | None = None) -> Dispute:
    """The copy comes in and is answered; the result comes, where it does."""
    dispute = Dispute(strand.thread, block, BLOCKS[block], after_)
    old = block == "reconsideration" and came.on < NEW_LAW
    until = came.on + ANSWER_BEFORE_2024 if old else None
    plan = strand.plan
    plan.at(came.on, 9, "收到复议、起诉", partial(dispute.begin, answer_by=until))
    plan.at(next_workday(came.on + timedelta(6)), 10, "提交答复、答辩", dispute.defend)
    if came.ended_on:
        decided = last_workday(came.ended_on - DAY)
        end = partial(dispute.end, result=came.result, decided_on=decided)
        plan.at(came.ended_on, 9, "复议、诉讼结果", end)
    told = Remedied(strand.key, block, came.on, came.column, came.ended_on)
    plan.facts.append(told)
    return dispute


def _decided(found: Asking, strand: Strand, block: str) -> Dispute:
    """Decided after some weeks."""
    draw = found.draw
    results = RESULTS["reconsideration" if block == "reconsideration" else "litigation"]
    result, column = draw.one(results)
    on = _sought(found, strand)
    ended = next_workday(on + timedelta(draw.number(35, 58)))
    return _begin(strand, block, Came(on, result, column, ended))


def _sought(found: Asking, strand: Strand) -> date:
    assert strand.closed_on
    return next_workday(strand.closed_on + timedelta(found.draw.number(8, 25)))


def _reopened(found: Asking, strand: Strand) -> None:
    """Set aside and made anew: a second round of the same 件."""
    draw, on = found.draw, _sought(found, strand)
    ended = next_workday(on + timedelta(draw.number(35, 50)))
    came = Came(on, "revoked_answer_again", "corrected", ended)
    dispute = _begin(strand, "reconsideration", came)
    strand.plan.at(after(ended, 1), 10, "重新办理", dispute.reopen)
    strand.reply(
        after(ended, draw.number(4, 15)), ANSWERS["partly_granted"].reply("partly_granted")
    )


def _sued_after(found: Asking, strand: Strand) -> None:
    """Upheld in reconsideration, then taken to court; the suit often outlives the year."""
    draw, on = found.draw, _sought(found, strand)
    ended = next_workday(on + timedelta(draw.number(35, 50)))
    first = _begin(strand, "reconsideration", Came(on, "upheld", "upheld", ended))
    sued = next_workday(ended + timedelta(draw.number(5, 14)))
    result, column = draw.one(RESULTS["litigation"])
    judged = next_workday(sued + timedelta(draw.number(60, 150)))
    _begin(strand, "litigation_after_reconsideration", Came(sued, result, column, judged), first)


def _pending(found: Asking, strand: Strand, block: str) -> None:
    """Received before the end of the year, decided after it."""
    draw = found.draw
    on = _sought(found, strand)
    results = RESULTS["reconsideration" if block == "reconsideration" else "litigation"]
    result, column = draw.one(results)
    ended = next_workday(max(on + timedelta(40), draw.last + timedelta(draw.number(5, 60))))
    _begin(strand, block, Came(min(on, last_workday(draw.last)), result, column, ended))


def _of_last_year(found: Asking, *, ended: bool) -> None:
    """Answered and contested in the year before: decided in this year, or not even in this one."""
    draw = found.draw
    received = draw.workday(date(draw.year - 1, 8, 20), date(draw.year - 1, 9, 20))
    strand = found.add(received, (courses.plain, "process_information"))
    on = draw.workday(date(draw.year - 1, 11, 20), date(draw.year - 1, 12, 20))
    if ended:
        day = next_workday(draw.first + timedelta(draw.number(10, 50)))
        _begin(strand, "reconsideration", Came(on, *draw.one(RESULTS["reconsideration"]), day))
        return
    day = next_workday(draw.last + timedelta(draw.number(20, 60)))
    _begin(strand, "litigation_direct", Came(on, *draw.one(RESULTS["litigation"]), day))
