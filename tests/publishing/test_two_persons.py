"""Whoever had a hand in a text, in whatever way, neither reviews nor signs it: with all posts at once, from any page."""

import pytest

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions import (
    attach,
    claim,
    detach,
    drop_revision,
    publish,
    restore,
    review,
    revise,
    save_draft,
    send_back,
    submit,
    take_back,
)
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.people import SINCE, make_person
from tests.publishing.items import CLEAR, NOW, draft, passed, published, upload

ROLES = ("clerk", "reviewer", "secrecy_reviewer", "signer", "administrator")


@pytest.fixture
def everybody(cast):
    """One person with every post of the town and of the county."""
    person = make_person("quan", "全能", cast.town, "clerk")
    for agency in (cast.town, cast.county):
        for role in ROLES:
            person.posts.get_or_create(agency=agency, role=role, since=SINCE)
    return User.objects.get(pk=person.pk)


def saved(item, by, words):
    """The draft with other words."""
    here = Item.objects.get(pk=item.pk)
    text = Text(here.draft.title, f"<p>{words}</p>")
    return save_draft(item=here, seen_version=here.version, text=text, by=by, now=NOW)


def wrote(item, one, other):
    saved(item, one, "一个人写的")


def wrote_what_another_replaced(item, one, other):
    saved(item, one, "一个人写的")
    saved(item, other, "全部换过")


def added_a_file(item, one, other):
    attach(item=item, stored=upload_of(item, one), by=one, now=NOW)


def upload_of(item, by):
    """A file that the person handed in."""
    return upload(type("Given", (), {"town": item.agency, "clerk": by}))


def took_a_file_off(item, one, other):
    stored = upload_of(item, other)
    attach(item=item, stored=stored, by=other, now=NOW)
    detach(item=item, file_id=stored.pk, by=one, now=NOW)


def restored_an_old_version(item, one, other):
    restore(item=item, version=item.versions.get(number=1), by=one, now=NOW)


def wrote_what_was_dropped_and_restored(item, one, other):
    saved(item, one, "一个人写的")
    number = Item.objects.get(pk=item.pk).draft.number
    saved(item, other, "别的话")
    restore(item=item, version=item.versions.get(number=number), by=other, now=NOW)


def wrote_before_it_was_sent_back(item, one, other):
    saved(item, one, "一个人写的")
    submit(item=item, by=other, now=NOW)
    reviewer = User.objects.get(username="zhao")
    send_back(item=item, remark="改", by=reviewer, now=NOW)
    saved(item, other, "改过")


def handed_it_in(item, one, other):
    submit(item=item, by=one, now=NOW)


HANDS = (
    wrote, wrote_what_another_replaced, added_a_file, took_a_file_off, restored_an_old_version,
    wrote_what_was_dropped_and_restored, wrote_before_it_was_sent_back, handed_it_in,
)  # fmt: skip


@pytest.fixture(params=HANDS, ids=lambda hand: hand.__name__)
def in_review(request, cast, everybody):
    """A text of another clerk that waits for review, in which the one with all posts had a hand."""
    item = draft(cast)
    request.param(item, everybody, cast.clerk)
    item.refresh_from_db()
    return item if item.state == "in_review" else submit(item=item, by=cast.clerk, now=NOW)


def test_whoever_had_a_hand_in_it_does_not_review_it(everybody, in_review):
    for act in (
        lambda: review(item=in_review, by=everybody, now=NOW, secrecy=CLEAR),
        lambda: send_back(item=in_review, remark="改", by=everybody, now=NOW),
        lambda: claim(item=in_review, by=everybody, now=NOW),
    ):
        with pytest.raises(Refusal):
            act()
    assert Item.objects.get().state == "in_review"


def test_whoever_had_a_hand_in_it_does_not_sign_it(cast, everybody, in_review):
    passed(in_review, by=cast.reviewer)
    with pytest.raises(Refusal, match="不能审核、签发自己的"):
        publish(item=in_review, by=everybody, now=NOW)
    assert Item.objects.get().state == "to_sign"


def test_whoever_had_a_hand_in_it_gets_no_page_that_decides(cast, everybody, client, in_review):
    client.force_login(everybody)
    typed = {"seen_version": in_review.version, "conclusion": "may_publish", "remark": "改"}
    address = f"/desk/items/{in_review.pk}/"
    for act in ("approve", "send-back", "publish", "claim"):
        answer = client.post(f"{address}{act}/", typed)
        assert answer.status_code in {403, 409}, act
    assert "审核通过" not in client.get(address).content.decode()
    assert Item.objects.get().state == "in_review"


def test_one_who_wrote_does_not_decide_after_changing_posts(cast):
    item = submit(item=draft(cast), by=cast.clerk, now=NOW)
    cast.clerk.posts.update(role="reviewer")
    changed = User.objects.get(pk=cast.clerk.pk)
    with pytest.raises(Refusal):
        review(item=item, by=changed, now=NOW, secrecy=CLEAR)


def test_taking_back_and_handing_in_by_another_frees_no_writer(cast, everybody):
    item = draft(cast)
    wrote(item, everybody, cast.clerk)
    submit(item=item, by=everybody, now=NOW)
    take_back(item=item, by=cast.clerk, now=NOW)
    submit(item=item, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal):
        review(item=item, by=everybody, now=NOW, secrecy=CLEAR)


def test_a_dropped_revision_brought_back_keeps_its_writers(cast, everybody):
    item = published(cast)
    revise(item=item, by=everybody, now=NOW)
    saved(item, everybody, "一个人写的")
    number = Item.objects.get().draft.number
    drop_revision(item=item, by=cast.clerk, now=NOW)
    restore(item=item, version=item.versions.get(number=number), by=cast.clerk, now=NOW)
    submit(item=item, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal):
        review(item=item, by=everybody, now=NOW, secrecy=CLEAR)
