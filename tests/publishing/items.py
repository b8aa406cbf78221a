"""Items for the tests: drafts of 青石镇 brought as far as a test needs them, by the people whose job it is."""

from datetime import UTC, date, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.publishing.actions import (
    add_column,
    add_entry,
    attach,
    bring_out,
    create_draft,
    file,
    hand_over,
    link,
    publish,
    publish_urgently,
    review,
    schedule,
    submit,
)
from gongkai.publishing.actions.catalogue import Row
from gongkai.publishing.actions.check_rules import add_word
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import (
    CatalogueEntry,
    Column,
    HandOver,
    Item,
    ItemLink,
    OldAddress,
    OrganWord,
)
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


def scheduled(cast: Cast, release_at: datetime, **text: str) -> Item:
    """A text that the signer signed for a later time."""
    return schedule(
        item=reviewed(cast, **text), release_at=release_at, by=cast.signer, now=later(3)
    )


def urgent(cast: Cast, **text: str) -> Item:
    """A text that the signer published from its draft."""
    return publish_urgently(
        item=draft(cast, **text), reason="暴雨红色预警", secrecy=CLEAR, by=cast.signer, now=later(1)
    )


def withheld(cast: Cast, ground: str = "internal_affairs", reassess_on: date | None = None) -> Item:
    """A text that is not to be published, brought to the signer."""
    facts = Facts(attribute="withheld", attribute_ground=ground, reassess_on=reassess_on)
    column = national_column(cast.town, "guide")
    text = Text("考勤办法", "<p>内部考勤。</p>", facts=facts)
    item = create_draft(column=column, text=text, by=cast.clerk, now=NOW)
    sent = submit(item=item, by=cast.clerk, now=later(1))
    return passed(sent, by=cast.reviewer, now=later(2))


def filed(cast: Cast) -> Item:
    """A text that was decided not to be published, to be looked at again a year later."""
    item = withheld(cast, reassess_on=law_day(later(24 * 365)))
    return file(item=item, by=cast.signer, now=later(3))


def handed_over(cast: Cast) -> HandOver:
    """A list for the archive with one public text."""
    published(cast)
    return hand_over(
        agency=cast.town,
        receiver="临川县档案馆",
        since=law_day(NOW),
        until=law_day(NOW),
        by=cast.clerk,
        now=later(5),
    )


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


def own_column(cast: Cast, title: str = "惠民补贴", **options: object) -> Column:
    """A column of the town's own below 法定主动公开内容."""
    given = {"parent": national_column(cast.town, "content"), **options}
    return add_column(title=title, by=cast.administrator, now=NOW, **given)


def organ_word(cast: Cast, wrong: str = "国土资源局") -> OrganWord:
    """A word on the town's list."""
    return add_word(
        agency=cast.town,
        wrong=wrong,
        right="自然资源局",
        reason="2019 年机构改革后改名",
        by=cast.administrator,
        now=NOW,
    )


def catalogue_entry(cast: Cast, title: str = "惠农补贴发放结果", **said: object) -> CatalogueEntry:
    """A row of the town's standard catalogue."""
    row = Row(title, **said)
    return add_entry(agency=cast.town, item_key="plans", row=row, by=cast.clerk, now=NOW)


SITE, OLD_PATH = "www.qingshi.gov.cn", "/zwgk/tzgg/t20190306_12.html"
"""The old website of the town, and where an item stood there."""


def brought_draft(cast: Cast, title: str = "关于春耕的通知", path: str = OLD_PATH, **facts: object) -> Item:  # fmt: skip
    """A draft of what stood on the old website since 6 March 2019, formed on the day before."""
    said = {"old_site": SITE, "old_site_day": date(2019, 3, 6), "made_on": date(2019, 3, 5)}
    text = Text(title, "<p>请备好种子。</p>", facts=Facts(**(said | facts)))
    column = national_column(cast.town, "content")
    item = create_draft(column=column, text=text, by=cast.clerk, now=NOW)
    OldAddress.objects.create(agency=cast.town, item=item, host=SITE, path=path)
    return item


def brought_over(cast: Cast, **said: object) -> Item:
    """The same, reviewed and signed here on 3 June 2024."""
    item = submit(item=brought_draft(cast, **said), by=cast.clerk, now=later(1))
    item = passed(item, by=cast.reviewer, now=later(2))
    return publish(item=item, by=cast.signer, now=later(3))
