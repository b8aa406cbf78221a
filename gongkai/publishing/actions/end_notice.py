"""公示期满撤下名单：签发时已经定下的日子到了，由系统办"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM
from gongkai.law.publication_states import moves_from
from gongkai.law.steps import without_weekday
from gongkai.publishing.actions.moving import Step, announce, finish
from gongkai.publishing.models import Item

PORTION = 200
END_NOTICE = "publishing.end_notice"
"""The outbox's kind of message that takes one list down."""
REASON = "公示期满：签发时定下的日子已到，由系统撤下"


def end_notices(now: datetime) -> int:
    """Let what was to be shown until a day before today be taken down, each by itself; returns how many.

    The rest of a large number waits for the next run.
    """
    today = law_day(now)
    rows = Item.objects.filter(published__offline_on__lt=today, source_type="")
    found = list(rows.order_by("pk").values_list("pk", "version")[:PORTION])
    for number, version in found:
        put(END_NOTICE, f"{END_NOTICE}:{number}:{version}", {"item": number}, now=now)
    return len(found)


@transaction.atomic
def end_notice(payload: Mapping[str, Any], now: datetime) -> None:
    """Take one text down by the day that was signed with it; its address keeps answering. Nothing where it is not due after all."""
    here = Item.objects.select_for_update().filter(pk=payload["item"]).first()
    shown, today = here.published if here else None, law_day(now)
    if here is None or shown is None or shown.offline_on is None or shown.offline_on >= today:
        return
    moves = moves_from(here.state, today, public=True, elsewhere=here.is_elsewhere)
    step = Step(here, next(move for move in moves if move.key == "withdraw"), SYSTEM)
    note = f"公示期已满（公示至{without_weekday(shown.offline_on)}），名单不再公开"
    here.published, here.draft, here.remark, here.step = None, None, "", ""
    here.withdrawn_at, here.withdrawal_note = now, note
    here.versions.exclude(published_at=None).filter(withdrawn_at=None).update(withdrawn_at=now)
    finish(step, now=now, after={"withdrawn": shown.number, "note": note}, reason=REASON)
    announce(here, now)
