"""一次审核、签发许多条：每一条都走单条的审核、签发，各自成败；没有办成的逐条说明"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from secrets import token_hex

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.listing import BulkAct, done_in_bulk
from gongkai.common.listing.bulk import Summary
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.publish import publish
from gongkai.publishing.actions.review import review
from gongkai.publishing.checks import Finding, findings, standing, subject_of
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import Secrecy, open_review
from gongkai.publishing.telling_together import tell_all, together

LONGEST_RUN = timedelta(minutes=5)
"""A run that was cut off: those who come next hear after so long of what was done."""
Seen = Mapping[int, int]
"""By item, the version that the person had before them."""


def review_many(
    *,
    seen: Seen,
    by: User,
    now: datetime,
    opinion: str = "",
    conclusions: Mapping[int, Secrecy] | None = None,
) -> Summary:
    """Pass the open step of each (《条例》第十七条). Each item needs a secrecy review of its own, where its
    step holds one (《保密法实施条例》第四十二条: 逐项).

    What the checks have found and nobody has dealt with is looked at alone, never among many.
    """
    own = conclusions or {}

    @transaction.atomic
    def one(item: Item) -> Item:
        row = open_review(item)
        held = own.get(item.pk) if row is not None and row.secrecy else None
        done = review(item=item, by=by, now=now, opinion=opinion, secrecy=held, seen_version=seen[item.pk])  # fmt: skip
        require_no_findings(done, now)
        return done

    return _each("审核通过", one, seen, by, now)


def require_no_findings(item: Item, now: datetime) -> None:
    """Refusal for a text in which the checks have found what must be dealt with first (《条例》第十七条第二款)."""
    open_ = open_findings(item, now)
    if open_:
        raise Refusal(
            f"发布前检查没有通过：{open_[0].message}",
            cite=open_[0].row.cite,
            next_step="打开这一条，单独审核或者退回修改",
        )


def open_findings(item: Item, now: datetime) -> list[Finding]:
    """The blocking findings in a draft that nobody let stand; none where there is no draft."""
    if item.draft is None or item.is_elsewhere:
        return []
    found = findings(subject_of(item, item.draft, now), only_blocking=True)
    return standing(found, item.draft)


def publish_many(*, seen: Seen, by: User, now: datetime, late_reason: str = "") -> Summary:
    """Sign each (《条例》第二十三条); the reason stands with those that come out late."""

    def one(item: Item) -> Item:
        return publish(item=item, by=by, now=now, late_reason=late_reason, seen_version=seen[item.pk])  # fmt: skip

    return _each("签发", one, seen, by, now)


def _each(label: str, one: Callable[[Item], Item], seen: Seen, by: User, now: datetime) -> Summary:
    """Do it to each item in a transaction of its own; who comes next is told of all of them at once."""
    act = BulkAct(label, label, run=lambda item, **_: one(item))
    items = Item.objects.filter(pk__in=list(seen)).order_by("pk")
    stem = f"publishing.many:{token_hex(8)}"
    with together(stem, LONGEST_RUN):
        summary = done_in_bulk(act, items, by=by, now=now)
    tell_all(stem, now)
    return summary
