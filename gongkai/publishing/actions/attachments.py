"""给草稿加附件、移走附件"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.texts import Attached, text_of
from gongkai.publishing.models import Item
from gongkai.publishing.models.attachment import USES


@transaction.atomic
def attach(
    *,
    item: Item,
    stored: StoredFile,
    title: str = "",
    use: str = "attachment",
    by: User,
    now: datetime,
) -> Item:
    """Add a file, already taken in by ``files``, to a draft. Asked from a page that may be stale: files only ever add."""
    here = locked(item)
    require(by, "publishing.edit", here.agency)
    if stored.agency_id != here.agency_id or use not in dict(USES):
        raise Refusal("这个文件不属于本机关，不能用在这里")
    if use != "original" and not stored.public_key:
        raise Refusal("这个文件没有可以公开的副本，请作为附件重新上传")
    if here.draft is None:
        raise Refusal("只有草稿可以加附件", next_step="先点“修订”，或者收回修改")
    text = text_of(here.draft)
    if any((row.file_id, row.use) == (stored.pk, use) for row in text.attachments):
        return here
    name = " ".join(title.replace("\0", "").split())[:120] or stored.name
    new = Attached(stored.pk, stored.sha256, name, use)
    fuller = replace(text, attachments=(*text.attachments, new))
    return save_draft(item=here, seen_version=here.version, text=fuller, by=by, now=now)


@transaction.atomic
def detach(*, item: Item, file_id: int, by: User, now: datetime) -> Item:
    """Take a file off a draft; the stored file stays, and so do the versions that had it."""
    here = locked(item)
    require(by, "publishing.edit", here.agency)
    if here.draft is None:
        raise Refusal("只有草稿可以移走附件", next_step="先点“修订”，或者收回修改")
    text = text_of(here.draft)
    left = tuple(row for row in text.attachments if row.file_id != file_id or row.use == "part")
    less = replace(text, attachments=left)
    return save_draft(item=here, seen_version=here.version, text=less, by=by, now=now)
