"""Files are taken in by content, kept as they were, and beside them the copy that may be made public."""

import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.audit.models import Entry
from gongkai.common.permissions import require
from gongkai.common.refusals import NotAllowed
from gongkai.common.vault import CannotOpen
from gongkai.files.actions import destroy, receive, sweep
from gongkai.files.models import StoredFile
from gongkai.files.refusals import Destroyed, Unacceptable
from tests.files.given import docx, pdf, upload, with_part

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "gongkai.files.storage.DurableStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    return tmp_path


def take(cast, data, name="附件.pdf", purpose="attachment", by=None):
    return receive(
        agency=cast.town, upload=upload(data, name), purpose=purpose, by=by or cast.clerk, now=NOW
    )


def test_the_original_is_kept_to_the_byte_with_its_hash(cast):
    given = pdf()
    stored = take(cast, given)
    with stored.open() as kept:
        assert kept.read() == given
    assert stored.sha256 == hashlib.sha256(given).hexdigest()
    assert (stored.kind, stored.name, stored.uploaded_by_name) == ("pdf", "附件.pdf", "王经办")


def test_the_public_copy_no_longer_names_the_author(cast):
    stored = take(cast, docx(), "报告.docx")
    with stored.open_public() as copy:
        content = copy.read()
    assert hashlib.sha256(content).hexdigest() == stored.public_sha256
    assert len(content) == stored.public_size


def test_what_is_never_made_public_has_no_public_copy(cast):
    stored = take(cast, docx(), "报告.docx", "report_source")
    assert not stored.public_key
    with pytest.raises(ValueError, match="no public copy"):
        stored.open_public()


def test_the_journal_says_who_uploaded_what(cast):
    stored = take(cast, pdf())
    entry = Entry.objects.get(act="files.upload")
    assert (entry.object_id, entry.actor_name) == (str(stored.pk), "王经办")
    assert entry.after["sha256"] == stored.sha256


@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger", "nobody", "supervisor"])
def test_only_the_organs_own_clerk_uploads(cast, who):
    with pytest.raises(NotAllowed):
        take(cast, pdf(), by=getattr(cast, who))
    assert not StoredFile.objects.exists()


def test_macros_are_refused_and_leave_nothing_behind(cast, home):
    with pytest.raises(Unacceptable, match="宏"):
        take(cast, with_part(docx(), "word/vbaProject.bin", b"x"), "报告.docx")
    assert not StoredFile.objects.exists()
    assert not list(home.rglob("*"))


def test_a_kind_that_the_purpose_does_not_take_is_named(cast):
    with pytest.raises(Unacceptable, match="这里不能提交网页"):
        take(cast, "<html><p>报告</p></html>".encode(), "报告.html")
    assert (
        take(cast, "<html><p>报告</p></html>".encode(), "报告.html", "report_source").kind == "html"
    )


def test_two_hundred_megabytes_are_refused_unread(cast):
    large = upload(b"%PDF-", "大.pdf")
    large.size = 200 * 2**20
    with pytest.raises(Unacceptable, match="文件超过 50 MB"):
        receive(agency=cast.town, upload=large, purpose="attachment", by=cast.clerk, now=NOW)


class Endless:
    """An upload that never says how large it is."""

    name, given = "无尽.pdf", 0

    def read(self, size=-1):
        self.given += size
        return b"x" * size


def test_an_upload_without_a_size_is_read_no_further_than_allowed(cast):
    endless = Endless()
    with pytest.raises(Unacceptable, match="文件超过 50 MB"):
        receive(agency=cast.town, upload=endless, purpose="attachment", by=cast.clerk, now=NOW)
    assert endless.given < 51 * 2**20


def test_bytes_lie_under_random_names_that_only_the_owner_reads(cast, home):
    stored = take(cast, pdf(), "../../etc/passwd.pdf")
    path = home / stored.storage_key
    assert stored.name == "passwd.pdf"
    assert path.stat().st_mode & 0o777 == 0o600
    assert "passwd" not in stored.storage_key


def test_addresses_cannot_be_guessed(cast):
    tokens = {take(cast, pdf()).token for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) >= 22 for token in tokens)


def age(path, days):
    moment = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))


def test_bytes_without_a_row_are_swept_after_a_day(cast, home):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take(cast, pdf())
        _ = 1 / 0
    kept = take(cast, pdf())
    for path in home.glob("*/*"):
        age(path, 2)
    assert sweep(NOW) == 2
    assert default_storage.exists(kept.storage_key)
    assert default_storage.exists(kept.public_key)


def test_young_bytes_are_left_to_the_upload_that_writes_them(cast, home):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take(cast, pdf())
        _ = 1 / 0
    for path in home.glob("*/*"):
        age(path, 0.5)
    assert sweep(NOW) == 0


def bytes_at_rest(stored) -> bytes:
    with default_storage.open(stored.storage_key, "rb") as content:
        return content.read()


def test_peoples_papers_lie_sealed_and_open_to_the_byte(cast):
    given = pdf()
    stored = take(cast, given, "李四身份证.pdf", "record")
    assert given not in bytes_at_rest(stored)
    with stored.open() as content:
        assert content.read() == given
    said = str(Entry.objects.filter(act="files.upload").values())
    assert "李四" not in said


def test_a_sealed_file_opens_in_its_own_place_only(cast):
    one, other = (take(cast, pdf(), purpose="record") for _ in range(2))
    other.sealed_key = one.sealed_key
    with pytest.raises(CannotOpen):
        other.open()


def test_after_destruction_nothing_of_a_sealed_file_is_left(
    cast, django_capture_on_commit_callbacks
):
    stored = take(cast, pdf(), "李四身份证.pdf", "record")
    permit = require(cast.clerk, "files.upload", cast.town)
    with django_capture_on_commit_callbacks(execute=True):
        destroy(stored, permit=permit, now=NOW)
    stored.refresh_from_db()
    assert (stored.sealed_key, stored.name) == ("", "（已销毁）")
    assert not default_storage.exists(stored.storage_key)
    with pytest.raises(Destroyed, match="已于 2026-11-25"):
        stored.open()


def test_what_is_not_sealed_is_not_destroyed(cast):
    with pytest.raises(ValueError, match="not sealed"):
        destroy(take(cast, pdf()), permit=require(cast.clerk, "files.upload", cast.town), now=NOW)


def test_papers_of_people_that_nothing_holds_are_destroyed_after_a_day(cast):
    left = take(cast, pdf(), purpose="record")
    assert sweep(NOW + timedelta(hours=23)) == 0
    sweep(NOW + timedelta(hours=25))
    left.refresh_from_db()
    assert (left.destroyed_at is not None, left.sealed_key) == (True, "")
    assert Entry.objects.filter(act="files.destroy", object_id=str(left.pk)).count() == 1
