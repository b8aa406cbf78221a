"""A live Q&A from plan to transcript: who may do what when, what comes by the clock, what is refused."""

from datetime import timedelta

import pytest

from gongkai.audit.models import Entry
from gongkai.common.models import Notice, OutboxMessage
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.participation.actions import interview_course as course
from gongkai.participation.actions.interview_planning import add_guest, change_interview
from gongkai.participation.actions.interview_transcript import draft_transcript
from gongkai.publishing.actions import submit
from gongkai.publishing.followers import beside
from tests.participation.interviews import (
    BEGINS,
    NUMBER,
    announced,
    answered,
    collecting,
    ended,
    fresh,
    host_said,
    live,
    minutes,
    plan,
    planned,
    question,
    shown,
    signed,
    transcribed,
)
from tests.publishing.items import NOW, later


def test_a_plan_comes_with_the_draft_of_its_announcement(cast):
    made = planned(cast)
    assert (made.state, made.item.state) == ("planned", "draft")
    assert made.item.title == "在线访谈预告：城乡居民医保缴费"
    assert "2024年6月4日15:00" in made.item.draft.body
    assert "医保专员 张答" in made.item.draft.body
    assert Entry.objects.filter(act="participation.plan_interview").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"topic": " "},
        {"guests": ()},
        {"guests": (("张答", ""),)},
        {"guests": tuple((f"第{n}", "员") for n in range(13))},
        {"starts_at": NOW},
        {"collect_from": later(31)},
        {"ends_at": later(30)},
        {"ends_at": later(30 + 13)},
    ],
)
def test_a_plan_that_cannot_be_announced_is_refused(cast, said):
    with pytest.raises(Refusal):
        planned(cast, **said)


def test_markup_in_a_plan_stays_words(cast):
    made = planned(cast, topic="<b>医保</b>", guests=(("<i>张</i>", "专员"),))
    assert "<b>" not in made.item.draft.body
    assert "&lt;i&gt;张" in made.item.draft.body


def test_a_plan_changes_until_it_is_announced(cast):
    made = planned(cast)
    changed = {"interview": made, "plan": plan(topic="养老待遇"), "by": cast.clerk}
    made = change_interview(**changed, seen_version=1, now=NOW)
    assert (made.topic, made.guests.count()) == ("养老待遇", 2)
    with pytest.raises(Conflict):
        change_interview(**changed, seen_version=1, now=NOW)
    signed(cast, made.item, later(3))
    with pytest.raises(Refusal, match="已预告"):
        change_interview(**changed, seen_version=2, now=later(3))


def test_a_plan_stays_what_reviewer_and_signer_look_at(cast):
    made = planned(cast)
    submit(item=made.item, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="主题、时间和嘉宾不能改"):
        change_interview(interview=made, plan=plan(), by=cast.clerk, seen_version=1, now=NOW)
    assert [each.label for each in beside(made.item)] == ["在线访谈"]


def test_it_is_announced_with_its_item_and_takes_questions_by_the_clock(cast):
    made = announced(cast)
    assert made.state == "announced"
    course.advance(later(4) - timedelta(seconds=1))
    assert fresh(made).state == "announced"
    course.advance(later(4))
    assert fresh(made).state == "collecting"


def test_it_begins_and_ends_by_hand(cast):
    made = live(cast)
    assert (made.state, made.started_at) == ("live", later(BEGINS))
    made = course.end(interview=made, seen_version=made.version, by=cast.clerk, now=later(31))
    assert (made.state, made.ended_at) == ("ended", later(31))
    acts = list(Entry.objects.values_list("act", flat=True))
    assert "participation.interview_start" in acts
    assert "participation.interview_end" in acts


def test_who_decides_on_an_old_page_is_told(cast):
    made = collecting(cast)
    seen = made.version
    course.start(interview=made, seen_version=seen, by=cast.clerk, now=later(BEGINS))
    with pytest.raises(Conflict):
        course.start(interview=made, seen_version=seen, by=cast.reviewer, now=later(BEGINS))


def test_what_nobody_ends_ends_by_itself_two_hours_late(cast):
    made = live(cast)
    course.advance(minutes(BEGINS + 3.5, -1))
    assert fresh(made).state == "live"
    course.advance(later(BEGINS + 3.5))
    made = fresh(made)
    assert (made.state, made.ended_at) == ("ended", later(BEGINS + 3.5))
    assert Entry.objects.get(act="participation.interview_run_out").actor_name == "系统"


