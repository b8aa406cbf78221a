"""What each event does to the clock of a request, and when the law does not allow it: one small function a kind.

The table ``MOVES`` at the end is the whole machine. Every refusal is an IllegalEvent with its article.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NoReturn

from gongkai.law.citation import Cite
from gongkai.law.clock import Clock, Start, Waiting
from gongkai.law.clock_events import Event, IllegalEvent, Kind
from gongkai.law.consultations import Consultation, Family
from gongkai.law.conventions import convention
from gongkai.law.periods import period, workdays_of
from gongkai.law.steps import Step, in_words

Move = Callable[[Clock, Event], Clock]

_OWED = {"correction": "补正", "payment": "缴费"}


def advance(clock: Clock, event: Event) -> Clock:
    """The clock after ``event``; raises IllegalEvent if the law or the order of days does not allow it."""
    if clock.closed_by and event.kind is not Kind.REOPENED:
        _refuse(event, f"申请已于{in_words(clock.closed_by.day)}{clock.closed_by.rule.label}，此后不能再有“{event.rule.label}”")
    if event.day < clock.as_of:
        before = "收到申请之日" if clock.as_of == clock.received else "前一事项之日"
        _refuse(event, f"“{event.rule.label}”（{event.day.isoformat()}）早于{before}（{clock.as_of.isoformat()}）")
    if not event.rule.in_force.covers(event.day):
        _refuse(event, f"{event.day.isoformat()} 尚无“{event.rule.label}”的规定")
    moved = MOVES[event.kind](clock, event)
    return replace(moved, as_of=event.day)


def _refuse(event: Event, text: str, cite: Cite | None = None) -> NoReturn:
    raise IllegalEvent(text, cite or event.rule.cite)


def _noted(clock: Clock, event: Event, text: str, cite: Cite | None = None) -> Clock:
    return replace(clock, steps=(*clock.steps, Step(event.day, text, cite or event.rule.cite)))


def _relying_on(clock: Clock, key: str) -> Clock:
    return replace(clock, relied_on=(*clock.relied_on, key))


def _refuse_while_waiting(clock: Clock, event: Event) -> None:
    if clock.waiting:
        owed = _OWED[clock.waiting.owes]
        _refuse(event, f"申请人尚未{owed}，答复期限没有在计算，此时不能有“{event.rule.label}”")


def _refuse_under_order(clock: Clock, event: Event) -> None:
    """A date that a higher organ or a court fixed is not the organ's to move."""
    if clock.ordered_until:
        _refuse(event, convention("ordered_date").rule, convention("ordered_date").cite)


def _refuse_after_due(clock: Clock, event: Event) -> None:
    due = clock.due()
    if due and event.day > due:
        _refuse(event, f"答复期限已于{in_words(due)}届满，“{event.rule.label}”应当在届满以前")


def _restarted(clock: Clock, event: Event, period_key: Start) -> Clock:
    """A new period from the event's day: earlier pauses, the extension and the delay fall away."""
    over = tuple(replace(each, counts=False) for each in clock.consultations)
    return replace(
        clock, start=event.day, period=period_key, extension=0, delayed_until=None, ordered_until=None, consultations=over,
        waiting=None,
    )  # fmt: skip


def _clarify_sent(clock: Clock, event: Event) -> Clock:
    if clock.clarified:
        _refuse(event, "补正应当一次性告知，本件已经告知过补正")
    _refuse_while_waiting(clock, event)
    sent = event.sent or event.day
    if not clock.received <= sent <= event.day:
        _refuse(event, f"补正告知书的发出日期（{sent.isoformat()}）应在收到申请之后、申请人收到之前")
    limit = clock.calendar.add(clock.received, workdays_of("clarify", clock.received))
    if sent > limit:
        _refuse(event, f"应当自收到申请之日起7个工作日内、即{in_words(limit)}前告知补正，{in_words(sent)}已经超过；告知书早已发出的，应写明发出日期")
    last_day = clock.calendar.add(event.day, event.days) if event.days else None
    given = f"应当在{event.days}个工作日内补正，最后一日是{in_words(last_day)}" if last_day else "补正告知书没有写明补正期限"
    waiting = replace(clock, clarified=True, waiting=Waiting("correction", event.day, last_day))
    return _noted(waiting, event, f"申请人收到补正告知书，{given}。补正以前不计算答复期限。")


