"""The site drawn anew: every page, resumed where it stopped, never older than what was signed meanwhile, and what went goes."""

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.publishing.models import Item
from gongkai.release.models import PublicDocument
from gongkai.release.static import drawing, places, rebuilding
from gongkai.release.static.checking import differences
from gongkai.release.static.disk import locked
from gongkai.release.static.growing import Ready
from gongkai.release.static.progress import progress_of
from gongkai.release.static.rebuilding import BeingReleased, is_in_step, rebuild
from gongkai.release.static.sweeping import REBUILD_LOCK, sweep
from tests.publishing.items import later
from tests.release.static import small_site
from tests.release.static.test_keeping import after_drawing, at, keeping_note, text
from tests.website.released import release

NOW = later(30)


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """An empty folder, and a site of a few pages in commits of two."""
    settings.RELEASE = str(tmp_path / "site")
    small_site.offer(monkeypatch)
    monkeypatch.setattr("gongkai.release.static.tree.GRACE", 0)
    monkeypatch.setattr(rebuilding, "UNIT", 2)
    monkeypatch.setattr(rebuilding, "COMMIT", 2)
    return places.place()


@pytest.fixture
def items(cast):
    """Five public items."""
    return [release(cast.town, title=f"第{number}件") for number in range(5)]


class Ended(BaseException):
    """Somebody pressed Ctrl+C, or the process was killed."""


def interrupted(place, monkeypatch, after: int) -> list[str]:
    """Rebuild and end at that page; returns what was drawn."""
    drawn, files_of = [], drawing.files_of

    def until(address, *how):
        if len(drawn) == after:
            raise Ended
        drawn.append(address)
        return files_of(address, *how)

    with monkeypatch.context() as patched:
        patched.setattr(drawing, "files_of", until)
        if after < 100:
            with pytest.raises(Ended):
                rebuild(place, processes=0)
        else:
            rebuild(place, processes=0)
    return drawn


def address(item) -> str:
    return f"/{item.path}"


def test_everything_is_there_and_is_what_the_application_answers(place, items) -> None:
    assert not is_in_step(place, NOW)
    done = rebuild(place, processes=0)
    assert (done.done, done.is_whole) == (7, True)
    assert list(differences(place, NOW)) == []
    assert is_in_step(place, NOW)


def test_a_difference_is_told(place, items) -> None:
    rebuild(place, processes=0)
    PublicDocument.objects.filter(pk=items[0].pk).update(title="改了")
    told = " ".join(differences(place, NOW))
    assert f"{address(items[0])} 与程序的回答不同" in told
    assert address(items[1]) not in told


def test_an_interrupted_one_goes_on_where_it_stopped(place, items, monkeypatch) -> None:
    first = interrupted(place, monkeypatch, after=3)
    assert progress_of(place.tree).done == 2
    assert not place.tree.place("index.html").exists()
    second = interrupted(place, monkeypatch, after=100)
    assert second == [*(address(item) for item in items[2:]), "/feed.xml", "/"]
    assert first[:2] == [address(item) for item in items[:2]]
    assert list(differences(place, NOW)) == []


def test_what_was_signed_meanwhile_is_not_overwritten(place, items, monkeypatch) -> None:
    item = items[0]

    def and_meanwhile(where: str) -> None:
        if where == address(item):
            PublicDocument.objects.filter(item_id=item.item_id).update(title="更正后")
            keeping_note(Item(pk=item.item_id, agency_id=item.agency_id))
            deliver_due(later(91), kind="release.static")

    after_drawing(drawing, and_meanwhile, monkeypatch)
    rebuild(place, processes=0)
    assert "更正后" in text(place, f"{at(item.item_id)}index.html")
    assert "更正后" in text(place, "index.html")


def test_what_waits_to_be_released_is_left_to_its_message(place, items, monkeypatch) -> None:
    item = items[0]

    def and_meanwhile(where: str) -> None:
        if where == address(item):
            keeping_note(Item(pk=item.item_id, agency_id=item.agency_id))

    after_drawing(drawing, and_meanwhile, monkeypatch)
    rebuild(place, processes=0)
    assert not place.tree.place(f"{at(item.item_id)}index.html").exists()
    deliver_due(later(91), kind="release.static")
    assert "第0件" in text(place, f"{at(item.item_id)}index.html")


def test_a_changed_frame_has_the_site_drawn_anew(place, items, monkeypatch) -> None:
    rebuild(place, processes=0)
    small_site.offer(monkeypatch, frame="a new telephone number")
    assert not is_in_step(place, NOW)
    assert rebuild(place, processes=0).done == 7
    assert is_in_step(place, NOW)


def test_nothing_to_do_is_done_at_once(place, items, monkeypatch) -> None:
    rebuild(place, processes=0)
    assert interrupted(place, monkeypatch, after=100) == []
    rebuild(place, processes=0, fresh=True)
    assert interrupted(place, monkeypatch, after=100) == []


def test_what_no_address_names_goes(place, items) -> None:
    rebuild(place, processes=0)
    with place.tree.lock():
        place.tree.commit({"items/99/01/index.html": b"old", "files/public/ab/abc/file.pdf": b"old"})  # fmt: skip
    PublicDocument.objects.filter(pk=items[4].pk).delete()
    rebuild(place, processes=0, fresh=True)
    left = list(place.tree.paths())
    assert not [path for path in left if "99/01" in path or "files" in path]
    assert not place.tree.place(at(items[4].item_id)).exists()
    assert list(differences(place, NOW)) == []


def test_two_do_not_draw_the_site_at_once(place, items) -> None:
    with locked(place.tree.folder / REBUILD_LOCK), pytest.raises(BeingReleased):
        rebuild(place, processes=0)


def test_nothing_half_prepared_stays(place, items, monkeypatch) -> None:
    interrupted(place, monkeypatch, after=3)
    assert list((place.tree.folder / "staging").iterdir())
    sweep(place.tree)
    assert not list((place.tree.folder / "staging").iterdir())


def test_a_copy_elsewhere_leaves_alone_what_waits(place, items, tmp_path) -> None:
    keeping_note(Item(pk=items[0].item_id, agency_id=items[0].agency_id))
    other = places.place_at(str(tmp_path / "copy"))
    rebuild(other, processes=0)
    assert not Ready(tmp_path).path.joinpath("site", "current").exists()
    assert deliver_due(later(91), kind="release.static") == 1
