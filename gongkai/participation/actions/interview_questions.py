"""网友的提问：收下、登记代提的、审核显示或者不显示；不显示的一律保留（《条例》第十九条）"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.contribution_states import HIDING, MoveKey, channel, move_from
from gongkai.law.interview_states import ASKING
from gongkai.paperwork.personal_data.labelled import masked_text
from gongkai.participation.actions.interview_moving import (
    TAKING_PART,
    locked,
    tell_readers,
    visible_change,
)
from gongkai.participation.actions.interview_planning import in_words, one_line
from gongkai.participation.models import Interview, Question

READER = Permit(None, "网友", "互联网渠道")
"""Who asks on the site; the journal never names them."""
LONGEST_QUESTION, LONGEST_NAME, LONGEST_CONTACT = 500, 40, 100
MOST_QUESTIONS = 5000
"""Of one live Q&A; more than anybody reads, fewer than fill a disk."""
MODERATE = "participation.moderate_questions"


def subject_of(question: Question) -> str:
    """The subject under which the key of a question's personal data is kept."""
    return f"participation.question:{question.pk}"


@transaction.atomic
def ask(*, interview: Interview, text: str, name: str = "", contact: str = "", now: datetime) -> Question:  # fmt: skip
    """Take in a question from the site; name and contact are sealed. Refusal before questions are taken and after the end."""
    here = locked(interview, now)
    require_asking(here)
    question = _take_in(here, "web", text, now)
    _seal(question, name, contact)
    record("participation.ask", here, by=READER, at=now, organ=here.agency.code, after={"question": question.number})  # fmt: skip
    return question


@transaction.atomic
def enter_question(*, interview: Interview, channel_key: str, text: str, by: User, now: datetime) -> Question:  # fmt: skip
    """A question that came by telephone or on paper, typed in by an officer."""
    here = locked(interview, now)
    permit = require(by, MODERATE, here.agency)
    require_asking(here)
    if not channel(channel_key).typed_in:
        raise Refusal("网上的提问由网友自己提交")
    question = _take_in(here, channel_key, text, now, entered_by=by.name)
    said = {"question": question.number, "channel": channel_key}
    record("participation.enter_question", here, by=permit, at=now, organ=here.agency.code, after=said)  # fmt: skip
    return question


def require_asking(interview: Interview) -> None:
    """Refusal where no questions are taken, with what to do instead."""
    if interview.state in ASKING:
        return
    if interview.state in {"planned", "announced"}:
        raise Refusal(
            "还没有开始征集问题", next_step=f"请在{in_words(interview.collect_from)}以后再来"
        )
    if interview.state == "cancelled":
        raise Refusal("这次访谈已经取消，不再收提问", next_step=f"原因：{interview.reason}")
    raise Refusal(
        "访谈已经结束，不再收提问",
        next_step="仍有疑问的，可以拨打本机关的联系电话，或者申请公开有关信息",
    )


def _take_in(interview: Interview, key: str, text: str, now: datetime, entered_by: str = "") -> Question:  # fmt: skip
    if interview.last_number >= MOST_QUESTIONS:
        raise Refusal("提问已经太多，暂时收不下了", next_step="请拨打本机关的联系电话询问")
    interview.last_number += 1
    interview.save(update_fields=("last_number",))
    return Question.objects.create(
        interview=interview,
        number=interview.last_number,
        text=tidy(text, LONGEST_QUESTION, "问题"),
        channel=key,
        received_at=now,
        entered_at=now,
        entered_by=entered_by,
    )


def tidy(text: str, most: int, what: str) -> str:
    """The text without what no page can show; Refusal for an empty or a long one."""
    lines = (" ".join(line.split()) for line in text.replace("\0", "").splitlines())
    kept = "\n".join(line for line in lines if line)
    if not kept or len(kept) > most:
        raise Refusal(f"请写{what}，不超过 {most} 个字")
    return kept


def _seal(question: Question, name: str, contact: str) -> None:
    given = {"name": one_line(name)[:LONGEST_NAME], "contact": one_line(contact)[:LONGEST_CONTACT]}
    if any(given.values()):
        question.sealed = personal.seal(subject_of(question), given)
        question.save(update_fields=("sealed",))


@transaction.atomic
def show_question(*, question: Question, seen_version: int, by: User, now: datetime) -> Question:
    """Everybody may read it, with personal data masked."""
    here, there = opened(question, now)
    permit = require(by, MODERATE, here.agency)
    require_question_seen(there, seen_version)
    bring_to_light(here, there, by=by, now=now)
    there.save()
    _told(here, there, permit, "participation.show_question", now)
    return there


def bring_to_light(interview: Interview, question: Question, *, by: User, now: datetime) -> None:
    """Show a locked question; the caller saves it and writes the journal."""
    _move(question, "show", now)
    question.shown_text = masked_text(question.text)
    question.hidden_reason = ""
    question.moderated_at, question.moderated_by = now, by.name
    touch(interview, question, now)


@transaction.atomic
def hide_question(*, question: Question, seen_version: int, reason: str, by: User, now: datetime) -> Question:  # fmt: skip
    """Nobody but officers reads it; it is kept with the reason."""
    here, there = opened(question, now)
    permit = require(by, MODERATE, here.agency)
    require_question_seen(there, seen_version)
    if reason not in {row.key for row in HIDING}:
        raise Refusal("请选择不显示的原因")
    was_read = there.state == "shown"
    _move(there, "hide", now)
    there.hidden_reason, there.moderated_at, there.moderated_by = reason, now, by.name
    there.version += 1
    if was_read:
        touch(here, there, now)
    there.save()
    _told(here, there, permit, "participation.hide_question", now, hidden_reason=reason)
    return there


def _told(interview: Interview, question: Question, permit: Permit, key: str, now: datetime, **more: str) -> None:  # fmt: skip
    said = {"question": question.number, **more}
    record(key, interview, by=permit, at=now, organ=interview.agency.code, after=said)


def opened(question: Question, now: datetime) -> tuple[Interview, Question]:
    """The live Q&A and the question, both locked, always in this order."""
    interview = locked(question.interview, now)
    return interview, Question.objects.select_for_update().get(pk=question.pk)


def require_question_seen(question: Question, seen_version: int) -> None:
    """Conflict where somebody else dealt with it meanwhile."""
    if question.version != seen_version:
        raise Conflict(f"第 {question.number} 个提问刚由别人办过，现在是“{question.state_label}”", theirs=question)  # fmt: skip


def touch(interview: Interview, question: Question, now: datetime) -> None:
    """Readers see the question change; the caller saves the question."""
    question.change = visible_change(interview)
    question.version += 1
    tell_readers(interview, now)


def _move(question: Question, key: MoveKey, now: datetime) -> None:
    move = move_from(question.state, key, law_day(now))
    if move is None or move.start == move.end:
        raise Refusal(f"这个提问现在是“{question.state_label}”", cite=TAKING_PART, next_step="刷新后再看")  # fmt: skip
    question.state = move.end
