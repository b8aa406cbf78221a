"""Reads of consultations: for the desk's lists and pages, for what waits, and for the public page. Nothing here opens what is sealed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.clock import LAW_ZONE
from gongkai.common.permissions import Actor, agencies_for
from gongkai.law.contribution_states import CHANNELS, HIDING
from gongkai.law.public_consultation_states import StateKey, state_on
from gongkai.participation.models import Comment, Consultation, Hearing
from gongkai.publishing.models import Item

_LIGHT = ("agency", "item", "outcome", "decision")
IN_REVIEW = ("in_review", "to_sign", "scheduled")
LEFT_ASIDE = tuple(row.key for row in HIDING if not row.answered)


def consultations(person: User) -> QuerySet[Consultation]:
    """Those of the organs within the person's reach, with what a list shows of them."""
    return _of(agencies_for(person, "participation.view"))


def count_waiting(person: Actor) -> int:
    """How many comments wait for the person to look at them, behind the entry of the menu."""
    reach = agencies_for(person, "participation.moderate")
    return Comment.objects.filter(consultation__agency__in=reach, state="waiting").count()


def _of(agency_ids: frozenset[int]) -> QuerySet[Consultation]:
    found = Consultation.objects.filter(agency__in=agency_ids).select_related(*_LIGHT)
    return found.annotate(
        comment_count=Count("comments", distinct=True),
        waiting_count=Count("comments", filter=Q(comments__state="waiting"), distinct=True),
    )


def consultation_behind(item: Item) -> Consultation | None:
    """The consultation that an item belongs to, as its notice, outcome, decision, or notice or record of a hearing."""
    ends = Q(item=item) | Q(outcome=item) | Q(decision=item)
    heard = Hearing.objects.filter(Q(notice=item) | Q(record=item)).values("consultation")
    found = Consultation.objects.filter(ends | Q(pk__in=heard)).exclude(state="dropped")
    return found.select_related(*_LIGHT).order_by("-pk").first()


def standing(consultation: Consultation, day: date) -> StateKey:
    """What it is on a day, whether a job has written it down or not."""
    return state_on(consultation.state, consultation.closes_on, day)


def takes_comments(consultation: Consultation, day: date) -> bool:
    """Whether the public may comment on the site on a day."""
    here = consultation
    is_open = standing(here, day) == "open" and here.takes_web
    return is_open and here.item.published_id is not None


def outcome_in_review(consultation: Consultation) -> bool:
    """Whether the outcome is with the reviewer or the signer, so that its figures stand still."""
    return consultation.outcome is not None and consultation.outcome.state in IN_REVIEW


def to_answer(consultation: Consultation) -> QuerySet[Comment]:
    """The comments that the outcome must answer: all but those hidden as no opinion on the matter."""
    return consultation.comments.exclude(state="hidden", hidden_reason__in=LEFT_ASIDE)


def unanswered(consultation: Consultation) -> QuerySet[Comment]:
    """Those of them that belong to no point yet."""
    return to_answer(consultation).filter(points=None)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many comments: by state, by way, and of the hidden ones by reason, each with its words."""

    total: int
    waiting: int
    shown: int
    channels: tuple[tuple[str, int], ...]
    hidden: tuple[tuple[str, int], ...]


def tally(consultation: Consultation) -> Tally:
    """The numbers of comments: one query."""
    rows = consultation.comments.values_list("state", "channel", "hidden_reason")
    states: Counter[str] = Counter()
    channels: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    for state, channel, reason in rows:
        states[state] += 1
        channels[channel] += 1
        hidden[reason] += state == "hidden"
    return Tally(
        states.total(),
        states["waiting"],
        states["shown"],
        tuple((row.label, channels[row.key]) for row in CHANNELS if channels[row.key]),
        tuple((row.label, hidden[row.key]) for row in HIDING if hidden[row.key]),
    )


def held_in(agency: Agency, year: int, last: date) -> QuerySet[Consultation]:
    """The consultations that were opened in a year, up to a day: what the annual report counts."""
    return Consultation.objects.filter(agency=agency, opened_on__range=(date(year, 1, 1), last))


def comments_of_year(agency: Agency, year: int, last: date) -> QuerySet[Comment]:
    """The comments that came in within a year, up to a day, on any consultation of the organ."""
    start = datetime(year, 1, 1, tzinfo=LAW_ZONE)
    end = datetime.combine(last, time.min, LAW_ZONE) + timedelta(days=1)
    found = Comment.objects.filter(consultation__agency=agency)
    return found.filter(received_at__gte=start, received_at__lt=end)
