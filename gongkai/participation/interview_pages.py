"""What readers see of a live Q&A, and nothing else: shown questions, what was said, time and state. No names of who asked.

The page, the lines that bring what is new, and the transcript are made of the same parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from gongkai.agencies.models import Agency
from gongkai.law.interview_states import ASKING, RUNNING
from gongkai.participation.models import Guest, Interview, Question, Said


@dataclass(frozen=True, slots=True)
class Answer:
    """What a guest answered."""

    name: str
    post: str
    text: str
    at: datetime
    corrected_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as it is read. ``masked``: personal data in it is covered. ``place`` is that of its first answer."""

    number: int
    text: str
    masked: bool
    place: int | None
    answers: tuple[Answer, ...]

    @property
    def key(self) -> str:
        """Its place on the page."""
        return f"q{self.number}"


@dataclass(frozen=True, slots=True)
class Line:
    """Words of the host."""

    place: int
    text: str
    at: datetime
    corrected_at: datetime | None

    @property
    def key(self) -> str:
        """Its place on the page."""
        return f"s{self.place}"


@dataclass(frozen=True, slots=True)
class Gone:
    """A question that was read before and is no more."""

    key: str


Part = ShownQuestion | Line | Gone


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page as it is after the change ``interview.changes``: what was said in its order, and what waits for an answer."""

    interview: Interview
    guests: tuple[Guest, ...]
    spoken: tuple[ShownQuestion | Line, ...]
    waiting: tuple[ShownQuestion, ...]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(isinstance(part, ShownQuestion) for part in self.spoken)


def visible(agency: Agency | None = None) -> QuerySet[Interview]:
    """Those whose announcement is public; of one organ, or of all."""
    found = Interview.objects.select_related("agency", "item", "transcript")
    found = found.filter(item__published__isnull=False).exclude(state="planned")
    return found if agency is None else found.filter(agency=agency)


def coming(agency: Agency) -> list[Interview]:
    """Those that run or are to come, the next first."""
    return list(visible(agency).filter(state__in=RUNNING - {"ended"}).order_by("starts_at"))


def is_open(interview: Interview) -> bool:
    """Whether more is to come on its page while it is looked at."""
    return interview.state in ASKING or interview.state == "announced"


def page_of(interview: Interview) -> Page:
    """Everything that readers see of it."""
    questions = [_question(row) for row in _questions(interview).filter(state="shown")]
    lines = [_line(row) for row in interview.said.filter(question=None)]
    answered = [row for row in questions if row.place is not None]
    spoken = sorted([*answered, *lines], key=lambda part: part.place or 0)
    waiting = tuple(row for row in questions if row.place is None)
    return Page(interview, tuple(interview.guests.all()), tuple(spoken), waiting)


def parts_since(interview: Interview, after: int) -> list[tuple[int, Part]]:
    """The parts that changed after a change, each with its last, in that order; those that went as ``Gone``."""
    questions = _questions(interview).filter(change__gt=after)
    found: list[tuple[int, Part]] = [
        (row.change, _question(row) if row.state == "shown" else Gone(f"q{row.number}"))
        for row in questions
    ]
    lines = interview.said.filter(question=None, change__gt=after)
    found += [(row.change, _line(row)) for row in lines]
    return sorted(found, key=lambda pair: pair[0])


def _questions(interview: Interview) -> QuerySet[Question]:
    answers = Prefetch("answers", Said.objects.select_related("guest"))
    return interview.questions.order_by("number").prefetch_related(answers).defer("sealed")


def _question(row: Question) -> ShownQuestion:
    masked = row.shown_text != row.text
    return ShownQuestion(row.number, row.shown_text, masked, row.place, _answers(row.answers.all()))


def _answers(rows: Iterable[Said]) -> tuple[Answer, ...]:
    return tuple(
        Answer(row.guest.name, row.guest.post, row.text, row.at, row.corrected_at) for row in rows
    )


def _line(row: Said) -> Line:
    return Line(row.place, row.text, row.at, row.corrected_at)
