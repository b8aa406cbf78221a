"""Break-glass publishing: with a reason and a secrecy review at once, and with another person's review afterwards."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import approve_later, publish_urgently, revise, withdraw
from gongkai.publishing.models import UrgentRelease
from gongkai.publishing.reviewing import Secrecy
from gongkai.publishing.work import waiting
from tests.people import make_person
from tests.publishing.items import CLEAR, draft, later, submitted, urgent

pytestmark = pytest.mark.django_db
WHY = "暴雨红色预警"


def titles(person, act):
    """The titles that wait for a person with this next act."""
    return [row.title for row in waiting(person, later(5)) if row.next_act == act]


def test_it_is_public_at_once_and_waits_for_its_later_review(cast):
    item = urgent(cast)
    assert (item.state, item.published.signed_by) == ("published", cast.signer.name)
    assert item.published.sha256
    assert item.index_number
    assert titles(cast.reviewer, "补审") == [item.title]
    assert titles(cast.signer, "补审") == []


def test_steps_not_taken_are_skipped_and_say_why(cast):
    item = submitted(cast)
    row = publish_urgently(item=item, reason=WHY, secrecy=CLEAR, by=cast.signer, now=later(2))
    said = {(one.state, one.opinion) for one in row.published.reviews.all()}
    assert said == {("skipped", "紧急发布，事后补审")}


@pytest.mark.parametrize("why", ["", " \n", "长" * 1001])
def test_it_needs_a_reason(cast, why):
    with pytest.raises(Refusal):
        publish_urgently(item=draft(cast), reason=why, secrecy=CLEAR, by=cast.signer, now=later(1))
    assert not UrgentRelease.objects.exists()


@pytest.mark.parametrize("secrecy", [None, Secrecy("must_not_publish", "涉密")])
def test_the_secrecy_review_is_not_left_out(cast, secrecy):
    with pytest.raises(Refusal):
        publish_urgently(
            item=draft(cast), reason=WHY, secrecy=secrecy, by=cast.signer, now=later(1)
        )


@pytest.mark.parametrize("who", ["clerk", "reviewer", "administrator", "stranger"])
def test_only_the_signer_may(cast, who):
    with pytest.raises(NotAllowed):
        publish_urgently(
            item=draft(cast), reason=WHY, secrecy=CLEAR, by=getattr(cast, who), now=later(1)
        )


def test_the_reason_and_the_conclusion_are_journaled(cast):
    urgent(cast)
    entry = Entry.objects.get(act="publishing.publish_urgently")
    assert entry.reason == WHY
    assert entry.after["conclusion"] == "may_publish"


def test_another_person_agrees_afterwards(cast):
    item = urgent(cast)
    row = approve_later(item=item, agrees=True, opinion="", by=cast.reviewer, now=later(2))
    assert (row.state, row.done_by) == ("agreed", cast.reviewer.name)
    assert titles(cast.reviewer, "补审") == []


def test_nobody_reviews_afterwards_what_they_wrote_or_released(cast):
    cast.clerk.posts.create(agency=cast.town, role="reviewer", since=cast.town.since)
    item = urgent(cast)
    for person in (cast.clerk, cast.signer):
        with pytest.raises(Refusal):
            approve_later(item=item, agrees=True, opinion="", by=person, now=later(2))
    row = UrgentRelease.objects.get()
    row.state, row.done_by_id = "agreed", row.released_by_id
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_objection_says_why_and_goes_to_the_signers_until_the_text_is_gone(cast):
    item = urgent(cast)
    with pytest.raises(Refusal, match="写明"):
        approve_later(item=item, agrees=False, opinion="", by=cast.reviewer, now=later(2))
    approve_later(item=item, agrees=False, opinion="电话错了", by=cast.reviewer, now=later(2))
    assert titles(cast.signer, "处理") == [item.title]
    withdraw(item=item, reason="电话错", public_note="更正后再发", by=cast.signer, now=later(3))
    assert titles(cast.signer, "处理") == []


def test_a_second_later_review_is_refused(cast):
    item = urgent(cast)
    other = make_person("shen2", "审二", cast.town, "reviewer")
    approve_later(item=item, agrees=True, opinion="", by=cast.reviewer, now=later(2))
    with pytest.raises(Refusal, match="没有等补审"):
        approve_later(item=item, agrees=True, opinion="", by=other, now=later(3))


def asked(client, cast, item, **typed):
    """The answer of the page of urgent publishing to what was typed."""
    client.force_login(cast.signer)
    url = reverse("publishing:publish_urgently", args=(item.pk,))
    return client.post(url, {"reason": WHY, "seen_version": item.version, **typed}, follow=True)


def test_the_page_keeps_what_was_typed_and_says_what_is_missing(cast, client):
    answer = asked(client, cast, draft(cast), conclusion="must_not_publish", basis="涉密")
    assert answer.status_code == 422
    assert WHY in answer.content.decode()


def test_the_page_publishes_and_says_that_a_review_is_to_come(cast, client):
    assert "等补审" in asked(client, cast, draft(cast), conclusion="may_publish").content.decode()


def test_the_later_review_by_its_page(cast, client):
    item = urgent(cast)
    client.force_login(cast.reviewer)
    url = reverse("publishing:approve_later", args=(item.pk,))
    assert "暴雨红色预警" in client.get(url).content.decode()
    row = UrgentRelease.objects.get().pk
    assert client.post(url, {"agrees": "no", "release": row}).status_code == 422
    client.post(url, {"agrees": "yes", "opinion": "同意", "release": row})
    assert UrgentRelease.objects.get().state == "agreed"
    assert client.get(url).status_code == 409


def test_whoever_released_it_has_a_hand_in_the_next_version_until_another_agreed(cast):
    item = urgent(cast)
    assert cast.signer.pk in revise(item=item, by=cast.clerk, now=later(2)).draft.writers


def test_once_another_agreed_the_next_version_has_new_hands(cast):
    item = urgent(cast)
    approve_later(item=item, agrees=True, opinion="", by=cast.reviewer, now=later(2))
    assert revise(item=item, by=cast.clerk, now=later(3)).draft.writers == [cast.clerk.pk]


def test_a_later_review_is_of_the_release_that_was_seen(cast):
    item = urgent(cast)
    with pytest.raises(Refusal, match="没有等补审"):
        approve_later(item=item, agrees=True, opinion="", release=0, by=cast.reviewer, now=later(2))
