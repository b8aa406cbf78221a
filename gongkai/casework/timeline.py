"""The time line of a case: what runs, what stopped it, what is left in working days, and why. From the law's steps; nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.casework.clock import clock_on
from gongkai.casework.lights import Lamp, lamp
from gongkai.casework.models import Case
from gongkai.law.case_notices import notice
from gongkai.law.citation import Cite
from gongkai.law.clock import Clock
from gongkai.law.deadlines import Due, due_of
from gongkai.law.record_corrections import NO_PERIOD
from gongkai.law.steps import in_words


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the line. ``ahead``: it has not come yet; ``cite`` is None for what is no rule of law."""

    day: date
    text: str
    cite: Cite | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class TimeLine:
    """``stands`` says in a sentence what runs or what stopped it; ``on_their_way`` what was sent and has not been registered as arrived.

    ``counted`` and ``allowed`` are working days of the present period, None where nothing is counted.
    """

    due: Due | None
    lamp: Lamp
    stands: str
    why: tuple[str, ...]
    points: tuple[Point, ...]
    counted: int | None
    allowed: int | None
    on_their_way: tuple[str, ...]
    doubts: tuple[str, ...]


def time_line(case: Case, today: date) -> TimeLine:
    """The line as it stands on a day."""
    clock = clock_on(case, today)
    if clock is None:
        return TimeLine(None, lamp(case, today), _no_clock(case), (), (), None, None, (), ())
    due = due_of(clock)
    points = tuple(Point(step.date, step.text, step.cite, step.date > today) for step in due.steps)
    counted, allowed = _counted(clock, today)
    return TimeLine(
        due,
        lamp(case, today),
        _stands(case, clock, due),
        tuple(_why(clock, today)),
        points,
        counted,
        allowed,
        tuple(_on_their_way(case)),
        due.doubts,
    )


def _no_clock(case: Case) -> str:
    if case.kind == "correction":
        return NO_PERIOD
    return (
        "还没有与申请人确认收到，答复期限还没有起算"
        if case.state == "arrived"
        else case.state_label
    )


def _stands(case: Case, clock: Clock, due: Due) -> str:
    if clock.closed_by:
        return case.state_label
    if clock.waiting:
        owed = {"correction": "补正", "payment": "缴费"}[clock.waiting.owes]
        until = f"，最后一日是{in_words(due.lapses_on)}" if due.lapses_on else ""
        return f"等申请人{owed}，不计算答复期限{until}"
    if not due.running:
        return "正在征求意见，这段时间不计算在答复期限内"
    return "正在计算答复期限"


def _why(clock: Clock, today: date) -> Iterator[str]:
    """What stopped the clock, one line each."""
    for each in clock.consultations:
        if each.is_open(today, clock.calendar):
            last = each.last_day(clock.calendar)
            until = f"，最后一日是{in_words(last)}" if last else "，没有规定期限"
            who = f"{each.rule.who}（{each.party}）" if each.party else each.rule.who
            yield f"自{in_words(each.asked)}起征求{who}的意见{until}（{each.rule.cite}）"


def _counted(clock: Clock, today: date) -> tuple[int | None, int | None]:
    """How many working days of the present period have been counted by a day, and how many there are."""
    if clock.closed_by or clock.waiting or clock.delayed_until or clock.ordered_until:
        return None, None
    end = max(clock.start, today)
    passed = clock.calendar.between(clock.start, end) - _excluded(clock, end)
    return passed, clock.workdays_allowed


def _excluded(clock: Clock, end: date) -> int:
    """Working days that pauses have taken out by a day, those without an end too."""
    from gongkai.law.consultations import excluded_workdays

    return excluded_workdays(clock.pauses, clock.start, end, clock.calendar)


def _on_their_way(case: Case) -> Iterator[str]:
    """Letters that went out and are not registered as arrived, by their names."""
    rows = case.services.filter(received_on=None, failed_on=None).select_related("notice")
    for row in rows:
        name = notice(row.notice.kind).title if row.notice else "答复"
        yield f"{name}已于{in_words(row.sent_on)}发出，尚未登记签收"
