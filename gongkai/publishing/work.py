"""What waits for a person among the items, and what the desk's search finds: filled into the registries of ``common``."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.clock import current
from gongkai.common.desk_search import Hit
from gongkai.common.permissions import agencies_for
from gongkai.common.work import WorkItem
from gongkai.law.publication_steps import review_step
from gongkai.publishing import queries
from gongkai.publishing.models import Item

WAITS: Mapping[str, tuple[str, str]] = {
    "draft": ("退回给您修改：{}", "修改"),
    "in_review": ("等您审核（《条例》第十七条）", "审核"),
    "to_sign": ("已审核，等您签发", "签发"),
}


def waiting(person: User, now: datetime) -> list[WorkItem]:
    """The person's items: sent back, to be reviewed, to be signed."""
    return [
        WorkItem(
            kind="publishing",
            title=item.draft.title,
            reason=_reason(item),
            next_act=WAITS[item.state][1],
            url=reverse("publishing:item", args=(item.pk,)),
            agency_name=item.agency.name,
            since=item.changed_at,
        )
        for item in queries.waiting_for(person, now)
    ]


def _reason(item: Item) -> str:
    """Why it waits: which step of the review, or what the reviewer wants changed."""
    if item.state == "in_review" and item.step:
        row = review_step(item.step)
        return f"等您{row.label}（{row.cite}）"
    return WAITS[item.state][0].format(item.remark[:60])


def count_waiting(person: User) -> int:
    """How many items wait for the person."""
    return len(queries.waiting_for(person, current()))


def hits(person: User, words: str, most: int) -> list[Hit]:
    """Items whose title has the words, as far as the person may see them."""
    mine = queries.items(agencies_for(person, "publishing.view"))
    return [
        Hit(
            kind="信息",
            title=item.title,
            url=reverse("publishing:item", args=(item.pk,)),
            about=f"{item.agency.name}　{item.column.title}　{item.state_label}",
        )
        for item in queries.filtered(mine, words=words)[:most]
    ]
