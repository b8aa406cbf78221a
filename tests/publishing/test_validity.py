"""A document that repeals or amends another takes effect when it is public and in force; the signer says the rest."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.clock import law_day
from gongkai.common.models import OutboxMessage
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import create_draft, link, publish, set_validity, submit, unlink
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.actions.validity import take_effect
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Item, ItemLink
from tests.publishing.items import NOW, brought_out, draft, later, passed, published

pytestmark = pytest.mark.django_db


def effects():
    """The messages that let documents take effect."""
    return OutboxMessage.objects.filter(kind="publishing.effect").order_by("pk")


def repealing(cast, target, kind="repeals", effective_on=None):
    """A public document that repeals the target."""
    text = Text(
        "新办法", "<p>新。</p>", facts=Facts(effective_on=effective_on, made_on=law_day(NOW))
    )
    item = create_draft(
        column=national_column(cast.town, "guide"), text=text, by=cast.clerk, now=NOW
    )
    link(source=item, target=target, kind=kind, by=cast.clerk, now=NOW)
    item = submit(item=item, by=cast.clerk, now=later(1))
    item = passed(item, by=cast.reviewer, now=later(2))
    return publish(item=item, by=cast.signer, now=later(3))


def took_effect(now):
    """Deliver what is due."""
    for message in effects().filter(due_at__lte=now):
        take_effect(message.payload, now)


@pytest.mark.parametrize(("kind", "to"), [("repeals", "repealed"), ("amends", "amended")])
def test_the_target_says_what_became_of_it_and_by_what(cast, kind, to):
    old = published(cast, title="旧办法")
    repealing(cast, old, kind)
    took_effect(later(3))
    old.refresh_from_db()
    assert (old.validity, old.validity_since) == (to, law_day(NOW))
    assert old.validity_reason == "由另一份文件" + {"repeals": "废止", "amends": "修改"}[kind]
    assert Entry.objects.get(act="publishing.set_validity").actor_name == "系统"


@pytest.mark.parametrize(("days", "to"), [(-1, "valid"), (0, "repealed"), (1, "repealed")])
def test_it_waits_for_the_day_on_which_the_new_one_takes_effect(cast, days, to):
    old, day = published(cast, title="旧办法"), law_day(NOW) + timedelta(days=30)
    repealing(cast, old, effective_on=day)
    took_effect(NOW + timedelta(days=30 + days))
    old.refresh_from_db()
    assert old.validity == to


def test_interpreting_changes_nothing(cast):
    old = published(cast, title="旧办法")
    repealing(cast, old, "interprets")
    took_effect(later(3))
    old.refresh_from_db()
    assert old.validity == "valid"


def test_the_same_message_again_and_a_withdrawn_source_change_nothing(cast):
    old = published(cast, title="旧办法")
    new = repealing(cast, old)
    Item.objects.filter(pk=new.pk).update(published=None, state="withdrawn")
    took_effect(later(3))
    old.refresh_from_db()
    assert old.validity == "valid"


def test_once_public_only_the_signer_ties_what_repeals(cast):
    new, old = published(cast, title="新办法"), published(cast, title="旧办法")
    with pytest.raises(NotAllowed):
        link(source=new, target=old, kind="repeals", by=cast.clerk, now=later(4))
    tie = link(source=new, target=old, kind="repeals", by=cast.signer, now=later(4))
    took_effect(later(4))
    with pytest.raises(NotAllowed):
        unlink(tie=tie, by=cast.clerk, now=later(5))
    assert Item.objects.get(pk=old.pk).validity == "repealed"
    assert ItemLink.objects.count() == 1


def changed(item, person, **said):
    """The item with another validity."""
    words = {"to": "expired", "since": law_day(NOW), "reason": "试行期满"} | said
    return set_validity(item=item, by=person, now=later(5), **words)


def test_the_signer_says_that_a_term_has_ended(cast):
    item = changed(published(cast), cast.signer)
    assert (item.validity, item.validity_reason) == ("expired", "试行期满")


@pytest.mark.parametrize("said", [{"reason": " "}, {"to": "valid"}, {"since": date(2030, 1, 1)}])
def test_what_is_incomplete_or_not_yet_is_refused(cast, said):
    with pytest.raises(Refusal):
        changed(published(cast), cast.signer, **said)


def test_only_what_is_public_and_not_a_report_has_a_validity(cast):
    for item in (draft(cast), brought_out(cast)):
        with pytest.raises(Refusal):
            changed(item, cast.signer)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "administrator", "stranger"])
def test_only_the_signer_may(cast, who):
    with pytest.raises(NotAllowed):
        changed(published(cast), getattr(cast, who))


def test_the_page_changes_it_and_says_what_is_missing(cast, client):
    item = published(cast)
    client.force_login(cast.signer)
    url = reverse("publishing:set_validity", args=(item.pk,))
    assert client.post(url, {"to": "expired", "since": "", "reason": ""}).status_code == 422
    client.post(url, {"to": "expired", "since": "2024-06-03", "reason": "试行期满"})
    assert Item.objects.get(pk=item.pk).validity == "expired"


def test_a_report_is_withdrawn_among_the_reports_alone(cast, client):
    item = brought_out(cast)
    client.force_login(cast.signer)
    answer = client.post(
        reverse("publishing:withdraw", args=(item.pk,)), {"reason": "错", "public_note": "错"}
    )
    assert answer.status_code == 409
    assert Item.objects.get(pk=item.pk).published is not None
