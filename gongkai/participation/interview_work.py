"""What live Q&A ask of people: questions to look at, the hour that has come, a transcript, answers that were promised. Reads only."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import Actor, agencies_for
from gongkai.common.work import Light, WorkItem
from gongkai.participation.interview_queries import Later, later_of, rules_of
from gongkai.participation.models import Interview

KIND = "interviews"
SOON = timedelta(hours=24)
LOOK_BACK = timedelta(days=365)


def waiting(person: User, now: datetime) -> list[WorkItem]:
    """The person's rows, at most two for each live Q&A."""
    hosting = agencies_for(person, "participation.host_interview")
    moderating = agencies_for(person, "participation.moderate_questions")
    open_now = Count("questions", filter=Q(questions__state="waiting"))
    still = Count("questions", filter=_open_questions())
    rows = Interview.objects.filter(agency__in=hosting | moderating, starts_at__gt=now - LOOK_BACK)
    rows = rows.exclude(state__in=("planned", "cancelled")).select_related("agency")
    found = list(rows.annotate(to_moderate=open_now, still_open=still))
    rules = rules_of({row.agency_id for row in found})
    lines: list[WorkItem] = []
    for row in found:
        if row.agency_id in hosting:
            lines += _hosting(row, now)
        if row.agency_id in moderating and row.to_moderate and row.state != "transcribed" and row.ended_at is None:  # fmt: skip
            lines.append(
                _line(
                    row, f"{row.to_moderate} 个提问等着审核", "审核", light="soon", place="#waiting"
                )
            )
        if row.agency_id in hosting and row.ended_at and row.still_open:
            lines += _answering(row, later_of(row, rules.get(row.agency_id), law_day(now)))
    return lines


def _open_questions() -> Q:
    """What nobody dealt with, and what was shown and not answered."""
    return Q(questions__state="waiting") | Q(questions__state="shown", questions__place=None)


def _hosting(row: Interview, now: datetime) -> Iterator[WorkItem]:
    if row.state == "live":
        yield _line(row, "访谈正在进行", "主持", light="late")
    elif row.state in {"announced", "collecting"} and now >= row.starts_at - SOON:
        late = now >= row.starts_at
        words = "到了开始的时间" if late else f"{localtime(row.starts_at):%m-%d %H:%M} 开始"
        yield _line(row, words, "主持", light="late" if late else "soon")
    elif row.state == "ended" and row.transcript_id is None:
        yield _line(row, "访谈已经结束，还没有整理实录", "整理实录", light="soon")


def _answering(row: Interview, later: Later | None) -> Iterator[WorkItem]:
    words = f"{row.still_open} 个提问现场没有来得及回答"
    if later is None:
        yield _line(row, words, "回答", light="no_date", place="#shown")
    else:
        yield _line(row, f"{words}，{later.rule}", "回答", light=later.light, due=later.day, left=later.left, place="#shown")  # fmt: skip


def _line(
    row: Interview,
    reason: str,
    act: str,
    *,
    light: Light,
    due: date | None = None,
    left: int | None = None,
    place: str = "",
) -> WorkItem:
    return WorkItem(
        kind=KIND,
        title=row.topic,
        reason=reason,
        next_act=act,
        url=reverse("interviews:console", args=(row.pk,)) + place,
        agency_name=row.agency.name,
        due=due,
        days_left=left,
        light=light,
        since=row.changed_at,
    )


def count_waiting(person: Actor) -> int:
    """How many questions wait for the person, behind the entry of the menu."""
    mine = agencies_for(person, "participation.moderate_questions")
    rows = Interview.objects.filter(agency__in=mine, state__in=("collecting", "live"))
    found = rows.aggregate(number=Count("questions", filter=Q(questions__state="waiting")))
    return int(found["number"])