def test_the_signer_puts_it_off_with_a_reason_that_readers_see(cast):
    made = collecting(cast)
    new = {"starts_at": later(54), "ends_at": later(55), "reason": "防汛"}
    made = course.postpone(interview=made, seen_version=made.version, by=cast.signer, now=later(6), **new)  # fmt: skip
    assert (made.state, made.starts_at, made.announced_for) == ("collecting", later(54), later(BEGINS))  # fmt: skip
    assert made.reason == "防汛"
    again = new | {"starts_at": later(60), "ends_at": later(61)}
    made = course.postpone(interview=made, seen_version=made.version, by=cast.signer, now=later(7), **again)  # fmt: skip
    assert made.announced_for == later(BEGINS)


@pytest.mark.parametrize(
    "more",
    [{"reason": ""}, {"starts_at": later(1), "ends_at": later(2)}, {"ends_at": later(30)}, {"starts_at": later(BEGINS)}],
)  # fmt: skip
def test_it_is_not_put_off_without_reason_or_into_the_past(cast, more):
    made = collecting(cast)
    new = {"starts_at": later(54), "ends_at": later(55), "reason": "防汛"} | more
    with pytest.raises(Refusal):
        course.postpone(interview=made, seen_version=made.version, by=cast.signer, now=later(6), **new)  # fmt: skip


def test_only_the_signer_calls_it_off_and_never_while_it_goes_on(cast):
    made = collecting(cast)
    given = {"interview": made, "reason": "嘉宾生病"}
    with pytest.raises(NotAllowed):
        course.cancel(**given, seen_version=made.version, by=cast.clerk, now=later(6))
    off = course.cancel(**given, seen_version=made.version, by=cast.signer, now=later(6))
    assert off.state == "cancelled"
    going = live(cast)
    with pytest.raises(Refusal, match="正在进行"):
        course.cancel(interview=going, reason="晚了", seen_version=going.version, by=cast.signer, now=later(31))  # fmt: skip


def test_a_stranger_starts_nothing(cast):
    made = collecting(cast)
    with pytest.raises(NotAllowed):
        course.start(interview=made, seen_version=made.version, by=cast.stranger, now=later(BEGINS))


def test_its_people_are_reminded_once_for_each_time(cast):
    collecting(cast)
    course.advance(minutes(BEGINS, -31))
    assert not Notice.objects.filter(key__startswith="interview:").exists()
    for _ in range(2):
        course.advance(minutes(BEGINS, -30))
    told = Notice.objects.filter(key__startswith="interview:").values_list("user_id", flat=True)
    assert sorted(told) == sorted(each.pk for each in (cast.clerk, cast.reviewer, cast.signer))


def test_guests_join_while_it_goes_on(cast):
    made = live(cast)
    before = made.changes
    guest = add_guest(interview=made, name="王补", post="窗口人员", by=cast.clerk, now=later(31))
    assert (str(guest), fresh(made).changes) == ("窗口人员 王补", before + 1)


def over_with_everything(cast):
    """One that is over, with words of the host, an answer, and questions that were not answered or not shown."""
    made = live(cast)
    host_said(cast, made)
    answered(cast, question(made))
    shown(cast, question(made, "没有回答的问题"))
    question(made, "没有审核的问题")
    return course.end(
        interview=fresh(made), seen_version=made.version, by=cast.clerk, now=later(31)
    )


def test_the_transcript_holds_what_readers_saw_and_nothing_hidden(cast):
    made = draft_transcript(interview=over_with_everything(cast), by=cast.clerk, now=later(32))
    draft = made.transcript.draft
    (row,) = draft.payload["presentation"]["questions"]
    assert row["question"].startswith("医保什么时候缴费")
    assert row["answer"] == "医保专员 张答：九月到十二月缴。"
    assert "各位网友好" in draft.body
    all_words = f"{draft.body}{row}"
    assert not any(word in all_words for word in ("没有回答的", "没有审核的", NUMBER))
    with pytest.raises(Refusal, match="已经起草"):
        draft_transcript(interview=made, by=cast.clerk, now=later(32))


def test_a_transcript_too_long_for_the_form_is_text_in_the_order_of_what_was_said(cast):
    made = live(cast)
    host_said(cast, made)
    answered(cast, question(made, "长" * 400))
    made = course.end(
        interview=fresh(made), seen_version=made.version, by=cast.clerk, now=later(31)
    )
    body = draft_transcript(interview=made, by=cast.clerk, now=later(32)).transcript.draft.body
    assert body.index("各位网友好") < body.index("长长") < body.index("九月到十二月缴")


def test_the_transcript_ends_it_once_it_is_signed(cast):
    assert ended(cast).state == "ended"
    made = transcribed(cast)
    assert made.state == "transcribed"
    messages = OutboxMessage.objects.filter(kind="release.item", key__contains=":interview:")
    told = {message.payload["item"] for message in messages}
    assert {made.item_id, made.transcript_id} <= told
