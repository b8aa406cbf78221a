"""The courses that requests take between receipt and their end: each puts together steps on days that the law allows.

A course is a function of the strand and the outcome; the rows of 表三 that need a course of their own are reached by it alone.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from gongkai.casework.actions import Party
from gongkai.config.simulation.draw import next_workday
from gongkai.config.simulation.strand import Strand
from gongkai.config.simulation.told import Charged

COMPANY = Party("示例建筑公司（演示数据）", "0000-0000007")
OFFICE = Party("演示县水利局")
ABOUT = "所申请的内容是否同意公开。"
FREE_PAGES, YUAN_A_PAGE = 30, 10
"""By pages: the first thirty are free, up to the hundredth each costs ten yuan (《信息处理费办法》第四条)."""

Course = Callable[[Strand, str], None]


def plain(strand: Strand, outcome: str) -> None:
    """Answered within the twenty working days."""
    strand.come_in()
    strand.answer(strand.day(strand.draw.number(2, 18)), outcome)


def clarified(strand: Strand, outcome: str) -> None:
    """Unclear at first; what was missing comes in time, and the whole period begins anew."""
    draw, thread = strand.draw, strand.thread
    strand.come_in()
    told = strand.day(draw.number(1, 6))
    came = strand.day(draw.number(2, 9), told)
    strand.plan.at(told, 10, "补正告知", partial(thread.clarify, days=10))
    strand.plan.at(came, 10, "收到补正", thread.correct)
    strand.answer(strand.day(draw.number(2, 18), came), outcome)


def clarification_lapsed(strand: Strand, outcome: str) -> None:
    """Nothing comes: ended once the ten days have passed."""
    strand.come_in()
    told = strand.day(strand.draw.number(1, 6))
    strand.plan.at(told, 10, "补正告知", partial(strand.thread.clarify, days=10))
    strand.answer(strand.day(strand.draw.number(11, 14), told), outcome)


def extended(strand: Strand, outcome: str) -> None:
    """More time is told of before the twenty days end."""
    draw = strand.draw
    strand.come_in()
    days = draw.one((10, 15, 20))
    told = strand.day(draw.number(13, 19))
    strand.plan.at(told, 10, "延期告知", partial(strand.thread.extend, days=days))
    strand.answer(strand.day(draw.number(21, 20 + days)), outcome)


def _consulted(strand: Strand, family: str, party: Party) -> None:
    """Somebody is asked on the third working day, and has the letter on the fourth."""
    act = partial(strand.thread.consult, family=family, party=party, about=ABOUT)
    strand.come_in()
    strand.plan.at(strand.day(3), 10, "征求意见", act)
    strand.plan.at(strand.day(4), 10, "对方收到征求意见书", strand.thread.opinion_arrived)


def _heard(strand: Strand, family: str, party: Party, outcome: str, says: dict[str, Any]) -> None:
    _consulted(strand, family, party)
    heard = strand.draw.number(6, 16)
    strand.plan.at(strand.day(heard), 10, "收到意见", partial(strand.thread.hear, **says))
    strand.answer(strand.day(heard + strand.draw.number(1, 8)), outcome)


def third_party_agrees(strand: Strand, outcome: str) -> None:
    """A third party is asked and agrees."""
    _heard(strand, "third_party", COMPANY, outcome, {"agrees": True})


def third_party_refuses(strand: Strand, outcome: str) -> None:
    """A third party is asked and refuses with reasons."""
    reasons = "单价构成属于商业秘密，公开会影响今后投标。"
    _heard(strand, "third_party", COMPANY, outcome, {"agrees": False, "reasons": reasons})


def third_party_silent(strand: Strand, outcome: str) -> None:
    """A third party says nothing in its fifteen working days; the organ decides by itself."""
    _consulted(strand, "third_party", COMPANY)
    strand.plan.at(strand.day(20), 10, "第三方逾期未答", strand.thread.hear_nothing)
    strand.answer(strand.day(strand.draw.number(21, 30)), outcome)


def joint_organ(strand: Strand, outcome: str) -> None:
    """The organ with which it was made is asked and agrees."""
    _heard(strand, "joint_organ", OFFICE, outcome, {"agrees": True})


def other_organ(strand: Strand, outcome: str) -> None:
    """Another organ is asked and agrees."""
    _heard(strand, "other_organ", OFFICE, outcome, {"agrees": True})


def _charged(strand: Strand) -> tuple[int, int]:
    """The notice is handed over on one of the first days: which working day that is, and the yuan."""
    draw = strand.draw
    strand.come_in()
    on, pages = draw.number(2, 8), draw.number(40, 100)
    strand.plan.at(strand.day(on), 10, "收费通知", partial(strand.thread.charge, pages=pages))
    return on, (pages - FREE_PAGES) * YUAN_A_PAGE


def fee_paid(strand: Strand, outcome: str) -> None:
    """A fee by pages is paid in time; the period begins anew."""
    draw = strand.draw
    on, yuan = _charged(strand)
    paid = strand.day(on + draw.number(1, 18))
    strand.plan.at(paid, 10, "收到缴费", partial(strand.thread.pay, yuan=yuan))
    strand.plan.facts.append(Charged(strand.key, strand.day(on), yuan, paid))
    strand.answer(strand.day(draw.number(2, 15), paid), outcome)


def fee_lapsed(strand: Strand, outcome: str) -> None:
    """A fee is not paid within twenty working days."""
    on, yuan = _charged(strand)
    strand.plan.facts.append(Charged(strand.key, strand.day(on), yuan))
    strand.answer(strand.day(on + strand.draw.number(21, 25)), outcome)


def reasons_unsound(strand: Strand, outcome: str) -> None:
    """Asked why so many; the reasons do not hold."""
    strand.come_in()
    strand.plan.at(strand.day(3), 10, "要求说明理由", strand.thread.demand_reasons)
    words = partial(strand.thread.give_reasons, words="想多了解一些。")
    strand.plan.at(strand.day(strand.draw.number(5, 8)), 10, "收到理由", words)
    strand.answer(strand.day(strand.draw.number(9, 18)), outcome)


def delayed(strand: Strand, outcome: str) -> None:
    """Asked why so many; the reasons hold, and a later day is fixed."""
    strand.come_in()
    until = strand.day(35)
    strand.plan.at(strand.day(3), 10, "要求说明理由", strand.thread.demand_reasons)
    words = partial(strand.thread.give_reasons, words="为编写村志，需要历年的台账。")
    strand.plan.at(strand.day(strand.draw.number(5, 8)), 10, "收到理由", words)
    delay = partial(strand.thread.delay, until=until)
    strand.plan.at(strand.day(strand.draw.number(9, 15)), 10, "延迟答复告知", delay)
    strand.answer(strand.day(strand.draw.number(21, 35)), outcome)


def withdrawn(strand: Strand, outcome: str) -> None:
    """The applicant takes it back."""
    strand.come_in()
    on = strand.day(strand.draw.number(2, 12))
    strand.plan.at(on, 10, "申请人撤回", strand.thread.withdraw)
    strand.close(on, outcome)


def filed(strand: Strand) -> None:
    """The file is closed some weeks after the end."""
    if strand.closed_on:
        on = next_workday(strand.closed_on + timedelta(40))
        strand.plan.at(on, 16, "归档", strand.thread.archive)
