"""Jobs run when they are due, also after missed runs and wrong clocks, once at a time, and a failure waits a minute."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gongkai.common import schedule
from gongkai.common.clock import law_day
from gongkai.common.models import CachedValue, ScheduledJob
from gongkai.common.schedule import each_day, every, run_due

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)  # 2026-11-26 00:00 in Shanghai
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def jobs(monkeypatch):
    """No jobs but those of the test."""
    monkeypatch.setattr(schedule, "_JOBS", {})


@pytest.fixture
def seen(jobs):
    """The moments at which the job of the test ran."""
    return []


def runs(*moments):
    """How many jobs ran at each moment."""
    return [run_due(moment) for moment in moments]


@pytest.mark.django_db
def test_a_job_runs_at_once_and_then_when_its_interval_has_passed(seen):
    every("tidy", HOUR, seen.append)
    just_before = NOON + HOUR - timedelta(microseconds=1)
    assert runs(NOON, NOON, just_before, NOON + HOUR) == [1, 0, 0, 1]
    assert seen == [NOON, NOON + HOUR]


@pytest.mark.django_db
def test_runs_missed_are_made_up_for_once(seen):
    every("tidy", HOUR, seen.append)
    assert runs(NOON, NOON + 30 * DAY, NOON + 30 * DAY + MINUTE) == [1, 1, 0]


@pytest.mark.django_db
def test_a_job_of_the_day_runs_when_the_day_of_law_changes(seen):
    each_day("midnight", seen.append)
    last_moment = MIDNIGHT - timedelta(microseconds=1)
    assert runs(NOON, last_moment, MIDNIGHT, MIDNIGHT + HOUR) == [1, 0, 1, 0]


@pytest.mark.django_db
def test_a_job_of_the_day_is_done_at_noon_if_the_machine_was_off_at_midnight(seen):
    each_day("midnight", seen.append)
    assert runs(NOON, NOON + DAY, NOON + DAY + HOUR) == [1, 1, 0]


@pytest.mark.django_db
def test_a_clock_put_back_does_not_stop_a_job(seen):
    every("tidy", HOUR, seen.append)
    assert runs(NOON + 365 * DAY, NOON, NOON + MINUTE) == [1, 1, 0]


def stumble(now):
    CachedValue.objects.create(cache_key="half", value="", expires=now)
    raise OSError("磁盘已满")


@pytest.mark.django_db
def test_a_failed_run_leaves_nothing_and_is_tried_again_after_a_minute(seen):
    every("broken", HOUR, stumble)
    every("sound", HOUR, seen.append)
    assert runs(NOON, NOON + MINUTE / 2) == [1, 0]
    row = ScheduledJob.objects.get(key="broken")
    assert (row.last_error, row.last_started, row.last_finished) == (
        "OSError：磁盘已满",
        NOON,
        None,
    )
    assert not CachedValue.objects.exists()
    run_due(NOON + MINUTE)
    assert ScheduledJob.objects.get(key="broken").last_started == NOON + MINUTE


def test_a_key_has_one_job(jobs):
    every("tidy", HOUR, print)
    every("tidy", HOUR, print)
    with pytest.raises(ValueError, match="two scheduled jobs"):
        each_day("tidy", stumble)


class AnyMoments(TestCase):
    """Whenever a worker happens to look, a job of the day has run on each day on which one looked, once."""

    @given(st.lists(st.integers(0, 20 * 24 * 60), min_size=1, max_size=12).map(sorted))
    def test_once_on_each_day(self, minutes):
        ScheduledJob.objects.all().delete()
        seen = []
        moments = [NOON + minute * MINUTE for minute in minutes]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schedule, "_JOBS", {})
            each_day("midnight", seen.append)
            runs(*moments)
        assert [law_day(moment) for moment in seen] == sorted({law_day(m) for m in moments})


def in_thread(work):
    """A thread that does it and lets go of its connection."""
    thread = threading.Thread(target=lambda: (work(), connection.close()))
    thread.start()
    return thread


@pytest.mark.needs_postgresql
@pytest.mark.django_db(transaction=True)
def test_two_workers_never_run_a_job_at_the_same_time(seen):
    begun, go_on = threading.Event(), threading.Event()

    def slow(now):
        seen.append(now)
        begun.set()
        go_on.wait(10)

    every("slow", HOUR, slow)
    first = in_thread(lambda: run_due(NOON))
    begun.wait(10)
    assert run_due(NOON) == 0
    go_on.set()
    first.join()
    assert seen == [NOON]
