"""What comes round: a rebuild begun where it is due, pages of the day, and what is said of how the files stand."""

from datetime import timedelta

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.queries import waiting
from gongkai.publishing.models import Item
from gongkai.release.static import jobs
from gongkai.release.static.changes import STATIC
from gongkai.release.static.disk import locked
from gongkai.release.static.rebuilding import rebuild
from gongkai.release.static.sweeping import REBUILD_LOCK
from tests.publishing.items import later
from tests.release.static import small_site
from tests.release.static.test_keeping import keeping_note, text
from tests.release.static.test_rebuilding import items, place

__all__ = ["items", "place"]


@pytest.fixture
def begun(monkeypatch):
    """How often a rebuild was begun beside."""
    found: list[str] = []
    monkeypatch.setattr(jobs, "start_beside", lambda: found.append("begun"))
    return found


def test_a_site_that_was_never_released_or_has_another_frame_is_drawn_beside(
    place, items, begun, monkeypatch
) -> None:
    jobs.compare(later(30))
    assert begun == ["begun"]
    rebuild(place, processes=0)
    jobs.compare(later(31))
    assert begun == ["begun"]
    small_site.offer(monkeypatch, frame="a new address")
    jobs.compare(later(32))
    assert begun == ["begun", "begun"]


def test_none_is_begun_while_one_is_under_way_or_nothing_is_released(
    place, items, begun, settings
) -> None:
    with locked(place.tree.folder / REBUILD_LOCK):
        jobs.compare(later(30))
        assert "正在重新生成" in jobs.remark()
    settings.RELEASE = ""
    jobs.compare(later(30))
    assert (begun, jobs.state(), jobs.remark()) == ([], None, "")


def test_what_waits_too_long_is_told_and_released_again(place, items, begun) -> None:
    rebuild(place, processes=0)
    assert jobs.remark() == ""
    keeping_note(Item(pk=items[0].item_id, agency_id=items[0].agency_id))
    assert "还有 1 处改动" in jobs.state().sentence
    assert "还有 1 处改动" in jobs.remark()
    before = waiting(STATIC).count()
    jobs.compare(later(59) + timedelta(minutes=2))
    assert waiting(STATIC).count() == before + 1


def test_pages_of_the_day_are_drawn_at_midnight(place, items) -> None:
    rebuild(place, processes=0)
    with place.tree.lock():
        place.tree.commit({"index.html": b"<html>yesterday</html>"})
    jobs.renew_day(later(30))
    assert deliver_due(later(31)) == 2
    assert "yesterday" not in text(place, "index.html")


def test_a_folder_with_something_else_is_told_and_left_alone(settings, tmp_path, begun) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    settings.RELEASE = str(tmp_path)
    assert "有别的东西" in jobs.remark()
