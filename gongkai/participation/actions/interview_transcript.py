"""在线访谈的实录：从显示的提问和回答起草，作为一条信息审核、签发"""

from datetime import datetime

from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.participation.actions.interview_moving import keep, locked
from gongkai.participation.actions.interview_planning import in_words
from gongkai.participation.interview_pages import Line, Page, ShownQuestion, page_of
from gongkai.participation.models import Interview
from gongkai.publishing.actions import create_draft
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.presentations import DATA
from gongkai.publishing.presentations.questions import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    MOST,
    QUESTIONS,
)


@transaction.atomic
def draft_transcript(*, interview: Interview, by: User, now: datetime) -> Interview:
    """A draft in the column of the announcement, with everything that readers saw; it changes no more by itself."""
    here = locked(interview, now)
    permit = require(by, "participation.plan_interview", here.agency)
    if here.state != "ended":
        raise Refusal(f"“{here.state_label}”的访谈不能整理实录", next_step="访谈结束以后再整理")
    if here.transcript_id:
        raise Refusal("实录已经起草", next_step="到信息发布里接着修改、送审")
    text = text_of(here)
    here.transcript = create_draft(column=here.item.column, text=text, by=by, now=now)
    keep(here, now)
    after = {"item": here.transcript.title}
    record("participation.draft_transcript", here, by=permit, at=now, organ=here.agency.code, after=after)  # fmt: skip
    return here


def text_of(interview: Interview) -> Text:
    """When, who and the host's words; then question by question in the order of the answers, in the form for that where they fit it."""
    page = page_of(interview)
    title = f"在线访谈实录：{interview.topic}"
    rows = [_row(part) for part in page.spoken if isinstance(part, ShownQuestion)]
    lines = [part for part in page.spoken if isinstance(part, Line)]
    if not rows or not _fits(rows):
        said = format_html_join("", "{}", [(_words(part),) for part in page.spoken])
        return Text(title, _head(page) + said)
    body = _head(page) + format_html_join("", "{}", [(_words(line),) for line in lines])
    return Text(title, body, payload={DATA: {"questions": rows}}, presentation=QUESTIONS.key)


def _head(page: Page) -> SafeString:
    here = page.interview
    guests = "、".join(f"{each.post} {each.name}" for each in page.guests)
    return format_html(
        "<p>时间：{}至{}</p><p>嘉宾：{}</p><p>主持：{}</p>",
        in_words(here.started_at), in_words(here.ended_at), guests, here.host,
    )  # fmt: skip


def _row(part: ShownQuestion) -> dict[str, str]:
    answers = [f"{each.post} {each.name}：{each.text}" for each in part.answers]
    return {"question": part.text.replace("\n", " "), "answer": "\n".join(answers)}


def _fits(rows: list[dict[str, str]]) -> bool:
    """Whether the form for questions and answers takes them all."""
    short = all(len(row["question"]) <= LONGEST_QUESTION for row in rows)
    return short and len(rows) <= MOST and all(len(row["answer"]) <= LONGEST_ANSWER for row in rows)


def _words(part: ShownQuestion | Line) -> SafeString:
    if isinstance(part, Line):
        return format_html("<p><strong>主持人：</strong>{}</p>", _lines(part.text))
    asked = format_html("<h2>问：{}</h2>", part.text.replace("\n", " "))
    answers = [(each.post, each.name, _lines(each.text)) for each in part.answers]
    return asked + format_html_join("", "<p><strong>{} {}：</strong>{}</p>", answers)


def _lines(text: str) -> SafeString:
    first, *rest = text.splitlines()
    return format_html("{}", first) + format_html_join("", "<br>{}", [(line,) for line in rest])