def _clarify_received(clock: Clock, event: Event) -> Clock:
    if not clock.waiting or clock.waiting.owes != "correction":
        _refuse(event, "没有待补正的告知，不能有“收到补正”")
    restarted = _restarted(clock, event, "answer_after_correction")
    last_day, late = clock.waiting.last_day, ""
    if last_day and event.day > last_day:
        restarted = _relying_on(restarted, "late_correction")
        late = f"补正期限已于{in_words(last_day)}届满；无正当理由的，本应视为放弃申请。{convention('late_correction').rule}。"
    return _noted(restarted, event, f"收到补正的申请。{late}答复期限自当日起重新计算，当日不计入，此前的延长和征求意见不再计入。")


def _extend(clock: Clock, event: Event) -> Clock:
    _refuse_while_waiting(clock, event)
    _refuse_under_order(clock, event)
    if clock.delayed_until:
        _refuse(event, "已经确定延迟答复的期限，不再适用延长", Cite("条例", 35))
    if clock.extension:
        _refuse(event, "答复期限只能延长一次，本件已经延长过")
    _refuse_after_due(clock, event)
    longest = workdays_of("extend", event.day)
    days = event.days or longest
    if days > longest:
        _refuse(event, f"延长的期限最长不得超过{longest}个工作日，得到 {days}")
    extended = replace(clock, extension=days)
    return _noted(extended, event, f"经政府信息公开工作机构负责人同意并告知申请人，答复期限延长{days}个工作日。")


def _asked(family: Family) -> Move:
    def move(clock: Clock, event: Event) -> Clock:
        _refuse_while_waiting(clock, event)
        asked = Consultation(family, event.party, event.day)
        return replace(clock, consultations=(*clock.consultations, asked))

    return move


def _received(family: Family) -> Move:
    def move(clock: Clock, event: Event) -> Clock:
        place = _first(clock, family, event, received=True)
        return _with_consultation(clock, place, replace(clock.consultations[place], received=event.day))

    return move


def _answered(family: Family) -> Move:
    def move(clock: Clock, event: Event) -> Clock:
        place = _first(clock, family, event, received=False)
        return _with_consultation(clock, place, replace(clock.consultations[place], answered=event.day))

    return move


def _first(clock: Clock, family: Family, event: Event, *, received: bool) -> int:
    """The earliest consultation of that kind and party still without the fact that the event brings.

    One whose time has not run out goes before one that stayed without an answer.
    """
    fitting = [
        place
        for place, each in enumerate(clock.consultations)
        if (each.family, each.party) == (family, event.party)
        and each.answered is None
        and not (received and each.received)
    ]
    if not fitting:
        _refuse(event, f"没有与“{event.rule.label}”对应的征求意见")
    in_time = (place for place in fitting if clock.consultations[place].is_open(event.day, clock.calendar))
    return next(in_time, fitting[0])


def _with_consultation(clock: Clock, place: int, changed: Consultation) -> Clock:
    rest = clock.consultations
    return replace(clock, consultations=(*rest[:place], changed, *rest[place + 1 :]))


def _fee_noticed(clock: Clock, event: Event) -> Clock:
    if clock.charged:
        _refuse(event, convention("one_fee").rule, convention("one_fee").cite)
    _refuse_while_waiting(clock, event)
    _refuse_after_due(clock, event)
    days = workdays_of("pay_fee", event.day)
    last_day = clock.calendar.add(event.day, days)
    waiting = replace(clock, charged=True, waiting=Waiting("payment", event.day, last_day))
    return _noted(
        waiting, event, f"申请人收到收费通知，应当自次日起{days}个工作日内缴费，最后一日是{in_words(last_day)}。缴费以前不计算答复期限。"
    )


def _fee_paid(clock: Clock, event: Event) -> Clock:
    if not clock.waiting or clock.waiting.owes != "payment":
        _refuse(event, "没有待缴费的通知，不能有“缴费”")
    last_day = clock.waiting.last_day
    if last_day and event.day > last_day:
        _refuse(event, f"缴费期限已于{in_words(last_day)}届满，逾期未缴费的视为放弃申请，不再处理")
    restarted = _restarted(clock, event, "answer_after_payment")
    cite = period("answer_after_payment", event.day).cite
    return _noted(restarted, event, "申请人缴清费用，答复期限自次日起重新计算，此前的延长和征求意见不再计入。", cite)


def _reasons_asked(clock: Clock, event: Event) -> Clock:
    _refuse_while_waiting(clock, event)
    if clock.reasons_asked:
        _refuse(event, "已经要求申请人说明理由，尚未收到")
    asked = _relying_on(replace(clock, reasons_asked=True), "reasons")
    return _noted(asked, event, f"申请的数量、频次明显超过合理范围，要求申请人说明理由。{convention('reasons').rule}。")


