"""A bucket follows the tree, by a bucket made of a table: what is withdrawn first, lists after what they name, gone things last."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from gongkai.release.models import PublicFile
from gongkai.release.static import mirror
from gongkai.release.static.bucket import S3Bucket
from gongkai.release.static.growing import Ready
from gongkai.release.static.places import Place
from gongkai.release.static.tree import Tree
from tests.website.released import release, release_file

PAGES = {
    "index.html": b"home",
    "index.html.gz": b"packed",
    "feed.xml": b"feed",
    "content/index.html": b"list",
    "items/_/7/index.html": b"seven",
    "items/12/34/index.html": b"other",
}


class Table:
    """What was put and removed, in order, and what lies there now."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []
        self.held: dict[str, tuple[bytes, str]] = {}

    def put(self, key: str, body: Path, content_type: str) -> None:
        self.done.append(("put", key))
        self.held[key] = (body.read_bytes(), content_type)

    def remove(self, key: str) -> None:
        self.done.append(("remove", key))
        self.held = {name: row for name, row in self.held.items() if name != key and not (key.endswith("/") and name.startswith(key))}  # fmt: skip


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A tree with pages, mirrored into a table."""
    tree = Tree(tmp_path / "site", grace=0)
    tree.make_ready()
    table = Table()
    monkeypatch.setattr(mirror, "bucket_of", lambda _address: table)
    commit(tree, PAGES)
    here = Place(tree, "s3://bucket")
    mirror.catch_up(here)
    return here


@pytest.fixture
def table(place):
    """The bucket."""
    return mirror.bucket_of("")


def commit(tree, changes) -> None:
    with tree.lock():
        tree.commit(changes)


def test_everything_that_stood_there_is_put_under_its_address(place, table) -> None:
    assert {key: body for key, (body, _) in table.held.items()} == {
        "index.html": b"home",
        "feed.xml": b"feed",
        "content/index.html": b"list",
        "items/7/index.html": b"seven",
        "items/1234/index.html": b"other",
    }
    assert table.held["index.html"][1] == "text/html; charset=utf-8"
    assert [key for _, key in table.done][-1] in {"index.html", "feed.xml"}


def test_a_withdrawal_goes_first_and_its_note_stands_in_the_place_of_the_page(place, table) -> None:
    table.done.clear()
    changes = {"items/_/7/index.html": None, "items/_/7/gone.html": b"note", "index.html": b"shorter", "items/_/8/index.html": b"eight"}  # fmt: skip
    commit(place.tree, changes)
    mirror.catch_up(place)
    assert table.done[0] == ("put", "items/7/index.html")
    assert table.held["items/7/index.html"][0] == b"note"
    assert ("remove", "items/7/index.html") not in table.done
    assert table.done.index(("put", "items/8/index.html")) < table.done.index(("put", "index.html"))


def test_what_is_gone_goes_last(place, table) -> None:
    table.done.clear()
    commit(place.tree, {"content/index.html": None, "index.html": b"shorter"})
    mirror.catch_up(place)
    assert table.done == [("put", "index.html"), ("remove", "content/index.html")]


def test_a_bucket_that_fails_is_caught_up_with_later(place, table, monkeypatch) -> None:
    commit(place.tree, {"index.html": b"new"})
    with monkeypatch.context() as patched, pytest.raises(OSError, match="away"):
        patched.setattr(table, "put", lambda *_: (_ for _ in ()).throw(OSError("away")))
        mirror.catch_up(place)
    assert mirror.is_behind(place.tree)
    mirror.catch_up(place)
    assert table.held["index.html"][0] == b"new"
    assert not mirror.is_behind(place.tree)


def test_a_file_stands_under_its_name_and_goes_with_its_document(place, table, cast) -> None:
    kept = release_file(release(cast.town))
    folder = place.tree.folder / "staging" / "x"
    folder.mkdir()
    (folder / "file.pdf").write_bytes(b"%PDF")
    where = f"files/public/{kept.token[:2]}/{kept.token}/"
    commit(place.tree, {where: Ready(folder)})
    mirror.catch_up(place)
    assert table.held[f"files/public/{kept.token}/{kept.name}"][0] == b"%PDF"
    PublicFile.objects.all().delete()
    commit(place.tree, {where: None})
    mirror.catch_up(place)
    assert not [key for key in table.held if key.startswith("files/")]


class Client:
    """The calls of boto3 that are made."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []

    def upload_fileobj(self, file, bucket, key, ExtraArgs) -> None:  # noqa: N803
        self.calls.append(("put", (bucket, key, file.read(), ExtraArgs["ContentType"])))

    def delete_object(self, Bucket, Key) -> None:  # noqa: N803
        self.calls.append(("delete", (Bucket, Key)))


def test_keys_stand_below_the_prefix(tmp_path) -> None:
    client = Client()
    bucket = S3Bucket(client, "bucket", "site/")
    (tmp_path / "page").write_bytes(ContentFile(b"page").read())
    bucket.put("index.html", tmp_path / "page", "text/html")
    bucket.remove("feed.xml")
    assert client.calls == [
        ("put", ("bucket", "site/index.html", b"page", "text/html")),
        ("delete", ("bucket", "site/feed.xml")),
    ]
