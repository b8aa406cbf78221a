"""A consultation from plan to decision: it opens with its notice, ends with its last day, and each step is open to whom it belongs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.participation import actions
from gongkai.participation.models import Consultation
from gongkai.participation.queries import consultation_behind, standing, takes_comments
from gongkai.publishing.actions import schedule, submit
from gongkai.publishing.models import Item
from tests.participation import consultations as story
from tests.participation.consultations import AFTER, LAST, OPENED, PLAN, at
from tests.publishing.items import passed

DAY = timedelta(days=1)
LATER = AFTER + 2 * DAY


def test_it_opens_with_the_publication_of_its_notice_and_counts_from_the_next_day(cast):
    row = story.opened(cast)
    assert (row.state, row.opened_on, row.closes_on) == ("open", OPENED, LAST)


def test_a_notice_for_a_later_day_opens_on_that_day(cast):
    row = story.planned(cast, plan=replace(PLAN, opens_on=OPENED + 3 * DAY))
    story.brought_out(cast, row.item, at(OPENED))
    actions.follow_the_days(at(OPENED + 2 * DAY))
    assert story.fresh(row).state == "planned"
    actions.follow_the_days(at(OPENED + 3 * DAY))
    assert story.fresh(row).closes_on == LAST + 3 * DAY


@pytest.mark.parametrize(("days", "refused"), [(29, True), (30, False), (31, False)])
def test_less_than_thirty_days_need_a_reason(cast, days, refused):
    plan = replace(PLAN, days=days)
    if refused:
        with pytest.raises(Refusal, match="一般不少于30日"):
            story.planned(cast, plan=plan)
        plan = replace(plan, short_reason="汛期紧急")
    assert story.opened(cast, plan=plan).closes_on == OPENED + days * DAY


def test_a_period_that_became_too_short_meanwhile_is_lengthened(cast):
    """Planned in an ordinary week, seven working days end nine days later; published before the holidays they do not."""
    plan = replace(PLAN, kind="normative_document", days=9)
    row = story.planned(cast, date(2026, 9, 7), plan)
    story.brought_out(cast, row.item, at(date(2026, 9, 28)))
    assert story.fresh(row).closes_on == date(2026, 10, 13)


def test_what_is_public_already_asks_nobody(cast):
    item = story.brought_out(cast, story.notice(cast), at(OPENED))
    with pytest.raises(Refusal, match="已经公开"):
        actions.plan_consultation(item=item, plan=PLAN, by=cast.clerk, now=at(OPENED))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "x"}, "事项"),
        ({"days": 0}, "期限"),
        ({"responsible": " "}, "承办单位"),
        ({"takes_web": False, "address": "", "phone": ""}, "提意见的方式"),
        ({"opens_on": OPENED - DAY}, "今天以前"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(cast, changes, words):
    with pytest.raises(Refusal, match=words):
        story.planned(cast, plan=replace(PLAN, **changes))


def changed(cast, row, **changes):
    """The plan changed by the clerk, who saw the consultation as ``row`` is."""
    plan = replace(PLAN, **changes)
    return actions.change_consultation(
        consultation=row, plan=plan, seen_version=row.version, by=cast.clerk, now=at(OPENED)
    )


def test_once_open_the_period_does_not_change_by_editing(cast):
    row = story.opened(cast)
    with pytest.raises(Refusal, match="不能直接改"):
        changed(cast, row, days=40)
    assert changed(cast, row, phone="110").phone == "110"
    with pytest.raises(Conflict):
        changed(cast, row)


def test_what_reviewer_and_signer_look_at_is_not_changed_behind_their_backs(cast):
    row = story.planned(cast)
    submit(item=row.item, by=cast.clerk, now=at(OPENED))
    with pytest.raises(Refusal, match="事项和期限不能改"):
        changed(cast, row, days=1, short_reason="急")
    assert changed(cast, row, phone="110").phone == "110"
    with pytest.raises(Refusal, match="不能改要不要征集"):
        actions.drop_consultation(consultation=row, by=cast.clerk, now=at(OPENED))
    other = story.notice(cast)
    submit(item=other, by=cast.clerk, now=at(OPENED))
    with pytest.raises(Refusal, match="不能改要不要征集"):
        actions.plan_consultation(item=other, plan=PLAN, by=cast.clerk, now=at(OPENED))


def test_what_the_public_was_told_before_it_begins_is_kept(cast):
    row = story.planned(cast, plan=replace(PLAN, opens_on=OPENED + 3 * DAY))
    story.brought_out(cast, row.item, at(OPENED))
    row = story.fresh(row)
    with pytest.raises(Refusal, match="已经向社会公布"):
        actions.change_consultation(
            consultation=row, plan=replace(PLAN, days=1, short_reason="急"), seen_version=row.version, by=cast.clerk, now=at(OPENED)
        )  # fmt: skip
    with pytest.raises(Refusal, match="悄悄"):
        actions.drop_consultation(consultation=row, by=cast.clerk, now=at(OPENED))


@pytest.mark.parametrize(("day", "state"), [(LAST, "open"), (AFTER, "closed")])
def test_it_is_over_the_day_after_the_last_whether_the_job_ran_or_not(cast, day, state):
    row = story.opened(cast)
    assert standing(row, day) == state
    assert takes_comments(row, day) is (state == "open")
    actions.follow_the_days(at(day, 0))
    assert story.fresh(row).state == state


def extended(row, by, until=LAST + DAY, reason="意见多", day=OPENED):
    return actions.extend(consultation=row, until=until, reason=reason, by=by, now=at(day))


def test_the_signer_extends_and_ends_with_a_reason_for_the_public(cast):
    row = story.opened(cast)
    with pytest.raises(NotAllowed):
        extended(row, cast.clerk)
    with pytest.raises(Refusal, match="理由"):
        extended(row, cast.signer, reason=" ")
    with pytest.raises(Refusal, match="最后一日"):
        extended(row, cast.signer, until=LAST)
    longer, given = extended(row, cast.signer), {"by": cast.signer, "now": at(OPENED)}
    ended = actions.end_early(consultation=longer, reason="不再制定", **given)
    assert (longer.closes_on, ended.state, ended.closes_on) == (LAST + DAY, "closed", OPENED)
    assert [row.reason for row in ended.changes.all()] == ["意见多", "不再制定"]


def test_what_is_over_is_not_extended_though_no_job_has_closed_it(cast):
    row = story.opened(cast)
    with pytest.raises(Refusal, match="不能这样办理"):
        actions.extend(
            consultation=row, until=AFTER + DAY, reason="意见多", by=cast.signer, now=at(AFTER)
        )


def test_the_outcome_waits_until_every_comment_is_answered(cast):
    row = story.opened(cast)
    comment = story.commented(row)
    spam = story.commented(row, "买保健品")
    actions.hide(comment=spam, reason="spam", by=cast.clerk, now=at(OPENED))
    with pytest.raises(Refusal, match="还不能起草结果"):
        actions.draft_outcome(consultation=row, by=cast.clerk, now=at(LAST))
    with pytest.raises(Refusal, match="第 1 条"):
        actions.draft_outcome(consultation=row, by=cast.clerk, now=at(AFTER))
    story.point(cast, row, comment)
    assert (
        actions.draft_outcome(consultation=row, by=cast.clerk, now=at(AFTER)).outcome.state
        == "draft"
    )


def test_the_published_outcome_answers_and_then_the_decision_ends_it(cast):
    row = story.answered(cast)
    assert (row.state, bool(row.answered_at)) == ("answered", True)
    assert story.decided(cast).state == "decided"


def test_an_outcome_whose_points_changed_does_not_go_out(cast):
    row = story.drafted(cast)
    story.point(cast, row, row.comments.get(), day=LATER, summary="早点开门")
    item = Item.objects.get(pk=row.outcome_id)
    with pytest.raises(Refusal, match="数字对不上"):
        submit(item=item, by=cast.clerk, now=at(LATER))
    actions.draft_outcome(consultation=story.fresh(row), by=cast.clerk, now=at(LATER))
    assert submit(item=item, by=cast.clerk, now=at(LATER)).state == "in_review"


def test_while_the_outcome_is_in_review_its_figures_stand_still(cast):
    row = story.drafted(cast)
    item = submit(item=row.outcome, by=cast.clerk, now=at(LATER))
    with pytest.raises(Refusal, match="正在审核"):
        story.point(cast, row, row.comments.get(), day=LATER)
    with pytest.raises(Refusal, match="正在审核"):
        story.typed_in(cast, row, day=LATER, late_reason="迟到")
    signed = passed(item, by=cast.reviewer, now=at(LATER))
    signed = schedule(item=signed, release_at=at(LATER + DAY), by=cast.signer, now=at(LATER))
    assert signed.state == "scheduled"


def test_a_decision_is_another_public_item_of_the_organ(cast):
    row = story.answered(cast)
    draft = story.notice(cast, "办法", "<p>办法</p>")
    for item, words in ((row.item, "另一条信息"), (draft, "还没有公布")):
        with pytest.raises(Refusal, match=words):
            actions.decide(consultation=row, item=item, by=cast.signer, now=at(AFTER + 9 * DAY))


def test_no_decision_is_said_with_its_reason(cast):
    row = story.closed(cast)
    left = actions.leave_undecided(
        consultation=row, reason="市场搬迁", by=cast.signer, now=at(AFTER)
    )
    assert (left.state, left.reason) == ("undecided", "市场搬迁")


def test_a_plan_that_is_dropped_leaves_its_notice_an_ordinary_text(cast):
    row = actions.drop_consultation(consultation=story.planned(cast), by=cast.clerk, now=at(OPENED))
    item = story.brought_out(cast, row.item, at(OPENED))
    assert (row.state, item.state, consultation_behind(item)) == ("dropped", "published", None)


def test_every_step_stands_in_the_journal_in_words(cast):
    row = story.decided(cast)
    acts = list(
        Entry.objects.filter(object_type="participation.consultation", object_id=str(row.pk))
        .order_by("number")
        .values_list("act", flat=True)
    )
    assert [act.partition(".")[2] for act in acts] == [
        "plan", "open", "comment", "add_point", "close", "draft_outcome", "answer", "decide",
    ]  # fmt: skip
    assert Consultation.objects.get(pk=row.pk).version > 5
