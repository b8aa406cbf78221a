"""Released files follow the public copies: one commit for all that waits, nothing of what is withdrawn, nothing lost by a kill."""

import gzip
from datetime import timedelta
from pathlib import Path

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import withdraw
from gongkai.release.models import PublicDocument, StaticChange
from gongkai.release.static import keeping, pages, places
from gongkai.release.static.addresses import place_of
from gongkai.release.static.disk import locked
from gongkai.release.static.rebuilding import rebuild
from gongkai.release.static.tree import Tree
from tests.publishing.items import later, published
from tests.release.static import small_site

ITEM = "/items/{}/"


class Killed(BaseException):
    """The worker ends here."""


def killed(*_: object) -> None:
    raise Killed


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """A folder in which files are kept in step, empty and whole."""
    settings.RELEASE = str(tmp_path / "site")
    small_site.offer(monkeypatch)
    monkeypatch.setattr("gongkai.release.static.tree.GRACE", 0)
    here = places.place()
    rebuild(here, processes=0)
    return here


def turns(hours: float = 30) -> None:
    """The worker's turns until nothing is left to do; what a message puts in is due a little later."""
    now = later(hours)
    while deliver_due(now):
        now += timedelta(seconds=9)


def at(number: int) -> str:
    """Where the page of an item lies."""
    return place_of(ITEM.format(number))


def text(place, path: str) -> str:
    """What readers get, which is the same compressed."""
    body = place.tree.place(path).read_bytes()
    assert gzip.decompress(place.tree.place(f"{path}.gz").read_bytes()) == body
    return body.decode()


def whole_store(place) -> str:
    """Everything that lies anywhere in the folder."""
    found = [path for path in place.tree.folder.rglob("*") if path.is_file()]
    return "".join(
        (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode()
        for path in found
    )


def test_a_signed_item_is_there_with_its_lists(cast, place) -> None:
    item = published(cast, title="低保标准")
    turns()
    assert "低保标准" in text(place, f"{at(item.pk)}index.html")
    assert text(place, f"{at(item.pk)}index.elder.html").startswith("<html>elder")
    assert f"/items/{item.pk}/" in text(place, "index.html")
    assert f"/items/{item.pk}/" in text(place, "feed.xml")
    assert not StaticChange.objects.exists()


def test_many_that_wait_are_one_commit(cast, place, monkeypatch) -> None:
    drawn: list[str] = []
    after_drawing(keeping, drawn.append, monkeypatch)
    for number in range(3):
        published(cast, title=f"低保标准{number}")
    deliver_due(later(30), kind="release.item")
    root = place.tree.root
    turns()
    assert (drawn.count("/feed.xml"), place.tree.root != root) == (1, True)


def test_nothing_of_what_is_withdrawn_lies_anywhere(cast, place) -> None:
    item = published(cast, title="误发的名单", body="<p>某某某的病历</p>")
    published(cast, title="低保标准")
    turns()
    withdraw(item=item, reason="有误", public_note="误发", by=cast.signer, now=later(31))
    turns(32)
    assert "误发" in text(place, f"{at(item.pk)}gone.html")
    left = whole_store(place)
    assert "某某某" not in left
    assert "误发的名单" not in left
    assert "低保标准" in left


def test_a_kill_between_commit_and_mark_does_no_harm(cast, place, monkeypatch) -> None:
    item = published(cast, title="低保标准")

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(keeping, "take_away", killed)
        turns()
    assert "低保标准" in text(place, f"{at(item.pk)}index.html")
    turns(60)
    assert not StaticChange.objects.exists()
    assert f"/items/{item.pk}/" in text(place, "index.html")


def test_what_comes_while_pages_are_drawn_is_taken_along(cast, place, monkeypatch) -> None:
    published(cast, title="低保标准")
    deliver_due(later(90), kind="release.item")
    came = []

    def and_meanwhile(address: str) -> None:
        if address == "/" and not came:
            came.append(published(cast, title="同时签发"))
            deliver_due(later(90), kind="release.item")

    after_drawing(keeping, and_meanwhile, monkeypatch)
    deliver_due(later(91), kind="release.static")
    assert "同时签发" in text(place, f"{at(came[0].pk)}index.html")
    assert "同时签发" in text(place, "index.html")
    assert not StaticChange.objects.exists()


def after_drawing(module, then, monkeypatch) -> None:
    """Have something happen whenever a page was drawn and is not released yet."""
    files_of = module.files_of

    def drawn(address, *how):
        found = files_of(address, *how)
        then(address)
        return found

    monkeypatch.setattr(module, "files_of", drawn)


def test_a_page_that_cannot_be_drawn_is_left_to_the_application_and_holds_up_no_other(
    cast, place, monkeypatch
) -> None:
    item, other = published(cast, title="低保标准"), published(cast, title="防汛预案")
    turns()
    fail(ITEM.format(item.pk), monkeypatch)
    for each in (item, other):
        PublicDocument.objects.filter(item_id=each.pk).update(title="新标题")
        keeping_note(each)
    turns(60)
    assert not place.tree.place(at(item.pk)).exists()
    assert StaticChange.objects.count() == 1
    assert "新标题" in text(place, f"{at(other.pk)}index.html")


def fail(where: str, monkeypatch) -> None:
    """Have a page that cannot be drawn."""
    draw = pages.draw

    def fails(address, **how):
        if address == where:
            raise RuntimeError
        return draw(address, **how)

    monkeypatch.setattr(pages, "draw", fails)


def keeping_note(item) -> None:
    from gongkai.release.static.changes import note
    from gongkai.release.static.registry import Change

    page = frozenset({(item.agency_id, f"items/{item.pk}/")})
    note(Change(item.agency_id, items=frozenset({item.pk}), pages=page), later(59))


def test_nothing_is_noted_where_no_files_are_released(cast) -> None:
    published(cast)
    deliver_due(later(30))
    assert not StaticChange.objects.exists()


def test_a_first_release_makes_no_list_before_the_pages_it_names(
    cast, settings, tmp_path, monkeypatch
) -> None:
    settings.RELEASE = str(tmp_path / "site")
    small_site.offer(monkeypatch)
    item = published(cast, title="低保标准")
    turns()
    tree = Tree(Path(settings.RELEASE))
    assert tree.place(f"{at(item.pk)}index.html").exists()
    assert not tree.place("index.html").exists()


def test_who_holds_a_lock_is_alone(tmp_path) -> None:
    with locked(tmp_path / "lock"), locked(tmp_path / "lock", wait=False) as mine:
        assert not mine
