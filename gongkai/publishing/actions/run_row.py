"""批量送审的一行：读文件，建立草稿或者修改，送审；中途停下再办，不会丢，也不会办两次"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.official_document import without_head
from gongkai.publishing.actions.create_draft import create_draft
from gongkai.publishing.actions.revise import revise
from gongkai.publishing.actions.run_page import run_page
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.settle_row import settle, told_at_its_end
from gongkai.publishing.actions.submit import submit
from gongkai.publishing.actions.take_in import Incoming, attached, take_in
from gongkai.publishing.actions.texts import Attached, Text, text_of
from gongkai.publishing.bulk.archive import Folder, UnreadableFolder
from gongkai.publishing.bulk.inventory import Entry
from gongkai.publishing.bulk.opened import opened
from gongkai.publishing.bulk.plan import body_changed, current, existing, new_attachments
from gongkai.publishing.models import BatchRow, Item

MOST_TRIES = 5
"""A line whose file stopped the program so often is left out, so that the others go on."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The files of a line as they were taken in; ``incoming`` is None where the text's file is the one it has."""

    incoming: Incoming | None
    attachments: Sequence[StoredFile]


def run_row(payload: Mapping[str, Any], now: datetime) -> None:
    """Work on one line and ask for the next. The outbox calls it, in no transaction: reading takes seconds.

    Files are taken in first, the item is made and the line marked in one transaction: stopped before it, the line is begun
    again and the files lie unused; stopped after it, the line is found done.
    """
    row = begun(payload["row"])
    if row is None:
        return
    try:
        person = _person(row)
        if row.batch.source == "old_site":
            run_page(row, by=person, now=now)
        else:
            _make(row, _take_files(row, person, now), person, now)
    except (Refusal, UnreadableFolder, UnreadableReport) as refusal:
        step = getattr(refusal, "next_step", "")
        _refuse(row, "。".join(filter(None, (str(refusal), step))), now)


@transaction.atomic
def begun(pk: int) -> BatchRow | None:
    """The line with one more try counted; None where it needs no work, or is made while others still are not."""
    rows = BatchRow.objects.select_for_update().filter(pk=pk, state__in=("waiting", "made"))
    row = rows.first()
    if row is None or row.batch.state != "running":
        return None
    if row.state == "made" and row.batch.rows.filter(state="waiting").exists():
        return None
    row.tries += 1
    row.save(update_fields=("tries",))
    return row


def _person(row: BatchRow) -> User:
    """Who confirmed the batch; whether they still may is asked by each act. Refusal for a line begun too often."""
    if row.tries > MOST_TRIES:
        raise Refusal("读这一行的文件时程序几次中断，请单独起草这一条")
    person = User.objects.filter(pk=row.batch.prepared_by_id, is_active=True).first()
    if person is None:
        raise Refusal("确认这一批的人已经不在岗，请另一位同事重新上传")
    return person


def _take_files(row: BatchRow, by: User, now: datetime) -> Taken:
    """Take in the files of a line that the item has not got yet."""
    entry, agency = Entry.of(row.entry), row.agency
    folder = opened(row.batch.storage_key)
    before = current(row.item) if row.item else None
    fresh = before is None or body_changed(entry, before, folder)
    paths = entry.attachments if before is None else new_attachments(entry, before, folder)
    upload = _upload(folder, entry.body) if fresh else None
    incoming = take_in(agency=agency, upload=upload, by=by, now=now) if upload else None
    more = [_upload(folder, path) for path in paths]
    files = [
        receive(agency=agency, upload=one, purpose="attachment", by=by, now=now) for one in more
    ]
    return Taken(incoming, files)


def _upload(folder: Folder, path: str) -> ContentFile:
    return ContentFile(folder.read(path), name=PurePosixPath(path).name)


@transaction.atomic
def _make(row: BatchRow, taken: Taken, by: User, now: datetime) -> None:
    """Make or change the item, hand it in, and mark the line: all of it or nothing."""
    here = BatchRow.objects.select_for_update().get(pk=row.pk)
    if here.state != "waiting":
        return
    entry = Entry.of(here.entry)
    item = (
        _new(here, entry, taken, by, now)
        if here.item is None
        else _changed(here, entry, taken, by, now)
    )
    with told_at_its_end(here.batch_id):
        item = submit(item=item, by=by, now=now)
    here.item = item
    settle(here, "done", _notes(taken), now)


def _new(row: BatchRow, entry: Entry, taken: Taken, by: User, now: datetime) -> Item:
    """A draft of a line that has no item; Refusal where somebody made it meanwhile."""
    if existing(row.agency, entry) is not None:
        raise Refusal("预览之后，已经有人建立了这条信息")
    text = _with_files(entry.put_into(Text(entry.title)), taken, row)
    return create_draft(column=row.column, text=text, by=by, now=now)


def _changed(row: BatchRow, entry: Entry, taken: Taken, by: User, now: datetime) -> Item:
    """The item with what the line changes; Refusal where it is not what the preview showed any more."""
    item = Item.objects.select_for_update().get(pk=row.item_id)
    if item.version != row.seen_version:
        raise Refusal("预览之后，这条信息又有改动", next_step="重新上传清单，看过现在的差别再办")
    if item.state != "draft":
        item = revise(item=item, by=by, now=now)
    text = _with_files(entry.put_into(text_of(item.draft)), taken, row)
    return save_draft(item=item, seen_version=item.version, text=text, by=by, now=now)


def _with_files(text: Text, taken: Taken, row: BatchRow) -> Text:
    """The text with the words and the files that were taken in."""
    more = tuple(Attached(one.pk, one.sha256, one.name) for one in taken.attachments)
    if taken.incoming is None:
        return replace(text, attachments=(*text.attachments, *more))
    incoming = taken.incoming
    body = without_head(incoming.html, incoming.guesses)
    kept = tuple(one for one in text.attachments if one.use == "attachment")
    own = attached((incoming.original, *incoming.pictures), body, row.agency)
    return replace(text, body=body, attachments=(*own, *kept, *more))


def _notes(taken: Taken) -> str:
    """What was said while the file was read."""
    return "；".join(taken.incoming.warnings)[:500] if taken.incoming else ""


@transaction.atomic
def _refuse(row: BatchRow, why: str, now: datetime) -> None:
    """Mark a line that cannot be done; the others go on."""
    here = BatchRow.objects.select_for_update().get(pk=row.pk)
    if here.state in {"waiting", "made"}:
        settle(here, "refused", why[:500], now)
