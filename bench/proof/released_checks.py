"""What must hold of the released files at any moment: every page whole, nothing listed that is not there, lists of one mind.

Reads the folder as a web server does, by ``current``, while the lock of the tree is held so that survivors of a kill stand still.
"""

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from gongkai.release.static.addresses import address_of, place_of
from gongkai.release.static.tree import Tree

ITEM = re.compile(r"/items/\d+/")
LINK = re.compile(r'href="(/items/\d+/)"')
MONTH = re.compile(r"(?:content|systems|guide)/\d{4}-\d{2}/(?:.*/)?index\.html")
SITEMAP = re.compile(r"sitemap.*\.xml")
HOME = 8
GUIDE_SHOWS = 21
Files = Mapping[str, bytes]


def read(tree: Tree) -> Files:
    """Every file of pages, by its path."""
    found = {path: tree.place(path).read_bytes() for path in tree.paths() if not path.startswith("static/")}  # fmt: skip
    return dict(found)


def problems(files: Files, *, whole: bool) -> Iterator[str]:
    """What does not hold of the state that readers find; ``whole``: whether every list has come yet."""
    yield from torn(files)
    yield from dangling(files)
    if whole:
        yield from at_odds(files)


def torn(files: Files) -> Iterator[str]:
    """Pages without an end, and compressed copies that differ."""
    for path, body in files.items():
        if path.endswith(".html") and not body.rstrip().endswith(b"</html>"):
            yield f"{path}: {len(body)} bytes without an end"
        if path.endswith(".xml") and not body.rstrip().endswith(b">"):
            yield f"{path}: {len(body)} bytes without an end"
        if path.endswith(".gz") and gzip.decompress(body) != files.get(path.removesuffix(".gz")):
            yield f"{path}: not the same as the page beside it"
        if path.endswith((".html", ".xml")) and f"{path}.gz" not in files:
            yield f"{path}: no compressed copy"


def dangling(files: Files) -> Iterator[str]:
    """Links of any page to items that are not there, and items that are there and withdrawn at once."""
    for path, body in files.items():
        links = set(ITEM.findall(body.decode())) if path.endswith((".html", ".xml")) else set()
        for link in sorted(links):
            place = place_of(link)
            if f"{place}index.html" not in files and not path.startswith(place):
                yield f"{path} names {link}, which is not there"
        if path.endswith("/gone.html") and path.replace("gone.html", "index.html") in files:
            yield f"{path}: withdrawn and there"


def at_odds(files: Files) -> Iterator[str]:
    """Lists, sitemaps, feed and home that do not agree with the pages."""
    pages = {address_of(path.removesuffix("index.html")) for path in files if re.fullmatch(r"items/.+/index\.html", path)}  # fmt: skip
    mapped = named(files, SITEMAP)
    if mapped != pages:
        yield f"sitemaps name {len(mapped)} of {len(pages)}: {sorted(mapped ^ pages)[:5]}"
    content = {link for path, body in files.items() if MONTH.fullmatch(path) for link in LINK.findall(body.decode())}  # fmt: skip
    if extra := content - pages:
        yield f"months name what is not there: {sorted(extra)[:5]}"
    fed = ITEM.findall(files["feed.xml"].decode())
    newest = list(dict.fromkeys(fed))[:HOME]
    at_home = list(dict.fromkeys(LINK.findall(files["index.html"].decode())))
    if at_home != newest:
        yield f"home shows {at_home}, the feed begins with {newest}"


def named(files: Files, kind: re.Pattern[str]) -> set[str]:
    """The items that files of a kind name."""
    found = (body.decode() for path, body in files.items() if kind.fullmatch(path))
    return {link for body in found for link in ITEM.findall(body)}


def withdrawn(files: Files, taken_back: Mapping[int, str]) -> Iterator[str]:
    """Texts whose note stands already, and that lie somewhere all the same."""
    marks = {mark.encode() for item, mark in taken_back.items() if f"{place_of(f'/items/{item}/')}gone.html" in files}  # fmt: skip
    for path, body in files.items():
        if not path.endswith(".gz") and any(mark in body for mark in marks):
            yield f"{path} holds a withdrawn text"


def anywhere(folder: Path, taken_back: Mapping[int, str]) -> Iterator[str]:
    """The same in whatever lies in the folder, reached by readers or not."""
    marks = [mark.encode() for mark in taken_back.values()]
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if any(mark in body for mark in marks):
                yield f"{path.relative_to(folder)} holds a withdrawn text"
