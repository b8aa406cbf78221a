"""旧网站迁入的一行：先把网页建成草稿，所有的行都建好之后，把互相的链接改成新网址，再送审；中途停下再办，不会丢，也不会办两次"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.files.refusals import Unacceptable
from gongkai.paperwork.official_document import recognise, without_head
from gongkai.paperwork.old_pages import OldPage, address_of, read_old_page
from gongkai.publishing.actions.create_draft import create_draft
from gongkai.publishing.actions.revise import revise
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.settle_row import settle, told_at_its_end
from gongkai.publishing.actions.submit import submit
from gongkai.publishing.actions.texts import Attached, Text, text_of
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.bulk.opened import opened
from gongkai.publishing.models import BatchRow, Item, OldAddress
from gongkai.publishing.old_site.entries import PageEntry
from gongkai.publishing.old_site.pages import files_of, title_of_link
from gongkai.publishing.old_site.plan import Fresh, existing, fresh_in
from gongkai.publishing.old_site.relink import to_files, to_items
from gongkai.publishing.pictures import address, placed, words_of

EVIDENCE = {
    "inventory": "清单",
    "both": "清单，网页上也有",
    "against": "清单，网页写的不同",
    "page": "网页",
    "": "",
}
"""How a day on the old site is known, in the journal."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in of a line: the text, None where the item keeps its own; its files; attachments by their old address."""

    body: str | None
    files: tuple[Attached, ...]
    linked: Mapping[str, StoredFile]
    notes: tuple[str, ...]

    @property
    def links(self) -> dict[str, str]:
        """By old address, where each attachment is kept now."""
        return {old: address(stored.token) for old, stored in self.linked.items()}


def run_page(row: BatchRow, *, by: User, now: datetime) -> None:
    """Work on a line that was begun: make it, or, once it is made, hand it in. In no transaction: reading takes seconds."""
    if row.state == "made":
        _hand_in(row, by, now)
    elif row.kind == "address":
        _add_addresses(row, by, now)
    else:
        _make(row, _take(row, by, now), by, now)


@transaction.atomic
def _add_addresses(row: BatchRow, by: User, now: datetime) -> None:
    """Let addresses of the old site lead to an item that is there; nothing of the item changes."""
    here = _locked(row, "waiting")
    if here is not None:
        _keep_addresses(here.item, PageEntry.of(here.entry), by, now)
        settle(here, "done", "只加了旧网址，信息没有改动", now)


def _locked(row: BatchRow, state: str) -> BatchRow | None:
    """The line, locked; None where another process was faster."""
    return BatchRow.objects.select_for_update().filter(pk=row.pk, state=state).first()


def _take(row: BatchRow, by: User, now: datetime) -> Taken:
    """Take in what the item has not got yet: the page itself as it was, its pictures, its attachments."""
    entry, folder = PageEntry.of(row.entry), opened(row.batch.storage_key)
    require(by, "publishing.edit", row.agency)
    fresh = fresh_in(entry, row.item, folder)
    page = read_old_page(folder.read(entry.body), f"http://{entry.addresses[0]}", entry.place)
    intake = _Intake(row.agency, folder, by, now)
    if not fresh.text:
        return _attachments_alone(entry, page, fresh, intake)
    files = files_of(folder, page, entry.body)
    tokens = dict(intake.pictures(page, files.pictures))
    body = placed(without_head(page.html, recognise(page.html)), tokens)
    rows = list(intake.attachments(_named(entry, page, files.attachments)))
    original = intake.original(entry.body)
    shown = words_of(body)
    own = [Attached(original.pk, original.sha256, original.name, "original")]
    own += [
        Attached(
            one.pk, one.sha256, shown[one.token][:120] or PurePosixPath(one.name).stem, "picture"
        )
        for one in intake.taken.values()
        if one.purpose == "picture" and one.token in shown
    ]
    below = [Attached(one.pk, one.sha256, title) for _, one, title in rows]
    return Taken(body, (*own, *below), _linked(rows), tuple(intake.notes))


