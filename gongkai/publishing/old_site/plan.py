"""What the inventory of an old website would do, line by line: new items, changed ones, the same, or an address alone.

Reads only. A line stands for the item that had its address before; never for one that only looks alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import CellError
from gongkai.agencies.tables.reading import Rows
from gongkai.paperwork.old_pages import read_old_page
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.bulk.plan import Difference, Line, Plan, current, said_differently, why_not
from gongkai.publishing.models import Attachment, Item, OldAddress
from gongkai.publishing.old_site.columns import headings_of
from gongkai.publishing.old_site.entries import PageEntry
from gongkai.publishing.old_site.pages import files_of
from gongkai.publishing.old_site.reading import read_line
from gongkai.publishing.old_site.surroundings import (
    Columns,
    OldSite,
    Surroundings,
    Told,
    in_use,
    nobody,
    surroundings_of,
)

PORTION = 200


def plan_of_old_site(
    rows: Rows,
    folder: Folder,
    *,
    site: OldSite,
    agency: Agency,
    person: User,
    today: date,
    settled: Columns | None = None,
    told: Told = nobody,
) -> Plan:
    """Read every line with its page and hold it against the organ's items. A page takes some hundredths of a second."""
    heads, wrong = headings_of(rows)
    if wrong:
        return Plan((), tuple(wrong))
    around = surroundings_of(
        site, folder, agency=agency, person=person, today=today, settled=settled
    )
    entries, errors = _read(heads, rows, around, told)
    names = in_use(one.old_column for one in entries)
    unsettled = {name: number for name, number in names.items() if not around.is_settled(name)}
    coming = [one for one in entries if around.column_of(one.old_column) is not None]
    left_out = {
        name: number
        for name, number in names.items()
        if name not in unsettled and around.column_of(name) is None
    }
    lines, more = _lines(coming, around)
    errors += [*more, *_twice(entries)]
    in_order = tuple(sorted(errors, key=lambda error: error.line))
    return Plan(tuple(lines), in_order, (), names, unsettled, left_out)


def _read(
    heads: list[str], rows: Rows, around: Surroundings, told: Told
) -> tuple[list[PageEntry], list[CellError]]:
    """The entries of the lines that are right by themselves, and the mistakes of the others."""
    entries: list[PageEntry] = []
    errors: list[CellError] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: row[at] for at, name in enumerate(heads) if name and at < len(row)}
        if any(cells.values()):
            found = read_line(number, cells, around)
            entries += [found.entry] if found.entry else []
            errors += found.errors
        told(number - 1, len(rows) - 1)
    if not entries and not errors:
        errors.append(CellError(2, "旧网址", "", "清单里一行也没有"))
    return entries, errors


def _lines(entries: list[PageEntry], around: Surroundings) -> tuple[list[Line], list[CellError]]:
    known = Known(around.agency, entries)
    alike = _Alike(entries)
    lines: list[Line] = []
    errors: list[CellError] = []
    for entry in entries:
        column = around.column_of(entry.old_column)
        line = _line(replace(entry, column_id=column.pk), known, around.folder, alike)
        here = line.item.column if line.item else column
        wrong = why_not(line, here, around.today) if line.kind != "address" else None
        errors += [wrong] if wrong else []
        lines += [] if wrong else [line]
    return lines, errors


class Known:
    """The organ's items that lines may stand for: by old address, else by a document number and title that are both the same."""

    def __init__(self, agency: Agency, entries: Iterable[PageEntry]) -> None:
        self.by_address: dict[str, Item] = {}
        self.by_number: dict[tuple[str, str], Item] = {}
        wanted = list(entries)
        for at in range(0, len(wanted), PORTION):
            self._look(agency, wanted[at : at + PORTION])

    def _look(self, agency: Agency, entries: list[PageEntry]) -> None:
        paths = [address[address.index("/") :] for one in entries for address in one.addresses]
        rows = OldAddress.objects.filter(agency=agency, path__in=paths, file=None)
        for row in rows.select_related("item__column", "item__draft", "item__published"):
            self.by_address[str(row)] = row.item
        numbers = [one.document_number for one in entries if one.document_number]
        here = Q(draft__document_number__in=numbers) | Q(published__document_number__in=numbers)
        items = Item.objects.filter(here, agency=agency, source_type="").exclude(state="withdrawn")
        for item in items.select_related("column", "draft", "published").order_by("-pk"):
            for version in filter(None, (item.published, item.draft)):
                self.by_number[version.document_number, version.title] = item

    def item_of(self, entry: PageEntry) -> Item | None:
        """The item that had one of the addresses."""
        found = (self.by_address.get(address) for address in entry.addresses)
        return next((item for item in found if item), None)

    def twin_of(self, entry: PageEntry) -> Item | None:
        """An item written here that is the same document: it only gets the address."""
        return self.by_number.get((entry.document_number, entry.title)) if entry.document_number else None  # fmt: skip

    def lacks_address(self, entry: PageEntry) -> bool:
        """Whether one of its addresses is not known yet."""
        return any(address not in self.by_address for address in entry.addresses)


