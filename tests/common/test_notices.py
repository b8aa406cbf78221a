"""A person is told once, inside the product and by e-mail, in the transaction of what is told."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import transaction

from gongkai.common.notices import mark_all_read, mark_read, notify
from gongkai.common.notices.queries import notices_of, unread_count
from gongkai.common.outbox import deliver_due

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def tell(key="report:1", user_id=7, **said):
    notify(user_id=user_id, key=key, text="年度报告等您复核", url="/desk/", now=NOW, **said)


def test_the_same_key_is_told_once():
    tell()
    tell()
    assert [notice.text for notice in notices_of(7)] == ["年度报告等您复核"]


def test_who_has_an_address_gets_one_letter():
    tell(address="zhao@example.test")
    tell(address="zhao@example.test")
    deliver_due(NOW)
    assert [letter.to for letter in mail.outbox] == [["zhao@example.test"]]
    assert "年度报告等您复核" in mail.outbox[0].body


def test_what_is_rolled_back_was_never_told():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(address="zhao@example.test")
        _ = 1 / 0
    deliver_due(NOW)
    assert not notices_of(7).exists()
    assert not mail.outbox


def test_only_ones_own_notices_are_marked():
    tell()
    pk = notices_of(7).get().pk
    assert mark_read(user_id=8, pk=pk, now=NOW) is None
    assert unread_count(7) == 1
    assert mark_read(user_id=7, pk=pk, now=NOW).read_at == NOW
    assert unread_count(7) == 0


def test_all_are_marked_at_once():
    tell("a")
    tell("b")
    assert mark_all_read(user_id=7, now=NOW) == 2
    assert mark_all_read(user_id=7, now=NOW) == 0
