"""有效性：文件公开后，使它废止、修改的文件生效；签发人也可以自己改"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM, Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.validity import validity
from gongkai.publishing.actions.moving import announce, locked
from gongkai.publishing.models import Item, ItemLink, ItemVersion
from gongkai.publishing.shown_since import is_brought_over

EFFECT = "publishing.effect"
"""The outbox's kind of message that lets a public document take effect on others."""
EFFECTS: Mapping[str, str] = {"repeals": "repealed", "amends": "amended"}
"""What each kind of tie makes of its target."""
_WORDS = {"repeals": "废止", "amends": "修改"}
LONGEST_REASON = 200


def let_take_effect(item: Item, now: datetime) -> None:
    """Let what became public repeal and amend what it is tied to: at once, or on the day on which it takes effect."""
    day = item.published.effective_on
    later = day is not None and day > law_day(now)
    due = datetime.combine(day, time.min, LAW_ZONE) if day and later else now
    key = f"{EFFECT}:{item.pk}:{item.version}"
    put(EFFECT, key, {"item": item.pk}, now=now, due=due)


def adopt_validity(item: Item, version: ItemVersion) -> None:
    """Give a text from an old website what it was worth there, as it was reviewed and signed; the caller saves the item."""
    if version.old_site_validity and is_brought_over(item, version):
        item.validity = version.old_site_validity
        if item.validity != "valid":
            item.validity_reason = "在旧网站上已经这样标明"


@transaction.atomic
def take_effect(payload: Mapping[str, Any], now: datetime) -> None:
    """Called by the outbox. What was withdrawn, or tied no more, has no effect; the same message again changes nothing."""
    ties = list(ItemLink.objects.filter(source=payload["item"], kind__in=EFFECTS))
    wanted = {payload["item"], *(tie.target_id for tie in ties)}
    rows = Item.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    held = {row.pk: row for row in rows}  # all locks before the journal's
    item = held.get(payload["item"])
    if item is None or item.published is None:
        return
    day = item.published.effective_on or law_day(now)
    for tie in ties if day <= law_day(now) else ():
        _apply(tie, item, held[tie.target_id], day, now)


def _apply(tie: ItemLink, source: Item, target: Item, since: date, now: datetime) -> None:
    new = EFFECTS[tie.kind]
    if target.validity in {new, "repealed"}:
        return
    number = source.published.document_number
    reason = (
        f"由{number or '另一份文件'}{_WORDS[tie.kind]}"  # no title: the source may be withdrawn
    )
    _write(target, new, since, reason[:LONGEST_REASON], SYSTEM, now)


@transaction.atomic
def set_validity(*, item: Item, to: str, since: date, reason: str, by: User, now: datetime) -> Item:
    """The signer says what a public document is worth from a day on, and why (《条例》第六条第一款)."""
    here = locked(item)
    permit = require(by, "publishing.set_validity", here.agency)
    why = " ".join(reason.replace("\0", "").split())
    if here.published_id is None or here.is_elsewhere:
        raise Refusal("只有公开着的文件才有有效性可改", cite=Cite("条例", 6, 1))
    if not why or len(why) > LONGEST_REASON:
        raise Refusal(f"请写明理由，不超过 {LONGEST_REASON} 个字；网站上会显示")
    if since > law_day(now):
        raise Refusal("日期不能在今天之后", next_step="到那一天再改，或者用施行日期")
    if validity(to).key == here.validity:
        raise Refusal(f"现在已经是“{validity(to).label}”")
    return _write(here, to, since, why, permit, now)


def _write(item: Item, to: str, since: date, reason: str, permit: Permit, now: datetime) -> Item:
    before = {"validity": item.validity}
    item.validity, item.validity_since, item.validity_reason = to, since, reason
    item.version += 1
    item.changed_at = now
    item.save()
    record(
        "publishing.set_validity",
        item,
        by=permit,
        at=now,
        organ=item.agency.code,
        before=before,
        after={"validity": to, "validity_since": since.isoformat()},
        reason=reason,
    )
    announce(item, now)
    return item
