"""What officers read of live Q&A: lists, the questions of one, and until when those not reached are to be answered. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet

from gongkai.agencies.models import Agency
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.work import Light
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.periods import period, workdays_of
from gongkai.law.release_timer import workdays_left
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.participation.models import Interview, InterviewRules, Question, Said

PERIOD = "answer_interview"
SOON = 3
"""Working days before the last one from which the light is amber."""


def interviews(agency_ids: Iterable[int]) -> QuerySet[Interview]:
    """Those of some organs, the latest first, each with how many questions came and how many are open."""
    found = Interview.objects.filter(agency__in=list(agency_ids)).select_related("agency", "item")
    waiting = Count("questions", filter=Q(questions__state="waiting"))
    counted = found.annotate(asked=Count("questions"), to_moderate=waiting)
    return counted.order_by("-starts_at", "-pk")


@dataclass(frozen=True, slots=True)
class Desk:
    """The questions of one live Q&A as its host sees them: newest first what waits, the oldest first what is to be answered."""

    waiting: tuple[Question, ...]
    shown: tuple[Question, ...]
    answered: tuple[Question, ...]
    hidden: tuple[Question, ...]
    said: tuple[Said, ...]

    @property
    def mark(self) -> str:
        """Differs whenever anything on the page does."""
        rows = (*self.waiting, *self.shown, *self.answered, *self.hidden)
        total = sum(row.version for row in rows) + sum(row.version for row in self.said)
        return f"{len(rows)}-{len(self.said)}-{total}"


def desk_of(interview: Interview) -> Desk:
    """Everything that its people work on."""
    answers = Prefetch("answers", Said.objects.select_related("guest"))
    rows = list(interview.questions.prefetch_related(answers).defer("sealed").order_by("number"))
    shown = [row for row in rows if row.state == "shown"]
    answered = sorted((row for row in shown if row.place), key=lambda row: -row.place)
    return Desk(
        waiting=tuple(row for row in reversed(rows) if row.state == "waiting"),
        shown=tuple(row for row in shown if not row.place),
        answered=tuple(answered),
        hidden=tuple(row for row in rows if row.state == "hidden"),
        said=tuple(interview.said.filter(question=None).order_by("-place")),
    )


@dataclass(frozen=True, slots=True)
class Later:
    """Until when what was not reached is answered, and by whose rule. ``left`` counts working days, negative when late."""

    day: date
    left: int
    rule: str

    @property
    def light(self) -> Light:
        """How near it is."""
        if self.left < 0:
            return "late"
        return "soon" if self.left <= SOON else "in_time"


def rules_of(agency_ids: Iterable[int]) -> Mapping[int, InterviewRules]:
    """The organs' own rules, by organ."""
    return {row.agency_id: row for row in InterviewRules.objects.filter(agency__in=agency_ids)}


def later_of(interview: Interview, own: InterviewRules | None, today: date) -> Later | None:
    """The last day for its open questions; None before its end, and where the calendar is not known."""
    if interview.ended_at is None:
        return None
    ended = law_day(interview.ended_at)
    try:
        row = period(PERIOD, ended)
        days = own.answer_days if own and own.answer_days else workdays_of(PERIOD, ended)
        day = provisional_calendar().add(ended, days)
        left = workdays_left(today, day, provisional_calendar())
    except (NoRuleInForce, CalendarNotPublished):
        return None
    by_law = f"{row.cite}没有定期限，这里按{row.length}提醒"
    return Later(day, left, f"本机关规定 {days} 个工作日" if own and own.answer_days else by_law)


def _span(year: int, until: date) -> tuple[datetime, datetime]:
    """From the beginning of the year to the end of the last day, in China."""
    end = datetime(until.year, until.month, until.day, tzinfo=LAW_ZONE) + timedelta(days=1)
    return datetime(year, 1, 1, tzinfo=LAW_ZONE), end


def held_in(agency: Agency, year: int, until: date) -> QuerySet[Interview]:
    """Those that took place in a year up to a day: they began and were not called off."""
    start, end = _span(year, until)
    return Interview.objects.filter(agency=agency, started_at__gte=start, started_at__lt=end)


def answered_in(agency: Agency, year: int, until: date) -> QuerySet[Question]:
    """The questions that had their first answer in a year up to a day, also after the end of the session."""
    start, end = _span(year, until)
    found = Question.objects.filter(interview__agency=agency)
    return found.filter(answered_at__gte=start, answered_at__lt=end)
