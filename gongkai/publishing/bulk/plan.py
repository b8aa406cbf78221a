"""What an inventory would do: each line new, the same as an item that is there, changed with its differences, or wrong.

Reads only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

from django.db.models import Q

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.agencies.tables.checking import CellError
from gongkai.agencies.tables.reading import Rows
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.texts import Text, checked, text_of
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.bulk.inventory import Entry, Surroundings, entries_of, new_text
from gongkai.publishing.column_tree import require_facts
from gongkai.publishing.dates_handed_in import last_handed_in, require_possible_dates
from gongkai.publishing.models import Column, Item
from gongkai.publishing.queries import facts_in_words, writable_columns

Kind = Literal["new", "changed", "same", "address"]
LABELS = {"title": "标题", "document_number": "发文字号", "summary": "内容概述"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would change."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one line would do, and to which item; ``doubts`` are sentences for who confirms it."""

    entry: Entry
    kind: Kind
    item: Item | None = None
    differences: tuple[Difference, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole inventory; nothing may be kept while there is an error. ``unused``: files that no line names.

    ``old_columns``: the columns of an old website that lines name, ``unsettled``: those of which nobody said what becomes of
    them, ``left_out``: those that stay behind; all with the number of their lines.
    """

    lines: tuple[Line, ...]
    errors: tuple[CellError, ...]
    unused: tuple[str, ...] = ()
    old_columns: Mapping[str, int] = field(default_factory=dict)
    unsettled: Mapping[str, int] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)

    def count(self, kind: Kind) -> int:
        """How many lines are of a kind."""
        return sum(line.kind == kind for line in self.lines)


def plan_of_inventory(rows: Rows, folder: Folder, *, agency: Agency, person: User, today: date) -> Plan:  # fmt: skip
    """Check every line and hold it against the organ's items."""
    columns = list(writable_columns(person).filter(agency=agency))
    departments = list(agency.departments.filter(in_force(today)))
    entries, errors = entries_of(rows, Surroundings(columns, departments, folder))
    by_pk = {column.pk: column for column in columns}
    known = _Known(agency, entries)
    lines: list[Line] = []
    for entry in entries:
        line = _line(entry, known.item_of(entry), folder)
        wrong = why_not(line, by_pk[entry.column_id], today)
        errors += [wrong] if wrong else []
        lines += [] if wrong else [line]
    used = {path for entry in entries for path in (entry.body, *entry.attachments)}
    unused = tuple(row.path for row in folder.members if row.path not in used)
    return Plan(tuple(lines), tuple(sorted(errors, key=lambda error: error.line)), unused)


class _Known:
    """The organ's items that the lines may stand for: by document number, else by title in the column."""

    def __init__(self, agency: Agency, entries: Iterable[Entry]) -> None:
        self.numbers: dict[str, Item] = {}
        self.titles: dict[tuple[int, str], Item] = {}
        wanted = list(entries)
        for at in range(0, len(wanted), 200):
            self._look(agency, wanted[at : at + 200])

    def _look(self, agency: Agency, entries: list[Entry]) -> None:
        numbers = [row.document_number for row in entries if row.document_number]
        titles = [row.title for row in entries]
        here = Q(draft__title__in=titles) | Q(published__title__in=titles) | Q(title__in=titles)
        here |= Q(draft__document_number__in=numbers) | Q(published__document_number__in=numbers)
        found = Item.objects.filter(here, agency=agency, source_type="").exclude(state="withdrawn")
        for item in found.select_related("column", "draft", "published").order_by("-pk"):
            for version in filter(None, (item.published, item.draft)):
                self.numbers[version.document_number] = item
                self.titles[item.column_id, version.title] = item
            self.titles[item.column_id, item.title] = item

    def item_of(self, entry: Entry) -> Item | None:
        """The item that a line stands for, or None for a new one."""
        by_number = self.numbers.get(entry.document_number) if entry.document_number else None
        return by_number or self.titles.get((entry.column_id, entry.title))


def existing(agency: Agency, entry: Entry) -> Item | None:
    """The organ's item that a line stands for, as things are now."""
    return _Known(agency, [entry]).item_of(entry)


def current(item: Item) -> Text:
    """What stands in an item now: the text in work, else the last one."""
    version = item.draft or item.published or item.versions.order_by("-number").first()
    return text_of(version)


def _line(entry: Entry, item: Item | None, folder: Folder) -> Line:
    """What a line would do."""
    if item is None:
        return Line(entry, "new")
    differences = tuple(_differences(entry, current(item), folder))
    return Line(entry, "changed" if differences else "same", item, differences)


def _differences(entry: Entry, before: Text, folder: Folder) -> Iterable[Difference]:
    """What the line would change: words, facts, and files by their contents."""
    yield from said_differently(before, entry.put_into(before))
    if body_changed(entry, before, folder):
        yield Difference("正文", "现在的正文", f"换成“{entry.body}”的内容")
    for path in new_attachments(entry, before, folder):
        yield Difference("附件", "（没有）", path)


def said_differently(before: Text, after: Text) -> Iterable[Difference]:
    """The words and facts in which two texts differ."""
    for name, label in LABELS.items():
        if getattr(before, name) != getattr(after, name):
            yield Difference(label, getattr(before, name) or "（空）", getattr(after, name))
    was, becomes = dict(facts_in_words(before)), dict(facts_in_words(after))
    for label in dict.fromkeys((*was, *becomes)):
        if was.get(label) != becomes.get(label):
            yield Difference(label, was.get(label, "（空）"), becomes.get(label, "（空）"))


def body_changed(entry: Entry, before: Text, folder: Folder) -> bool:
    """Whether the file is another one than the text was taken from."""
    return _hash(folder, entry.body) not in {row.sha256 for row in before.attachments if row.use == "original"}  # fmt: skip


def new_attachments(entry: Entry, before: Text, folder: Folder) -> list[str]:
    """The files that do not stand below the text yet; none is ever taken away."""
    known = {row.sha256 for row in before.attachments}
    return [path for path in entry.attachments if _hash(folder, path) not in known]


def _hash(folder: Folder, path: str) -> str:
    return sha256(folder.read(path)).hexdigest()


def why_not(line: Line, column: Column, today: date) -> CellError | None:
    """Why a line that is right by itself cannot be done."""
    entry = line.entry
    if line.item and line.item.column_id != entry.column_id:
        why = f"这个文号的信息在“{line.item.column.title}”里；换栏目请在那条信息的页面办理"
        return CellError(entry.line, "栏目", column.title, why)
    if line.kind == "changed" and line.item.state not in {"draft", "published"}:
        why = f"已有这条信息，“{line.item.state_label}”，现在不能改；内容不变的可以留在清单里"
        return CellError(entry.line, "标题", entry.title, why)
    if line.kind == "changed" and _moves_date(line.item, entry):
        why = "与送审过的成文日期不同；改日期要写明原因，请在那条信息的页面修改"
        return CellError(entry.line, "成文日期", entry.made_on, why)
    try:
        text = checked(new_text(entry) if line.item is None else entry.put_into(current(line.item)))
        require_possible_dates(text.facts, today)
        require_facts(column, text)
    except Refusal as refusal:
        return CellError(entry.line, "整行", entry.title[:60], str(refusal))
    return None


def _moves_date(item: Item, entry: Entry) -> bool:
    sealed = last_handed_in(item)
    return sealed is not None and str(sealed.made_on or "") != entry.made_on
