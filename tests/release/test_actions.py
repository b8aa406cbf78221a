"""The public copies: what was published and nothing else, whatever message comes when."""

import json

import pytest
from django.core import serializers

from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import (
    drop_revision,
    publish,
    revise,
    save_draft,
    send_back,
    submit,
    withdraw,
)
from gongkai.publishing.actions.texts import Text
from gongkai.release.actions import rebuild, refresh_item
from gongkai.release.models import PublicDocument, Withdrawal
from gongkai.release.queries import document, withdrawal
from tests.publishing.items import (
    NOW,
    brought_out,
    draft,
    later,
    passed,
    published,
    reviewed,
    submitted,
)

SECRET = "尚未公开的话"


def revised(cast):
    """A public item with a new text in work."""
    item = revise(item=published(cast), by=cast.clerk, now=later(4))
    text = Text("公开指南", f"<p>{SECRET}</p>")
    return save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(5))


def withdrawn(cast, **text):
    item = published(cast, **text)
    return withdraw(
        item=item, reason="有误", public_note="更正后重新发布", by=cast.signer, now=later(6)
    )


SECRETS = {
    "draft": lambda cast: draft(cast, body=f"<p>{SECRET}</p>"),
    "in_review": lambda cast: submitted(cast, body=f"<p>{SECRET}</p>"),
    "sent_back": lambda cast: send_back(
        item=submitted(cast, body=f"<p>{SECRET}</p>"), remark="改", by=cast.reviewer, now=NOW
    ),
    "to_sign": lambda cast: reviewed(cast, body=f"<p>{SECRET}</p>"),
    "withdrawn": lambda cast: withdrawn(cast, body=f"<p>{SECRET}</p>"),
    "revised after withdrawal": lambda cast: revise(
        item=withdrawn(cast, body=f"<p>{SECRET}</p>"), by=cast.clerk, now=NOW
    ),
    "revision": revised,
    "revision in review": lambda cast: submit(item=revised(cast), by=cast.clerk, now=NOW),
    "revision to sign": lambda cast: passed(
        submit(item=revised(cast), by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW
    ),
    "dropped revision": lambda cast: drop_revision(item=revised(cast), by=cast.clerk, now=NOW),
}


@pytest.mark.parametrize("state", SECRETS)
def test_no_text_that_is_not_published_is_ever_held(cast, state):
    item = SECRETS[state](cast)
    deliver_due(later(24))
    refresh_item({"item": item.pk}, later(24))
    held = [*PublicDocument.objects.all(), *Withdrawal.objects.all()]
    assert SECRET not in json.dumps(
        json.loads(serializers.serialize("json", held)), ensure_ascii=False
    )


def test_what_is_published_is_shown_when_the_outbox_delivers(cast):
    item = published(cast)
    assert document(item.pk) is None
    deliver_due(later(24))
    shown = document(item.pk)
    assert (shown.kind, shown.title, shown.path) == ("guide", "公开指南", f"items/{item.pk}/")
    assert shown.agency_name == "青石镇人民政府"


def test_an_old_message_after_a_newer_one_changes_nothing(cast):
    item = published(cast)
    withdraw(item=item, reason="有误", public_note="更正中", by=cast.signer, now=later(5))
    refresh_item({"item": item.pk}, later(6))
    deliver_due(later(24))
    assert document(item.pk) is None
    assert withdrawal(item.pk).note == "更正中"


def test_the_same_message_twice_is_the_same_as_once(cast):
    item = published(cast)
    for _ in range(2):
        refresh_item({"item": item.pk}, later(5))
    assert PublicDocument.objects.count() == 1


def test_a_signed_revision_replaces_the_text_and_keeps_the_first_day(cast):
    item = submit(item=revised(cast), by=cast.clerk, now=later(6))
    item = passed(item, by=cast.reviewer, now=later(7))
    publish(item=item, by=cast.signer, now=later(8))
    deliver_due(later(24))
    shown = document(item.pk)
    assert SECRET in shown.body
    assert (shown.first_published_at, shown.published_at) == (later(3), later(8))


def test_what_is_published_again_takes_the_note_away(cast):
    item = revise(item=withdrawn(cast), by=cast.clerk, now=NOW)
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    publish(item=item, by=cast.signer, now=later(9))
    deliver_due(later(24))
    assert document(item.pk)
    assert withdrawal(item.pk) is None


def test_a_report_keeps_its_earlier_versions_public(cast):
    for title in ("年报", "年报（更正）"):
        item = brought_out(cast, title)
    refresh_item({"item": item.pk}, later(1))
    shown = document(item.pk)
    assert (shown.kind, shown.year, shown.path) == ("annual_report", 2023, "reports/2023/")
    assert [earlier["title"] for earlier in shown.payload["earlier"]] == ["年报"]


def test_an_item_that_is_gone_takes_its_copy_along(cast):
    refresh_item({"item": published(cast).pk}, NOW)
    PublicDocument.objects.update(item_id=999)
    refresh_item({"item": 999}, NOW)
    assert not PublicDocument.objects.exists()


def test_everything_is_rebuilt_from_the_record(cast):
    kept, gone = published(cast), withdrawn(cast)
    draft(cast, body=f"<p>{SECRET}</p>")
    PublicDocument.objects.all().delete()
    assert rebuild(NOW) == 1
    assert document(kept.pk)
    assert withdrawal(gone.pk)
