"""从文件起草：读出文字和图片，存下原文件；再建立草稿"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.files import antivirus
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.files.purposes import MIB, PURPOSES
from gongkai.files.refusals import Unacceptable
from gongkai.law.citation import Cite
from gongkai.paperwork.document_html import document_to_html
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.official_document import Guesses, recognise
from gongkai.paperwork.word_html import WordPage
from gongkai.publishing.actions.create_draft import create_draft
from gongkai.publishing.actions.texts import LONGEST, Attached, Text
from gongkai.publishing.models import Attachment, Column, Item
from gongkai.publishing.pictures import placed, words_of

MOST_PICTURES = 60


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file taken in: its text with the pictures shown from stored files, and what the text says of itself."""

    original: StoredFile
    html: str
    pictures: tuple[StoredFile, ...]
    guesses: Guesses
    warnings: tuple[str, ...]


def take_in(*, agency: Agency, upload: File, by: User, now: datetime) -> Incoming:
    """Read a file and keep it with its pictures. Call it outside a transaction: reading takes seconds.

    Raises Unacceptable with a sentence for people; nothing is kept of a file that is refused.
    """
    require(by, "publishing.edit", agency)
    page = _read(upload)
    guesses = recognise(page.html)
    _refuse(page, guesses)
    upload.seek(0)
    original = receive(agency=agency, upload=upload, purpose="draft_source", by=by, now=now)
    kept, lost = {}, 0
    for image in page.images:
        try:
            given = ContentFile(image.data, name=image.name)
            kept[image.name] = receive(
                agency=agency, upload=given, purpose="picture", by=by, now=now
            )
        except Unacceptable:
            lost += 1
    html = placed(page.html, {name: stored.token for name, stored in kept.items()})
    said = (f"有 {lost} 张图片的格式不能在网页上显示，没有转入",) if lost else ()
    return Incoming(original, html, tuple(kept.values()), guesses, (*page.warnings, *said))


def _read(upload: File) -> WordPage:
    """The page of the file, once it was looked at for viruses."""
    largest = PURPOSES["draft_source"].largest
    if (upload.size or 0) > largest:
        raise Unacceptable(f"文件超过 {largest // MIB} MB，请压缩里面的图片，或者拆成几个文件")
    data = upload.read()
    if antivirus.scan(data).outcome == "infected":
        raise Unacceptable("文件带有病毒，没有保存；请先在自己的电脑上查杀病毒")
    try:
        return document_to_html(data, upload.name or "")
    except UnreadableReport as error:
        raise Unacceptable(str(error)) from error


def _refuse(page: WordPage, guesses: Guesses) -> None:
    """What must not come in at all: a text with a mark of secrecy, and one beyond any text's length."""
    if guesses.secrecy:
        raise Unacceptable(
            f"文件上标有“{guesses.secrecy}”。国家秘密不得公开，也不能在这个系统里处理，文件没有保存",
            cite=Cite("条例", 14),
        )
    if len(page.html) > LONGEST["body"]:
        raise Unacceptable(f"正文超过 {LONGEST['body']} 个字，请分成几条，或者作为附件公开")
    if len(page.images) > MOST_PICTURES:
        raise Unacceptable(f"文件里的图片超过 {MOST_PICTURES} 张，请分成几条，或者作为附件公开")


@transaction.atomic
def draft_from_file(
    *,
    column: Column,
    text: Text,
    files: Sequence[StoredFile],
    publish_original: bool,
    by: User,
    now: datetime,
) -> Item:
    """A draft with the text of a file, the pictures that it still shows, and the file itself (the first of ``files``).

    Conflict with the item where the file has become a draft already: the button was pressed twice, or after going back.
    """
    _require_first_time(files[0])
    return create_draft(
        column=column,
        text=replace(
            text,
            attachments=attached(
                files, text.body, column.agency, publish_original=publish_original
            ),
        ),
        by=by,
        now=now,
    )


def _require_first_time(original: StoredFile) -> None:
    """Each file that was taken in makes one draft; its row is locked, so that two presses come one after the other."""
    StoredFile.objects.select_for_update().get(pk=original.pk)
    made = Attachment.objects.filter(file=original).select_related("version__item").first()
    if made:
        raise Conflict("这个文件已经建立了下面这份草稿，没有再建一份", theirs=made.version.item)


def attached(
    files: Sequence[StoredFile], body: str, agency: Agency, *, publish_original: bool = False
) -> tuple[Attached, ...]:
    """The original and the pictures as they belong to a text; Refusal for files of another organ."""
    if any(stored.agency_id != agency.pk for stored in files):
        raise Refusal("文件是替另一个机关上传的，不能用在这里，请重新选择文件")
    original, *pictures = files
    shown = words_of(body)
    use = "attachment" if publish_original and original.kind != "html" else "original"
    return (
        Attached(original.pk, original.sha256, original.name, use),
        *(
            Attached(one.pk, one.sha256, shown[one.token][:120] or Path(one.name).stem, "picture")
            for one in pictures
            if one.token in shown
        ),
    )
