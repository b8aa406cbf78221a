"""A colleague acts in one's own post while one is away: for some days, by name, and never beyond the post itself."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongkai.accounts.actions.people import deactivate
from gongkai.accounts.actions.posts import end_post
from gongkai.accounts.actions.stand_ins import ask_stand_in, take_back_stand_in
from gongkai.accounts.models import Post
from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import allowed, permit
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import publish
from tests.publishing.items import reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return current()


def asked(cast, now, *, colleague=None, first=0, last=4, by=None):
    """The signer's post, held by the reader for some days counted from today."""
    today = law_day(now)
    return ask_stand_in(
        post=(by or cast.signer).posts.first(),
        colleague=colleague or cast.reader,
        since=today + timedelta(days=first),
        until=today + timedelta(days=last),
        reason="出差",
        by=cast.signer,
        now=now,
    )


def fresh(person):
    """The person as the next request finds them."""
    return type(person).objects.get(pk=person.pk)


def test_the_colleague_acts_and_the_journal_says_for_whom(cast, now):
    asked(cast, now)
    found = permit(fresh(cast.reader), "publishing.publish", cast.town)
    assert found.post == f"{cast.town}签发（代{cast.signer.name}）"
    assert Entry.objects.get(act="accounts.ask_stand_in").reason == "出差"


def test_the_absent_colleague_may_still_act(cast, now):
    asked(cast, now)
    assert allowed(fresh(cast.signer), "publishing.publish", cast.town)


@pytest.mark.parametrize(("first", "last", "may"), [(0, 0, True), (1, 2, False), (0, 4, True)])
def test_it_holds_from_its_first_day_through_its_last(cast, now, first, last, may):
    asked(cast, now, first=first, last=last)
    assert allowed(fresh(cast.reader), "publishing.publish", cast.town) is may


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (3, 2), (0, 92)])
def test_days_in_the_past_turned_round_or_too_many_are_refused(cast, now, first, last):
    with pytest.raises(Refusal):
        asked(cast, now, first=first, last=last)
    assert not Post.objects.exclude(stands_in_for=None).exists()


def test_only_ones_own_post_is_given_on(cast, now):
    with pytest.raises(NotAllowed):
        asked(cast, now, by=cast.reviewer)


@pytest.mark.parametrize("who", ["stranger", "signer"])
def test_only_to_a_colleague_of_the_same_organ(cast, now, who):
    with pytest.raises(Refusal):
        asked(cast, now, colleague=getattr(cast, who))


def test_it_is_not_given_on_again(cast, now):
    row, today = asked(cast, now), law_day(now)
    with pytest.raises(Refusal, match="不能再请"):
        ask_stand_in(
            post=row, colleague=cast.reviewer, since=today, until=today, reason="忙",
            by=fresh(cast.reader), now=now,
        )  # fmt: skip


def test_an_administrators_post_is_not_given_on(cast, now):
    today, post = law_day(now), cast.administrator.posts.get()
    with pytest.raises(Refusal, match="管理岗位"):
        ask_stand_in(
            post=post, colleague=cast.reader, since=today, until=today, reason="出差",
            by=cast.administrator, now=now,
        )  # fmt: skip


def test_the_writer_does_not_sign_the_own_text_as_a_stand_in(cast, now):
    item = reviewed(cast)
    asked(cast, now, colleague=cast.clerk)
    with pytest.raises(Refusal, match="起草、送审的人"):
        publish(item=item, by=fresh(cast.clerk), now=now)


@pytest.mark.parametrize("first", [0, 2])
def test_taken_back_it_ends_at_once(cast, now, first):
    row = asked(cast, now, first=first)
    take_back_stand_in(stand_in=row, by=cast.signer, now=now)
    assert not allowed(fresh(cast.reader), "publishing.publish", cast.town)
    assert Entry.objects.filter(act="accounts.take_back_stand_in").count() == 1


def test_only_who_asked_takes_it_back(cast, now):
    with pytest.raises(NotAllowed):
        take_back_stand_in(stand_in=asked(cast, now), by=cast.reader, now=now)


def test_it_ends_with_the_post_it_stands_in_for(cast, now):
    row, today = asked(cast, now), law_day(now)
    post = cast.signer.posts.get()
    end_post(post=post, until=today, reason="调离", by=cast.administrator, now=now)
    row.refresh_from_db()
    assert row.until == today


def test_it_ends_when_the_absent_colleague_is_put_out(cast, now):
    asked(cast, now)
    deactivate(person=cast.signer, reason="离职", by=cast.administrator, now=now)
    assert not allowed(fresh(cast.reader), "publishing.publish", cast.town)


def sent(client, person, **typed):
    """The answer of the page to what a person typed."""
    client.force_login(person)
    return client.post(reverse("accounts:stand_ins"), typed, follow=True)


def test_the_page_asks_and_takes_back(cast, client, now):
    post, day = cast.signer.posts.get(), law_day(now).isoformat()
    answer = sent(
        client,
        cast.signer,
        post=post.pk,
        colleague=cast.reader.pk,
        since=day,
        until=day,
        reason="会",
    )
    assert "收回" in answer.content.decode()
    row = Post.objects.get(stands_in_for=post)
    client.post(reverse("accounts:take_back_stand_in"), {"stand_in": row.pk})
    assert not Post.objects.filter(stands_in_for=post).exists()


def test_the_page_takes_no_foreign_post_or_colleague(cast, client, now):
    day = law_day(now).isoformat()
    answer = sent(
        client, cast.signer, post=cast.reviewer.posts.get().pk, colleague=cast.stranger.pk,
        since=day, until=day, reason="会",
    )  # fmt: skip
    assert answer.status_code == 422
    assert not Post.objects.exclude(stands_in_for=None).exists()
