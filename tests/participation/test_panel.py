"""What of a consultation becomes public: numbers, shown words, the chain; and never a hidden word, a name or a contact."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.participation import actions
from gongkai.participation.panel import panel_of
from gongkai.participation.periods import rule_in_words
from gongkai.publishing.actions import withdraw
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicConsultation, PublicDocument
from tests.participation import consultations as story
from tests.participation.consultations import LAST, OPENED, PHONE, PLAN, WHO, at

SECRET = "不能显示的话"


def delivered(now=None):
    """Everything that was put into the outbox, followed."""
    now = now or at(OPENED + timedelta(days=90))
    while deliver_due(now):
        now += timedelta(seconds=9)


@pytest.fixture
def talked(cast):
    """One comment shown with its number masked, one hidden, one waiting; comments are shown at once."""
    row = story.opened(cast, plan=replace(PLAN, show_comments=True))
    shown = story.commented(row, f"太贵，电话 {PHONE}", paragraph=2, **WHO)
    actions.show(comment=shown, words="太贵，电话 ****", by=cast.clerk, now=at(OPENED))
    hidden = story.commented(row, SECRET)
    actions.hide(comment=hidden, reason="abuse", by=cast.clerk, now=at(OPENED))
    story.commented(row, "还没有审核的话")
    return row


def test_the_public_copy_holds_numbers_and_shown_words_alone(talked):
    delivered()
    copy = PublicDocument.objects.get(item_id=talked.item_id)
    comments = copy.payload["consultation"]["comments"]
    assert (comments["total"], comments["hidden_total"]) == (3, 1)
    assert comments["listed"] == [
        {
            "number": 1,
            "text": "太贵，电话 ****",
            "paragraph": 2,
            "quoted": "第一条 摊位费每月三百元。",
        }
    ]
    everything = str(PublicDocument.objects.values()) + str(PublicConsultation.objects.values())
    assert [word for word in (SECRET, PHONE, "李意见", "还没有审核") if word in everything] == []


def test_before_the_outcome_comments_are_counted_and_not_shown_unless_the_organ_shows_them(cast):
    row = story.opened(cast)
    comment = story.commented(row)
    actions.show(comment=comment, words="太贵", by=cast.clerk, now=at(OPENED))
    assert panel_of(row.item)["comments"]["listed"] == []
    answered = story.answered(cast)
    actions.show(comment=answered.comments.get(), words="太贵", by=cast.clerk, now=at(LAST))
    assert panel_of(answered.item)["comments"]["listed"][0]["text"] == "太贵"


def test_the_pages_of_draft_outcome_and_decision_lead_to_each_other(cast):
    row = story.decided(cast)
    delivered()
    for item, role in ((row.item, "notice"), (row.outcome, "outcome"), (row.decision, "decision")):
        data = PublicDocument.objects.get(item_id=item.pk).payload["consultation"]
        assert data["role"] == role
        assert [each["label"] for each in data["chain"]] == ["决策草案", "征集结果", "决定"]
    listed = PublicConsultation.objects.get()
    assert (listed.state, listed.outcome_path, listed.decision_path) == (
        "decided",
        f"items/{row.outcome_id}/",
        f"items/{row.decision_id}/",
    )


def test_what_is_not_public_yet_is_on_no_list_and_in_no_chain(cast):
    row = story.drafted(cast)
    delivered()
    assert [each["label"] for each in panel_of(row.item)["chain"]] == ["决策草案"]
    assert panel_of(row.outcome)["role"] == "outcome"
    assert not PublicDocument.objects.filter(item_id=row.outcome_id)
    assert panel_of(story.planned(cast).item) is None


def test_a_withdrawn_notice_takes_its_consultation_off_the_list(cast, talked):
    delivered()
    withdraw(item=talked.item, reason="有误", public_note="更正中", by=cast.signer, now=at(LAST))
    delivered()
    assert not PublicConsultation.objects.exists()


def test_items_without_a_consultation_cost_one_query_more(cast, django_assert_num_queries):
    item = story.brought_out(cast, story.notice(cast), at(OPENED))
    with django_assert_num_queries(1):
        assert panel_of(item) is None
    refresh_item({"item": item.pk}, at(OPENED))
    assert "consultation" not in PublicDocument.objects.get(item_id=item.pk).payload


def test_readers_are_told_whose_rule_the_day_of_the_outcome_is_and_no_doubt_of_ours():
    assert rule_in_words(None).startswith("法律没有规定公布结果的期限")
    assert "凭记忆" not in rule_in_words(None)
