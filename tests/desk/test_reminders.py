"""People are reminded once that something is due soon, and once that it is late."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gongkai.common import work
from gongkai.common.models import Notice
from gongkai.common.outbox import deliver_due
from gongkai.common.schedule import run_due
from gongkai.common.work import WorkItem, WorkKind, offer_work
from gongkai.desk.tasks import remind

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
DUE = date(2026, 11, 26)


@pytest.fixture
def waiting(monkeypatch, cast):
    """What waits for the clerk; the list may be changed."""
    monkeypatch.setattr(work, "_KINDS", {})
    mine = []
    offer_work(WorkKind("x", "年报", lambda actor, _: mine if actor.pk == cast.clerk.pk else []))
    return mine


def item(light, days):
    return WorkItem(
        "x", "2025年年度报告", "等您修改", "修改", "/desk/x/", due=DUE, days_left=days, light=light
    )


def texts():
    return sorted(Notice.objects.values_list("text", flat=True))


def test_each_light_is_told_once(waiting):
    waiting[:] = [item("soon", 1)]
    remind({}, NOW)
    remind({}, NOW + timedelta(days=1))
    assert texts() == ["2025年年度报告：还剩 1 个工作日，等您修改"]
    waiting[:] = [item("late", -1)]
    remind({}, NOW + timedelta(days=2))
    assert len(texts()) == 2


def test_what_is_in_time_or_has_no_date_is_not_told(waiting):
    waiting[:] = [item("in_time", 9), item("no_date", None)]
    remind({}, NOW)
    assert not texts()


def test_the_round_is_made_once_a_day(waiting):
    waiting[:] = [item("soon", 1)]
    run_due(NOW)
    deliver_due(NOW)
    assert len(texts()) == 1
