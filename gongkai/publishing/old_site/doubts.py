"""What is doubtful about a line and its page: sentences for the officer who confirms it, and for those who review it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import Resolver404, resolve

from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import CellError
from gongkai.paperwork.official_document import Guesses
from gongkai.paperwork.old_pages import Address, OldPage
from gongkai.publishing.old_site import cells as understood
from gongkai.publishing.old_site.cells import Cells
from gongkai.publishing.old_site.entries import PageEntry
from gongkai.publishing.old_site.pages import Files, Read
from gongkai.publishing.old_site.surroundings import Surroundings

_OFFICE = re.compile(r"(?:办|办公室|党政办|科|股|站|所|室|组|处|中心|大队|窗口)$")
_ABOVE = re.compile(r"国家|中国|新华|人民日报|[省市县]|(?<!社)区")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, its cells, the file of its page, and its addresses."""

    number: int
    cells: Cells
    path: str
    addresses: tuple[Address, ...]

    def wrong(self, column: str, value: str, why: str) -> CellError:
        """A mistake of this line."""
        return CellError(self.number, column, value[:60], why)


@dataclass(frozen=True, slots=True)
class Seen:
    """A line, its page, what the page says, the files it names, what was guessed of its text, and the entry of it all."""

    entry: PageEntry
    line: Line
    page: OldPage
    read: Read
    files: Files
    guesses: Guesses


def doubts_of(seen: Seen, around: Surroundings) -> tuple[str, ...]:
    """Every doubt, each once."""
    found = (
        *seen.page.doubts,
        *_lost(seen.files),
        *_against_page(seen.entry, seen.line, seen.read),
        *_about_days(seen.entry),
        *_about_kind(seen.guesses),
        *_about_source(seen.line, seen.page, around),
        *_about_addresses(seen.line.addresses),
    )
    return tuple(dict.fromkeys(found))


def is_of_others(name: str, agency: Agency) -> bool:
    """Whether a source is somebody else than the organ and what sounds like one of its own offices."""
    own = {agency.name, agency.short_name, "原创", ""}
    if name in own or name.startswith(("本站", "本网", agency.name)):
        return False
    return bool(_ABOVE.search(name)) or not _OFFICE.search(name)


def _lost(files: Files) -> Iterator[str]:
    for what, names in (("图片", files.lost_pictures), ("附件", files.lost_files)):
        if names:
            more = f"等 {len(names)} 个" if len(names) > 3 else ""
            yield f"压缩包里没有网页用到的{what}：{'、'.join(names[:3])}{more}"


def _against_page(entry: PageEntry, line: Line, read: Read) -> Iterator[str]:
    """Where inventory and page say different things, the inventory counts and the officer is told."""
    for field in ("old_site_day", "made_on", "document_number"):
        if field in read and field not in entry.read and read[field][1] != getattr(entry, field):
            label, value, evidence = read[field]
            yield f"{label}：清单写 {getattr(entry, field)}，网页写 {value}（{evidence}）"
    for heading, known in (("体裁", understood.GENRE_KEYS), ("主题分类", understood.THEME_KEYS)):
        cell = line.cells.get(heading, "")
        if cell and cell not in known:
            yield f"{heading}“{cell}”不在本系统的分类里，没有照填"


def _about_days(entry: PageEntry) -> Iterator[str]:
    if not entry.old_site_day:
        yield "在旧网站的发布日期，清单和网页都没有写，只能记“不详”"
    elif entry.made_on and date.fromisoformat(entry.old_site_day) < date.fromisoformat(
        entry.made_on
    ):
        yield f"旧网站发布日期 {entry.old_site_day} 早于成文日期 {entry.made_on}"


def _about_kind(guesses: Guesses) -> Iterator[str]:
    if guesses.attribute and guesses.attribute.value != "proactive":
        yield f"正文写着“{guesses.attribute.evidence[:30]}”，请核对能不能公开"


def _about_source(line: Line, page: OldPage, around: Surroundings) -> Iterator[str]:
    """Another source on the page is no proof, but a reason to look."""
    source = page.said("source")
    name = " ".join(source.value.split()) if source else ""
    if line.cells.get("来源") or name in around.departments:
        return
    if is_of_others(name, around.agency):
        yield f"网页写的来源是“{name[:40]}”，不是本机关，请核对是不是应由本机关公开"


def _about_addresses(addresses: tuple[Address, ...]) -> Iterator[str]:
    """Addresses that this program answers itself can lead nowhere else."""
    for address in addresses:
        try:
            resolve(address.path.partition("?")[0])
        except Resolver404:
            continue
        yield f"新网站自己要用“{address.path}”，这个旧网址不能转向"
