"""The text of an item as actions take it: checked for length, cleaned, compared and sealed."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.paperwork.clean_html import clean
from gongkai.publishing.facts import Facts, checked_facts, columns_of, facts_of
from gongkai.publishing.models import Attachment, Item, ItemVersion, UrgentRelease
from gongkai.publishing.presentations import DATA, PLAIN, PRESENTATIONS

LONGEST = {"title": 200, "document_number": 60, "summary": 300, "body": 400_000}
"""Characters; a hundred pages of text are about 80 000."""
_NAMES = {"title": "标题", "document_number": "发文字号", "summary": "内容概述", "body": "正文"}


MOST_ATTACHMENTS = 200
LARGEST_DATA = 400_000
"""Characters of the data of a form, written as JSON."""
WORDS = ("title", "body", "document_number", "summary", "payload")
"""What stands in columns of a version as it is, and in every hash."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A stored file of a text, by its number and hash; ``use`` as in ``models.attachment``."""

    file_id: int
    sha256: str
    title: str
    use: str = "attachment"


@dataclass(frozen=True, slots=True)
class Text:
    """What a version says. ``body`` is HTML."""

    title: str
    body: str = ""
    document_number: str = ""
    summary: str = ""
    payload: dict[str, Any] = field(default_factory=dict)
    facts: Facts = Facts()
    attachments: tuple[Attached, ...] = ()
    presentation: str = PLAIN

    def sha256(self) -> str:
        """The hash of everything it says. Facts, files and a form that are not there leave the hash of a bare text as it was."""
        said: dict[str, Any] = {name: getattr(self, name) for name in WORDS}
        if facts := self.facts.said():
            said["facts"] = facts
        if self.attachments:
            said["attachments"] = [[row.title, row.use, row.sha256] for row in self.attachments]
        if self.presentation != PLAIN:
            said["presentation"] = self.presentation
        whole = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


def checked(text: Text) -> Text:
    """The text cleaned; Refusal for one without a title or too long."""
    one_line = {
        name: " ".join(getattr(text, name).replace("\0", "").split())
        for name in ("title", "document_number", "summary")
    }
    if not one_line["title"]:
        raise Refusal("请填写标题")
    if len(text.attachments) > MOST_ATTACHMENTS:
        raise Refusal(f"附件超过 {MOST_ATTACHMENTS} 个，请打包或者分成几条")
    if text.presentation not in PRESENTATIONS:
        raise Refusal("没有这种形式，请重新选择")
    if len(json.dumps(text.payload.get(DATA), ensure_ascii=False)) > LARGEST_DATA:
        raise Refusal("内容太多，请删减或者分成几条")
    tidy = Text(
        body=clean(text.body.replace("\0", "")),
        payload=text.payload,
        facts=checked_facts(text.facts),
        attachments=text.attachments,
        presentation=text.presentation,
        **one_line,
    )
    for name, most in LONGEST.items():
        if len(getattr(tidy, name)) > most:
            raise Refusal(f"{_NAMES[name]}超过 {most} 个字，请删减或者分成几条")
    return tidy


def text_of(version: ItemVersion) -> Text:
    """What a version says."""
    rows = version.attachments.select_related("file")
    files = tuple(Attached(row.file_id, row.file.sha256, row.title, row.use) for row in rows)
    words = {name: getattr(version, name) for name in WORDS}
    form = version.presentation
    return Text(**words, facts=facts_of(version), attachments=files, presentation=form)


def write(version: ItemVersion, text: Text) -> None:
    """Put a text into an open version, with its facts and files."""
    words = {name: getattr(text, name) for name in WORDS}
    for name, value in (words | columns_of(text.facts)).items():
        setattr(version, name, value)
    version.presentation = text.presentation
    version.save()
    version.attachments.all().delete()
    Attachment.objects.bulk_create(
        Attachment(version=version, file_id=row.file_id, title=row.title, use=row.use, order=place)
        for place, row in enumerate(text.attachments)
    )


def inherited_writers(version: ItemVersion | None) -> list[int]:
    """Who wrote the text that a new version starts from; a published one passed a second person already.

    What was published urgently passed one only when the later review agreed: until then its hands stay on it.
    """
    if version is None:
        return []
    urgent = UrgentRelease.objects.filter(version=version).exclude(state="agreed").first()
    if version.published_at and urgent is None:
        return []
    return [*version.writers, *([urgent.released_by_id] if urgent else [])]


def new_version(
    item: Item, text: Text, *, start: ItemVersion | None, by: User, now: datetime
) -> ItemVersion:
    """A next version with this text, open for work. ``start`` is the version it was made from."""
    last = item.versions.order_by("-number").first()
    version = ItemVersion(
        item=item,
        number=last.number + 1 if last else 1,
        writers=sorted({*inherited_writers(start), by.pk}),
        author_id=by.pk,
        author=by.name,
        at=now,
        begun_at=begun_at(item, now),
        date_reason=item.draft.date_reason if item.draft and not item.draft.is_sealed else "",
    )
    write(version, text)
    return version


def begun_at(item: Item, now: datetime) -> datetime:
    """When the work began that a new version goes on with: the open draft's beginning, or this moment."""
    return (item.draft.begun_at or item.draft.at) if item.draft else now
