"""Keeps a bucket in step with the tree of this machine. A bucket has no swap, so order makes it safe: what is withdrawn goes first,
then come new pages and files, then the lists that name them, and what is no longer named goes last.

What a commit touches is written down beside the tree before readers see it; it is struck off once the bucket has it.
"""

import json
import mimetypes
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Protocol

from gongkai.release.models import PublicFile
from gongkai.release.static.addresses import (
    FILES,
    GONE,
    PACKED,
    PAGE,
    address_of,
)
from gongkai.release.static.bucket import bucket_of
from gongkai.release.static.disk import locked, make_folder
from gongkai.release.static.places import Place
from gongkai.release.static.tree import TOUCHED, Tree

LOCK = "mirror.lock"


class Bucket(Protocol):
    """What a bucket can do."""

    def put(self, key: str, body: Path, content_type: str) -> None:
        """Have these bytes stand at a key."""

    def remove(self, key: str) -> None:
        """Have nothing stand at a key; one that ends in ``/`` is all that begins so."""


def catch_up(place: Place) -> None:
    """Bring the bucket in step, if the place has one."""
    if not place.bucket:
        return
    with locked(place.tree.folder / LOCK):
        watch(place.tree)
        mirror(place.tree, bucket_of(place.bucket))


def watch(tree: Tree) -> None:
    """From now on commits write down what they touch; what stands there already counts as touched."""
    if (tree.folder / TOUCHED).is_dir():
        return
    with tree.lock():
        make_folder(str(tree.folder / TOUCHED))
        tree.tell(tree.paths())


def is_behind(tree: Tree) -> bool:
    """Whether the bucket lacks something."""
    return any((tree.folder / TOUCHED).iterdir()) if (tree.folder / TOUCHED).is_dir() else True


def mirror(tree: Tree, bucket: Bucket) -> None:
    """Bring a bucket in step with what was touched since it was, in the order in which it may be seen."""
    notes = sorted((tree.folder / TOUCHED).iterdir())
    if not notes:
        return
    touched = {path for note in notes for path in json.loads(note.read_text(encoding="utf-8"))}
    for path in sorted(expanded(tree, touched), key=lambda path: (urgency(tree, path), path)):
        _bring(tree, bucket, path)
    for note in notes:
        note.unlink()


def expanded(tree: Tree, touched: set[str]) -> Iterator[str]:
    """Files: of a folder that was touched as a whole, all that it has, or itself where it is gone."""
    for path in touched:
        if not path.endswith("/"):
            yield path
            continue
        names = sorted(each.name for each in tree.place(path).glob("*"))
        yield from (f"{path}{name}" for name in names)
        yield from [] if names else [path]


def urgency(tree: Tree, path: str) -> int:
    """When its turn comes: withdrawals, what stands alone, lists, the front page, what is gone."""
    is_there = tree.place(path).exists()
    alone = "items/" in path or path.startswith(FILES)
    if PurePosixPath(path).name == GONE or (alone and not is_there):
        return 0
    if not is_there:
        return 4
    return 1 if alone else 3 if path.count("/") == 0 else 2


def _bring(tree: Tree, bucket: Bucket, path: str) -> None:
    name = PurePosixPath(path).name
    if name.startswith(".") or path.endswith(PACKED):
        return
    for key in keys(tree, path):
        place = tree.place(path)
        if place.is_file():
            bucket.put(key, place, content_type(key))
        elif name != PAGE or not place.with_name(GONE).is_file():
            bucket.remove(key)


def keys(tree: Tree, path: str) -> list[str]:
    """The keys of a file: its address; the note of a withdrawal stands in the place of the page."""
    above, _, name = path.rpartition("/")
    if path.startswith(FILES):
        return list(_file_keys(path))
    if name == GONE and not tree.place(path).is_file():
        return []
    folder = address_of(f"{above}/" if above else "")[1:]
    return [f"{folder}{PAGE if name == GONE else name}"]


def _file_keys(path: str) -> Iterator[str]:
    """A public file stands under the name in its address; where nobody has it any more, all names go."""
    token = path.split("/")[3]
    names = PublicFile.objects.filter(token=token).values_list("name", flat=True).distinct()
    yield from (f"{FILES}{token}/{name}" for name in names)
    if not names:
        yield f"{FILES}{token}/"


def content_type(key: str) -> str:
    """The type under which a browser gets it."""
    kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("xml") else kind