def existing(agency: Agency, entry: PageEntry) -> Item | None:
    """The item that had one of the addresses, as things are now."""
    return Known(agency, [entry]).item_of(entry)


def _line(entry: PageEntry, known: Known, folder: Folder, alike: "_Alike") -> Line:
    """What a line would do. An item that is there stays in its column."""
    doubts = (*entry.doubts, *alike.doubts(entry))
    item = known.item_of(entry)
    if item is None:
        twin = known.twin_of(entry)
        return Line(entry, "address", twin, _address(entry), doubts) if twin else Line(entry, "new", doubts=doubts)  # fmt: skip
    here = replace(entry, column_id=item.column_id)
    differences = tuple(_differences(here, item, folder))
    if differences:
        return Line(here, "changed", item, differences, doubts)
    if known.lacks_address(entry):
        return Line(here, "address", item, _address(entry), doubts)
    return Line(here, "same", item, doubts=doubts)


def _address(entry: PageEntry) -> tuple[Difference, ...]:
    return (Difference("旧网址", "（没有）", "、".join(entry.addresses)),)


def _differences(entry: PageEntry, item: Item, folder: Folder) -> Iterator[Difference]:
    """What the line would change: words, facts, and the page with its files by their contents."""
    before = current(item)
    yield from said_differently(before, entry.put_into(before))
    fresh = fresh_in(entry, item, folder)
    if fresh.text:
        yield Difference("正文", "现在的正文", f"换成“{entry.body}”的内容")
    for path in fresh.attachments:
        yield Difference("附件", "（没有）", path)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a folder has for an item that the item never had: another text or pictures for it, attachments."""

    text: bool
    attachments: tuple[str, ...]


def fresh_in(entry: PageEntry, item: Item | None, folder: Folder) -> Fresh:
    """Compare by contents with everything that any version of the item ever had: what people took out or masked stays so."""
    if item is None:
        return Fresh(text=True, attachments=entry.attachments)
    versions = Attachment.objects.filter(version__item=item)
    had = set(versions.values_list("file__sha256", flat=True))
    if folder.sha256(entry.body) not in had:
        return Fresh(text=True, attachments=())
    page = read_old_page(folder.read(entry.body), f"http://{entry.addresses[0]}", entry.place)
    files = files_of(folder, page, entry.body)
    pictures = any(folder.sha256(path) not in had for path in files.pictures.values())
    named = dict.fromkeys((*files.attachments.values(), *entry.attachments))
    return Fresh(pictures, tuple(path for path in named if folder.sha256(path) not in had))


class _Alike:
    """Lines with the same document number: perhaps one document in two columns of the old site."""

    def __init__(self, entries: Iterable[PageEntry]) -> None:
        self._first: dict[str, int] = {}
        for entry in entries:
            if entry.document_number:
                self._first.setdefault(entry.document_number, entry.line)

    def doubts(self, entry: PageEntry) -> tuple[str, ...]:
        """That a line before has the same number."""
        first = self._first.get(entry.document_number, entry.line)
        return (f"发文字号与第 {first} 行相同，可能是同一份文件",) if first != entry.line else ()


def _twice(entries: Iterable[PageEntry]) -> Iterator[CellError]:
    """Each address and each page stands once in the inventory."""
    seen: dict[str, int] = {}
    for entry in entries:
        for heading, key in (
            *(("旧网址", one) for one in entry.addresses),
            ("网页文件", f"#{entry.body}"),
        ):
            if seen.setdefault(key, entry.line) != entry.line:
                yield CellError(entry.line, heading, key.lstrip("#")[:60], f"与第 {seen[key]} 行重复")  # fmt: skip
