"""Notices lead to what they tell of; what could not be delivered is seen and tried again for a reason."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.models import Notice, OutboxMessage
from gongkai.common.notices import notify

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def tell(person, url="/desk/journal/"):
    notify(user_id=person.pk, key=url, text="报告等您复核", url=url, now=NOW)
    return Notice.objects.get(url=url)


@pytest.fixture
def clerk(client, cast):
    client.force_login(cast.clerk)
    return client


def test_opening_a_notice_marks_it_and_goes_where_it_leads(clerk, cast):
    notice = tell(cast.clerk)
    assert "1 条未读" in clerk.get(reverse("desk:notices")).content.decode()
    answer = clerk.post(reverse("desk:read", args=(notice.pk,)))
    assert answer["Location"] == "/desk/journal/"
    assert Notice.objects.get().read_at


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_notice_leads_nowhere_outside(clerk, cast, url):
    notice = tell(cast.clerk, url)
    assert clerk.post(reverse("desk:read", args=(notice.pk,)))["Location"] == "/desk/notices/"


def test_anothers_notice_stays_unread(clerk, cast):
    notice = tell(cast.reviewer)
    clerk.post(reverse("desk:read", args=(notice.pk,)))
    clerk.post(reverse("desk:read_all"))
    assert not Notice.objects.get().read_at


@pytest.fixture
def dead(db):
    return OutboxMessage.objects.create(
        kind="mail.send",
        key="n:1",
        state="dead",
        attempts=8,
        last_error="连不上",
        due_at=NOW,
        created_at=NOW,
    )


@pytest.fixture
def administrator(client, cast):
    client.force_login(cast.administrator)
    return client


def test_a_dead_message_is_seen_with_its_error(administrator, dead):
    text = administrator.get(reverse("desk:outbox")).content.decode()
    assert "发送邮件" in text
    assert "连不上" in text


def test_it_is_tried_again_for_a_reason_that_is_kept(administrator, dead):
    administrator.post(reverse("desk:retry", args=(dead.pk,)), {"reason": "邮件服务器已恢复"})
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == ("waiting", 0)
    assert Entry.objects.get(act="desk.outbox").reason == "邮件服务器已恢复"


@pytest.mark.parametrize("reason", ["", "好", "   "])
def test_without_a_reason_nothing_is_tried(administrator, dead, reason):
    text = administrator.post(
        reverse("desk:retry", args=(dead.pk,)), {"reason": reason}
    ).content.decode()
    dead.refresh_from_db()
    assert dead.state == "dead"
    assert "有几处需要改一下" in text


def test_many_are_tried_again_at_once(administrator, dead):
    given = {"act": "retry", "chosen": [dead.pk], "reason": "邮件服务器已恢复"}
    assert "已办理 1 件" in administrator.post(reverse("desk:outbox"), given).content.decode()
