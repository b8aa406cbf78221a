"""What waits for a person among the consultations: comments to be looked at, ends that come near, outcomes owed, papers of hearings."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.desk_search import Hit
from gongkai.common.permissions import agencies_for
from gongkai.common.work import Light, WorkItem
from gongkai.law.public_consultations import papers_due
from gongkai.law.release_timer import workdays_left
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.participation import queries
from gongkai.participation.models import Consultation, ConsultationRules, Hearing
from gongkai.participation.periods import due_of

KIND = "participation"
SOON = timedelta(days=5)
"""Days before the end of a consultation from which the desk reminds; no rule of law."""
SOON_WORKDAYS = 5
MOST_WORDS = 8


def waiting(person: User, now: datetime) -> list[WorkItem]:
    """The person's rows: to look at comments, to answer, to have papers delivered."""
    today = law_day(now)
    return [
        *_to_moderate(person),
        *_to_answer(person, today),
        *_to_deliver(person, today),
    ]


def _with_waiting(person: User) -> QuerySet[Consultation]:
    reach = agencies_for(person, "participation.moderate")
    rows = queries.consultations(person).filter(agency__in=reach, comments__state="waiting")
    return rows.distinct()


def _to_moderate(person: User) -> Iterator[WorkItem]:
    for row in _with_waiting(person):
        said = f"有 {row.waiting_count} 条意见等您审核"
        yield _line(row, said, "审核意见", light="soon", place="?show=waiting#comments")


def _to_answer(person: User, today: date) -> Iterator[WorkItem]:
    """What is about to close, and what closed and has no outcome yet."""
    reach = agencies_for(person, "participation.handle")
    mine = queries.consultations(person).filter(agency__in=reach, state__in=("open", "closed"))
    own = dict(
        ConsultationRules.objects.filter(agency__in=reach).values_list("agency", "outcome_days")
    )
    for row in mine:
        if queries.standing(row, today) == "open":
            if row.closes_on - today <= SOON:
                yield _line(
                    row,
                    f"{row.closes_on:%-m 月 %-d 日} 截止，已收到 {row.comment_count} 条意见",
                    "看一看",
                    due=row.closes_on,
                    today=today,
                )
        elif not queries.outcome_in_review(row):
            yield _owed(row, own, today)


def _owed(row: Consultation, own: Mapping[int, int | None], today: date) -> WorkItem:
    due = due_of(row, own.get(row.agency_id))
    said, place = "征集已截止，还没有公布结果", "#points"
    return _line(row, said, "归纳意见，起草结果", due=due, today=today, place=place)


def _to_deliver(person: User, today: date) -> Iterator[WorkItem]:
    """Participants of a coming hearing whose papers have not reached them."""
    reach = agencies_for(person, "participation.handle")
    rows = Hearing.objects.filter(consultation__agency__in=reach, held_at__date__gte=today)
    rows = rows.filter(participants__delivered_on=None).exclude(participants=None).distinct()
    for row in rows.select_related("consultation__agency", "consultation__item"):
        due = papers_due(law_day(row.held_at))
        said = f"听证会材料最迟 {due:%-m 月 %-d 日} 送达听证参加人"
        yield _line(row.consultation, said, "登记送达", due=due, today=today, place="#hearings")


def _line(
    row: Consultation,
    reason: str,
    act: str,
    *,
    due: date | None = None,
    today: date | None = None,
    light: Light = "no_date",
    place: str = "",
) -> WorkItem:
    left = _left(today, due) if today and due else None
    if left is not None:
        light = "late" if left < 0 else "soon" if left <= SOON_WORKDAYS else "in_time"
    return WorkItem(
        kind=KIND,
        title=row.item.title,
        reason=reason,
        next_act=act,
        url=reverse("participation:consultation", args=(row.pk,)) + place,
        agency_name=row.agency.name,
        due=due,
        days_left=left,
        light=light,
        since=row.changed_at,
    )


def _left(today: date, due: date) -> int | None:
    try:
        return workdays_left(today, due, provisional_calendar())
    except CalendarNotPublished:
        return None


def hits(person: User, words: str, most: int) -> list[Hit]:
    """Consultations by the title of their notice."""
    wanted = words.replace("\0", "").split()[:MOST_WORDS]
    rows = queries.consultations(person)
    for word in wanted:
        rows = rows.filter(item__title__icontains=word)
    return [
        Hit(
            "意见征集",
            row.item.title,
            reverse("participation:consultation", args=(row.pk,)),
            row.state_label,
        )
        for row in (rows.order_by("-changed_at")[:most] if wanted else ())
    ]
