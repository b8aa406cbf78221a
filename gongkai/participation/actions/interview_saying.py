"""访谈现场的话：嘉宾回答、主持人的话，当场发出；更正时原来的话留存"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.participation.actions.interview_moving import locked, tell_readers, visible_change
from gongkai.participation.actions.interview_questions import (
    bring_to_light,
    opened,
    require_question_seen,
    tidy,
    touch,
)
from gongkai.participation.models import Guest, Interview, Question, Said, SaidBefore

LONGEST_ANSWER = 5000
HOST = "participation.host_interview"
ANSWERABLE = frozenset({"live", "ended", "transcribed"})


@transaction.atomic
def answer(*, question: Question, guest: Guest, text: str, seen_version: int, by: User, now: datetime) -> Said:  # fmt: skip
    """A guest answers: at once on everybody's page, the question with it. After the end, what was not reached is answered so too."""
    here, there = opened(question, now)
    permit = require(by, HOST, here.agency)
    require_question_seen(there, seen_version)
    if here.state not in ANSWERABLE:
        raise Refusal(f"“{here.state_label}”的访谈还不能回答", next_step="到时点“开始”，再回答")
    if guest.interview_id != here.pk:
        raise Refusal("请选择本次访谈的嘉宾")
    if there.state == "hidden":
        raise Refusal("这个提问没有显示", next_step="要回答的，先改为显示")
    if there.state == "waiting":
        bring_to_light(here, there, by=by, now=now)
    words = tidy(text, LONGEST_ANSWER, "回答")
    said = _say(here, words, by, now, question=there, guest=guest)
    there.place, there.answered_at = there.place or said.place, there.answered_at or now
    touch(here, there, now)
    there.save()
    after = {"question": there.number, "guest": str(guest)}
    record("participation.answer", here, by=permit, at=now, organ=here.agency.code, after=after)
    return said


@transaction.atomic
def say(*, interview: Interview, text: str, by: User, now: datetime) -> Said:
    """The host says something to everybody."""
    here = locked(interview, now)
    permit = require(by, HOST, here.agency)
    if here.state != "live":
        raise Refusal(f"“{here.state_label}”的访谈不能发主持人的话", next_step="访谈进行当中才能发")
    said = _say(here, tidy(text, LONGEST_ANSWER, "主持人的话"), by, now)
    tell_readers(here, now)
    record("participation.say", here, by=permit, at=now, organ=here.agency.code, after={"place": said.place})  # fmt: skip
    return said


def _say(
    interview: Interview,
    text: str,
    by: User,
    now: datetime,
    question: Question | None = None,
    guest: Guest | None = None,
) -> Said:
    interview.last_place += 1
    return Said.objects.create(
        interview=interview,
        place=interview.last_place,
        question=question,
        guest=guest,
        text=text,
        at=now,
        by_name=by.name,
        change=visible_change(interview),
    )


@transaction.atomic
def correct(*, said: Said, text: str, seen_version: int, by: User, now: datetime) -> Said:
    """Other words in place of those that were wrong; readers see that they were corrected, officers what they were."""
    here = locked(said.interview, now)
    permit = require(by, HOST, here.agency)
    there = Said.objects.select_for_update().get(pk=said.pk)
    if there.version != seen_version:
        raise Conflict("您打开之后，别人已经更正过这段话", theirs=there)
    words = tidy(text, LONGEST_ANSWER, "更正后的话")
    if words == there.text:
        raise Refusal("与原来的话相同，没有更正")
    SaidBefore.objects.create(said=there, version=there.version, text=there.text, at=now, by_name=by.name)  # fmt: skip
    there.text, there.corrected_at = words, now
    there.version += 1
    there.change = visible_change(here)
    there.save()
    if there.question:
        touch(here, there.question, now)
        there.question.save()
    tell_readers(here, now)
    record("participation.correct", here, by=permit, at=now, organ=here.agency.code, after={"place": there.place})  # fmt: skip
    return there
