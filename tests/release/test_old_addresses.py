"""Old addresses are public as long as what they lead to is; the public copy has the days of the old site and says so."""

from datetime import date

import pytest

from gongkai.publishing.actions import revise, withdraw
from gongkai.publishing.models import OldAddress
from gongkai.release.actions import rebuild, refresh_item
from gongkai.release.models import PublicDocument, PublicOldAddress
from tests.publishing.items import NOW, OLD_PATH, SITE, brought_draft, brought_over, later

pytestmark = pytest.mark.django_db


def addresses() -> list[tuple[str, str, str]]:
    return list(PublicOldAddress.objects.values_list("host", "path", "leads_to"))


def refreshed(item):
    refresh_item({"item": item.pk}, NOW)
    return item


def test_the_public_copy_has_the_days_of_the_old_site(cast):
    item = refreshed(brought_over(cast))
    copy = PublicDocument.objects.get(item_id=item.pk)
    assert {str(copy.first_published_at), str(copy.published_at)} == {"2019-03-05 16:00:00+00:00"}
    assert (copy.old_site, copy.brought_on, copy.old_site_day_known) == (SITE, date(2024, 6, 3), True)  # fmt: skip


def test_without_a_known_day_it_says_the_day_it_came(cast):
    item = refreshed(brought_over(cast, old_site_day=None))
    copy = PublicDocument.objects.get(item_id=item.pk)
    assert (copy.published_at, copy.old_site_day_known) == (later(3), False)


def test_every_address_of_a_public_item_leads_to_it(cast):
    item = brought_over(cast)
    OldAddress.objects.create(agency=cast.town, item=item, host=SITE, path="/b.html")
    refreshed(item)
    refreshed(item)
    leads_to = f"items/{item.pk}/"
    assert addresses() == [(SITE, OLD_PATH, leads_to), (SITE, "/b.html", leads_to)]


def test_a_draft_has_none(cast):
    refreshed(brought_draft(cast))
    assert addresses() == []


def test_a_withdrawn_item_leads_to_its_note_also_while_it_is_written_anew(cast):
    item = refreshed(brought_over(cast))
    item = withdraw(item=item, reason="错", public_note="有错", by=cast.signer, now=later(4))
    for each in (item, revise(item=item, by=cast.clerk, now=later(5))):
        refreshed(each)
        assert addresses() == [(SITE, OLD_PATH, f"items/{item.pk}/")]


def test_all_of_it_can_be_rebuilt(cast):
    item = brought_over(cast)
    PublicOldAddress.objects.create(agency=cast.town, item_id=999_999, host="x", path="/", leads_to="")  # fmt: skip
    rebuild(NOW)
    assert addresses() == [(SITE, OLD_PATH, f"items/{item.pk}/")]
