"""行政复议、行政诉讼：收到、答复或者答辩、结果；被纠正的重新办理，不作为新的一件"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.happening import happen
from gongkai.casework.actions.moving import begin, finish, keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.incoming import line, require_past
from gongkai.casework.models import Case, Remedy
from gongkai.casework.wording import plain
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import state
from gongkai.law.citation import Cite
from gongkai.law.clock_events import Kind
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import last_day, period
from gongkai.law.remedy_results import Procedure, procedure, remedy_result
from gongkai.law.workdays import provisional_calendar

REGISTER = Cite("条例", 51)
LONGEST_BODY = 100
NO_ANSWER_DAY = "系统没有收录当时的答复期限，请照复议机关、法院的通知书办理"
"""Said where no period of the day is kept: of reconsiderations before the law of 2023 came into force."""


@transaction.atomic
def receive_remedy(
    *,
    case: Case,
    procedure_key: str,
    received_on: date,
    body: str,
    by: User,
    now: datetime,
    file_number: str = "",
    simple: bool = False,
    after: Remedy | None = None,
    answer_by: date | None = None,
) -> Remedy:
    """A copy of an application for reconsideration or of a statement of claim came in; its last day for our answer is worked out.

    ``answer_by`` is that of the notice that came with it, where no period of that time is kept.
    """
    here = locked(case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    row = _procedure(procedure_key)
    _require_day(here, row, received_on, law_day(now))
    _require_order(here, row, after)
    remedy = Remedy.objects.create(
        case=here,
        decision=here.decisions.filter(state="served").last(),
        procedure=row.key,
        simple=simple and bool(row.simple),
        after=after,
        body=_body(row, body),
        file_number=line(file_number)[:60],
        received_on=received_on,
        answer_due=_last_day(row, received_on, answer_by, simple=simple),
        by_name=permit.actor_name,
        at=now,
    )
    dates = {"received_on": plain(received_on), "answer_due": plain(remedy.answer_due)}
    _note("casework.receive_remedy", remedy, permit, now, {"procedure": row.label, **dates})
    return remedy


def _procedure(key: str) -> Procedure:
    try:
        return procedure(key)
    except KeyError as unknown:
        raise Refusal("请选择行政复议或者行政诉讼", cite=REGISTER) from unknown


def _require_day(case: Case, row: Procedure, received_on: date, today: date) -> None:
    """A remedy is sought against a counted request, after it was received."""
    require_past(today, received_on)
    if case.received_on is None or not state(case.state).counted:
        raise Refusal(f"“{case.state_label}”的申请不能登记复议、诉讼", cite=row.cite)
    if received_on < case.received_on:
        raise Refusal("收到复议、起诉的日期早于收到申请之日", cite=row.cite)


def _body(row: Procedure, body: str) -> str:
    name = line(body)
    if not name or len(name) > LONGEST_BODY:
        raise Refusal(f"请填写复议机关或者法院的名称，不超过 {LONGEST_BODY} 个字", cite=row.cite)
    return name


def _require_order(case: Case, row: Procedure, after: Remedy | None) -> None:
    """A suit after reconsideration names the one it follows, which has its result."""
    if row.key != "litigation_after_reconsideration":
        if after is not None:
            raise Refusal("只有复议后起诉的才选定先行的复议", cite=row.cite)
        return
    fits = after is not None and after.case_id == case.pk and after.procedure == "reconsideration"
    if not fits or not after.result or hasattr(after, "followed_by"):
        raise Refusal("请选定先行的复议，其结果应当已经登记", cite=row.cite)


def answer_due(row: Procedure, received_on: date, *, simple: bool) -> date | None:
    """The last day for our answer; None where no period of that day is kept."""
    key = row.simple if simple and row.simple else row.answer
    try:
        return last_day(period(key, received_on), received_on, provisional_calendar())
    except NoRuleInForce:
        return None


def _last_day(
    row: Procedure, received_on: date, answer_by: date | None, *, simple: bool
) -> date | None:
    """The day by the law; where it is not known, that of the notice. Refusal where both are there and differ."""
    known = answer_due(row, received_on, simple=simple)
    if answer_by and answer_by < received_on:
        raise Refusal("答复、答辩的最后一日早于收到副本之日", cite=row.cite)
    if known and answer_by not in {None, known}:
        raise Refusal(
            f"照规定最后一日是 {known}，和您填的 {answer_by} 不同",
            cite=row.cite,
            next_step="“答复的最后一日”空着，由系统计算",
        )
    return known or answer_by


def _note(
    key: str, remedy: Remedy, permit: Permit, now: datetime, after: dict[str, object]
) -> None:
    """Journal an act on a remedy with its case, whose page tells it."""
    case = remedy.case
    keep(case, now)
    record(key, case, by=permit, at=now, organ=case.agency.code, after=after)


def _opened(remedy: Remedy, by: User) -> tuple[Remedy, Permit]:
    case = locked(remedy.case)
    permit = require(by, "casework.handle", case.agency)
    require_admitted(by, case)
    here = Remedy.objects.select_for_update(of=("self",)).get(pk=remedy.pk)
    here.case = case
    if here.result:
        raise Refusal("结果已经登记", cite=REGISTER)
    return here, permit


@transaction.atomic
def answer_remedy(*, remedy: Remedy, answered_on: date, by: User, now: datetime) -> Remedy:
    """We handed in our answer with evidence and grounds."""
    here, permit = _opened(remedy, by)
    require_past(law_day(now), answered_on)
    if answered_on < here.received_on:
        raise Refusal("答复、答辩的日期早于收到副本之日", cite=REGISTER)
    here.answered_on = answered_on
    here.version += 1
    here.save()
    _note(
        "casework.answer_remedy",
        here,
        permit,
        now,
        {"procedure": here.get_procedure_display(), "answered_on": plain(answered_on)},
    )
    return here


@transaction.atomic
def remedy_result_came(
    *,
    remedy: Remedy,
    result: str,
    decided_on: date,
    received_on: date,
    by: User,
    now: datetime,
    ordered_until: date | None = None,
) -> Remedy:
    """What came of it, with the day on which the decision reached us; a new answer that it orders is begun by ``reopen``."""
    here, permit = _opened(remedy, by)
    try:
        row = remedy_result(result)
    except KeyError as unknown:
        raise Refusal("请选择结果", cite=REGISTER) from unknown
    if row.in_court != (here.procedure != "reconsideration"):
        raise Refusal("这种结果不属于这一程序", cite=row.cite)
    require_past(law_day(now), decided_on, received_on)
    if not here.received_on <= decided_on <= received_on:
        raise Refusal("日期应当依次是收到副本、作出决定、收到决定", cite=row.cite)
    if ordered_until and (not row.reopens or ordered_until < received_on):
        raise Refusal(
            "限定重新答复的日期不能早于收到决定之日，也只用于责令重新答复的", cite=row.cite
        )
    here.result, here.decided_on, here.decision_received_on = result, decided_on, received_on
    here.ordered_until = ordered_until
    here.version += 1
    here.save()
    said = {
        "procedure": here.get_procedure_display(),
        "result": row.label,
        "decided_on": plain(decided_on),
        "ordered_until": plain(ordered_until),
    }
    _note("casework.remedy_result", here, permit, now, said)
    return here


@transaction.atomic
def reopen(*, remedy: Remedy, by: User, now: datetime) -> Case:
    """The reply was set aside and must be made anew: a new round of the same 件, under the period or the date of the decision."""
    step = begin(remedy.case, "reopen", by=by, now=now)
    here = Remedy.objects.select_for_update(of=("self",)).get(pk=remedy.pk)
    cite = step.move.cite
    if not here.result or not remedy_result(here.result).reopens:
        raise Refusal("这一结果没有要求重新答复", cite=cite)
    if here.reopened_round:
        raise Refusal("已经由此重新办理", cite=cite)
    if here.decision is None or here.decision.round != step.case.round:
        raise Refusal("这一程序针对的不是最近一轮的答复", cite=cite)
    clock = happen(
        step, Kind.REOPENED, here.decision_received_on, now=now, until=here.ordered_until
    )
    step.case.round += 1
    here.reopened_round = step.case.round
    here.save()
    return finish(
        step,
        now=now,
        after={"round": step.case.round, "until": plain(here.ordered_until)},
        clock=clock,
    )
