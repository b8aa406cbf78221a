"""登记决定：把公布的决定和草案、结果联起来；不作出决定的，写明原因"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.participation.actions.moving import begin, finish
from gongkai.participation.models import Consultation
from gongkai.publishing.models import Item


@transaction.atomic
def decide(*, consultation: Consultation, item: Item, by: User, now: datetime) -> Consultation:
    """The decision that came of it: another public item of the same organ; the pages of all show the chain."""
    step = begin(consultation, "decide", by=by, now=now)
    here = step.consultation
    found = Item.objects.select_for_update().get(pk=item.pk)
    if found.agency_id != here.agency_id or found.pk in {here.item_id, here.outcome_id}:
        raise Refusal("请选择本机关的另一条信息", cite=step.move.cite)
    if found.published_id is None:
        raise Refusal(
            "决定还没有公布", cite=step.move.cite, next_step="先在信息发布里公布，再来登记"
        )
    here.decision = found
    return finish(step, now=now, after={"item": found.title})


@transaction.atomic
def leave_undecided(
    *, consultation: Consultation, reason: str, by: User, now: datetime
) -> Consultation:
    """No decision is made; the public reads why."""
    step = begin(consultation, "leave_undecided", by=by, now=now, reason=reason)
    here = step.consultation
    here.reason = step.reason
    here.closed_on = here.closed_on or here.closes_on
    return finish(step, now=now)
