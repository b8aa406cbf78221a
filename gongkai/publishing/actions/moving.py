"""What every act on an item does first and last: lock it and ask the law; then write the new state, the journal and the news."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_states import Move, MoveKey, Who, moves_from
from gongkai.publishing.models import Item
from gongkai.publishing.telling import tell

ACT_OF: Mapping[Who, str] = {
    "clerk": "publishing.edit",
    "reviewer": "publishing.review",
    "signer": "publishing.publish",
}


OWN_ACTS: Mapping[MoveKey, str] = {
    "withdraw": "publishing.withdraw",
    "publish_urgently": "publishing.publish_urgently",
}
"""Moves that need an act of their own."""


def act_of(move: Move) -> str:
    """The act of the permission matrix that a move needs."""
    return OWN_ACTS.get(move.key) or ACT_OF[move.who]


@dataclass(frozen=True, slots=True)
class Step:
    """An item, locked, with the move that the law allows and the permit of who makes it."""

    item: Item
    move: Move
    permit: Permit


def locked(item: Item) -> Item:
    """The item as it stands, locked until the transaction ends; its versions are read after the lock, none older."""
    return Item.objects.select_for_update().get(pk=item.pk)


def begin(
    item: Item,
    key: MoveKey,
    *,
    by: User,
    now: datetime,
    act: str = "",
    seen_version: int | None = None,
) -> Step:
    """Lock the item and find the move; Refusal if the law leaves it not open, or to another person.

    ``act`` takes the place of the move's own: a review step may be another post's. ``seen_version`` is the state of the
    item that the person had before them: nobody decides on a text that was changed behind their page.
    """
    here = locked(item)
    moves = moves_from(
        here.state,
        law_day(now),
        public=here.published_id is not None,
        elsewhere=here.is_elsewhere,
    )
    move = next((row for row in moves if row.key == key), None)
    if move is None:
        raise Refusal(
            f"“{here.state_label}”的信息不能这样办理",
            cite=Cite("条例", 17, 1),
            next_step="刷新页面，看看它现在的状态：可能已由别人办理",
        )
    permit = require(by, act or act_of(move), here.agency)
    if seen_version is not None and seen_version != here.version:
        raise Refusal(
            "您打开这一页之后，这条信息又有改动",
            cite=Cite("条例", 17, 1),
            next_step="回到这条信息，把现在的文字看过，再办理",
        )
    if move.second_person:
        require_second_person(here, by)
    return Step(here, move, permit)


def require_second_person(item: Item, person: User) -> None:
    """Refusal if the person wrote or submitted the text: nobody decides on their own."""
    draft = item.draft
    if draft and person.pk in {*draft.writers, draft.submitted_by_id}:
        raise Refusal(
            "起草、送审的人不能审核、签发自己的信息",
            cite=Cite("条例", 17, 1),
            next_step="请另一位有审核或者签发岗位的同事办理",
        )


def finish(step: Step, *, now: datetime, after: Mapping[str, Any], reason: str = "") -> Item:
    """Give the item its new state, keep it, write the journal, and tell who comes next."""
    item, before = step.item, step.item.state
    item.state = step.move.end
    item.version += 1
    item.changed_at = now
    item.save()
    record(
        f"publishing.{step.move.key}",
        item,
        by=step.permit,
        at=now,
        organ=item.agency.code,
        before={"state": before},
        after={"state": item.state, **after},
        reason=reason,
    )
    tell(item, step.move.key, mover=step.permit.actor_id, now=now)
    return item


def announce(item: Item, now: datetime) -> None:
    """Tell the public side, once this transaction stands, to look at the item again."""
    put("release.item", f"release.item:{item.pk}:{item.version}", {"item": item.pk}, now=now)
