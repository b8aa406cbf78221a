"""The outbox forgets what it delivered, and tells nobody's address."""

import logging

import pytest

from gongkai.common.outbox import deliver_due, handle, put
from tests.common.outbox.deliveries import NOW, handlers, only

__all__ = ["handlers"]


def refused(payload, now):
    raise OSError(f"{{'{payload['to']}': (550, b'no such user')}}")


@pytest.mark.django_db
@pytest.mark.parametrize("outside", [True, False])
def test_what_was_delivered_is_forgotten(handlers, outside):
    handle("letter", lambda payload, now: None, outside=outside)
    put("letter", "a", {"to": "wang@example.test", "text": "一次性链接"}, now=NOW)
    deliver_due(NOW)
    assert (only().state, only().payload) == ("done", {})


@pytest.mark.django_db
def test_an_error_is_told_without_the_address_in_it(handlers, caplog):
    handle("letter", refused, outside=True)
    put("letter", "a", {"to": "wang@example.test"}, now=NOW)
    with caplog.at_level(logging.DEBUG):
        deliver_due(NOW)
    assert "no such user" in only().last_error
    assert "wang" not in only().last_error + caplog.text
    assert only().payload == {"to": "wang@example.test"}
