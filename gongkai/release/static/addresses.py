"""Where an address of the public site lies in the tree on disk. Pure: no disk, no database.

A page is a folder with one file for each reading mode; text lies compressed beside itself. Items lie in folders of a
hundred, so that a change of one touches few entries: ``/items/1234/`` in ``items/12/34/``, ``/items/7/`` in ``items/_/7/``.
"""

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

PAGE, ELDER, PLAIN, GONE = "index.html", "index.elder.html", "index.plain.html", "gone.html"
"""The page for readers without a choice, for those who chose elder mode, for those who left it; the note of a withdrawal."""
PACKED = ".gz"
TEXTS = {".html", ".xml", ".txt", ".json", ".csv", ".svg", ".vtt"}
"""Kinds of file that lie compressed beside themselves."""
NOT_FOUND, MAINTENANCE = "404.html", "maintenance.html"
FILES = "files/public/"
_ITEM = re.compile(r"(?P<above>(?:.*/)?items/)(?P<hundreds>[0-9]*?)(?P<rest>[0-9]{1,2})/")
_ITEM_FOLDER = re.compile(r"(?P<above>(?:.*/)?items/)(?P<hundreds>[0-9]+|_)/(?P<rest>[0-9]{1,2})/")
_FILE = re.compile(r"files/public/(?P<token>[A-Za-z0-9_-]{2,64})/[^/]+")
_FILE_PLACE = re.compile(r"files/public/(?P<shelf>[A-Za-z0-9_-]{2})/(?P<token>[A-Za-z0-9_-]+)/(?P<name>file\.[a-z0-9]+)")  # fmt: skip
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class NoPlace(ValueError):
    """An address that cannot lie on disk."""


def place_of(address: str) -> str:
    """Where an address lies: a folder, ending in ``/`` (the root is ``""``), or a file. Raises NoPlace."""
    if not address.startswith("/") or "?" in address or "#" in address:
        raise NoPlace(address)
    path = address[1:]
    if any(bad(part) for part in path.removesuffix("/").split("/")) and path:
        raise NoPlace(address)
    if found := _ITEM.fullmatch(path):
        return f"{found['above']}{found['hundreds'] or '_'}/{found['rest']}/"
    if found := _FILE.fullmatch(path):
        return file_place(found["token"], path)
    return path


def bad(part: str) -> bool:
    """Whether a piece of a path may not be the name of a file here."""
    return not part or part.startswith(".") or "\0" in part or len(part.encode()) > 200


def address_of(place: str) -> str:
    """The address of a folder or a file of the tree; of a public file, with the name that it has there."""
    if found := _ITEM_FOLDER.fullmatch(place):
        return f"/{found['above']}{found['hundreds'].strip('_')}{found['rest']}/"
    if found := _FILE_PLACE.fullmatch(place):
        return f"/files/public/{found['token']}/{found['name']}"
    return f"/{place}"


def file_place(token: str, name: str) -> str:
    """Where a public file lies: under its token, whatever its name, with the ending of the name."""
    ending = PurePosixPath(name).suffix.lower()
    return f"files/public/{token[:2]}/{token}/file{ending if _ENDING.fullmatch(ending) else '.bin'}"


def files_place(token: str) -> str:
    """The folder of a public file."""
    return f"files/public/{token[:2]}/{token}/"


def page_files(place: str, bodies: Mapping[str, bytes]) -> Iterator[tuple[str, bytes | None]]:
    """The files of a page at a folder: what each mode shows by the name of its file; modes without a body are gone."""
    for name in (PAGE, ELDER, PLAIN, GONE):
        body = bodies.get(name)
        yield from text_files(f"{place}{name}", body)


def page_paths(place: str) -> list[str]:
    """The paths by which a page is told from an older one: those that readers without a choice are answered with."""
    return [f"{place}{PAGE}", f"{place}{GONE}"] if not place or place.endswith("/") else [place]


def is_alone(address: str) -> bool:
    """Whether the folder of a page holds that page and nothing else, whatever the site has: those of items do."""
    return bool(_ITEM.fullmatch(address[1:]))


def text_files(path: str, body: bytes | None) -> Iterator[tuple[str, bytes | None]]:
    """A file and, of text, the same compressed; None for both where it is gone."""
    yield path, body
    if PurePosixPath(path).suffix in TEXTS:
        yield path + PACKED, None if body is None else packed(body)


def packed(body: bytes) -> bytes:
    """Compressed; the same bytes for the same text."""
    return gzip.compress(body, compresslevel=6, mtime=0)
