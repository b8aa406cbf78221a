"""Officers get files under safe headers, and the journal says who took them."""

from datetime import UTC, datetime

import pytest

from gongkai.audit.models import Entry
from gongkai.files.actions import receive
from tests.files.given import pdf, upload

PDF = pdf()
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.fixture
def stored(cast):
    given = upload(PDF, "青石镇 年报.pdf")
    return receive(agency=cast.town, upload=given, purpose="attachment", by=cast.clerk, now=NOW)


def test_a_download_is_to_be_saved_and_never_run(client, cast, stored):
    client.force_login(cast.reader)
    answer = client.get(f"/files/{stored.token}/")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E9%9D%92")
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == (
        "nosniff",
        "application/pdf",
    )
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.content == PDF


@pytest.mark.parametrize(
    ("asked", "status", "given"),
    [("bytes=0-3", 206, PDF[:4]), ("bytes=5-", 206, PDF[5:]), ("bytes=-4", 206, PDF[-4:]),
     ("bytes=999999-", 416, b""), ("bytes=3-1", 200, PDF), ("bytes=0-" + "9" * 5000, 200, PDF), ("lines=1-2", 200, PDF)],
)  # fmt: skip
def test_a_part_may_be_asked_for(client, cast, stored, asked, status, given):
    client.force_login(cast.reader)
    answer = client.get(f"/files/{stored.token}/", headers={"Range": asked})
    assert (answer.status_code, answer.content) == (status, given)


def test_a_download_stands_in_the_journal(client, cast, stored):
    client.force_login(cast.reader)
    client.get(f"/files/{stored.token}/")
    entry = Entry.objects.get(act="files.download")
    assert (entry.actor_name, entry.object_label) == ("杜只读", "青石镇 年报.pdf")


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_others_learn_nothing_of_the_file(client, cast, stored, who):
    client.force_login(getattr(cast, who))
    assert client.get(f"/files/{stored.token}/").status_code == 404
    assert client.get("/files/not-there/").status_code == 404


def test_a_request_that_is_too_large_is_refused_before_it_is_read(client, db):
    answer = client.post("/desk/", data=b"", content_type="x/y", CONTENT_LENGTH=str(200 * 2**20))
    assert answer.status_code == 413
    assert "一个文件最大 50 MB" in answer.content.decode()


def test_peoples_papers_have_no_address_among_the_files(client, cast):
    given = upload(PDF, "身份证.pdf")
    paper = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=NOW)
    client.force_login(cast.clerk)
    assert client.get(f"/files/{paper.token}/").status_code == 404
