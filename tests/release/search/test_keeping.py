"""The index follows the public copies: within the next turns of the worker, through crashes, and from nothing."""

import shutil
from datetime import timedelta

import pytest
from django.conf import settings

from gongkai.common.background import worker
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import withdraw
from gongkai.release.models import PublicDocument
from gongkai.release.search import keeping
from gongkai.release.search.engines import engine
from gongkai.release.search.question import BeingBuilt, NotReady, Question
from tests.publishing.items import later, published
from tests.release.search.written import words

NOW = later(24)
SECOND = timedelta(seconds=1)


def turns(now=NOW):
    """The worker's turns until nothing is left to do; what a message puts in is due a little later."""
    while deliver_due(now):
        now += timedelta(seconds=9)


def found(word):
    return set(engine().find(Question(words(word))).items)


@pytest.fixture
def item(cast):
    """A public item whose entry is in the index."""
    made = published(cast, title="低保标准")
    turns()
    return made


def test_what_is_released_is_found(item):
    assert found("低保") == {item.pk}
    assert keeping.state().ready


def test_two_looks_of_the_worker_without_a_wait_between_bring_a_release_to_the_page(
    cast, client, monkeypatch
):
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    item, moments = published(cast, title="低保标准"), iter((NOW, NOW + SECOND))
    looks = worker.Worker(deliver_due, lambda: next(moments))
    assert [looks.step(), looks.step()] == [0, 0]
    page = client.get(f"/o/{cast.town.code}/search", {"q": "低保"}).content.decode()
    assert f'href="/o/{cast.town.code}/items/{item.pk}/"' in page


def test_what_is_withdrawn_is_gone(item, cast):
    withdraw(item=item, reason="差错", public_note="更正后再发", by=cast.signer, now=later(5))
    turns()
    assert found("低保") == set()
    assert keeping.state().ready


def test_many_changes_are_one_commit(item, cast, monkeypatch):
    others = [published(cast, title=f"低保名单{n}") for n in range(3)]
    deliver_due(NOW + timedelta(hours=1))
    commits = []
    renew = engine().renew
    monkeypatch.setattr(engine(), "renew", lambda changes: commits.append(renew(changes)))
    turns(NOW + timedelta(hours=2))
    assert found("名单") == {other.pk for other in others}
    assert len(commits) == 1


def test_copying_the_same_again_changes_nothing(item):
    from gongkai.release.actions import rebuild

    before = OutboxMessage.objects.count()
    rebuild(NOW)
    assert OutboxMessage.objects.count() == before


def test_a_deleted_index_comes_back_by_itself(item):
    shutil.rmtree(settings.HOME / "search")
    assert not keeping.state().sound
    keeping.compare(NOW)
    turns()
    assert found("低保") == {item.pk}


def test_an_index_of_another_record_is_noticed(item):
    PublicDocument.objects.update(stamp=7)
    keeping.compare(NOW)
    turns()
    assert keeping.state().ready


def test_while_something_waits_nothing_is_amiss(item, cast):
    published(cast, title="低保名单")
    deliver_due(NOW + timedelta(hours=1))
    assert keeping.state().sound
    assert not keeping.state().ready


def test_what_was_taken_out_leaves_the_files_the_next_day(item, cast):
    published(cast, title="别的")
    turns(NOW + timedelta(minutes=1))
    keeping.rebuild(NOW)
    withdraw(item=item, reason="差错", public_note="更正后再发", by=cast.signer, now=later(5))
    turns(NOW + timedelta(hours=1))
    assert engine().holds_deleted()
    keeping.purge(NOW)
    turns(NOW + timedelta(hours=2))
    assert not engine().holds_deleted()
    keeping.purge(NOW + timedelta(days=1))
    assert not OutboxMessage.objects.filter(state="waiting").exists()


def test_what_changes_during_a_rebuild_is_in_the_new_index(item, cast):
    late = []

    def in_between(_done, _number):
        if not late:
            late.append(published(cast, title="低保名单"))
            turns()

    keeping.rebuild(NOW, in_between)
    assert found("低保") == {item.pk, late[0].pk}
    assert keeping.state().ready


def test_one_process_builds_at_a_time(item):
    with engine().folder.building(), pytest.raises(BeingBuilt):
        keeping.rebuild(NOW)


def test_a_change_is_not_lost_where_no_index_can_be_had(cast):
    made = published(cast, title="低保标准")
    with engine().folder.building():
        turns()
        assert OutboxMessage.objects.get(kind=keeping.ENTRY).state == "waiting"
        with pytest.raises(NotReady):
            found("低保")
    turns(later(48))
    assert found("低保") == {made.pk}


def test_a_large_index_is_built_beside_the_other_work(item, monkeypatch):
    begun = []
    monkeypatch.setattr(keeping, "SMALL", 0)
    monkeypatch.setattr(keeping.threading.Thread, "start", lambda thread: begun.append(thread.name))
    for _ in range(2):
        keeping.rebuild_soon(NOW)
    keeping.cache.clear()
    assert begun == ["search-rebuild"]


def test_who_looks_after_the_installation_is_told(item, client):
    assert client.get("/healthz").json() == {"status": "ok"}
    shutil.rmtree(settings.HOME / "search")
    (told,) = client.get("/healthz").json()["remarks"]
    assert "gongkai search rebuild" in told


def test_an_installation_without_anything_public_lacks_nothing(cast):
    assert keeping.state().sound
    keeping.compare(NOW)
    assert not OutboxMessage.objects.exists()
