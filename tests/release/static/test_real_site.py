"""The site as it is, as files: each is what the application answers, byte by byte, and nothing of what is not public lies anywhere."""

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.release.models import Withdrawal
from gongkai.release.static import places
from gongkai.release.static.addresses import ELDER, GONE, PAGE, PLAIN, address_of
from gongkai.release.static.checking import differences
from gongkai.release.static.public_files import is_there, stored
from gongkai.release.static.rebuilding import is_in_step, rebuild
from gongkai.website.kept import SHELF
from tests.publishing.items import draft, later, published, reviewed, submitted
from tests.release.static.test_keeping import text, turns, whole_store
from tests.website.released import NOW, make_main, release, release_file

SECRET = "尚未公开的话"
CHOICES = {PAGE: None, GONE: None, ELDER: "1", PLAIN: "0"}


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """A folder for the real site, which readers find at the address of the tests."""
    settings.RELEASE, settings.ORIGIN = str(tmp_path / "site"), "http://testserver"
    monkeypatch.setattr("gongkai.release.static.tree.GRACE", 0)
    return places.place()


@pytest.fixture
def town(cast):
    """The main site, with an item, one that was withdrawn, and a neighbour's."""
    make_main(cast.town)
    release(cast.town, "content", title="防汛预案")
    release(cast.other_town, title="白沙镇的通知")
    gone = {"note": "内容有误", "withdrawn_at": NOW, "item_version": 2}
    Withdrawal.objects.create(agency=cast.town, item_id=77_777, path="items/77777/", **gone)
    return cast.town


def answered(client, path: str) -> bytes:
    """What the application answers whoever reads that file."""
    folder, _, name = path.rpartition("/")
    is_page = name in CHOICES
    address = address_of(f"{folder}/" if folder else "") if is_page else address_of(path)
    client.cookies.clear()
    if is_page and CHOICES[name]:
        client.cookies["elder"] = CHOICES[name]
    SHELF.clear()
    response = client.get(address)
    assert response.status_code == {GONE: 410}.get(name, 200), address
    return response.content


@pytest.mark.parametrize("elder", [False, True])
def test_every_file_is_what_the_application_answers(client, place, town, elder) -> None:
    town.site.__class__.objects.update(elder=elder)
    rebuild(place, processes=0)
    pages = [path for path in place.tree.paths() if not path.startswith("static/") and not path.endswith(".gz")]  # fmt: skip
    for path in pages:
        assert place.tree.place(path).read_bytes() == answered(client, path), path
    assert len(pages) > 50
    assert list(differences(place, later(0))) == []


def test_a_signed_item_and_a_withdrawn_one_leave_nothing_out_of_step(place, cast, town) -> None:
    rebuild(place, processes=0)
    item = published(cast, title="低保标准")
    turns()
    assert "低保标准" in text(place, "guide/index.html") + text(place, "index.html")
    assert list(differences(place, later(30))) == []
    Withdrawal.objects.filter(item_id=item.pk).delete()
    assert is_in_step(place, later(30))


def test_nothing_that_is_not_public_lies_anywhere(place, cast, town) -> None:
    for made in (draft, submitted, reviewed):
        made(cast, title=SECRET, body=f"<p>{SECRET}</p>")
    deliver_due(later(30))
    rebuild(place, processes=0)
    assert SECRET not in whole_store(place)


def test_public_files_lie_beside_and_go_with_their_document(place, town) -> None:
    document = release(town)
    file = release_file(document)
    rebuild(place, processes=0)
    assert is_there(place.tree, stored([file.token])[file.token])
    document.delete()
    rebuild(place, processes=0, fresh=True)
    assert not [path for path in place.tree.paths() if path.startswith("files/")]
