"""核对链接：在后台逐个打开，记下结果和日期；没有网络的机器只记“无法核对”，从不挡签发"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.publishing.checks.finding import mark
from gongkai.publishing.checks.links import addresses, written_wrong
from gongkai.publishing.link_trial import try_link
from gongkai.publishing.models import ItemVersion, LinkCheck

TRY = "publishing.try_link"
AGAIN = timedelta(days=7)
ONLINE = timedelta(days=1)
MOST_LINKS = 50
LONGEST = 500


def ask_for_links(version: ItemVersion, now: datetime) -> int:
    """Have the links of a text tried in the background that were not tried lately; each at most once a day. Returns how many."""
    if not settings.LINK_TRIALS:
        return 0
    urls = list(dict.fromkeys(url for _, url in addresses(version.body)))[:MOST_LINKS]
    fresh = LinkCheck.objects.filter(url__in=urls, checked_at__gt=now - AGAIN)
    known = set(fresh.exclude(state="unknown").values_list("url", flat=True))
    wanted = [url for url in urls if url not in known and len(url) <= LONGEST and not written_wrong(url)]  # fmt: skip
    for url in wanted:
        put(TRY, f"{TRY}:{mark(url)}:{law_day(now)}", {"url": url}, now=now)
    return len(wanted)


def try_one(payload: dict[str, Any], now: datetime) -> None:
    """Open one address and keep what came of it. The outbox calls it outside a transaction."""
    lately = LinkCheck.objects.filter(answered_at__gt=now - ONLINE).exists()
    tried = try_link(payload["url"], online=lately)
    found = {"state": tried.state, "detail": tried.detail[:200], "checked_at": now}
    if tried.answered:
        found["answered_at"] = now
    LinkCheck.objects.update_or_create(url=payload["url"], defaults=found)
