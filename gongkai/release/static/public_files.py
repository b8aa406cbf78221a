"""Copies of the files that public documents have, beside the pages. A file lies under its token with a mark of its bytes' name."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from django.core.files.storage import default_storage

from gongkai.release.models import PublicFile
from gongkai.release.static.addresses import file_place, files_place
from gongkai.release.static.disk import FILE_MODE, settle, take_away
from gongkai.release.static.growing import Content, Ready
from gongkai.release.static.tree import STAGING, Tree

PIECE = 1024 * 1024
AT_ONCE = 50


class Stored(NamedTuple):
    """A public file: its address, its name, and where its bytes lie."""

    token: str
    name: str
    key: str


def stored(tokens: Iterable[str]) -> dict[str, Stored]:
    """The public files under these tokens; what nobody may read any more is not among them."""
    rows = PublicFile.objects.filter(token__in=list(tokens)).order_by("-pk")
    return {row[0]: Stored(*row) for row in rows.values_list("token", "name", "storage_key")}


def file_changes(tree: Tree, tokens: Iterable[str], room: str) -> dict[str, Content]:
    """What must change in the tree for these tokens; new copies are laid ready in a room of their own."""
    wanted, found = list(tokens), {}
    known = stored(wanted)
    for token in wanted:
        if token in known:
            found |= _copy(tree, known[token], room)
        elif tree.place(files_place(token)).is_dir():
            found[files_place(token)] = None
    return found


def _copy(tree: Tree, file: Stored, room: str) -> dict[str, Content]:
    if is_there(tree, file):
        return {}
    ready = tree.folder / STAGING / room / token_hex(8)
    ready.mkdir(parents=True)
    ready.chmod(0o755)
    _copied(file.key, ready / file_place(file.token, file.name).rpartition("/")[2])
    (ready / mark_of(file)).touch(FILE_MODE)
    settle([str(path) for path in ready.iterdir()])
    return {files_place(file.token): Ready(ready)}


def _copied(key: str, to: Path) -> None:
    """Copy the bytes in pieces: a file may be larger than the memory."""
    with default_storage.open(key, "rb") as source, to.open("xb") as copy:
        os.fchmod(copy.fileno(), FILE_MODE)
        while piece := source.read(PIECE):
            copy.write(piece)


def is_there(tree: Tree, file: Stored) -> bool:
    """Whether the tree has these very bytes under this very name."""
    place = tree.place(files_place(file.token))
    return (place / mark_of(file)).exists() and tree.place(
        file_place(file.token, file.name)
    ).exists()


def mark_of(file: Stored) -> str:
    """The name of the empty file that says which bytes lie beside it, without telling where they come from."""
    return f".{sha256(file.key.encode()).hexdigest()[:16]}"


def all_tokens() -> Iterator[str]:
    """The tokens of all public files, in a steady order."""
    yield from PublicFile.objects.order_by("token").values_list("token", flat=True).distinct()


def bring_files(tree: Tree) -> None:
    """Bring all public files into the tree: laid ready beside everybody's work, moved in where they are still public."""
    tokens = list(all_tokens())
    for begin in range(0, len(tokens), AT_ONCE):
        room = f"rebuild-files-{token_hex(4)}"
        found = file_changes(tree, tokens[begin : begin + AT_ONCE], room)
        with tree.lock():
            now_public = {file.token: file for file in stored(tokens[begin : begin + AT_ONCE]).values()}  # fmt: skip
            still = {place: ready for place, ready in found.items() if _is_still(now_public, place, ready)}  # fmt: skip
            tree.commit(still)
        take_away(str(tree.folder / STAGING / room))


def _is_still(public: dict[str, Stored], place: str, ready: Content) -> bool:
    """Whether what lies ready is what the token stands for now."""
    file = public.get(place.split("/")[3])
    return isinstance(ready, Ready) and file is not None and (ready.path / mark_of(file)).exists()


def drop_files(tree: Tree, tokens: Iterable[str]) -> None:
    """Take out of the tree what nobody may read any more. The lock of the tree is held."""
    asked = list(tokens)
    gone = set(asked) - set(stored(asked))
    tree.commit({files_place(token): None for token in gone})
