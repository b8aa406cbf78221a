"""What waits for a person after a text was signed: not out in time, to be reviewed afterwards, to be taken down, to be looked at again."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.common.work import Light, WorkItem
from gongkai.law.attributes import REASSESSMENT
from gongkai.publishing import releasing
from gongkai.publishing.models import Item, UrgentRelease


def after_signing(person: User, now: datetime) -> list[WorkItem]:
    """The person's rows, one for each item."""
    items = [_item_row(item) for item in releasing.items_for(person, now)]
    return [*items, *(_urgent_row(row) for row in releasing.urgent_for(person))]


def _item_row(item: Item) -> WorkItem:
    if item.state == "filed":
        return _row(item, f"不公开的信息到了评估的日期（{REASSESSMENT}）", "评估", light="soon")
    time = f"{localtime(item.release_at):%Y-%m-%d %H:%M}"
    return _row(item, f"{time} 应当自动发布，到时没有发布", "查看")


def _urgent_row(row: UrgentRelease) -> WorkItem:
    if row.state == "objected":
        return _row(row.version.item, f"补审不同意：{row.opinion[:60]}", "处理")
    return _row(row.version.item, f"{row.released_by}紧急发布，等您补审", "补审")


def _row(item: Item, reason: str, next_act: str, *, light: Light = "late") -> WorkItem:
    return WorkItem(
        kind="publishing",
        title=item.title,
        reason=reason,
        next_act=next_act,
        url=reverse("publishing:item", args=(item.pk,)),
        agency_name=item.agency.name,
        since=item.changed_at,
        light=light,
    )
