"""Live Q&A for the tests: of 青石镇, brought as far as a test needs them, by the people whose job it is."""

from datetime import datetime, timedelta

from gongkai.participation.actions.interview_course import advance, end, start
from gongkai.participation.actions.interview_planning import Plan, plan_interview
from gongkai.participation.actions.interview_questions import ask, hide_question, show_question
from gongkai.participation.actions.interview_saying import answer, say
from gongkai.participation.actions.interview_transcript import draft_transcript
from gongkai.participation.models import Interview, Question, Said
from gongkai.publishing.actions import publish, submit
from gongkai.publishing.actions.set_up_columns import national_column
from tests.people import Cast
from tests.publishing.items import NOW, later, passed

BEGINS = 30.0
"""Hours after NOW at which it begins: 15:00 on the next day."""
NAME, CONTACT, NUMBER = "李提问", "13912345678", "110101199003070038"
ASKED = f"医保什么时候缴费？我的号码是{NUMBER}。"


def plan(**said: object) -> Plan:
    """What is announced."""
    given = {
        "topic": "城乡居民医保缴费",
        "host": "陈主持",
        "department": "青石镇便民服务中心",
        "collect_from": later(4),
        "starts_at": later(BEGINS),
        "ends_at": later(BEGINS + 1.5),
        "guests": (("张答", "医保专员"), ("刘答", "税务专员")),
    }
    return Plan(**(given | said))


def planned(cast: Cast, **said: object) -> Interview:
    """A plan with the draft of its announcement."""
    column = national_column(cast.town, "content")
    return plan_interview(column=column, plan=plan(**said), by=cast.clerk, now=NOW)


def signed(cast: Cast, item, now: datetime):
    """An item through review and signature."""
    item = submit(item=item, by=cast.clerk, now=now)
    return publish(item=passed(item, by=cast.reviewer, now=now), by=cast.signer, now=now)


def announced(cast: Cast, **said: object) -> Interview:
    """One whose announcement is public, before questions are taken."""
    made = planned(cast, **said)
    signed(cast, made.item, later(3))
    advance(later(3))
    return fresh(made)


def collecting(cast: Cast, **said: object) -> Interview:
    """One that takes questions."""
    made = announced(cast, **said)
    advance(later(5))
    return fresh(made)


def live(cast: Cast, **said: object) -> Interview:
    """One that goes on."""
    made = collecting(cast, **said)
    return start(interview=made, seen_version=made.version, by=cast.clerk, now=later(BEGINS))


def ended(cast: Cast, **said: object) -> Interview:
    """One that is over, without a transcript."""
    made = live(cast, **said)
    return end(interview=made, seen_version=made.version, by=cast.clerk, now=later(BEGINS + 1))


def transcribed(cast: Cast) -> Interview:
    """One whose transcript is public."""
    made = live(cast)
    answered(cast, question(made))
    made = end(interview=fresh(made), seen_version=made.version, by=cast.clerk, now=later(31))
    made = draft_transcript(interview=made, by=cast.clerk, now=later(32))
    signed(cast, made.transcript, later(33))
    advance(later(33))
    return fresh(made)


def fresh(record):
    """The record as it stands in the database."""
    return type(record).objects.get(pk=record.pk)


def question(interview: Interview, text: str = ASKED, *, hours: float = BEGINS) -> Question:
    """A question from the site, with name and contact."""
    return ask(interview=interview, text=text, name=NAME, contact=CONTACT, now=later(hours))


def shown(cast: Cast, asked: Question, *, hours: float = BEGINS) -> Question:
    """The same, shown."""
    seen = fresh(asked).version
    return show_question(question=asked, seen_version=seen, by=cast.reviewer, now=later(hours))


def hidden(cast: Cast, asked: Question, reason: str = "spam") -> Question:
    """The same, hidden."""
    seen = fresh(asked).version
    return hide_question(question=asked, seen_version=seen, reason=reason, by=cast.clerk, now=later(BEGINS))  # fmt: skip


def answered(cast: Cast, asked: Question, text: str = "九月到十二月缴。", *, hours: float = BEGINS) -> Said:  # fmt: skip
    """The same, answered by the first guest."""
    guest = asked.interview.guests.first()
    return answer(question=asked, guest=guest, text=text, seen_version=fresh(asked).version, by=cast.clerk, now=later(hours))  # fmt: skip


def host_said(cast: Cast, interview: Interview, text: str = "各位网友好。") -> Said:
    """Words of the host."""
    return say(interview=interview, text=text, by=cast.clerk, now=later(BEGINS))


def minutes(hours: float, more: float) -> datetime:
    """So many minutes after so many hours after NOW."""
    return later(hours) + timedelta(minutes=more)