def _attachments_alone(entry: PageEntry, page: OldPage, fresh: Fresh, intake: "_Intake") -> Taken:
    """Only files that the item never had: its text stays as people left it."""
    files = files_of(intake.folder, page, entry.body)
    wanted = [one for one in _named(entry, page, files.attachments) if one[1] in fresh.attachments]
    rows = list(intake.attachments(wanted))
    below = tuple(Attached(one.pk, one.sha256, title) for _, one, title in rows)
    return Taken(None, below, _linked(rows), tuple(intake.notes))


def _linked(rows: list[tuple[str, StoredFile, str]]) -> dict[str, StoredFile]:
    """Attachments by the address that the page links; what the inventory alone names has none."""
    return {old: stored for old, stored, _ in rows if old}


def _named(entry: PageEntry, page: OldPage, found: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Old address ("" for what the inventory alone names), path and title of each attachment."""
    by_address = {row.address: row for row in page.links}
    rows = [(old, path, title_of_link(by_address[old], path)) for old, path in found.items()]
    known = set(found.values())
    more = [path for path in entry.attachments if path not in known]
    return [*rows, *(("", path, PurePosixPath(path).name) for path in more)]


class _Intake:
    """Takes files in, each once; what cannot be taken is told and left behind. The organ's files of the same contents serve again."""

    def __init__(self, agency: Agency, folder: Folder, by: User, now: datetime) -> None:
        self.agency, self.folder, self.by, self.now = agency, folder, by, now
        self.taken: dict[tuple[str, str], StoredFile] = {}
        self.notes: list[str] = []

    def take(self, path: str, purpose: str) -> StoredFile | None:
        """The stored file; None where it is refused."""
        if (path, purpose) not in self.taken:
            try:
                self.taken[path, purpose] = self._stored(path, purpose)
            except Unacceptable as refusal:
                self.notes.append(f"{PurePosixPath(path).name}没有带入：{refusal.sentence}")
                return None
        return self.taken[path, purpose]

    def original(self, path: str) -> StoredFile:
        """The page as it was, which is kept as the paper the text was taken from; Unacceptable where it cannot be."""
        name = f"{PurePosixPath(path).stem}.{'txt' if path.casefold().endswith('.txt') else 'html'}"
        return self._stored(path, "draft_source", name)

    def _stored(self, path: str, purpose: str, name: str = "") -> StoredFile:
        kept = StoredFile.objects.filter(agency=self.agency, purpose=purpose)
        known = kept.filter(sha256=self.folder.sha256(path), active=False).first()
        upload = ContentFile(self.folder.read(path), name=name or PurePosixPath(path).name)
        return known or receive(agency=self.agency, upload=upload, purpose=purpose, by=self.by, now=self.now)  # fmt: skip

    def pictures(self, page: OldPage, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """By the name in the text, the token of each picture, those that the page carries inside too."""
        for name, path in found.items():
            if stored := self.take(path, "picture"):
                yield name, stored.token
        for image in page.carried:
            upload = ContentFile(image.data, name=image.name)
            stored = receive(agency=self.agency, upload=upload, purpose="picture", by=self.by, now=self.now)  # fmt: skip
            self.taken[image.name, "picture"] = stored
            yield image.name, stored.token

    def attachments(
        self, named: list[tuple[str, str, str]]
    ) -> Iterator[tuple[str, StoredFile, str]]:
        """Old address, stored file and title of each attachment, each file once."""
        seen: set[int] = set()
        for old, path, title in named:
            stored = self.take(path, "attachment")
            if stored and stored.pk not in seen:
                seen.add(stored.pk)
                yield old, stored, title


@transaction.atomic
def _make(row: BatchRow, taken: Taken, by: User, now: datetime) -> None:
    """Make or change the item and mark the line as made: all of it or nothing."""
    here = _locked(row, "waiting")
    if here is None:
        return
    entry = PageEntry.of(here.entry)
    made = _new(here, entry, taken, by, now) if here.item is None else _changed(here, entry, taken, by, now)  # fmt: skip
    _keep_addresses(made, entry, by, now)
    _keep_file_addresses(made, taken)
    here.item, here.tries = made, 0
    settle(here, "made", "；".join(taken.notes)[:500], now)


def _new(row: BatchRow, entry: PageEntry, taken: Taken, by: User, now: datetime) -> Item:
    """A draft of a page; Refusal where somebody brought it over meanwhile."""
    if existing(row.agency, entry) is not None:
        raise Refusal("预览之后，已经有人迁入了这个网址")
    text = _with(entry.put_into(Text(entry.title)), taken)
    item = create_draft(column=row.column, text=text, by=by, now=now)
    number = entry.index_number
    if number and not Item.objects.filter(agency=row.agency, index_number=number).exists():
        item.index_number = number
        item.save(update_fields=("index_number",))
    return item


def _changed(row: BatchRow, entry: PageEntry, taken: Taken, by: User, now: datetime) -> Item:
    """The item with what the line changes; Refusal where it is not what the preview showed any more."""
    item = Item.objects.select_for_update().get(pk=row.item_id)
    if item.version != row.seen_version:
        raise Refusal("预览之后，这条信息又有改动", next_step="重新上传，看过现在的差别再办")
    if item.state != "draft":
        item = revise(item=item, by=by, now=now)
    text = _with(entry.put_into(text_of(item.draft)), taken)
    return save_draft(item=item, seen_version=item.version, text=text, by=by, now=now)


def _with(text: Text, taken: Taken) -> Text:
    """The text with what was taken in; attachments that it has stay."""
    if taken.body is None:
        return replace(text, body=to_files(text.body, taken.links), attachments=(*text.attachments, *taken.files))  # fmt: skip
    new = {row.file_id for row in taken.files}
    kept = [row for row in text.attachments if row.use == "attachment" and row.file_id not in new]
    body = to_files(taken.body, taken.links)
    return replace(text, body=body, attachments=(*taken.files, *kept))


def _keep_addresses(item: Item, entry: PageEntry, by: User, now: datetime) -> None:
    """Keep where the item stood on the old site, and journal it with the day on which it was published there and how that is known."""
    places = [written.partition("/") for written in entry.addresses]
    OldAddress.objects.bulk_create(
        [
            OldAddress(agency=item.agency, item=item, host=host, path=f"/{path}")
            for host, _, path in places
        ],
        ignore_conflicts=True,
    )
    permit = require(by, "publishing.edit", item.agency)
    day = entry.read.get("old_site_day")
    after = {
        "old_addresses": list(entry.addresses),
        "old_site": entry.old_site,
        "old_site_day": entry.old_site_day or None,
        "evidence": day[2] if day else EVIDENCE[entry.day_by],
    }
    record("publishing.bring_over", item, by=permit, at=now, organ=item.agency.code, after=after)


def _keep_file_addresses(item: Item, taken: Taken) -> None:
    """Keep where the attachments stood; one that stands below several items leads to that of the first."""
    meant = [(address_of(old), stored) for old, stored in taken.linked.items()]
    rows = [
        OldAddress(agency=item.agency, item=item, file=stored, host=old.host, path=old.path)
        for old, stored in meant
        if old
    ]
    OldAddress.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def _hand_in(row: BatchRow, by: User, now: datetime) -> None:
    """Let the links of the draft lead to what else came along, and hand it in; what somebody handed in meanwhile is left alone."""
    here = _locked(row, "made")
    if here is None:
        return
    item = Item.objects.select_for_update().get(pk=here.item_id)
    if item.state != "draft":
        settle(here, "done", f"已由别人办理，现在“{item.state_label}”", now)
        return
    text = text_of(item.draft)
    linked = replace(text, body=to_items(text.body, item.agency))
    item = save_draft(item=item, seen_version=item.version, text=linked, by=by, now=now)
    with told_at_its_end(here.batch_id):
        submit(item=item, by=by, now=now)
    settle(here, "done", here.note, now)
