"""What readers see of facts, files and ties: that of the published version, and nothing of others."""

from dataclasses import replace
from datetime import UTC, date, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.files.actions import receive
from gongkai.publishing.actions import (
    attach,
    link,
    publish,
    revise,
    save_draft,
    submit,
    withdraw,
)
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.facts import Facts
from gongkai.release.actions import refresh_item, renew_terms
from gongkai.release.models import PublicDocument, PublicFile
from tests.paperwork.attachment_text.files import pdf
from tests.publishing.items import NOW, draft, item_with_file, later, passed, upload


def brought_to_the_public(cast, item):
    """The item, signed and copied."""
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    item = publish(item=item, by=cast.signer, now=NOW)
    refresh_item({"item": item.pk}, NOW)
    return item


def with_facts(cast, title="补贴办法", **facts):
    """A draft with facts."""
    item = draft(cast, title)
    text = replace(text_of(item.draft), facts=Facts(**facts))
    return save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)


def copy_of(item):
    return PublicDocument.objects.get(item_id=item.pk)


def test_the_facts_stand_above_the_title(cast, client):
    item = brought_to_the_public(
        cast,
        with_facts(cast, genre="notice", made_on=date(2024, 5, 20), joint_organs=("县财政局",)),
    )
    page = client.get(f"/o/{cast.town.code}/items/{item.pk}/").content.decode()
    for words in ("通知", "2024-05-20", item.index_number, "青石镇人民政府、县财政局", "有效"):
        assert words in page


def test_a_document_out_of_its_term_says_so_from_the_next_day(cast):
    item = brought_to_the_public(cast, with_facts(cast, ends_on=date(2024, 6, 30)))
    assert copy_of(item).validity == "valid"
    assert renew_terms(datetime(2024, 6, 30, 15, 59, tzinfo=UTC)) == 0
    assert renew_terms(datetime(2024, 6, 30, 16, 0, tzinfo=UTC)) == 1
    assert copy_of(item).validity == "expired"
    assert renew_terms(datetime(2024, 7, 2, tzinfo=UTC)) == 0


def test_a_file_is_served_as_long_as_its_text_is_public(cast, client):
    item = brought_to_the_public(cast, item_with_file(cast))
    address = f"/files/public/{copy_of(item).attachments[0]['token']}"
    assert client.get(address).content.decode("utf-8-sig") == "办事说明"
    withdraw(item=item, reason="差错", public_note="更正后再发", by=cast.signer, now=later(5))
    refresh_item({"item": item.pk}, later(5))
    assert client.get(address).status_code == 404
    assert not PublicFile.objects.exists()


def test_the_words_of_a_file_are_kept_for_the_search_and_an_unreadable_one_is_marked(cast, client):
    item = brought_to_the_public(cast, item_with_file(cast))
    copy = copy_of(item)
    assert copy.attachment_text == "办事说明"
    assert copy.attachments[0]["searchable"] is True
    picture = SimpleUploadedFile("图.pdf", pdf())
    scan = receive(agency=cast.town, upload=picture, purpose="attachment", by=cast.clerk, now=NOW)
    again = attach(item=draft(cast, "扫描件"), stored=scan, by=cast.clerk, now=NOW)
    copy = copy_of(brought_to_the_public(cast, again))
    assert (copy.attachment_text, copy.attachments[0]["searchable"]) == ("", False)
    page = client.get(f"/o/{cast.town.code}/items/{again.pk}/").content.decode()
    assert "文字不可检索" in page


def test_the_words_of_the_original_paper_are_not_kept(cast):
    item = brought_to_the_public(cast, item_with_file(cast, use="original"))
    assert copy_of(item).attachment_text == ""


def test_the_original_paper_is_never_served(cast, client):
    item = brought_to_the_public(cast, item_with_file(cast, use="original"))
    assert copy_of(item).attachments == []
    token = item.published.attachments.get().file.token
    assert client.get(f"/files/public/{token}").status_code == 404


def test_a_file_of_the_next_draft_is_not_served_before_it_is_signed(cast, client):
    item = brought_to_the_public(cast, draft(cast))
    stored = upload(cast, words="还没有签发")
    attach(item=revise(item=item, by=cast.clerk, now=NOW), stored=stored, by=cast.clerk, now=NOW)
    refresh_item({"item": item.pk}, NOW)
    assert client.get(f"/files/public/{stored.token}").status_code == 404
    assert copy_of(item).attachments == []


def test_a_tie_shows_on_both_pages_once_both_are_public_and_goes_with_either(cast):
    policy = brought_to_the_public(cast, draft(cast, "补贴办法"))
    words = draft(cast, "补贴办法问答")
    link(source=words, target=policy, kind="interprets", by=cast.clerk, now=NOW)
    refresh_item({"item": policy.pk}, NOW)
    assert copy_of(policy).links == []
    words = brought_to_the_public(cast, words)
    assert [row["label"] for row in copy_of(policy).links] == ["相关解读"]
    assert [row["title"] for row in copy_of(words).links] == ["补贴办法"]
    withdraw(item=words, reason="差错", public_note="更正后再发", by=cast.signer, now=later(5))
    refresh_item({"item": words.pk}, later(5))
    assert copy_of(policy).links == []
