"""看过期限变化：从待办里去掉"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.models import MovesSeen
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal


@transaction.atomic
def see_moves(*, until: datetime, by: User, now: datetime) -> MovesSeen:
    """The person has seen which dates moved, up to a moment: what moved after it waits still."""
    require(by, "casework.view")
    if until > now:
        raise Refusal("还没有发生的变化不能算看过", next_step="刷新页面再试")
    row, _ = MovesSeen.objects.select_for_update().get_or_create(
        person=by, defaults={"until": until}
    )
    row.until = max(row.until, until)
    row.save()
    return row
