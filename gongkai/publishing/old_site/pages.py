"""The page of a line: where in the folder it and its files lie, and what it says where the inventory is silent."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from gongkai.law.genres import genre
from gongkai.paperwork.clean_html import plain
from gongkai.paperwork.official_document import Guess, Guesses, recognise
from gongkai.paperwork.old_pages import Address, OldPage, Reference
from gongkai.paperwork.old_pages.addresses import address_of, decoded
from gongkai.paperwork.old_pages.frames import names_a_file
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.old_site.cells import GENRE_KEYS, THEME_KEYS, day_of, validity_key

PAGES = (".html", ".htm", ".shtml", ".xhtml", ".asp", ".aspx", ".jsp", ".php", ".txt")
_INDEX = ("index.html", "index.htm", "default.htm", "index.shtml")
GENERAL = {"点击下载", "下载", "附件下载", "点击查看", "附件", "点此下载", "查看", "详情"}
"""Words of links that say nothing of the file."""


def page_in(folder: Folder, address: Address) -> str | None:
    """The file that holds the page of an address: by its path, as downloading programs name it, else by a name only one has."""
    path, _, query = address.path.partition("?")
    whole = path.lstrip("/")
    names = [f"{whole}{mark}{query}" for mark in ("?", "@", "_")] if query else [whole]
    names += [f"{name}.html" for name in names]
    if whole.endswith("/") or not whole:
        names += [f"{whole}{name}" for name in _INDEX]
    alone = PurePosixPath(whole).name if whole and not query and not whole.endswith("/") else ""
    return _first(folder, [*(f"{address.host}/{name}" for name in names), *names, alone])


def file_in(folder: Folder, page: str, reference: Reference) -> str | None:
    """The file that a page names: beside the page as it is written, else by its address on the site, else by a name only one has."""
    beside = PurePosixPath(page).parent / decoded(reference.written.partition("?")[0]).replace(
        "\\", "/"
    )
    address = address_of(reference.address)
    path = address.path.partition("?")[0].lstrip("/") if address else ""
    host = address.host if address else ""
    names = ["/".join(_without_steps(beside)), f"{host}/{path}", path, PurePosixPath(path).name]
    return _first(folder, names)


def _without_steps(path: PurePosixPath) -> list[str]:
    """The parts of a path without steps upwards; those that would leave the folder end at its top."""
    kept: list[str] = []
    for part in path.parts:
        if part == "..":
            kept[-1:] = []
        elif part not in {".", "/"}:
            kept.append(part)
    return kept


def _first(folder: Folder, names: list[str]) -> str | None:
    return next((path for name in names if name and (path := folder.find(name))), None)


@dataclass(frozen=True, slots=True)
class Files:
    """By their place in the page, the files of a page that the folder has, and the names of those that it has not."""

    pictures: Mapping[str, str]
    attachments: Mapping[str, str]
    lost_pictures: tuple[str, ...]
    lost_files: tuple[str, ...]


def files_of(folder: Folder, page: OldPage, path: str) -> Files:
    """What a page names: pictures by their name, attachments by their address; other pages of the site are no files."""
    pictures = {row.name: file_in(folder, path, row) for row in page.pictures}
    named = [row for row in page.links if names_a_file(row.address)]
    files = {row.address: file_in(folder, path, row) for row in named}
    return Files(
        {name: found for name, found in pictures.items() if found},
        {address: found for address, found in files.items() if found},
        tuple(row.written[-60:] for row in page.pictures if not pictures[row.name]),
        tuple((row.words or row.written)[-60:] for row in named if not files[row.address]),
    )


def title_of_link(reference: Reference, path: str) -> str:
    """What an attachment is called below the text: the words of its link where they name it."""
    words = reference.words.strip()
    name = PurePosixPath(path).name
    return name if not words or words in GENERAL else words[:120]


def _day(words: str) -> str:
    return str(day_of(words) or "")


_TOLD: Mapping[str, tuple[str, str, Callable[[str], str]]] = {
    "title": ("title", "标题", str),
    "document_number": ("document_number", "发文字号", str),
    "index_number": ("index_number", "索引号", str),
    "published": ("old_site_day", "旧网站发布日期", _day),
    "made_on": ("made_on", "成文日期", _day),
    "theme": ("theme", "主题分类", lambda words: THEME_KEYS.get(words, "")),
    "genre": ("genre", "体裁", lambda words: GENRE_KEYS.get(words, "")),
    "validity": ("old_site_validity", "有效性", validity_key),
}
"""What tags and labels say: the field, its label, and how its words are kept."""
ORDER = (*(field for field, _, _ in _TOLD.values()), "effective_on", "ends_on")
"""The fields that may be read of a page, in the order in which they are shown."""
Read = Mapping[str, tuple[str, str, str]]
"""By field: the label, the value as an entry keeps it, and the words on which it rests."""


def read_of(page: OldPage) -> tuple[Read, Guesses]:
    """What a page says of itself, the tags and labels before the text's own words; and what was guessed of the text."""
    guesses = recognise(page.html)
    found: dict[str, tuple[str, str, str]] = {}
    for field, label, value, evidence in (*_told(page), *_guessed(guesses), *_last(page)):
        if value:
            found.setdefault(field, (label, value, evidence))
    if "genre" not in found and "title" in found:
        kind = recognise(f"<h1>{found['title'][1]}</h1>").genre
        found |= {"genre": ("体裁", kind.value, f"标题：{kind.evidence}")} if kind else {}
    return found, guesses


def _told(page: OldPage) -> Iterator[tuple[str, str, str, str]]:
    """Field, label, value, evidence of what tags and labels say."""
    for key, (field, label, meant) in _TOLD.items():
        if row := page.said(key):
            yield field, label, meant(row.value), row.evidence


def _guessed(guesses: Guesses) -> Iterator[tuple[str, str, str, str]]:
    """The same of what the text itself says."""
    rows: tuple[tuple[str, str, Guess | None], ...] = (
        ("title", "标题", guesses.title),
        ("document_number", "发文字号", guesses.document_number),
        ("made_on", "成文日期", guesses.made_on),
        ("genre", "体裁", guesses.genre),
        ("effective_on", "施行日期", guesses.effective_on),
        ("ends_on", "有效期至", guesses.ends_on),
    )
    for field, label, guess in rows:
        if guess:
            yield field, label, str(guess.value), f"正文：{guess.evidence[:60]}"


def _last(page: OldPage) -> Iterator[tuple[str, str, str, str]]:
    """The title of the window, where nothing else names the text."""
    if row := page.said("page_title"):
        yield "title", "标题", row.value, row.evidence


def shown(field: str, value: str) -> str:
    """A value of a field as people read it."""
    return genre(value).label if field == "genre" else value


def edges_of(html: str) -> tuple[str, str]:
    """How a text begins and ends."""
    words = " ".join(plain(html).split())
    return (words[:EDGE], words[-EDGE:]) if len(words) > 2 * EDGE else (words, "")


EDGE = 40
"""Characters that are shown of either end."""
