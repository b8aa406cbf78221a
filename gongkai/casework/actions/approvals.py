"""工作机构负责人批准或者不同意（《条例》第三十三条第二款），批准以后告知申请人"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.actions.putting_up import require_notice, send
from gongkai.casework.actions.serving import Sending
from gongkai.casework.models import CaseNotice
from gongkai.casework.wording import plain, said
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import MoveKey

APPROVE: Mapping[str, MoveKey] = {
    "extension": "approve_extension",
    "delay": "approve_delay",
    "fee": "approve_fee",
}
TELL: Mapping[str, MoveKey] = {"extension": "tell_extension", "delay": "tell_delay"}


@transaction.atomic
def approve_notice(
    *, notice: CaseNotice, by: User, now: datetime, seen_version: int | None = None
) -> CaseNotice:
    """The head of the office agrees: to an extension, a delay or a fee that another proposed. Judged again by today's clock."""
    step = begin(
        notice.case,
        _move(APPROVE, notice),
        by=by,
        now=now,
        seen_version=seen_version,
        not_by={notice.proposed_by_id},
    )
    here = locked_notice(notice, "proposed")
    require_notice(step, here)
    here.state = "approved"
    here.approved_by_id, here.approved_by = step.permit.actor_id, step.permit.actor_name
    here.approved_at = now
    here.save()
    finish(
        step, now=now, after={"notice": here.kind, "days": here.days, "until": plain(here.until)}
    )
    return here


@transaction.atomic
def tell(
    *,
    notice: CaseNotice,
    sending: Sending,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> CaseNotice:
    """Tell the applicant of an approved extension or delay: it holds from that day, and must go out before the period ends."""
    step = begin(notice.case, _move(TELL, notice), by=by, now=now, seen_version=seen_version)
    return issue(step, notice, sending, now=now)


def issue(step: Step, notice: CaseNotice, sending: Sending, *, now: datetime) -> CaseNotice:
    """Send what was approved; the day of approval is the earliest day on which it can have gone out."""
    here = locked_notice(notice, "approved")
    require_notice(step, here)
    here.state, here.issued_on = "issued", law_day(here.approved_at)
    here.save()
    return send(step, here, sending, now=now)


def _move(table: Mapping[str, MoveKey], notice: CaseNotice) -> MoveKey:
    try:
        return table[notice.kind]
    except KeyError as unfit:
        raise Refusal(f"{notice.row.title}不用这样办理", cite=notice.row.cite) from unfit


def locked_notice(notice: CaseNotice, state: str) -> CaseNotice:
    """The notice as it stands; Refusal where somebody else was first. Its case is locked already."""
    here = CaseNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if here.state != state:
        raise Refusal(
            f"这份{here.row.title}现在是“{here.get_state_display()}”，不能这样办理",
            cite=here.row.cite,
            next_step="刷新页面，看看它现在的状态",
        )
    return here


@transaction.atomic
def drop_notice(*, notice: CaseNotice, reason: str, by: User, now: datetime) -> CaseNotice:
    """Not send a notice that was proposed or approved; what was sent cannot be taken back."""
    step = begin(notice.case, "drop_notice", by=by, now=now, reason=reason)
    here = CaseNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if here.state not in {"proposed", "approved"}:
        raise Refusal(f"这份{here.row.title}已经发出或者不发了", cite=here.row.cite)
    here.state, here.dropped_why = "dropped", step.reason
    here.save()
    finish(step, now=now, after={"notice": here.kind})
    return here


@transaction.atomic
def refuse_notice(*, notice: CaseNotice, reason: str, by: User, now: datetime) -> CaseNotice:
    """The head of the office does not agree; the reason goes back to who proposed it."""
    step = begin(notice.case, _move(APPROVE, notice), by=by, now=now, reason=reason)
    said(reason, cite=step.move.cite)
    here = locked_notice(notice, "proposed")
    here.state, here.dropped_why = "dropped", step.reason
    here.save()
    finish(step, now=now, after={"notice": here.kind, "answer": "不同意"})
    return here
