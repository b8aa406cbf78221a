"""Comments: by web while it is open, typed in from paper afterwards with the reason, moderated without loss, sealed as to who made them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.participation import actions
from gongkai.participation.draft_paragraphs import paragraphs_of
from gongkai.participation.incoming import LONGEST_TEXT, Said
from gongkai.participation.models import Comment
from gongkai.participation.queries import tally, unanswered
from tests.participation import consultations as story
from tests.participation.consultations import AFTER, BODY, LAST, OPENED, PHONE, WHO, at

DAY = timedelta(days=1)


def test_paragraphs_keep_the_numbers_of_their_anchors():
    found = paragraphs_of(BODY + "<p> </p><p>末段</p>")
    assert [row.number for row in found] == [1, 2, 3, 4, 6]
    assert found[1].choice.startswith("第 2 段：第一条")


def test_a_comment_on_a_paragraph_quotes_it_as_it_stood(cast):
    row = story.opened(cast)
    comment = story.commented(row, paragraph=2)
    assert (comment.number, comment.quoted) == (1, "第一条 摊位费每月三百元。")
    assert story.commented(row).quoted == ""
    with pytest.raises(Refusal, match="没有这一段"):
        story.commented(row, paragraph=99)


@pytest.mark.parametrize("text", ["", " \0\u202e\n", "字" * (LONGEST_TEXT + 1)])
def test_nothing_and_too_much_is_refused(cast, text):
    with pytest.raises(Refusal):
        story.commented(story.opened(cast), text)


def test_what_comes_after_the_last_day_is_not_taken_online(cast):
    row = story.opened(cast)
    assert story.commented(row, day=LAST).number == 1
    with pytest.raises(actions.Over):
        story.commented(row, day=AFTER)


def test_a_letter_is_typed_in_with_its_day_and_scan(cast):
    row = story.opened(cast)
    comment = story.typed_in(cast, row, scan=story.letter(cast))
    assert (comment.channel_label, comment.entered_by, comment.is_web) == ("来信", "王经办", False)
    assert actions.read_scan(comment=comment, by=cast.clerk, now=at(OPENED)) == "开门太晚".encode()
    with pytest.raises(Refusal, match="没有附原件"):
        actions.read_scan(comment=story.typed_in(cast, row), by=cast.clerk, now=at(OPENED))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"channel": "web"}, "提出的方式"),
        ({"received_on": OPENED - DAY}, "收到的日期"),
        ({"received_on": AFTER}, "收到的日期"),
    ],
)
def test_what_cannot_have_come_is_not_typed_in(cast, more, words):
    with pytest.raises(Refusal, match=words):
        story.typed_in(cast, story.opened(cast), **more)


def test_after_the_end_a_letter_needs_the_reason_why_it_counts(cast):
    row = story.opened(cast)
    with pytest.raises(Refusal, match="写明原因"):
        story.typed_in(cast, row, day=AFTER)
    late = story.typed_in(cast, row, day=AFTER, received_on=LAST, late_reason="邮戳是 12 月 1 日")
    assert late.late_reason == "邮戳是 12 月 1 日"
    assert story.typed_in(cast, row, day=LAST, late_reason="多写的").late_reason == ""


def test_who_comments_is_sealed_and_reading_it_is_journaled(cast):
    row = story.opened(cast)
    comment = story.commented(row, **WHO)
    everything = str(list(Entry.objects.values_list())) + str(list(Comment.objects.values_list()))
    assert [word for word in (PHONE, "李意见") if word in everything] == []
    with pytest.raises(NotAllowed):
        actions.read_commenter(comment=comment, by=cast.reviewer, now=at(OPENED))
    found = actions.read_commenter(comment=comment, by=cast.clerk, now=at(OPENED))
    assert found == WHO
    assert Entry.objects.filter(act="audit.read_personal").count() == 1
    assert actions.read_commenter(comment=story.commented(row), by=cast.clerk, now=at(OPENED)) == {}


def test_what_is_shown_may_be_masked_and_the_original_stays(cast):
    text = f"摊位费太高，我的电话 {PHONE}"
    comment = story.commented(story.opened(cast), text)
    shown = actions.show(
        comment=comment, words="摊位费太高，我的电话 ****", by=cast.reviewer, now=at(OPENED)
    )
    assert (shown.text, shown.shown_text, shown.state) == (
        text,
        "摊位费太高，我的电话 ****",
        "shown",
    )
    with pytest.raises(Refusal, match="给公众看的文字"):
        actions.show(comment=comment, words=" ", by=cast.clerk, now=at(OPENED))


def test_what_is_hidden_is_kept_counted_and_can_be_shown_later(cast):
    row = story.opened(cast)
    comment = story.commented(row, "骂人的话")
    with pytest.raises(Refusal, match="原因"):
        actions.hide(comment=comment, reason="不喜欢", by=cast.clerk, now=at(OPENED))
    hidden = actions.hide(comment=comment, reason="abuse", by=cast.clerk, now=at(OPENED))
    assert tally(row).hidden == (("含有辱骂、攻击他人的内容", 1),)
    assert unanswered(row).get() == comment
    with pytest.raises(Refusal, match="不能这样办理"):
        actions.hide(comment=hidden, reason="spam", by=cast.clerk, now=at(OPENED))
    assert (
        actions.show(comment=hidden, words="（略）", by=cast.clerk, now=at(OPENED)).hidden_reason
        == ""
    )


def test_what_a_colleague_hid_is_not_shown_from_an_older_page(cast):
    comment = story.commented(story.opened(cast), "骂人的话")
    seen = comment.mark
    actions.hide(comment=comment, reason="abuse", by=cast.reviewer, now=at(OPENED))
    stale = {"comment": comment, "words": "骂人的话", "by": cast.clerk, "now": at(OPENED)}
    with pytest.raises(Refusal, match="刚把这条意见办为“不显示”"):
        actions.show(**stale, seen=seen)
    comment.refresh_from_db()
    assert comment.state == "hidden"
    assert actions.show(**stale, seen=comment.mark).state == "shown"


def test_the_page_says_what_was_seen_and_may_be_sent_again(client, cast):
    comment = story.commented(story.opened(cast), "骂人的话")
    client.force_login(cast.clerk)
    address = reverse("participation:show", args=(comment.pk,))
    typed = {"words": "骂人的话", "seen": comment.mark}
    actions.hide(comment=comment, reason="abuse", by=cast.reviewer, now=at(OPENED))
    answer = client.post(address, typed)
    assert answer.status_code == Refusal.status
    comment.refresh_from_db()
    assert f'name="seen" value="{comment.mark}"' in answer.content.decode()


@pytest.mark.parametrize(
    "values", [{"state": "hidden"}, {"hidden_reason": "spam"}, {"state": "shown"}]
)
def test_the_database_keeps_a_hidden_comment_and_its_reason_together(cast, values):
    comment = story.commented(story.opened(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**values)


def test_points_gather_comments_and_what_is_not_taken_up_gives_its_reason(cast):
    row = story.opened(cast)
    first, second = story.commented(row), story.commented(row, "早点开门")
    with pytest.raises(Refusal, match="“不采纳”的理由"):
        story.point(cast, row, first, answer="not_adopted")
    made = story.point(cast, row, first, second, answer="not_adopted", reason="财政困难")
    other = story.point(cast, row, second, summary="早点开门")
    assert (made.place, other.place, unanswered(row).count()) == (1, 2, 0)
    actions.remove_point(point=made, by=cast.clerk, now=at(OPENED))
    assert list(unanswered(row)) == [first]


@pytest.mark.parametrize(
    ("more", "words"), [({"answer": "x"}, "怎样答复"), ({"summary": ""}, "归纳")]
)
def test_a_point_that_says_nothing_is_refused(cast, more, words):
    row = story.opened(cast)
    with pytest.raises(Refusal, match=words):
        story.point(cast, row, story.commented(row), **more)
    with pytest.raises(Refusal, match="对应的意见"):
        story.point(cast, row)


def test_numbers_are_counted_in_one_query(cast, django_assert_num_queries):
    row = story.opened(cast)
    for number in range(5):
        story.commented(row, f"第 {number} 点")
    with django_assert_num_queries(1):
        assert tally(row).channels == (("网上", 5),)
    assert connection.vendor


def test_the_stranger_of_another_town_changes_nothing(cast):
    row = story.opened(cast)
    comment = story.commented(row)
    with pytest.raises(NotAllowed):
        actions.show(comment=comment, words="x", by=cast.stranger, now=at(OPENED))
    with pytest.raises(NotAllowed):
        actions.enter_comment(
            consultation=row,
            said=Said("x"),
            channel="letter",
            received_on=OPENED,
            by=cast.stranger,
            now=at(OPENED),
        )
