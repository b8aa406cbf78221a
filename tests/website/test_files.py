"""Files below a text have addresses that end in their names; the short ones go on answering."""

from urllib.parse import quote

import pytest

from tests.website.released import release, release_file

NAMED = f"{quote('说明.txt')}"


@pytest.fixture
def shown(town):
    return release_file(release(town))


def test_a_file_answers_at_the_address_with_its_name(client, shown):
    answer = client.get(f"/files/public/{shown.token}/{NAMED}")
    assert answer.content == "说明".encode()
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"] == "attachment"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_short_address_answers_and_says_the_name(client, shown):
    answer = client.get(f"/files/public/{shown.token}")
    assert answer.content == "说明".encode()
    assert NAMED in answer["Content-Disposition"]


def test_another_name_leads_to_the_right_one(client, shown):
    answer = client.get(f"/files/public/{shown.token}/old.txt")
    assert (answer.status_code, answer["Location"]) == (302, f"/files/public/{shown.token}/{NAMED}")


def test_each_document_may_call_the_same_file_otherwise(client, town, shown):
    release_file(release(town))  # another document
    again = release(town).files.create(
        token=shown.token, name="表.txt", content_type="text/plain", storage_key=shown.storage_key, size=6
    )  # fmt: skip
    for name in (shown.name, again.name):
        assert client.get(f"/files/public/{shown.token}/{quote(name)}").status_code == 200


@pytest.mark.parametrize("name", [NAMED, "a", "..", "%00", "%2e%2e%2fx"])
def test_a_file_that_is_not_public_is_not_there_under_any_name(client, town, name):
    assert client.get(f"/files/public/nothing/{name}").status_code == 404


def test_a_page_links_a_file_by_its_name(client, town):
    row = {"use": "attachment", "token": "abc", "title": "申请 表", "kind": "txt", "size": 6}
    new, older = row | {"name": "申请 表.txt"}, row | {"token": "old"}
    page = client.get(f"/{release(town, attachments=[new, older]).path}").content.decode()
    assert f'href="/files/public/abc/{quote("申请 表.txt")}"' in page
    assert 'href="/files/public/old"' in page
