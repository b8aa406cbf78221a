"""在线访谈的开始、结束、延期、取消；到时自己开始征集、自己结束"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.queries import in_force
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act
from gongkai.common.refusals import Refusal
from gongkai.law.interview_states import RUNNING
from gongkai.participation.actions.interview_moving import begin, catch_up, finish
from gongkai.participation.actions.interview_planning import in_words, one_line, require_times
from gongkai.participation.models import Interview

LONGEST_REASON = 300
REMIND = timedelta(minutes=30)
"""So long before it begins its people are reminded."""


@transaction.atomic
def start(*, interview: Interview, seen_version: int, by: User, now: datetime) -> Interview:
    """It goes on from here."""
    step = begin(interview, "start", by=by, now=now, seen_version=seen_version)
    step.interview.started_at = now
    return finish(step, now=now)


@transaction.atomic
def end(*, interview: Interview, seen_version: int, by: User, now: datetime) -> Interview:
    """No more questions; those not reached are answered within the organ's days."""
    step = begin(interview, "end", by=by, now=now, seen_version=seen_version)
    step.interview.ended_at = now
    return finish(step, now=now)


@transaction.atomic
def postpone(
    *, interview: Interview, seen_version: int, starts_at: datetime, ends_at: datetime, reason: str, by: User, now: datetime
) -> Interview:  # fmt: skip
    """Another time, and why, for everybody to read."""
    step = begin(interview, "postpone", by=by, now=now, seen_version=seen_version)
    here = step.interview
    require_times(min(here.collect_from, starts_at), starts_at, ends_at, now)
    if starts_at == here.starts_at:
        raise Refusal("新的开始时间与原来的相同")
    before = here.starts_at
    here.announced_for = here.announced_for or before
    here.starts_at, here.ends_at = starts_at, ends_at
    here.collect_from = min(here.collect_from, starts_at)
    here.reason = checked_reason(reason)
    after = {"starts_at": in_words(starts_at), "before": in_words(before)}
    return finish(step, now=now, after=after, reason=here.reason)


@transaction.atomic
def cancel(*, interview: Interview, seen_version: int, reason: str, by: User, now: datetime) -> Interview:  # fmt: skip
    """It does not take place, and why, for everybody to read."""
    step = begin(interview, "cancel", by=by, now=now, seen_version=seen_version)
    step.interview.reason = checked_reason(reason)
    return finish(step, now=now, reason=step.interview.reason)


def checked_reason(reason: str) -> str:
    """The reason on one line."""
    why = one_line(reason)
    if not why or len(why) > LONGEST_REASON:
        raise Refusal(f"请写明理由，不超过 {LONGEST_REASON} 个字；公众看得到")
    return why


def advance(now: datetime) -> int:
    """Let happen what has come due by itself, and remind of what begins soon; returns how many changed. Each in its own transaction."""
    rows = Interview.objects.filter(state__in=RUNNING).values_list("pk", flat=True)
    return sum(_advance(pk, now) for pk in list(rows.order_by("pk")))


@transaction.atomic
def _advance(pk: int, now: datetime) -> bool:
    here = Interview.objects.select_for_update().get(pk=pk)
    before = here.state
    catch_up(here, now)
    if here.state in {"announced", "collecting"} and now >= here.starts_at - REMIND:
        _remind(here, now)
    return here.state != before


def _remind(interview: Interview, now: datetime) -> None:
    """Tell those who may host it, once for each time that it was announced for."""
    for person in _hosts(interview, now):
        notify(
            user_id=person.pk,
            key=f"interview:{interview.pk}:{interview.starts_at.isoformat()}",
            text=f"在线访谈《{interview.topic}》{in_words(interview.starts_at)}开始",
            url=reverse("interviews:console", args=(interview.pk,)),
            address=person.email,
            now=now,
        )


def _hosts(interview: Interview, now: datetime) -> Iterable[User]:
    today = in_force(law_day(now))
    roles = act("participation.host_interview").grants
    posts = interview.agency.posts.filter(today, role__in=roles).select_related("user")
    return {post.user_id: post.user for post in posts if post.user.is_active}.values()
