"""Who comes next is told, and who handed a text in hears what became of it; nobody is told of their own act."""

import pytest

from gongkai.accounts.models import User
from gongkai.common.models import Notice
from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.models import OutboxMessage
from gongkai.publishing.actions import many, publish, publish_many, review_many, submit
from tests.publishing.batches import confirmed, worked_on
from tests.publishing.items import CLEAR, draft, later, passed, reviewed, submitted


def told(person) -> list[str]:
    """What a person was told."""
    return [notice.text for notice in Notice.objects.filter(user_id=person.pk)]


def letters_to(person) -> int:
    """How many letters were put in for a person."""
    return OutboxMessage.objects.filter(
        kind="mail.send", key__startswith=f"notice:{person.pk}:"
    ).count()


def test_the_reviewer_and_then_the_signer_are_told(cast):
    item = submit(item=draft(cast), by=cast.clerk, now=later(1))
    assert told(cast.reviewer) == ["《公开指南》等您发布审核"]
    passed(item, by=cast.reviewer, now=later(2))
    assert told(cast.signer) == ["《公开指南》已经审核，等您签发"]


def test_who_handed_it_in_hears_that_it_is_public(cast):
    item = passed(submitted(cast), by=cast.reviewer, now=later(2))
    publish(item=item, by=cast.signer, now=later(3))
    assert told(cast.clerk) == ["《公开指南》已经签发并公开"]


@pytest.mark.parametrize("who", ["clerk", "stranger", "supervisor", "reader"])
def test_others_are_not_told(cast, who):
    submit(item=draft(cast), by=cast.clerk, now=later(1))
    assert not told(getattr(cast, who))


@pytest.mark.parametrize("gone", ["left", "moved"])
def test_who_is_no_longer_there_hears_nothing(cast, gone):
    item = passed(submitted(cast), by=cast.reviewer, now=later(2))
    if gone == "left":
        User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    else:
        cast.clerk.posts.update(agency=cast.other_town)
    publish(item=item, by=cast.signer, now=later(3))
    assert not told(cast.clerk)


def test_many_reviewed_at_once_are_told_in_one_notice_and_one_letter(cast):
    items = [submitted(cast, title=title) for title in ("第一份", "第二份", "第三份")]
    clear, seen = {one.pk: CLEAR for one in items}, {one.pk: one.version for one in items}
    review_many(seen=seen, by=cast.reviewer, now=later(2), conclusions=clear)
    assert not told(cast.signer)
    deliver_due(later(2))
    assert told(cast.signer) == ["《第一份》等 3 条信息已经审核，等您签发"]
    assert letters_to(cast.signer) == 1
    assert Notice.objects.get(user_id=cast.signer.pk).url == "/desk/items/?state=to_sign"


def test_many_signed_at_once_are_told_to_who_handed_them_in_once(cast):
    items = [reviewed(cast, title=title) for title in ("第一份", "第二份")]
    publish_many(seen={one.pk: one.version for one in items}, by=cast.signer, now=later(3))
    deliver_due(later(3))
    assert told(cast.clerk) == ["《第一份》等 2 条信息已经签发并公开"]


def test_one_alone_among_many_is_told_by_its_name(cast):
    item = reviewed(cast)
    publish_many(seen={item.pk: item.version}, by=cast.signer, now=later(3))
    deliver_due(later(3))
    assert told(cast.clerk) == ["《公开指南》已经签发并公开"]
    assert Notice.objects.get(user_id=cast.clerk.pk).url == f"/desk/items/{item.pk}/"


def test_what_a_stop_left_untold_is_told_after_a_while(cast, monkeypatch):
    monkeypatch.setattr(many, "tell_all", lambda *_: None)
    item = reviewed(cast)
    publish_many(seen={item.pk: item.version}, by=cast.signer, now=later(3))
    deliver_due(later(3))
    assert not told(cast.clerk)
    deliver_due(later(3) + many.LONGEST_RUN)
    assert told(cast.clerk) == ["《公开指南》已经签发并公开"]


def test_who_left_before_it_was_told_hears_nothing(cast):
    item = reviewed(cast)
    publish_many(seen={item.pk: item.version}, by=cast.signer, now=later(3))
    User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    deliver_due(later(3))
    assert not told(cast.clerk)


def test_a_batch_is_told_once_at_its_end(cast):
    batch = confirmed(cast)
    worked_on(batch, turns=2)
    assert not told(cast.reviewer)
    worked_on(batch, later(1))
    assert told(cast.reviewer) == ["《关于第1件事的通知》等 3 条信息等您发布审核"]
    assert letters_to(cast.reviewer) == 1
