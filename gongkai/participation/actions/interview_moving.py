"""What every act on a live Q&A does first and last: lock it, let what is due happen, ask the law; then count, keep, write the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM, Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.law.interview_states import Move, MoveKey, find_move, latest_end
from gongkai.participation.models import Interview

ACT_OF = {"clerk": "participation.host_interview", "signer": "participation.put_off_interview"}
TAKING_PART = Cite("条例", 19)


@dataclass(frozen=True, slots=True)
class Step:
    """A live Q&A, locked, with the move that the law leaves open and the permit of who makes it."""

    interview: Interview
    move: Move
    permit: Permit


def locked(interview: Interview, now: datetime) -> Interview:
    """It as it stands, locked until the transaction ends; what has come due by itself has happened."""
    here = Interview.objects.select_for_update().get(pk=interview.pk)
    catch_up(here, now)
    return here


def begin(interview: Interview, key: MoveKey, *, by: User, now: datetime, seen_version: int) -> Step:  # fmt: skip
    """Lock it and find the move; Refusal where the law leaves it not open, Conflict where somebody changed it meanwhile."""
    here = Interview.objects.select_for_update().get(pk=interview.pk)
    require_seen(here, seen_version)
    catch_up(here, now)
    move = find_move(key, here.state, law_day(now))
    if move is None:
        raise Refusal(
            f"“{here.state_label}”的访谈不能这样办理",
            cite=TAKING_PART,
            next_step="刷新页面，看看它现在的状态：可能已由别人办理",
        )
    permit = require(by, ACT_OF[move.who], here.agency)
    return Step(here, move, permit)


def require_seen(interview: Interview, seen_version: int) -> None:
    """Conflict where somebody changed it since the person opened the page."""
    if interview.version != seen_version:
        raise Conflict("您打开之后，别人已经改过这次访谈", theirs=interview)


def finish(step: Step, *, now: datetime, after: Mapping[str, Any] | None = None, reason: str = "") -> Interview:  # fmt: skip
    """Give it its new state, let readers see it, keep it, and write the journal."""
    here, before = step.interview, step.interview.state
    here.state = step.move.end
    if here.state != "planned":
        here.head_change = visible_change(here)
    keep(here, now)
    record(
        f"participation.interview_{step.move.key}",
        here,
        by=step.permit,
        at=now,
        organ=here.agency.code,
        before={"state": before},
        after={"state": here.state, **(after or {})},
        reason=reason,
    )
    return here


def keep(interview: Interview, now: datetime) -> None:
    """Save it with a new version, and let its released pages follow."""
    interview.version += 1
    interview.changed_at = now
    interview.save()
    for item in (interview.item_id, interview.transcript_id):
        if item:
            key = f"release.item:{item}:interview:{interview.version}"
            put("release.item", key, {"item": item}, now=now)
    renew_public_mark(now)


def visible_change(interview: Interview) -> int:
    """One more change that readers can see; its number. The caller saves the locked row."""
    interview.changes += 1
    return interview.changes


def tell_readers(interview: Interview, now: datetime) -> None:
    """Keep how far it has come, and have the pages of the site drawn anew."""
    interview.save(update_fields=("changes", "head_change", "last_place"))
    renew_public_mark(now)


def catch_up(interview: Interview, now: datetime) -> None:
    """Make the moves that come by themselves: by publication and by the clock."""
    while (key := _due(interview, now)) is not None:
        move = find_move(key, interview.state, law_day(now))
        if move is None:
            return
        if move.end == "ended":
            interview.ended_at = now
        finish(Step(interview, move, SYSTEM), now=now)


def _due(interview: Interview, now: datetime) -> MoveKey | None:
    """The move whose time has come, or None."""
    state = interview.state
    if state == "planned" and interview.item.published_id:
        return "announce"
    if state == "announced" and now >= interview.collect_from:
        return "collect"
    if state == "live" and now >= latest_end(interview.ends_at, law_day(now)):
        return "run_out"
    if state == "ended" and interview.transcript and interview.transcript.published_id:
        return "transcribe"
    return None
