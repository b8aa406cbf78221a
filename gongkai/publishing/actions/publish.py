"""签发：立即发布，或者定时发布；每一种发布都走这里"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM
from gongkai.common.refusals import Refusal
from gongkai.law.attributes import attribute
from gongkai.law.citation import Cite
from gongkai.law.publication_states import moves_from
from gongkai.publishing.actions.moving import Step, announce, begin, finish
from gongkai.publishing.actions.releasable import require_releasable
from gongkai.publishing.actions.validity import adopt_validity, let_take_effect
from gongkai.publishing.dates_handed_in import require_possible_dates
from gongkai.publishing.facts import facts_of
from gongkai.publishing.followers import tell_followers
from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.timer import clock_of

LONGEST_LATE_REASON = 300
RELEASE = "publishing.release"
"""The outbox's kind of message that brings a scheduled text out."""
LONGEST_WAIT = timedelta(days=366)
"""A time farther off is a slip of the year; no rule of law."""


@transaction.atomic
def publish(
    *,
    item: Item,
    by: User,
    now: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> Item:
    """The signer makes the reviewed text public (《条例》第二十三条); an older version is replaced.

    What comes too late by article 26 needs a reason, which stays with the text and stands in the journal.
    """
    step = begin(item, "publish", by=by, now=now, seen_version=seen_version)
    version = step.item.draft
    version.signed_by = by.name
    version.late_reason = why_late(step.item, law_day(now), late_reason)
    return make_public(step, now=now, reason=version.late_reason)


@transaction.atomic
def schedule(
    *,
    item: Item,
    release_at: datetime,
    by: User,
    now: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> Item:
    """Sign the reviewed text now, to go out by itself at ``release_at``; it can change no more.

    Whether it comes too late by article 26 goes by the day on which it goes out.
    """
    step = begin(item, "schedule", by=by, now=now, seen_version=seen_version)
    here, version = step.item, step.item.draft
    if not now < release_at <= now + LONGEST_WAIT:
        raise Refusal("定时发布的时间要在现在之后、一年之内", next_step="马上要发的，点“签发”")
    require_proactive(version)
    require_possible_dates(facts_of(version), law_day(release_at))
    require_releasable(here, version, now=now)
    version.signed_by = by.name
    version.late_reason = why_late(here, law_day(release_at), late_reason)
    version.save(update_fields=("signed_by", "late_reason"))
    here.release_at = release_at
    after = {"number": version.number, "release_at": release_at.isoformat()}
    finish(step, now=now, after=after, reason=version.late_reason)
    message = {"item": here.pk, "release_at": release_at.isoformat()}
    put(RELEASE, f"{RELEASE}:{here.pk}:{here.version}", message, now=now, due=release_at)
    return here


@transaction.atomic
def unschedule(*, item: Item, by: User, now: datetime) -> Item:
    """Take the time back; the text waits for the signer again."""
    step = begin(item, "unschedule", by=by, now=now)
    version, step.item.release_at = step.item.draft, None
    version.signed_by, version.late_reason = "", ""
    version.save(update_fields=("signed_by", "late_reason"))
    return finish(step, now=now, after={"release_at": None})


@transaction.atomic
def release(payload: Mapping[str, Any], now: datetime) -> None:
    """Bring a scheduled text out: the outbox calls it at its time. A time taken back or changed since leaves nothing to do.

    It goes by the time alone: a tie to another text changes the item, and not what was signed.
    """
    item = Item.objects.select_for_update().filter(pk=payload["item"]).first()
    wanted = datetime.fromisoformat(payload["release_at"])
    if item is None or item.state != "scheduled" or item.release_at != wanted:
        return
    rows = moves_from(item.state, law_day(now), public=item.published_id is not None)
    move = next(row for row in rows if row.key == "release")
    make_public(Step(item, move, SYSTEM), now=now)


def make_public(
    step: Step, *, now: datetime, after: Mapping[str, Any] | None = None, reason: str = ""
) -> Item:
    """What every way of publishing does: the text may be public, it is what readers see from now on, and the site is told."""
    here, version = step.item, step.item.draft
    require_proactive(version)
    require_possible_dates(facts_of(version), law_day(now))
    require_releasable(here, version, now=now)
    version.published_at = now
    version.save()
    here.published, here.draft, here.title = version, None, version.title
    adopt_validity(here, version)
    here.first_published_at = here.first_published_at or now
    here.withdrawn_at, here.withdrawal_note = None, ""
    here.release_at, here.reassess_on = None, None
    said = {"number": version.number, "sha256": version.sha256, **(after or {})}
    if version.old_site and here.validity != "valid":
        said["validity"] = here.validity
    finish(
        step, now=now, after=said | ({"late": True} if version.late_reason else {}), reason=reason
    )
    announce(here, now)
    let_take_effect(here, now)
    tell_followers(here, now)
    return here


def why_late(item: Item, day: date, reason: str) -> str:
    """The reason, tidied, where the text comes out late on that day; Refusal where none is given."""
    clock = clock_of(item, day)
    if clock is None or not clock.is_late:
        return ""
    why = " ".join(reason.replace("\0", "").split())
    if not why:
        raise Refusal(
            f"公开的最后一日是 {clock.due.date}，{clock.words}，请写明逾期的原因",
            cite=clock.due.limit.cite,
            next_step="填写逾期公开的原因，再签发",
        )
    if len(why) > LONGEST_LATE_REASON:
        raise Refusal(f"逾期的原因超过 {LONGEST_LATE_REASON} 个字，请删减")
    return why


def require_proactive(version: ItemVersion) -> None:
    """Refusal for a text that was decided not to be published of the organ's own accord (《条例》第十三条)."""
    decided = attribute(version.attribute)
    if decided.grounds:
        raise Refusal(
            f"这条信息的公开属性是“{decided.label}”，不能发布到网站",
            cite=Cite("条例", 13),
            next_step="确需公开的，退回起草人改为“主动公开”，重新审核",
        )
