"""换一种形式、保存这种形式的内容"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.publishing.actions.mask import require_draft
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.texts import Attached, Text, checked, new_version, text_of
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import DATA, PRESENTATIONS, Data, tokens_in


@transaction.atomic
def choose_presentation(
    *, item: Item, key: str, seen_version: int, by: User, now: datetime
) -> Item:
    """Give the draft another form. It begins empty, in a new version: what was made in the old form stays with the old version."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    if here.is_elsewhere:
        raise Refusal("年度报告的形式由年报决定，不能更换")
    require_draft(here, seen_version)
    if key not in PRESENTATIONS:
        raise Refusal("没有这种形式，请重新选择")
    before = text_of(here.draft)
    if before.presentation == key:
        return here
    start = here.draft
    here.draft = new_version(here, checked(_in_form(before, key)), start=start, by=by, now=now)
    here.version += 1
    here.changed_at = now
    here.save()
    record(
        "publishing.choose_presentation",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"presentation": before.presentation, "number": start.number},
        after={"presentation": key, "number": here.draft.number},
    )
    return here


def _in_form(text: Text, key: str) -> Text:
    """The text in another form, without what belonged to the old one."""
    payload = {name: value for name, value in text.payload.items() if name != DATA}
    kept = tuple(row for row in text.attachments if row.use != "part")
    return replace(text, presentation=key, payload=payload, attachments=kept)


@transaction.atomic
def save_presentation(
    *,
    item: Item,
    key: str,
    data: Data,
    seen_version: int,
    by: User,
    now: datetime,
    added: Iterable[StoredFile] = (),
    titles: Mapping[str, str] | None = None,
) -> Item:
    """Keep the data of the draft's form; Conflict as ``save_draft``. Refusal where the draft has another form by now.

    ``added`` are files that ``files`` took in for it, ``titles`` what files are called by their tokens. Files that the data
    names no more leave the draft; earlier versions keep theirs.
    """
    here = locked(item)
    require(by, "publishing.edit", here.agency)
    if here.draft is None or here.draft.presentation != key:
        raise Refusal("这条信息已经换成别的形式", next_step="回到这条信息，看看它现在的形式")
    text = with_data(text_of(here.draft), here, data, added, titles or {})
    return save_draft(item=here, seen_version=seen_version, text=text, by=by, now=now)


def with_data(
    text: Text, item: Item, data: Data, added: Iterable[StoredFile], titles: Mapping[str, str]
) -> Text:
    """The text with this data in its form, and with the files that the data names."""
    parts = [row.file_id for row in text.attachments if row.use == "part"]
    known = {row.token: row for row in StoredFile.objects.filter(pk__in=parts)}
    known |= {row.token: row for row in added}
    kept = [row for row in text.attachments if row.use != "part"]
    for token in tokens_in(data):
        stored = known.get(token)
        if stored is None or stored.agency_id != item.agency_id or not stored.public_key:
            raise Refusal("有一个文件不属于这条信息，请重新上传")
        title = " ".join(titles.get(token, "").split())[:120] or stored.name
        kept.append(Attached(stored.pk, stored.sha256, title, "part"))
    payload: dict[str, Any] = {**text.payload, DATA: dict(data)}
    return replace(text, payload=payload, attachments=tuple(kept))
