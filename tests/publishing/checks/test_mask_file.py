"""An attachment masked: the copy takes its place, the original is kept and not public, and the text can go out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.files.actions import receive
from gongkai.publishing.actions import attach, masked_file, publish, submit, survey_files
from gongkai.publishing.checks import findings, subject_of
from gongkai.publishing.models import FileSurvey, Item
from tests.paperwork.attachment_text.files import ID, book, hiding_book, kept, pdf
from tests.publishing.items import NOW, draft, passed


def with_file(cast, name: str, data: bytes) -> Item:
    """A draft with a file that was looked through."""
    given = SimpleUploadedFile(name, data)
    stored = receive(agency=cast.town, upload=given, purpose="attachment", by=cast.clerk, now=NOW)
    item = attach(item=draft(cast), stored=stored, by=cast.clerk, now=NOW)
    survey_files(item.draft, NOW)
    return item


def found(item: Item) -> dict[str, str]:
    """By check, its first message."""
    rows = findings(subject_of(item, item.draft, NOW))
    return {row.check: row.message for row in reversed(rows)}


def mask_on_page(cast, client, item: Item) -> Item:
    client.force_login(cast.clerk)
    file = item.draft.attachments.filter(use="attachment").get().file_id
    address = f"/desk/items/{item.pk}/files/{file}/mask/"
    assert "110105************" in client.get(address).content.decode()
    assert client.post(address, {"seen_version": item.version}).status_code == 302
    return Item.objects.get(pk=item.pk)


def test_a_list_with_accounts_is_masked_on_the_page_and_published(cast, client):
    item = with_file(cast, "名单.xlsx", kept(book()))
    assert "personal_data" in found(item)
    item = mask_on_page(cast, client, item)
    assert found(item) == {}
    uses = {row.use: row.file for row in item.draft.attachments.all()}
    assert uses["attachment"].public_sha256 != uses["original"].public_sha256
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    assert publish(item=item, by=cast.signer, now=NOW).state == "published"
    assert Entry.objects.get(act="publishing.mask_file").after["number"] == 2


def test_what_a_workbook_hides_is_told_apart(cast):
    messages = found(with_file(cast, "名单.xlsx", hiding_book()))
    assert "隐藏工作表“名单” A1" in messages["hidden_personal_data"]
    assert "里有" in messages["hidden_content"]
    assert ID not in repr(FileSurvey.objects.values_list("finds", "hidden"))


def test_a_pdf_is_not_masked_but_the_clerk_is_told_what_to_do(cast):
    item = with_file(cast, "名单.pdf", pdf("tel 13812345678"))
    row = item.draft.attachments.get()
    assert "换上新的文件" in findings(subject_of(item, item.draft, NOW))[0].advice
    with pytest.raises(Refusal, match="请在原稿里遮盖"):
        masked_file(item=item, stored=row.file, by=cast.clerk, now=NOW)
    with pytest.raises(NotAllowed):
        masked_file(item=item, stored=row.file, by=cast.signer, now=NOW)


def test_a_scan_is_named_as_not_looked_through_and_stops_nobody(cast):
    item = with_file(cast, "扫描.pdf", pdf())
    assert "没有文字层" in found(item)["unread_file"]
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    assert publish(item=item, by=cast.signer, now=NOW).state == "published"


def test_a_file_nobody_looked_through_is_read_before_it_goes_out(cast):
    item = with_file(cast, "名单.csv", f"姓名,证号\n张某,{ID}\n".encode())
    FileSurvey.objects.all().delete()
    assert "还没有检查" in found(item)["unread_file"]
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    with pytest.raises(Refusal, match="居民身份证号码"):
        publish(item=item, by=cast.signer, now=NOW)


def test_a_file_that_is_masked_twice_or_by_a_stale_page_is_refused(cast, client):
    item = with_file(cast, "名单.xlsx", kept(book()))
    client.force_login(cast.clerk)
    file = item.draft.attachments.get().file_id
    address = f"/desk/items/{item.pk}/files/{file}/mask/"
    assert client.post(address, {"seen_version": item.version + 5}).status_code == 422
    assert Item.objects.get(pk=item.pk).draft.number == 1
