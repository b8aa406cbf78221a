"""When a request is due: from the day it was received and what has happened since, with every step and its article."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from gongkai.law.citation import Cite
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Event, Kind
from gongkai.law.clock_moves import advance
from gongkai.law.consultation_steps import consultation_steps, silence_step
from gongkai.law.conventions import CONSULTATION_DAYS, convention
from gongkai.law.periods import period
from gongkai.law.steps import Step, departures_in_words, in_words, without_weekday
from gongkai.law.workdays import Calendar, national_calendar

_STARTS = {
    "answer": "收到申请",
    "answer_after_correction": "收到补正的申请",
    "answer_after_payment": "缴清费用",
    "answer_after_remedy": "收到行政复议决定书、裁判文书",
}


@dataclass(frozen=True, slots=True)
class Due:
    """The state of a request's clock after its last event, with its reasons.

    ``date`` is the last day for the answer, None while there is none: the applicant owes something, an opinion without a
    fixed period is awaited, the request is withdrawn. ``lapses_on`` is the applicant's last day to act; ``lapses`` says
    what ends when if nobody acts. ``provisional``: a year without a holiday notice is involved. ``doubts`` says where the
    law leaves the counting open, or its text could not be checked.
    """

    date: dt.date | None
    running: bool
    provisional: bool
    lapses_on: dt.date | None
    lapses: tuple[Step, ...]
    steps: tuple[Step, ...]
    doubts: tuple[str, ...]


def request_due(received: dt.date, events: Iterable[Event] = (), calendar: Calendar | None = None) -> Due:
    """The clock of a request received on ``received`` (art. 31) after ``events``, given in the order of their days.

    Raises IllegalEvent for what the law or the order of days does not allow, NoRuleInForce for a request from before the
    Regulation, CalendarNotPublished for a year without a notice unless ``calendar`` goes beyond it.
    """
    return due_of(reduce(advance, events, started(received, calendar or national_calendar())))


def started(received: dt.date, calendar: Calendar) -> Clock:
    """The clock on the day of receipt; raises NoRuleInForce for a request from before the Regulation."""
    rule = period("answer", received)
    step = Step(received, f"收到申请，应当自收到之日起{rule.length}内答复；{convention('first_day').rule}。", rule.cite)
    return Clock(calendar, received, start=received, as_of=received, steps=(step,))


def due_of(clock: Clock) -> Due:
    """What a clock says after its last event."""
    withdrawn = clock.closed_by is not None and clock.closed_by.kind is Kind.WITHDRAWN
    due = None if withdrawn else clock.due()
    lapses_on = clock.waiting.last_day if clock.waiting and not clock.closed_by else None
    provisional = any(map(clock.calendar.is_provisional, _days_relied_on(clock, due, lapses_on)))
    steps = [*clock.steps, *_lapse_of_request(clock), *consultation_steps(clock), *_answer(clock, due)]
    if provisional:
        steps.append(_provisional(clock, due or lapses_on))
    return Due(
        due,
        clock.running,
        provisional,
        lapses_on,
        lapses=tuple(_lapses(clock)),
        steps=tuple(sorted(steps, key=lambda step: step.date)),
        doubts=tuple(_doubts(clock)),
    )


def _days_relied_on(clock: Clock, due: dt.date | None, lapses_on: dt.date | None) -> Iterator[dt.date]:
    """The days that were counted out on the calendar; a date that the organ fixed itself is none."""
    if due and not (clock.delayed_until or clock.ordered_until):
        yield due
    if lapses_on:
        yield lapses_on
    yield from (pause.upto for pause in clock.pauses if pause.upto)


def _lapses(clock: Clock) -> Iterator[Step]:
    yield from _lapse_of_request(clock)
    if not clock.closed_by:
        for each in clock.open_consultations:
            yield from silence_step(each, clock.calendar)


def _lapse_of_request(clock: Clock) -> Iterator[Step]:
    """When the request itself lapses (art. 30; fee measures art. 6)."""
    waiting = clock.waiting
    if waiting is None or waiting.last_day is None or clock.closed_by:
        return
    if waiting.owes == "correction":
        text, cite = "补正的最后一日；无正当理由逾期不补正的，视为放弃申请，行政机关不再处理。", Cite("条例", 30)
    else:
        text, cite = "缴费的最后一日；逾期未缴费的，视为放弃申请，行政机关不再处理。", Cite("信息处理费办法", 6)
    yield Step(waiting.last_day, text + departures_in_words(clock.calendar, waiting.since, waiting.last_day), cite)


def _answer(clock: Clock, due: dt.date | None) -> Iterator[Step]:
    """The step that names the due date and adds it up (art. 33 para. 2; art. 35)."""
    if due is None:
        return
    if clock.ordered_until:
        yield Step(due, f"答复的最后一日是{in_words(due)}，为行政复议决定、裁判写明的期限。", convention("ordered_date").cite)
        return
    if clock.delayed_until:
        yield Step(due, f"答复的最后一日是{in_words(due)}，为已经告知申请人的延迟答复期限。", Cite("条例", 35))
        return
    rule = period(clock.period, clock.start)
    sum_of = f"自{_STARTS[clock.period]}之日（{without_weekday(clock.start)}）起{rule.length}"
    if clock.extension:
        sum_of += f"，延长{clock.extension}个工作日"
    if excluded := clock.excluded_until(due):
        sum_of += f"，征求意见的{excluded}个工作日不计算在内{'（重叠的日子只扣除一次）' if clock.overlapping else ''}"
    said = departures_in_words(clock.calendar, clock.start, due)
    yield Step(due, f"答复的最后一日是{in_words(due)}：{sum_of}。{said}", period("answer", clock.received).cite)


def _provisional(clock: Clock, day: dt.date | None) -> Step:
    first = clock.calendar.published_until.year + 1
    text = f"暂定：{first}年以后的放假安排尚未公布，只按双休日和法定节假日推算，公布后应当重新计算。"
    return Step(day or clock.as_of, text, Cite("放假办法", 2))


def _doubts(clock: Clock) -> Iterator[str]:
    """What is open in the conventions and rows that this answer rests on."""
    yield str(convention("first_day"))
    if clock.consultations:
        yield CONSULTATION_DAYS.doubt
    if any(each.rule.period and not each.received for each in clock.consultations):
        yield str(convention("opinion_from_receipt"))
    if clock.overlapping:
        yield str(convention("overlap"))
    if any(not each.counts for each in clock.consultations):
        yield str(convention("restart"))
    yield from (str(convention(key)) for key in clock.relied_on)
    if doubt := period(clock.period, clock.start).doubt:
        yield doubt
