"""What is drawn is what the application answers, byte for byte, in both reading modes, and with few queries."""

from urllib.parse import quote

import pytest

from gongkai.agencies.models import SiteIdentity
from gongkai.common.clock import current
from gongkai.release.models import Withdrawal
from gongkai.release.static.registry import Root, one_batch
from gongkai.release.static.registry import draw as registry_draw
from gongkai.website.drawing import Drawing, draw, draw_both, origin_of
from gongkai.website.kept import SHELF
from gongkai.website.released import KINDS, roots
from tests.website.page_samples import shown_chart, shown_column
from tests.website.released import NOW, release, release_file, release_report, with_earlier_version

ORIGIN = "http://testserver"
MODES = (None, True, False)
ODD = (
    "/content/?page=2",
    "/guide",
    "/nowhere/",
    "/nowhere",
    "/items/999/",
    "/items/99999999999999999999/",
    "/search?q=%E9%80%9A%E7%9F%A5",
    "/healthz",
    "/elder?on=1&next=/guide/",
    "/desk/nowhere/",
)
"""Addresses that are not released, or not there."""


@pytest.fixture
def small(town, cast):
    """A site with something of each kind; returns addresses besides those of released pages."""
    release(town, "guide", title="公开指南")
    release(town, "systems", title="<制度> & 办法", body="<p>长者模式</a></p>")
    release_report(town, 2024, payload=with_earlier_version())
    release_report(town, 2023)
    shown_column(town)
    shown_chart(town)
    release(cast.other_town, title="白沙镇的通知")
    gone = {"note": "内容有误", "withdrawn_at": NOW, "item_version": 2}
    Withdrawal.objects.create(agency=town, item_id=77_777, path="items/77777/", **gone)
    kept = release_file(release(town, title="有附件"))
    named = f"/files/public/{kept.token}/{quote(kept.name)}"
    return [named, f"/files/public/{kept.token}", f"/files/public/{kept.token}/x.txt"]


def released():
    """The addresses of all released pages; printing the same report as PDF and DOCX is looked at elsewhere."""
    found = [each for root in roots(current()) for kind in KINDS for each in kind.addresses(root)]
    return [each for each in found if not each.endswith((".docx", ".pdf"))]


def asked(client, address, elder):
    """What the application answers."""
    client.cookies.clear()
    if elder is not None:
        client.cookies["elder"] = "1" if elder else "0"
    SHELF.clear()
    answer = client.get(address)
    return answer.status_code, answer["Content-Type"], answer.content, answer.headers.get("Location", "")  # fmt: skip


def as_asked(drawn):
    """What was drawn, in the same form."""
    return drawn.status, drawn.content_type, drawn.body, drawn.location


def test_every_address_is_drawn_as_it_is_answered(client, small):
    drawing = Drawing(current(), ORIGIN)
    for address in (*released(), *small, *ODD):
        for elder in MODES:
            drawn = drawing.draw(address, elder=elder)
            assert as_asked(drawn) == asked(client, address, elder), (address, elder)


def test_both_modes_come_from_one_drawing(client, small):
    drawing = Drawing(current(), ORIGIN)
    for address in (*released(), *small, *ODD):
        plain, elder = drawing.draw_both(address)
        assert as_asked(plain) == asked(client, address, elder=False), address
        assert as_asked(elder) == asked(client, address, elder=True), address


@pytest.mark.parametrize("begins_in_elder", [True, False])
def test_a_batch_of_a_release_is_what_is_drawn_one_by_one(small, begins_in_elder):
    SiteIdentity.objects.update(elder=begins_in_elder)
    now, addresses = current(), [*released()[:12], "/", "/o/nowhere/items/1/", "/items/77777/"]
    with one_batch(addresses, now):
        found = [registry_draw(address, elder=elder, now=now) for address in addresses for elder in MODES]  # fmt: skip
    assert found == [draw(address, elder=elder, now=now) for address in addresses for elder in MODES]  # fmt: skip


def test_a_site_that_begins_in_elder_mode_is_drawn_so(client, town):
    SiteIdentity.objects.update(elder=True)
    plain, elder = draw_both("/", now=current(), origin=ORIGIN)
    assert draw("/", now=current(), origin=ORIGIN) == elder != plain
    assert [root.elder for root in roots(current()) if root.start == "/"] == [True]


def test_a_batch_of_items_takes_few_queries(town, django_assert_max_num_queries):
    numbers = [release(town).item_id for _ in range(100)]
    with django_assert_max_num_queries(6):
        found = list(Drawing(NOW, ORIGIN).draw_items(numbers, "/"))
    assert [number for number, _, _ in found] == numbers
    assert {plain.status for _, plain, _ in found} == {200}
    assert found[7][1:] == draw_both(f"/items/{numbers[7]}/", now=NOW, origin=ORIGIN)


def test_a_batch_holds_what_is_withdrawn_or_never_was(town):
    found = {number: plain.status for number, plain, _ in Drawing(NOW, ORIGIN).draw_items([404_404], "/")}  # fmt: skip
    assert found == {404_404: 404}


def test_the_origin_is_what_is_set_else_the_domain_of_the_main_site(town, settings):
    assert origin_of() == "https://www.qingshi.gov.cn"
    settings.ORIGIN = "http://10.0.0.1:8080"
    assert origin_of() == "http://10.0.0.1:8080"
    assert b'<link rel="canonical" href="http://10.0.0.1:8080/guide/">' in draw("/guide/", now=NOW).body  # fmt: skip


def test_the_next_batch_shows_what_changed_in_the_frame(town):
    before = draw("/", now=NOW).body
    SiteIdentity.objects.update(sponsor="县政务服务和数据管理局")
    after = draw("/", now=NOW).body
    assert "县政务服务和数据管理局" in after.decode()
    assert before != after


def test_there_is_no_site_to_release_before_there_is_an_organ(db):
    assert roots(NOW) == []
    assert draw("/", now=NOW, origin=ORIGIN).status == 200


def test_each_organ_is_released_once(town, cast):
    starts = [root.start for root in roots(current())]
    assert starts[0] == "/"
    assert f"/o/{cast.other_town.code}/" in starts
    assert f"/o/{town.code}/" not in starts
    assert len(starts) == len(set(starts))
    assert isinstance(roots(current())[0], Root)
