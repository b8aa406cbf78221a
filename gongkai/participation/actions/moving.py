"""What every act on a consultation does first and last: lock it and ask the law; then keep it, journal it, and tell the public side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM, Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.law.public_consultation_states import Move, MoveKey, moves_from, state_on
from gongkai.participation.incoming import required
from gongkai.participation.models import Consultation
from gongkai.publishing.models import Item

ACT_OF: Mapping[str, str] = {"clerk": "participation.handle", "signer": "participation.decide"}
RELEASE = "release.item"
COUNTED_EVERY = timedelta(minutes=5)
"""How often at most the public page follows the number of comments: each change of it draws the page anew."""


@dataclass(frozen=True, slots=True)
class Step:
    """A consultation, locked, with the move that the law allows, the permit of who makes it, and the day."""

    consultation: Consultation
    move: Move
    permit: Permit
    today: date
    reason: str = ""


def locked(consultation: Consultation) -> Consultation:
    """The consultation as it stands, locked until the transaction ends."""
    rows = Consultation.objects.select_for_update(of=("self",)).select_related("agency", "item")
    return rows.get(pk=consultation.pk)


def begin(
    consultation: Consultation,
    key: MoveKey,
    *,
    by: User | None,
    now: datetime,
    reason: str = "",
    seen_version: int | None = None,
) -> Step:
    """Lock the consultation and find the move; Refusal if the law leaves it not open. ``by`` None: the program itself."""
    here, today = locked(consultation), law_day(now)
    current = state_on(here.state, here.closes_on, today) if by else here.state
    move = next((row for row in moves_from(current, today) if row.key == key), None)
    if move is None:
        raise Refusal(
            f"“{here.state_label}”的征集不能这样办理",
            cite=Cite("决策程序条例", 15, 1),
            next_step="刷新页面，看看它现在的状态：可能已由别人办理，或者已经到期",
        )
    permit = require(by, ACT_OF[move.who], here.agency) if by else SYSTEM
    require_fresh(here, seen_version)
    why = required(reason, "理由，公众看得到", cite=move.cite) if move.reason else ""
    return Step(here, move, permit, today, why)


def require_fresh(consultation: Consultation, seen_version: int | None) -> None:
    """Conflict where the consultation changed behind the page on which the person decided."""
    if seen_version is not None and seen_version != consultation.version:
        raise Conflict("您打开之后，别人已经改过", theirs=consultation)


def finish(step: Step, *, now: datetime, after: Mapping[str, Any] | None = None) -> Consultation:
    """Give the consultation its new state, keep it, write the journal, and tell the public side."""
    here, before = step.consultation, step.consultation.state
    here.state = step.move.end
    keep(here, now)
    said = {"state": here.state, **(after or {})}
    act = f"participation.{step.move.key}"
    enter(act, here, step.permit, now, before={"state": before}, after=said, reason=step.reason)
    tell_site(here, now)
    return here


def keep(consultation: Consultation, now: datetime) -> None:
    """Count the change and save."""
    consultation.version += 1
    consultation.changed_at = now
    consultation.save()


def enter(act: str, consultation: Consultation, permit: Permit, now: datetime, **said: Any) -> None:
    """Write the journal; personal data only as ``sealing`` makes them."""
    record(act, consultation, by=permit, at=now, organ=consultation.agency.code, **said)


def shown_items(consultation: Consultation) -> Iterator[Item]:
    """The items whose public pages show something of the consultation."""
    wanted = {consultation.item_id, consultation.outcome_id, consultation.decision_id}
    for notice, minutes in consultation.hearings.values_list("notice", "record"):
        wanted |= {notice, minutes}
    yield from Item.objects.filter(pk__in=wanted - {None}).order_by("pk")


def tell_site(consultation: Consultation, now: datetime) -> None:
    """Tell the public side, once this transaction stands, to look at every page of the consultation again."""
    for item in shown_items(consultation):
        key = f"{RELEASE}:{item.pk}:consultation:{consultation.pk}:{consultation.version}"
        put(RELEASE, key, {"item": item.pk}, now=now)


def tell_of_comments(consultation: Consultation, now: datetime) -> None:
    """The same for the number of comments alone: many together, some minutes later."""
    span = int(COUNTED_EVERY.total_seconds())
    turn = int(now.timestamp()) // span + 1
    due = datetime.fromtimestamp(turn * span, tz=now.tzinfo)
    key = f"{RELEASE}:{consultation.item_id}:comments:{turn}"
    put(RELEASE, key, {"item": consultation.item_id}, now=now, due=due)
