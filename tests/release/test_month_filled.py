"""Documents that were public before months were kept get theirs by law days, in a statement a month."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from gongkai.release.models import PublicDocument
from tests.website.released import release

fill = import_module("gongkai.release.migrations.0010_fill_public_month").fill
FIRST = datetime(2023, 12, 31, 16, 0, tzinfo=UTC)
"""The first moment of 2024 in China."""


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (FIRST, "2024-01"),
        (FIRST.replace(hour=15, minute=59), "2023-12"),
        (datetime(2024, 12, 31, 15, 59, 59, tzinfo=UTC), "2024-12"),
    ],
)
def test_months_are_filled_from_the_day_of_publication(cast, moment, month):
    release(cast.town, published_at=datetime(2023, 6, 1, tzinfo=UTC), month="x")
    document = release(cast.town, published_at=moment, month="x")
    fill(apps, connection.schema_editor())
    document.refresh_from_db()
    assert document.month == month
    assert not PublicDocument.objects.filter(month="x").exists()


def test_an_empty_site_needs_no_months(db):
    fill(apps, connection.schema_editor())
    assert not PublicDocument.objects.exists()
