"""Pages are kept until something public changes, revalidated by tag and time, and carry nothing of who asked first."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from gongkai.common.freshness import TRUSTED, public_mark, renew_public_mark
from gongkai.website.kept import KeptPage, Shelf
from tests.website.released import NOW, release, release_report


def test_a_kept_page_costs_one_query_at_most(client, town, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(1):
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 7),
        ("/reports/2024/", 4),
        ("/reports/", 5),
        ("/content/", 6),
        ("/search?q=第", 13),  # without an index; PostgreSQL is asked for its own, too
        ("/guide/", 5),
        ("/apply/", 3),
    ],
)
def test_a_page_is_drawn_with_few_queries(
    client, town, address, most, django_assert_max_num_queries
):
    for number in range(30):
        release(town, "content")
        release_report(town, 1990 + number)
    release_report(town, 2024)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_the_reader_who_has_the_page_gets_no_body(client, town):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    since = client.get("/", headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304


def test_a_release_is_seen_at_once(client, town, django_capture_on_commit_callbacks):
    tag = client.get("/")["ETag"]
    release(town, title="新的通知")
    with django_capture_on_commit_callbacks(execute=True):
        renew_public_mark(NOW)
    response = client.get("/", headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert "新的通知" in response.content.decode()


def test_elder_mode_is_another_page(client, town):
    plain = client.get("/")
    client.cookies["elder"] = "1"
    large = client.get("/")
    assert plain["ETag"] != large["ETag"]
    assert 'class="elder"' in large.content.decode()
    assert "Cookie" in plain["Vary"]


def test_nothing_of_a_signed_in_person_gets_into_a_kept_page(client, town, cast):
    client.force_login(cast.clerk)
    mine = client.get("/").content
    client.logout()
    assert client.get("/").content == mine
    assert cast.clerk.name not in mine.decode()


def test_a_page_is_sent_compressed_to_those_who_can_read_it(client, town):
    import gzip

    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] == plain["ETag"]


def test_pages_have_the_safe_headers_when_kept(client, town):
    for _ in range(2):
        response = client.get("/")
        assert response["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in response


def test_pages_of_refusal_are_not_kept(client, town):
    assert client.get("/items/5/").status_code == 404
    release(town, number=5)
    assert client.get("/items/5/").status_code == 200


def test_a_host_that_is_not_ours_is_refused(client, town):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def kept_page(size, mark="a", until=NOW + timedelta(minutes=1)):
    """A page of that size."""
    return KeptPage(b"x" * size, b"", "tag", (), mark, until)


def test_the_shelf_gives_up_what_was_not_asked_for_longest():
    shelf = Shelf(most_bytes=250)
    for name in ("first", "second"):
        shelf.put((name,), kept_page(100))
    shelf.take(("first",), "a", NOW)
    shelf.put(("third",), kept_page(100))
    assert [bool(shelf.take((n,), "a", NOW)) for n in ("first", "second", "third")] == [
        True,
        False,
        True,
    ]


def test_a_page_is_not_given_for_another_mark_or_after_its_time():
    shelf = Shelf()
    shelf.put(("page",), kept_page(10))
    assert shelf.take(("page",), "b", NOW) is None
    assert shelf.take(("page",), "a", NOW + timedelta(minutes=1)) is None
    assert shelf.take(("page",), "a", NOW)


def test_what_another_process_changed_shows_after_a_second_at_most(db):
    mark = public_mark(NOW)
    cache.set("public.mark", ("another", int(NOW.timestamp())), timeout=None)
    assert public_mark(NOW + TRUSTED / 2) == mark
    assert public_mark(NOW + TRUSTED).number == "another"


def test_what_this_process_changed_shows_at_once(db, django_capture_on_commit_callbacks):
    mark = public_mark(NOW)
    with django_capture_on_commit_callbacks(execute=True):
        renew_public_mark(NOW)
    assert public_mark(NOW) != mark
