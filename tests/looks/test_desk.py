"""The desk's own pages as people see them: wide and narrow, with axe."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from gongkai.audit.actions import record
from gongkai.common import work
from gongkai.common.models import OutboxMessage
from gongkai.common.notices import notify
from gongkai.common.permissions import Permit
from gongkai.common.work import WorkItem, WorkKind, offer_work
from tests.browser import sign_in
from tests.looking import axe, unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
WAITING = (
    WorkItem("reports", "青石镇人民政府2025年政府信息公开工作年度报告", "王经办提交，等您复核", "去复核", "/desk/",
             "青石镇人民政府", date(2026, 11, 23), -2, "late"),
    WorkItem("items", "青石镇政府信息公开指南", "被退回：办公时间与公示牌不一致", "去修改", "/desk/",
             "青石镇人民政府", date(2026, 11, 27), 2, "soon"),
    WorkItem("items", "青石镇2026年农村公路养护计划", "草拟中，还没有提交审核", "继续写", "/desk/", "青石镇人民政府"),
)  # fmt: skip
PAGES = {
    "desk": "/desk/",
    "desk-search": "/desk/search/?q=没有的东西",
    "notices": "/desk/notices/",
    "journal": "/desk/journal/",
    "journal-filtered": "/desk/journal/?since=昨天&sort=-act",
    "outbox": "/desk/outbox/",
}


@pytest.fixture
def busy(cast, monkeypatch):
    """A desk where things wait, happened and failed."""
    monkeypatch.setattr(work, "_KINDS", {})
    for kind, label in (("reports", "年度报告"), ("items", "信息发布")):
        mine = [item for item in WAITING if item.kind == kind]
        offer_work(WorkKind(kind, label, lambda *_, mine=mine: mine))
    person = cast.administrator
    notify(
        user_id=person.pk,
        key="a",
        text="青石镇2025年年度报告被退回：表三合计不平",
        url="/desk/",
        now=NOW,
    )
    by = Permit(7, "王经办", "青石镇人民政府经办")
    with transaction.atomic():
        change = {"before": {"short_name": "青石"}, "after": {"short_name": "青石镇"}}
        record(
            "agencies.edit", cast.town, by=by, at=NOW, organ=cast.town.code, reason="更名", **change
        )
    OutboxMessage.objects.create(
        kind="mail.send", key="notice:7:a", state="dead", attempts=8, due_at=NOW, created_at=NOW,
        last_error="ConnectionRefusedError：[Errno 111] Connection refused",
    )  # fmt: skip
    return person


@pytest.mark.parametrize("name", PAGES)
def test_the_desks_pages_read_well(page, busy, shoot, name):
    sign_in(page, busy)
    page.goto(PAGES[name])
    assert unsound(page, shoot, name) == []


def test_an_entry_and_a_reason_read_well(page, busy, shoot):
    sign_in(page, busy)
    page.goto("/desk/journal/")
    page.get_by_role("row").nth(1).get_by_role("link").click()
    shoot(page, "journal-entry")
    assert not axe(page)
    page.goto("/desk/outbox/")
    page.get_by_role("link", name="发送邮件").click()
    page.get_by_role("button", name="再试一次").click()
    shoot(page, "outbox-retry")
    assert not axe(page)


def test_an_empty_desk_reads_well(page, cast, monkeypatch, shoot):
    monkeypatch.setattr(work, "_KINDS", {})
    sign_in(page, cast.clerk)
    page.goto("/desk/")
    shoot(page, "desk-empty")
    assert not axe(page)
