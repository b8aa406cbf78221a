"""What every page of a site carries besides its own text, as a mark: where it differs, all pages of the site are drawn anew."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import gongkai
from gongkai.release.static.registry import Root, frame, roots

DRAWS = {".py", ".html", ".xml", ".txt", ".css", ".js", ".svg", ".png", ".toml"}
"""Kinds of files of this program that have a say in how a page looks."""


def marks(now: datetime) -> dict[str, str]:
    """The mark of each site, by where its addresses begin."""
    return {root.start: mark(root, now) for root in roots(now)}


def mark(root: Root, now: datetime) -> str:
    """The mark of one site."""
    told = f"{program()}\n{root}\n{frame(root, now)}"
    return sha256(told.encode(errors="backslashreplace")).hexdigest()[:32]


@cache
def program() -> str:
    """The mark of this program as it lies on the disk: an upgrade may draw any page differently."""
    top = Path(gongkai.__file__).parent
    told = sha256()
    for path in sorted(path for path in top.rglob("*") if path.suffix in DRAWS):
        told.update(str(path.relative_to(top)).encode())
        told.update(sha256(path.read_bytes()).digest())
    return told.hexdigest()
