"""分办、登记作废"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Department
from gongkai.casework.actions.moving import begin, finish
from gongkai.casework.models import Case, CasePerson
from gongkai.casework.wording import plain
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal


@transaction.atomic
def assign(
    *,
    case: Case,
    department: Department | None,
    handler: User | None,
    by: User,
    now: datetime,
    internal_due: date | None = None,
    seen_version: int | None = None,
) -> Case:
    """Give the case to a department and a person, with a day of the organ's own before the day by law."""
    step = begin(case, "assign", by=by, now=now, seen_version=seen_version)
    here = step.case
    if department and department.agency_id != here.agency_id:
        raise Refusal("只能分给本机关的部门", cite=step.move.cite)
    if handler and not allowed(handler, "casework.handle", here.agency):
        raise Refusal(f"{handler.name}没有本机关的经办岗位", cite=step.move.cite)
    if handler and CasePerson.objects.filter(case=here, person=handler, part="barred").exists():
        raise Refusal(f"{handler.name}在这一件里应当回避", cite=step.move.cite)
    if internal_due and here.due_on and internal_due > here.due_on:
        raise Refusal(f"内部期限不能晚于答复的最后一日（{here.due_on}）", cite=step.move.cite)
    before = _assigned(here)
    here.department, here.handler, here.internal_due = department, handler, internal_due
    return finish(step, now=now, before=before, after=_assigned(here))


def _assigned(case: Case) -> dict[str, Any]:
    return {
        "department": case.department.name if case.department else None,
        "handler": case.handler.name if case.handler else None,
        "internal_due": plain(case.internal_due),
    }


@transaction.atomic
def void(*, case: Case, reason: str, by: User, now: datetime) -> Case:
    """A registration by mistake. Its number stays, with the reason; refused once anything has happened on the clock."""
    step = begin(case, "void", by=by, now=now, reason=reason, not_by={case.registered_by_id})
    here = step.case
    if here.events.exists() or here.notices.exists() or here.decisions.exists() or here.parent_id:
        raise Refusal(
            "这一件已经开始办理，不能作废",
            cite=step.move.cite,
            next_step="不是政府信息公开申请的，按“属于咨询等”答复；申请人撤回的，登记撤回",
        )
    here.number.void_reason = step.reason
    here.number.save(update_fields=("void_reason",))
    return finish(step, now=now, after={"number": here.number.number})
