"""Questions of the public: taken in time, sealed, looked at before they are shown, never deleted; answers and their corrections."""

import json

import pytest

from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.participation.actions import interview_questions as questions
from gongkai.participation.actions.interview_asker import read_asker
from gongkai.participation.actions.interview_saying import answer, correct, say
from gongkai.participation.models import Question
from tests.participation.interviews import (
    BEGINS,
    CONTACT,
    NAME,
    NUMBER,
    announced,
    answered,
    collecting,
    ended,
    fresh,
    hidden,
    host_said,
    live,
    planned,
    question,
    shown,
)
from tests.publishing.items import later


def test_questions_are_taken_before_and_during(cast):
    made = collecting(cast)
    assert question(made, hours=5).number == 1
    assert question(made, hours=6).number == 2
    assert Question.objects.filter(state="waiting", change=0).count() == 2
    assert fresh(made).changes == made.changes


@pytest.mark.parametrize(
    ("make", "hours", "says"),
    [(planned, 1, "还没有开始"), (announced, 3.5, "还没有开始"), (ended, 32, "已经结束")],
)
def test_questions_are_kindly_refused_before_and_after(cast, make, hours, says):
    with pytest.raises(Refusal, match=says) as refused:
        question(make(cast), hours=hours)
    assert refused.value.next_step


def test_the_first_question_after_the_hour_needs_no_worker(cast):
    made = announced(cast)
    assert question(made, hours=4).number == 1
    assert fresh(made).state == "collecting"


@pytest.mark.parametrize("text", ["", " \n ", "\0", "长" * 501])
def test_an_empty_or_endless_question_is_refused(cast, text):
    with pytest.raises(Refusal, match="500"):
        question(collecting(cast), text, hours=5)


def test_only_so_many_questions_are_taken(cast, monkeypatch):
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 1)
    made = collecting(cast)
    question(made, hours=5)
    with pytest.raises(Refusal, match="太多"):
        question(made, hours=5)


def test_name_and_contact_are_sealed_and_stand_in_no_journal(cast):
    asked = question(collecting(cast), hours=5)
    kept = json.dumps(asked.sealed) + str(list(Entry.objects.values_list("after", flat=True)))
    assert asked.sealed
    assert not any(word in kept for word in (NAME, CONTACT))
    read = read_asker(question=asked, by=cast.clerk, now=later(6))
    assert read == {"name": NAME, "contact": CONTACT}
    assert Entry.objects.filter(act="audit.read_personal", actor_name="王经办").count() == 1


def test_who_left_nothing_is_nobody(cast):
    asked = questions.ask(interview=collecting(cast), text="几点开门？", now=later(5))
    assert (asked.sealed, read_asker(question=asked, by=cast.clerk, now=later(6))) == ({}, {})


def test_who_may_not_read_askers_does_not(cast):
    asked = question(collecting(cast), hours=5)
    with pytest.raises(NotAllowed):
        read_asker(question=asked, by=cast.reviewer, now=later(6))


def test_a_question_is_shown_with_personal_data_masked_and_kept_as_it_came(cast):
    made = live(cast)
    asked = shown(cast, question(made))
    assert (asked.state, asked.change) == ("shown", made.changes + 1)
    assert NUMBER not in asked.shown_text
    assert NUMBER in asked.text


def test_what_is_hidden_is_kept_with_its_reason_and_can_be_shown_later(cast):
    made = live(cast)
    asked = hidden(cast, question(made), "abuse")
    assert (asked.state, asked.hidden_reason, asked.change) == ("hidden", "abuse", 0)
    assert fresh(made).changes == made.changes
    again = shown(cast, asked)
    assert (again.state, again.hidden_reason) == ("shown", "")


def test_what_was_read_and_is_hidden_goes_from_every_page(cast):
    made = live(cast)
    asked = shown(cast, question(made))
    assert hidden(cast, asked).change == asked.change + 1


def test_a_reason_is_needed_to_hide(cast):
    with pytest.raises(Refusal, match="原因"):
        hidden(cast, question(live(cast)), "because")


def test_two_who_look_at_one_question_do_not_undo_each_other(cast):
    asked = question(live(cast))
    seen = asked.version
    given = {"question": asked, "seen_version": seen, "now": later(BEGINS)}
    questions.hide_question(**given, reason="spam", by=cast.clerk)
    with pytest.raises(Conflict, match="刚由别人办过"):
        questions.show_question(**given, by=cast.reviewer)
    assert fresh(asked).state == "hidden"


def test_an_officer_types_in_what_came_by_telephone(cast):
    made = collecting(cast)
    given = {"interview": made, "text": "能代缴吗？", "by": cast.clerk, "now": later(6)}
    asked = questions.enter_question(**given, channel_key="phone")
    assert (asked.state, asked.entered_by) == ("waiting", "王经办")
    with pytest.raises(Refusal):
        questions.enter_question(**given, channel_key="web")


def test_an_answer_is_out_at_once_and_shows_its_question(cast):
    made = live(cast)
    asked = question(made)
    said = answered(cast, asked)
    asked = fresh(asked)
    assert (asked.state, asked.place, said.place) == ("shown", 1, 1)
    assert asked.change == fresh(made).changes
    more = answered(cast, asked, "也可以代缴。")
    assert (fresh(asked).place, more.place) == (1, 2)


@pytest.mark.parametrize("make", [collecting, ended])
def test_answers_are_given_from_the_beginning_on_also_after_the_end(cast, make):
    made = make(cast)
    asked = Question.objects.create(
        interview=made, number=9, text="x", channel="web", received_at=later(5), entered_at=later(5)
    )
    if make is ended:
        assert answered(cast, asked, hours=40).place
    else:
        with pytest.raises(Refusal, match="还不能回答"):
            answered(cast, asked, hours=6)


def test_guests_of_another_session_and_hidden_questions_are_refused(cast):
    asked = hidden(cast, question(live(cast)))
    with pytest.raises(Refusal, match="没有显示"):
        answered(cast, asked)
    other = live(cast).guests.first()
    with pytest.raises(Refusal, match="嘉宾"):
        answer(question=asked, guest=other, text="答", seen_version=asked.version, by=cast.clerk, now=later(BEGINS))  # fmt: skip


def test_a_correction_keeps_what_was_said_and_says_that_it_is_one(cast):
    made = live(cast)
    asked = question(made)
    said = answered(cast, asked)
    given = {"said": said, "text": "九月到次年二月缴。", "by": cast.clerk, "now": later(31)}
    said = correct(**given, seen_version=1)
    assert (said.text, said.corrected_at) == ("九月到次年二月缴。", later(31))
    assert [row.text for row in said.earlier.all()] == ["九月到十二月缴。"]
    assert fresh(asked).change == fresh(made).changes
    with pytest.raises(Conflict):
        correct(**given, seen_version=1)
    with pytest.raises(Refusal, match="相同"):
        correct(**given, seen_version=2)


def test_the_host_speaks_while_it_goes_on(cast):
    made = live(cast)
    assert host_said(cast, made).change == fresh(made).changes
    over = ended(cast)
    with pytest.raises(Refusal):
        say(interview=over, text="再见", by=cast.clerk, now=later(32))


def test_every_entry_that_is_shown_is_journaled(cast):
    made = live(cast)
    asked = question(made)
    shown(cast, asked)
    said = answered(cast, asked)
    host_said(cast, made)
    correct(said=said, text="改了", seen_version=1, by=cast.clerk, now=later(31))
    acts = list(Entry.objects.values_list("act", flat=True))
    for key in ("ask", "show_question", "answer", "say", "correct"):
        assert f"participation.{key}" in acts
