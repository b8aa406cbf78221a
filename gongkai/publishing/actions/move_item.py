"""换栏目：信息的网址不变"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import announce, locked
from gongkai.publishing.models import Column, Item


@transaction.atomic
def move_item(*, item: Item, column: Column, by: User, now: datetime) -> Item:
    """Put an item into another column of its organ. Its address has nothing of the column in it, so it stays."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    if here.is_elsewhere or (column.fixed and column.key == "reports"):
        raise Refusal("年度报告只在“政府信息公开年报”栏目")
    if column.agency_id != here.agency_id:
        raise Refusal("请选择本机关的栏目")
    if column.closed_on:
        raise Refusal(f"栏目“{column.title}”已经停止，请换一个栏目")
    if here.state not in {"draft", "published", "withdrawn"}:
        raise Refusal("审核、签发过程中不能换栏目", next_step="先收回修改，或者等签发之后再换")
    before, here.column = here.column.title, column
    here.version += 1
    here.changed_at = now
    here.save()
    record(
        "publishing.move_item",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"column": before},
        after={"column": column.title},
    )
    announce(here, now)
    return here
