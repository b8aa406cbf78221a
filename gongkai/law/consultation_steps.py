"""Consultations in words: who was asked, until when, what silence means, and which days are not counted."""

from collections.abc import Iterator

from gongkai.law.clock import Clock
from gongkai.law.consultations import Consultation
from gongkai.law.conventions import CONSULTATION_DAYS
from gongkai.law.periods import workdays_of
from gongkai.law.steps import Step, departures_in_words, in_words, without_weekday
from gongkai.law.workdays import Calendar


def consultation_steps(clock: Clock) -> Iterator[Step]:
    """The steps of all consultations of a clock."""
    for each in clock.consultations:
        yield _asked(each, clock.calendar)
        if each.answered:
            last = each.last_day(clock.calendar)
            late = "，已经逾期" if last and each.answered > last else ""
            yield Step(each.answered, f"收到{_who(each)}的意见{late}。", each.rule.cite)
        else:
            yield from silence_step(each, clock.calendar)
        yield from _not_counted(each, clock)


def silence_step(each: Consultation, calendar: Calendar) -> Iterator[Step]:
    """The last day for an opinion that has not come, and what follows after it; nothing where no length is fixed."""
    last = each.last_day(calendar)
    if last and not each.cut_off:
        said = departures_in_words(calendar, each.received or each.asked, last)
        yield Step(last, f"{_who(each)}提出意见的最后一日；逾期未提出的，{each.rule.silence}。{said}", each.rule.cite)


def _asked(each: Consultation, calendar: Calendar) -> Step:
    last = each.last_day(calendar)
    if last is None:
        return Step(each.asked, f"征求{_who(each)}的意见；{each.rule.silence}。", each.rule.cite)
    start = each.received or each.asked
    counted = f"自其收到征求意见书之日（{without_weekday(start)}）起算" if each.received else "未记录其收到征求意见书的日期，自发出之日起算"
    number = workdays_of(each.rule.period, start)
    text = f"征求{_who(each)}的意见，应当在{number}个工作日内提出，{counted}，最后一日是{in_words(last)}。"
    return Step(each.asked, text, each.rule.cite)


def _not_counted(each: Consultation, clock: Clock) -> Iterator[Step]:
    """The days that the consultation takes out of the period (art. 33 para. 3)."""
    cite, pause, due = CONSULTATION_DAYS.cite, each.pause(clock.calendar), clock.due()
    if not each.counts:
        yield Step(each.asked, "答复期限此后重新起算，这次征求意见的时间不再扣除。", cite)
    elif due and pause.after >= due:
        yield Step(each.asked, "征求意见时答复期限已经届满，这次征求意见的时间不再扣除。", cite)
    elif pause.upto is None:
        yield Step(each.asked, f"收到{_who(each)}的意见以前不计算答复期限，答复的最后一日暂不能确定。", cite)
    elif number := clock.calendar.between(pause.after, pause.upto):
        said = departures_in_words(clock.calendar, pause.after, pause.upto)
        text = f"{in_words(pause.after)}之后至{in_words(pause.upto)}征求意见的{number}个工作日不计算在答复期限内。{said}"
        yield Step(pause.upto, text, cite)


def _who(each: Consultation) -> str:
    return f"{each.rule.who}（{each.party}）" if each.party else each.rule.who
