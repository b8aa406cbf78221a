"""关联已公开的信息：已经公开的可以据此答复（《条例》第三十六条第一项），由此转为主动公开的（第四十四条）"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, CaseItem
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.publishing.models import Item


@transaction.atomic
def tie_item(*, case: Case, item: Item, kind: str, by: User, now: datetime) -> CaseItem:
    """Tie a case to a published item: it answers the request already, or came of it (art. 36 item 1, art. 44)."""
    here = locked(case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    if kind not in dict(CaseItem.KINDS):
        raise Refusal("请选择与这条信息的关系")
    if item.published_id is None:
        raise Refusal("这条信息现在没有公开")
    row, _ = CaseItem.objects.get_or_create(
        case=here, item=item, kind=kind, defaults={"by_name": by.name, "at": now}
    )
    keep(here, now)
    after = {"item": str(item), "part": row.get_kind_display()}
    record("casework.tie_item", here, by=permit, at=now, organ=here.agency.code, after=after)
    return row


@transaction.atomic
def untie_item(*, tie: CaseItem, by: User, now: datetime) -> None:
    """Take a tie back that was made by mistake."""
    here = locked(tie.case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    row = CaseItem.objects.select_related("item").filter(pk=tie.pk).first()
    if row is None:
        raise Refusal("这个关联已经取消", next_step="刷新页面，看看现在的情况")
    row.delete()
    keep(here, now)
    before = {"item": str(row.item), "part": row.get_kind_display()}
    record("casework.untie_item", here, by=permit, at=now, organ=here.agency.code, before=before)
