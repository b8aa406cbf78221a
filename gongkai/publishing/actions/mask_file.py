"""遮盖附件里的个人信息（《条例》第十五条）：用改过的副本换下来，原来的文件留着，不公开"""

from dataclasses import replace
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.paperwork.attachment_mask import masked_copy
from gongkai.paperwork.errors import UnreadableReport
from gongkai.publishing.actions.mask import require_draft
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.survey_files import survey_file
from gongkai.publishing.actions.texts import Attached, Text, checked, new_version, text_of
from gongkai.publishing.models import Item


def masked_file(*, item: Item, stored: StoredFile, by: User, now: datetime) -> StoredFile:
    """A stored file like this one with its personal data masked. Outside a transaction: it takes seconds.

    Refusal where the program cannot do it for certain, with what to do instead.
    """
    require(by, "publishing.edit", item.agency)
    with stored.open_public() as content:
        data = content.read()
    try:
        copy = masked_copy(data, stored.kind)
    except UnreadableReport as error:
        raise Refusal(str(error)) from error
    given = ContentFile(copy, name=stored.name)
    made = receive(agency=item.agency, upload=given, purpose="attachment", by=by, now=now)
    survey_file(made, now)
    return made


@transaction.atomic
def replace_file(
    *, item: Item, old: StoredFile, made: StoredFile, seen_version: int, by: User, now: datetime
) -> Item:
    """A new version of the draft in which ``made`` stands where ``old`` stood; ``old`` is kept with it and not public."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    require_draft(here, seen_version)
    if made.agency_id != here.agency_id:
        raise Refusal("这个文件不属于本机关，不能用在这里")
    after = checked(_replaced(text_of(here.draft), old, made))
    start = here.draft
    here.draft = new_version(here, after, start=start, by=by, now=now)
    here.version += 1
    here.changed_at = now
    here.save()
    record(
        "publishing.mask_file",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"number": start.number, "sha256": old.sha256},
        after={"number": here.draft.number, "sha256": made.sha256},
    )
    return here


def _replaced(text: Text, old: StoredFile, made: StoredFile) -> Text:
    rows, found = [], False
    for row in text.attachments:
        if row.file_id == old.pk and row.use == "attachment":
            found = True
            rows.append(Attached(made.pk, made.sha256, row.title, "attachment"))
        elif row.file_id != old.pk or row.use != "original":
            rows.append(row)
    if not found:
        raise Refusal("这个附件已经不在草稿里了", next_step="回到这条信息，看看现在的附件")
    kept = Attached(old.pk, old.sha256, old.name, "original")
    return replace(text, attachments=(*rows, kept))
