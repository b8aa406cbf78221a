"""The text of an item as actions take it: checked for length, cleaned, compared and sealed."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.paperwork.clean_html import clean
from gongkai.publishing.models import Item, ItemVersion

LONGEST = {"title": 200, "document_number": 60, "summary": 300, "body": 400_000}
"""Characters; a hundred pages of text are about 80 000."""
_NAMES = {"title": "标题", "document_number": "发文字号", "summary": "内容概述", "body": "正文"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a version says. ``body`` is HTML."""

    title: str
    body: str = ""
    document_number: str = ""
    summary: str = ""
    payload: dict[str, Any] = field(default_factory=dict)

    def sha256(self) -> str:
        """The hash of everything it says."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


def checked(text: Text) -> Text:
    """The text cleaned; Refusal for one without a title or too long."""
    one_line = {
        name: " ".join(getattr(text, name).replace("\0", "").split())
        for name in ("title", "document_number", "summary")
    }
    if not one_line["title"]:
        raise Refusal("请填写标题")
    tidy = Text(body=clean(text.body.replace("\0", "")), payload=text.payload, **one_line)
    for name, most in LONGEST.items():
        if len(getattr(tidy, name)) > most:
            raise Refusal(f"{_NAMES[name]}超过 {most} 个字，请删减或者分成几条")
    return tidy


def text_of(version: ItemVersion) -> Text:
    """What a version says."""
    return Text(
        title=version.title,
        body=version.body,
        document_number=version.document_number,
        summary=version.summary,
        payload=version.payload,
    )


def inherited_writers(version: ItemVersion | None) -> list[int]:
    """Who wrote the text that a new version starts from; a published one passed a second person already."""
    return [] if version is None or version.published_at else list(version.writers)


def new_version(
    item: Item, text: Text, *, start: ItemVersion | None, by: User, now: datetime
) -> ItemVersion:
    """A next version with this text, open for work. ``start`` is the version it was made from."""
    last = item.versions.order_by("-number").first()
    return ItemVersion.objects.create(
        item=item,
        number=last.number + 1 if last else 1,
        **asdict(text),
        writers=sorted({*inherited_writers(start), by.pk}),
        author_id=by.pk,
        author=by.name,
        at=now,
    )
