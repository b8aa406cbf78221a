"""What an act would do to the clock of a case, worked out by the law before anybody confirms it. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gongkai.casework.clock import clock_from, standing
from gongkai.casework.models import Case, CaseEvent
from gongkai.law.citation import Cite
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Event, IllegalEvent
from gongkai.law.deadlines import due_of
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.steps import Step, in_words
from gongkai.law.workdays import CalendarNotPublished


@dataclass(frozen=True, slots=True)
class Effect:
    """``words`` says what becomes of the due date, ``steps`` how; ``refused`` why the law does not allow it, with its ``cite``."""

    words: str = ""
    steps: tuple[Step, ...] = ()
    refused: str = ""
    cite: Cite | None = None


def effect_of(case: Case, event: Event, today: date) -> Effect:
    """The effect of one more event on a case whose clock runs."""
    events = [row.of_law for row in standing(case.events.all())]
    return _between(case.received_on, events, [*events, event], today)


def _between(received: date, were: Sequence[Event], become: Sequence[Event], today: date) -> Effect:
    """From one history to another, or why the law does not allow the other."""
    try:
        before, after = clock_from(received, were), clock_from(received, become)
    except IllegalEvent as illegal:
        sentence = str(illegal).removesuffix(f"（{illegal.cite}）")
        return Effect(refused=sentence, cite=illegal.cite)
    except (NoRuleInForce, CalendarNotPublished) as unknown:
        return Effect(refused=str(unknown))
    return Effect(_moved(before, after, today), _new_steps(before, after))


def effect_of_correction(
    case: Case, row: CaseEvent, day: date, today: date, *, strike: bool
) -> Effect:
    """The effect of one event having happened on another day, or not at all."""
    rows = standing(case.events.all())
    other = replace(row.of_law, day=day)
    kept = [(each.day, each.place, each.of_law) for each in rows if each.pk != row.pk]
    put_right = kept if strike else [*kept, (day, row.place, other)]
    events = [event for _, _, event in sorted(put_right, key=lambda each: each[:2])]
    return _between(case.received_on, [each.of_law for each in rows], events, today)


def effect_of_receipt(received: date) -> Effect:
    """The effect of the day of receipt becoming known."""
    try:
        due = due_of(clock_from(received, []))
    except (NoRuleInForce, CalendarNotPublished) as unknown:
        return Effect(refused=str(unknown))
    return Effect(f"答复期限开始计算，答复的最后一日是{in_words(due.date)}。", due.steps)


def _moved(before: Clock, after: Clock, today: date) -> str:
    was = due_of(replace(before, as_of=max(before.as_of, today)))
    now = due_of(replace(after, as_of=max(after.as_of, today)))
    if after.closed_by:
        return "办结，不再计算期限。"
    if now.lapses_on and now.lapses_on != was.lapses_on:
        return f"答复期限停止计算；申请人最迟{in_words(now.lapses_on)}。"
    if now.date is None and was.date is None:
        return "答复期限仍然停止计算。"
    if now.date is None:
        return "答复期限停止计算，等到对方答复。"
    if was.date is None:
        return f"答复期限继续或者重新计算，最后一日是{in_words(now.date)}。"
    if was.date == now.date:
        return f"答复的最后一日不变，仍是{in_words(now.date)}。"
    return f"答复的最后一日由{in_words(was.date)}改为{in_words(now.date)}。"


def _new_steps(before: Clock, after: Clock) -> tuple[Step, ...]:
    old = {(step.date, step.text) for step in due_of(before).steps}
    return tuple(step for step in due_of(after).steps if (step.date, step.text) not in old)
