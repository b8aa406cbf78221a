"""Files of an item and its ties to others: on the desk, in the seal, and in the journal."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import attach, detach, link, publish, revise, submit, unlink
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.models import Item
from tests.publishing.items import NOW, draft, item_with_file, passed, published, tie, upload


def test_a_file_is_sealed_with_the_text_and_goes_on_to_the_next_version(cast):
    item = item_with_file(cast)
    bare = text_of(draft(cast).draft).sha256()
    assert text_of(item.draft).sha256() != bare
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    item = revise(item=publish(item=item, by=cast.signer, now=NOW), by=cast.clerk, now=NOW)
    assert [row.title for row in item.draft.attachments.all()] == ["说明.txt"]
    item = detach(item=item, file_id=item.draft.attachments.get().file_id, by=cast.clerk, now=NOW)
    assert not item.draft.attachments.exists()
    assert item.published.attachments.count() == 1


def test_the_same_file_is_attached_once(cast):
    item, stored = draft(cast), upload(cast)
    for _ in range(2):
        item = attach(item=item, stored=stored, by=cast.clerk, now=NOW)
    assert item.draft.attachments.count() == 1


def test_another_organs_file_is_not_attached(cast):
    stored = upload(cast)
    stored.agency = cast.county
    stored.save()
    with pytest.raises(Refusal, match="不属于本机关"):
        attach(item=draft(cast), stored=stored, by=cast.clerk, now=NOW)


def test_nothing_is_attached_to_what_is_public(cast):
    with pytest.raises(Refusal, match="只有草稿"):
        attach(item=published(cast), stored=upload(cast), by=cast.clerk, now=NOW)


@pytest.mark.parametrize("role", ["reviewer", "signer", "supervisor", "stranger"])
def test_only_a_clerk_of_the_organ_attaches(cast, role):
    with pytest.raises(NotAllowed):
        attach(item=draft(cast), stored=upload(cast), by=getattr(cast, role), now=NOW)


@pytest.mark.parametrize("role", ["reviewer", "reader", "supervisor", "stranger"])
def test_only_clerks_and_signers_of_the_organ_tie(cast, role):
    item, other = draft(cast), draft(cast, "另一条")
    with pytest.raises(NotAllowed):
        link(source=item, target=other, kind="interprets", by=getattr(cast, role), now=NOW)


def test_a_clerk_adds_a_file_and_takes_it_off_on_the_pages(cast, client):
    client.force_login(cast.clerk)
    item = draft(cast)
    given = SimpleUploadedFile("发放表.csv", "姓名,金额\n张某,100".encode())
    answer = client.post(
        f"/desk/items/{item.pk}/files/add/", {"file": given, "title": "补贴发放表"}
    )
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(f"/desk/items/{item.pk}/").content.decode()
    assert "补贴发放表" in page
    file = Item.objects.get(pk=item.pk).draft.attachments.get().file_id
    assert client.post(f"/desk/items/{item.pk}/files/{file}/remove/").status_code == 302
    assert client.post(f"/desk/items/{item.pk}/files/{file}/remove/").status_code == 404


def test_a_file_of_no_kind_we_know_gets_its_message_by_the_field(cast, client):
    client.force_login(cast.clerk)
    item = draft(cast)
    given = SimpleUploadedFile("x.exe", b"MZ\x90\x00" + b"\0" * 100)
    answer = client.post(f"/desk/items/{item.pk}/files/add/", {"file": given})
    assert answer.status_code == 422
    assert not Item.objects.get(pk=item.pk).draft.attachments.exists()


def test_a_tie_reads_from_both_ends_and_is_journaled(cast, client):
    made = tie(cast)
    client.force_login(cast.clerk)
    for end, words in ((made.source, "解读"), (made.target, "相关解读")):
        assert words in client.get(f"/desk/items/{end.pk}/").content.decode()
    unlink(tie=made, by=cast.clerk, now=NOW)
    acts = Entry.objects.filter(act__in=("publishing.link", "publishing.unlink")).order_by("pk")
    assert [entry.act for entry in acts] == ["publishing.link", "publishing.unlink"]


def test_an_item_is_tied_to_no_other_organs_item_and_not_to_itself(cast):
    mine, theirs = draft(cast), draft(cast, "县里的")
    Item.objects.filter(pk=theirs.pk).update(agency=cast.county)
    for other in (mine, theirs):
        with pytest.raises(Refusal, match="本机关的另一条"):
            link(source=mine, target=other, kind="interprets", by=cast.clerk, now=NOW)


def test_two_items_do_not_interpret_each_other(cast):
    made = tie(cast)
    with pytest.raises(Refusal, match="不能互相解读"):
        link(source=made.target, target=made.source, kind="interprets", by=cast.clerk, now=NOW)


TYPED = {
    "title": "补贴办法",
    "lines": "一、范围",
    "seen_version": 1,
    "attribute": "proactive",
    "made_on": "2024-05-20",
    "genre": "notice",
    "catalogue_keys": ["livelihood"],
    "joint_organs": "县农业农村局\n县财政局",
    "lead": "on",
}


def test_a_date_typed_in_the_editor_stands_on_the_draft(cast, client):
    client.force_login(cast.clerk)
    item = draft(cast)
    assert client.post(f"/desk/items/{item.pk}/edit/", TYPED).status_code == 302
    facts = text_of(Item.objects.get(pk=item.pk).draft).facts
    assert facts.made_on == date(2024, 5, 20)
    assert (facts.genre, facts.catalogue_keys) == ("notice", ("livelihood",))
    assert facts.joint_organs == ("县农业农村局", "县财政局")


def test_a_save_without_the_fields_of_facts_leaves_them_alone(cast, client):
    client.force_login(cast.clerk)
    item = draft(cast)
    first = {
        "title": "甲",
        "lines": "甲",
        "seen_version": 1,
        "attribute": "proactive",
        "genre": "notice",
    }
    client.post(f"/desk/items/{item.pk}/edit/", first)
    client.post(f"/desk/items/{item.pk}/edit/", {"title": "乙", "lines": "乙", "seen_version": 2})
    assert Item.objects.get(pk=item.pk).draft.genre == "notice"
