"""遮盖正文里的个人信息（《条例》第十五条）：总是写成新的一版，原来的文字留在版本记录里"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.paperwork.personal_data import Found, mark_of
from gongkai.paperwork.personal_data.in_html import masked_html
from gongkai.paperwork.personal_data.labelled import masked_text
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.texts import Text, checked, new_version, text_of
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import DATA, data_of, presentation, rewritten

BASIS = Cite("条例", 15)


@transaction.atomic
def mask(*, item: Item, marks: Collection[str], seen_version: int, by: User, now: datetime) -> Item:
    """A new version of the draft in which the chosen values are masked wherever they stand. ``marks`` are those of ``mark_of``."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    require_draft(here, seen_version)
    before = text_of(here.draft)
    after = checked(masked(before, marks))
    if not marks or after == before:
        raise Refusal("选中的内容在草稿里已经没有了", next_step="回到这条信息，看看还有哪些问题")
    start = here.draft
    here.draft = new_version(here, after, start=start, by=by, now=now)
    here.title = after.title if here.published_id is None else here.title
    here.version += 1
    here.changed_at = now
    here.save()
    record(
        "publishing.mask",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"number": start.number, "sha256": before.sha256()},
        after={"number": here.draft.number, "sha256": after.sha256(), "values": len(marks)},
    )
    return here


def require_draft(item: Item, seen_version: int) -> None:
    """Refusal for a text that cannot be changed now, Conflict for one that somebody changed meanwhile."""
    if item.state != "draft":
        raise Refusal(
            f"“{item.state_label}”的信息不能修改",
            cite=Cite("条例", 17, 1),
            next_step="先收回修改，或者请审核人退回",
        )
    if item.version != seen_version:
        raise Conflict("您打开之后，别人已经保存了另一份", theirs=item)


def masked(text: Text, marks: Collection[str]) -> Text:
    """The text with these values masked in every line, block and name of a file."""

    def wanted(found: Found) -> bool:
        return mark_of(found) in marks

    lines = {
        name: masked_text(getattr(text, name), wanted=wanted)
        for name in ("title", "document_number", "summary")
    }
    origin = masked_text(text.facts.obtained_from, wanted=wanted)
    files = tuple(
        row if row.use == "original" else replace(row, title=masked_text(row.title, wanted=wanted))
        for row in text.attachments
    )
    body = masked_html(text.body, wanted)
    facts = replace(text.facts, obtained_from=origin)
    payload = text.payload
    if data := data_of(text):
        row = presentation(text.presentation)
        said = rewritten(row, data, lambda words: masked_text(words, wanted=wanted))
        payload = {**payload, DATA: said}
    return replace(text, body=body, facts=facts, attachments=files, payload=payload, **lines)
