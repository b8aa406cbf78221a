"""Whatever a change of the public copies makes of the pages: each page that says something else now is among those drawn anew."""

from datetime import timedelta

import pytest

from gongkai.publishing.actions import change_column
from gongkai.release.actions import refresh_columns
from gongkai.release.models import PublicDocument, StaticChange, Withdrawal
from gongkai.release.static.changes import from_json, watched
from gongkai.release.static.pages import touched
from gongkai.website import months
from gongkai.website.drawing import Drawing
from gongkai.website.released import KINDS, roots
from gongkai.website.views import sitemaps
from tests.publishing.items import own_column
from tests.website.page_samples import shown_column
from tests.website.released import NOW, release, release_report, with_earlier_version

pytestmark = pytest.mark.django_db
NUMBER = 4_711


@pytest.fixture
def site(town, settings, monkeypatch, tmp_path):
    """A site with a little of everything, lists of two a page, released somewhere."""
    settings.RELEASE = str(tmp_path)
    monkeypatch.setattr(months, "MOST", 2)
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 2)
    shown_column(town)
    for month in (1, 3, 8):
        release(town, published_at=NOW.replace(month=month))
    release(town, "guide")
    release_report(town, 2023)
    return town


def drawn(known=()):
    """What readers get at every address that there is, and at those known from before."""
    drawing = Drawing(NOW, "http://testserver")
    found = {each for root in roots(NOW) for kind in KINDS for each in kind.addresses(root)}
    wanted = found | set(known)
    return {each: drawing.draw(each) for each in wanted if not each.endswith((".docx", ".pdf"))}


def add(site, **fields):
    """A document comes."""
    return release(site, number=NUMBER, **fields)


def retitle(site):
    """A document gets another title, on the day it has."""
    PublicDocument.objects.filter(item_id=NUMBER).update(title="改了标题")


def move(site):
    """A new version of a document is published in another month."""
    later = NOW.replace(month=6)
    PublicDocument.objects.filter(item_id=NUMBER).update(published_at=later, month="2025-06")


def move_column(site):
    """A document goes into another column."""
    PublicDocument.objects.filter(item_id=NUMBER).update(column_key="own-2")


def take_down(site):
    """A document is withdrawn."""
    PublicDocument.objects.filter(item_id=NUMBER).delete()
    gone = {"note": "有误", "withdrawn_at": NOW, "item_version": 2, "path": f"items/{NUMBER}/"}
    Withdrawal.objects.create(agency=site, item_id=NUMBER, **gone)


def take_report_down(site):
    """A report is withdrawn with its earlier versions."""
    PublicDocument.objects.filter(item_id=NUMBER).delete()


def add_report(site):
    """A report comes, corrected once."""
    release_report(site, 2024, number=NUMBER, payload=with_earlier_version())


NOTHING, OLDER, ONLY_ONE = None, {"published_at": NOW - timedelta(days=1)}, {"published_at": NOW.replace(month=5)}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (NOTHING, add),
        (NOTHING, lambda site: add(site, **OLDER)),
        (NOTHING, lambda site: add(site, **ONLY_ONE)),
        (NOTHING, lambda site: add(site, kind="systems")),
        (NOTHING, lambda site: add(site, kind="guide")),
        (NOTHING, lambda site: add(site, column_key="own-2")),
        (NOTHING, add_report),
        (add, retitle),
        (lambda site: add(site, **OLDER), move),
        (lambda site: add(site, **ONLY_ONE), move),
        (lambda site: add(site, column_key="own-1"), move_column),
        (lambda site: add(site, **OLDER), take_down),
        (lambda site: add(site, **ONLY_ONE), take_down),
        (add_report, take_report_down),
    ],
)
def test_no_page_that_changed_is_left_as_it_was(site, before, act):
    if before:
        before(site)
    stood = drawn()
    with watched(NUMBER, NOW):
        act(site)
    assert_drawn_anew(stood)


def assert_drawn_anew(stood):
    """Every page that says something else than it did is among those that the noted changes make stale, and not all are."""
    stands = drawn(stood)
    different = {each for each in stands if stands[each] != stood.get(each)}
    changes = [from_json(row.change) for row in StaticChange.objects.all()]
    stale = set(touched(changes, NOW))
    assert different
    assert different <= stale, sorted(different - stale)
    assert len(stale & set(stands)) < len(stands) * 0.9


def test_a_column_that_is_called_otherwise_changes_the_pages_that_name_it(site, cast):
    column = own_column(cast)
    refresh_columns({"agency": site.pk}, NOW)
    release(site, column_key=column.key)
    stood = drawn()
    StaticChange.objects.all().delete()
    change_column(column=column, title="改了名称", by=cast.administrator, now=NOW)
    refresh_columns({"agency": site.pk}, NOW)
    assert_drawn_anew(stood)


def test_every_public_page_is_released_or_known_to_be_answered_by_the_application():
    from gongkai.website.urls import pages

    names = {each.name for each in pages()}
    assert names - RELEASED - ANSWERED == set(), "give it a row in website/released.py, or name it here"  # fmt: skip


RELEASED = {
    "home", "guide", "systems", "content", "reports", "compare", "open_data", "open_data_file", "reports_feed", "report",
    "download", "version", "catalogue", "month", "month_page", "column", "column_month", "column_month_page", "item",
    "apply", "apply_form", "feedback", "own_column_feed", "content_feed", "systems_feed", "feed", "sitemap", "sitemap_xml",
    "item_table", "sitemap_places", "sitemap_month", "sitemap_part", "live_list", "captions",
    "consultations",
}  # fmt: skip
ANSWERED = {
    "apply_start", "apply_draft", "apply_step", "apply_status", "apply_case", "apply_file", "apply_withdraw", "search",
    "live", "live_ask", "search_feed", "subscribe", "subscribe_confirm",
    "subscribe_leave", "subscribe_left", "subscribe_manage", "subscribe_sent", "comment",
}  # fmt: skip
"""What differs by reader or by the minute, is asked with words, or is on a page that is released anyway."""
