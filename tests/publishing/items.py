"""Items for the tests: drafts of 青石镇 brought as far as a test needs them, by the people whose job it is."""

from datetime import UTC, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.accounts.models import User
from gongkai.common.permissions import require
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.publishing.actions import (
    attach,
    bring_out,
    create_draft,
    link,
    publish,
    review,
    submit,
)
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item, ItemLink
from gongkai.publishing.reviewing import Secrecy, open_review
from tests.people import Cast

NOW = datetime(2024, 6, 3, 1, 0, tzinfo=UTC)
"""Monday, 3 June 2024, nine in the morning in China."""


def later(hours: float) -> datetime:
    """So many hours after NOW."""
    return NOW + timedelta(hours=hours)


def draft(cast: Cast, title: str = "公开指南", body: str = "<p>申请到一楼大厅。</p>") -> Item:
    """A draft by the clerk in the column 政府信息公开指南."""
    column = national_column(cast.town, "guide")
    return create_draft(column=column, text=Text(title, body), by=cast.clerk, now=NOW)


def submitted(cast: Cast, **text: str) -> Item:
    """A draft handed to the reviewer."""
    return submit(item=draft(cast, **text), by=cast.clerk, now=later(1))


CLEAR = Secrecy("may_publish")
"""A secrecy review that found nothing."""


def passed(item: Item, *, by: User, now: datetime = NOW) -> Item:
    """The item with its open step passed."""
    row = open_review(item)
    return review(item=item, by=by, now=now, secrecy=CLEAR if row is None or row.secrecy else None)


def reviewed(cast: Cast, **text: str) -> Item:
    """A text that waits for the signer."""
    return passed(submitted(cast, **text), by=cast.reviewer, now=later(2))


def published(cast: Cast, **text: str) -> Item:
    """A text that is public."""
    return publish(item=reviewed(cast, **text), by=cast.signer, now=later(3))


def brought_out(cast: Cast, title: str = "年报", note: str = "") -> Item:
    """The town's report of 2023, signed elsewhere and brought out by the signer."""
    return bring_out(
        agency=cast.town,
        column_key="reports",
        title=title,
        body="",
        payload={"report": {"year": 2023, "title": title, "note": note}},
        source=("annual_reports.report", 7),
        by=cast.signer,
        permit=require(cast.signer, "publishing.publish", cast.town),
        now=NOW,
    )


def upload(cast: Cast, name: str = "说明.txt", words: str = "办事说明") -> StoredFile:
    """A file that the clerk handed in as an attachment."""
    given = SimpleUploadedFile(name, words.encode())
    return receive(agency=cast.town, upload=given, purpose="attachment", by=cast.clerk, now=NOW)


def item_with_file(cast: Cast, use: str = "attachment", **text: str) -> Item:
    """A draft with a file."""
    return attach(item=draft(cast, **text), stored=upload(cast), use=use, by=cast.clerk, now=NOW)


def tie(cast: Cast) -> ItemLink:
    """An interpretation tied to its policy."""
    policy, words = draft(cast, "补贴办法"), draft(cast, "补贴办法问答")
    return link(source=words, target=policy, kind="interprets", by=cast.clerk, now=NOW)
