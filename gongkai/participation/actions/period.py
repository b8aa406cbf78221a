"""延长期限、提前终止：由签发人决定，理由对外公布"""

from datetime import date, datetime, timedelta

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.participation.actions.moving import Step, begin, finish
from gongkai.participation.models import Consultation, PeriodChange
from gongkai.participation.models.consultation import MOST_DAYS


@transaction.atomic
def extend(
    *, consultation: Consultation, until: date, reason: str, by: User, now: datetime
) -> Consultation:
    """Let the public comment longer, while it still may."""
    step = begin(consultation, "extend", by=by, now=now, reason=reason)
    here = step.consultation
    last = here.opened_on + timedelta(days=2 * MOST_DAYS)
    if not here.closes_on < until <= last:
        raise Refusal(f"新的最后一日要在 {here.closes_on} 以后、{last} 以前", cite=step.move.cite)
    return _changed(step, until, by, now)


@transaction.atomic
def end_early(*, consultation: Consultation, reason: str, by: User, now: datetime) -> Consultation:
    """End it today; what came so far is answered all the same."""
    step = begin(consultation, "end_early", by=by, now=now, reason=reason)
    step.consultation.closed_on = step.today
    return _changed(step, step.today, by, now)


def _changed(step: Step, until: date, by: User, now: datetime) -> Consultation:
    here, before = step.consultation, step.consultation.closes_on
    PeriodChange.objects.create(
        consultation=here,
        kind=step.move.key,
        before=before,
        after=until,
        reason=step.reason,
        at=now,
        by_name=by.name,
    )
    here.closes_on = until
    return finish(step, now=now, after={"before": before.isoformat(), "until": until.isoformat()})
