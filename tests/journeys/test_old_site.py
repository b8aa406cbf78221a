"""An old website from its export to a reader who follows a link of long ago: desk, background, review, signature, public site."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.publishing.actions import publish_many, review_many
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch, Item
from gongkai.publishing.timeliness import publications
from tests.publishing.batches import worked_on
from tests.publishing.folders import folder_of
from tests.publishing.items import CLEAR, NOW, later
from tests.publishing.old_sites import FILES, PATHS, csv_of, lines
from tests.website.released import make_main

pytestmark = pytest.mark.django_db(transaction=True)


def brought(cast, client) -> Batch:
    """The clerk uploads the export, says where its columns go, and confirms; the background works on it."""
    column = national_column(cast.town, "content")
    files = {**FILES, "清单.csv": csv_of(*lines(), encoding="gb18030")}
    upload = SimpleUploadedFile("旧网站.zip", folder_of(files).getvalue())
    client.force_login(cast.clerk)
    client.post("/desk/items/old-site/", {"site": "www.qingshi.gov.cn", "archive": upload})
    batch = Batch.objects.get()
    chosen = {"column_0": column.pk, "column_1": column.pk}
    client.post(f"/desk/items/old-site/{batch.pk}/columns/", chosen)
    client.post(f"/desk/items/bulk/{batch.pk}/confirm/")
    client.logout()
    return worked_on(batch, later(24 * 365 * 3))


def seen() -> dict[int, int]:
    return dict(Item.objects.values_list("pk", "version"))


def test_a_reader_follows_a_link_of_long_ago(cast, client):
    make_main(cast.town)
    assert brought(cast, client).state == "done"
    assert [client.get(path).status_code for path in PATHS] == [404] * 3
    review_many(seen=seen(), by=cast.reviewer, now=later(1), conclusions=dict.fromkeys(seen(), CLEAR))  # fmt: skip
    assert len(publish_many(seen=seen(), by=cast.signer, now=later(2)).done) == 3
    worked_on(Batch.objects.get(), later(24 * 365 * 3))
    answer = client.get(PATHS[0])
    assert answer.status_code == 301
    page = client.get(answer["Location"]).content.decode()
    assert "<dt>首次发布</dt><dd>2019-03-06</dd>" in page
    assert client.get(page.partition('见<a href="')[2].partition('"')[0]).status_code == 200
    assert publications(cast.town, NOW.year) == []
