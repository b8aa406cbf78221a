"""向国家档案馆、公共图书馆提供主动公开的信息：做一份清单，记下移交"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.models import HandOver, Item
from gongkai.publishing.shown_since import shown_between, shown_since

LONGEST_RECEIVER = 100
MOST_ITEMS = 20_000
GIVE = Cite("条例", 25, 3)


@transaction.atomic
def hand_over(
    *, agency: Agency, receiver: str, since: date, until: date, by: User, now: datetime
) -> HandOver:
    """Make the list of what became public in these days and still is, and keep that it was handed over (《条例》第二十五条)."""
    permit = require(by, "publishing.hand_over", agency)
    name = " ".join(receiver.replace("\0", "").split())
    if not name or len(name) > LONGEST_RECEIVER:
        raise Refusal(f"请写明移交给哪个档案馆、图书馆，不超过 {LONGEST_RECEIVER} 个字")
    if not since <= until <= law_day(now):
        raise Refusal("公开日期的起止要先后相接，止不能晚于今天", cite=GIVE)
    rows = [_row(item) for item in _public(agency, since, until)]
    if not rows:
        raise Refusal("这段时间没有公开的信息可以移交", cite=GIVE, next_step="换一段时间")
    if len(rows) > MOST_ITEMS:
        raise Refusal(f"一份清单最多 {MOST_ITEMS} 条，请分几段时间移交")
    made = HandOver.objects.create(
        agency=agency,
        receiver=name,
        since=since,
        until=until,
        items=rows,
        at=now,
        by_id=by.pk,
        by_name=by.name,
    )
    after = {"receiver": name, "since": str(since), "until": str(until), "count": len(rows)}
    record("publishing.hand_over", made, by=permit, at=now, organ=agency.code, after=after)
    return made


def _public(agency: Agency, since: date, until: date) -> list[Item]:
    rows = Item.objects.filter(shown_between(since, until), agency=agency)
    return list(rows.select_related("published").order_by("published__published_at", "pk"))


def _row(item: Item) -> dict[str, Any]:
    text = item.published
    return {
        "item": item.pk,
        "number": text.number,
        "index_number": item.index_number,
        "title": text.title,
        "document_number": text.document_number,
        "made_on": str(text.made_on or ""),
        "published_on": str(shown_since(item, text)),
        "sha256": text.sha256,
    }
