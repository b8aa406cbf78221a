"""TABLE of what must have happened before an outcome may be chosen: its article, and what to do instead.

Facts in, unmet needs out. Not here: what the letter must say (``outcomes``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.clock import Clock
from gongkai.law.in_force import InForce, rows_in_force

_SINCE_2019 = InForce(date(2019, 5, 15))
_FEES = InForce(date(2021, 1, 1))
DISCLOSING = ("provided", "told_when_and_where", "provided_in_other_form", "disclosed_in_public_interest", "partly_granted")
"""Outcomes by which information is given."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a request on the day ``on``: its clock, and what the clock does not know.

    ``objected``: a third party refused and gave reasons. ``earlier_reply``: an earlier reply to the same applicant is named.
    ``reasons_asked``: the applicant was asked for reasons, answered or not.
    """

    clock: Clock
    on: date
    objected: bool = False
    earlier_reply: bool = False
    reasons_asked: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """One presupposition of ``outcomes`` (keys). ``text`` says what is missing, ``next_step`` what to do instead."""

    key: str
    outcomes: tuple[str, ...]
    text: str
    next_step: str
    met: Callable[[Facts], bool]
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


def _has_lapsed(owes: str) -> Callable[[Facts], bool]:
    def met(facts: Facts) -> bool:
        waiting = facts.clock.waiting
        return waiting is not None and waiting.owes == owes and waiting.last_day is not None and facts.on > waiting.last_day

    return met


def _was_corrected(facts: Facts) -> bool:
    """Clarification was asked for and came; a fee paid later does not undo it."""
    waiting = facts.clock.waiting
    return facts.clock.clarified and (waiting is None or waiting.owes != "correction")


def _nobody_is_waited_for(facts: Facts) -> bool:
    clock = facts.clock
    return not any(each.family == "third_party" and each.is_open(facts.on, clock.calendar) for each in clock.consultations)


NEEDS: tuple[Need, ...] = (
    Need("corrected_before", ("still_unclear",), "还没有告知过补正并收到补正", "先发补正告知书；已经过了期限的，按其他情形答复", _was_corrected, Cite("条例", 30)),
    Need("correction_overdue", ("clarification_lapsed",), "补正期限还没有届满，或者没有写明补正期限", "等补正期限届满的次日再作这一答复", _has_lapsed("correction"), Cite("条例", 30)),
    Need("payment_overdue", ("fee_lapsed",), "缴费期限还没有届满", "等缴费期限届满的次日再作这一答复", _has_lapsed("payment"), Cite("信息处理费办法", 6), _FEES),
    Need("reasons_heard", ("excessive",), "还没有要求申请人说明理由", "先发说明理由告知书", lambda facts: facts.reasons_asked, Cite("条例", 35)),
    Need("third_party_objected", ("third_party_objects", "disclosed_in_public_interest"), "没有第三方不同意公开并说明理由的记录", "先书面征求第三方意见，登记其意见和理由", lambda facts: facts.objected, Cite("条例", 32)),
    Need("third_party_heard", DISCLOSING, "还在等第三方的意见，其提出意见的期限没有届满", "等收到意见，或者期限届满以后再决定公开", _nobody_is_waited_for, Cite("条例", 32)),
    Need("earlier_reply", ("repeated",), "没有写明此前对同一申请人的哪一件答复", "选定此前已经答复的那一件", lambda facts: facts.earlier_reply, Cite("条例", 36, None, 6)),
)


def unmet(outcome: str, facts: Facts) -> tuple[Need, ...]:
    """What is missing for the outcome of that key, under the law of the day."""
    rows = rows_in_force(NEEDS, facts.on)
    return tuple(row for row in rows if outcome in row.outcomes and not row.met(facts))