def _reasons_received(clock: Clock, event: Event) -> Clock:
    if not clock.reasons_asked:
        _refuse(event, "没有要求申请人说明理由，不能有“收到理由”")
    return _noted(replace(clock, reasons_asked=False), event, "收到申请人说明的理由。理由不合理的，告知不予处理；合理的，在期限内答复或者确定延迟答复的期限。")


def _delay_fixed(clock: Clock, event: Event) -> Clock:
    _refuse_while_waiting(clock, event)
    _refuse_under_order(clock, event)
    if clock.reasons_asked:
        _refuse(event, "尚未收到申请人说明的理由，不能确定延迟答复的期限")
    _refuse_after_due(clock, event)
    until, due = event.until or event.day, clock.due()
    if until <= max(event.day, due or event.day):
        named = in_words(due) if due else in_words(event.day)
        _refuse(event, f"延迟到的日期（{until.isoformat()}）应当晚于现在的答复期限{named}")
    return _noted(
        replace(clock, delayed_until=until), event, f"申请理由合理，但是无法在规定的期限内答复，确定延迟至{in_words(until)}前答复，并告知申请人。"
    )


def _withdrawn(clock: Clock, event: Event) -> Clock:
    closed = _relying_on(replace(clock, closed_by=event), "withdrawal")
    return _noted(closed, event, "申请人撤回申请，不再计算期限。")


def _replied(clock: Clock, event: Event) -> Clock:
    """The reply waits for nobody any more: consultations still open end with it."""
    cut_off = tuple(replace(each, cut_off=event.day) for each in clock.consultations)
    closed = replace(clock, closed_by=event, consultations=cut_off)
    due = closed.due()
    return _noted(closed, event, f"作出答复{_punctuality(closed, event.day, due)}。")


def _punctuality(clock: Clock, day: date, due: date | None) -> str:
    if due is None:
        return ""
    if day <= due:
        return "，在期限以内"
    return f"，超过期限{clock.calendar.between(due, day)}个工作日"


def _reopened(clock: Clock, event: Event) -> Clock:
    """The matter is to be answered again; the one clarification and the one fee of a request are not given a second time."""
    if clock.closed_by is None or clock.closed_by.kind is not Kind.REPLIED:
        _refuse(event, "还没有作出过答复，不能有“被纠正，重新答复”")
    if event.until and event.until < event.day:
        _refuse(event, f"限定的日期（{event.until.isoformat()}）早于收到决定、裁判之日（{event.day.isoformat()}）")
    again = replace(_restarted(clock, event, "answer_after_remedy"), closed_by=None, ordered_until=event.until)
    if event.until:
        return _noted(_relying_on(again, "ordered_date"), event, f"答复被纠正，行政复议决定、裁判要求在{in_words(event.until)}前重新答复。")
    return _noted(again, event, "答复被纠正，应当重新答复；决定、裁判没有写明期限，答复期限自收到之日起重新计算。")


MOVES: dict[Kind, Move] = {
    Kind.CLARIFY_SENT: _clarify_sent,
    Kind.CLARIFY_RECEIVED: _clarify_received,
    Kind.EXTEND: _extend,
    Kind.THIRD_PARTY_ASKED: _asked("third_party"),
    Kind.THIRD_PARTY_RECEIVED: _received("third_party"),
    Kind.THIRD_PARTY_ANSWERED: _answered("third_party"),
    Kind.JOINT_ORGAN_ASKED: _asked("joint_organ"),
    Kind.JOINT_ORGAN_RECEIVED: _received("joint_organ"),
    Kind.JOINT_ORGAN_ANSWERED: _answered("joint_organ"),
    Kind.OTHER_ORGAN_ASKED: _asked("other_organ"),
    Kind.OTHER_ORGAN_RECEIVED: _received("other_organ"),
    Kind.OTHER_ORGAN_ANSWERED: _answered("other_organ"),
    Kind.FEE_NOTICED: _fee_noticed,
    Kind.FEE_PAID: _fee_paid,
    Kind.REASONS_ASKED: _reasons_asked,
    Kind.REASONS_RECEIVED: _reasons_received,
    Kind.DELAY_FIXED: _delay_fixed,
    Kind.WITHDRAWN: _withdrawn,
    Kind.REPLIED: _replied,
    Kind.REOPENED: _reopened,
}
