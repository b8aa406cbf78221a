"""What the public site shows of an organ is drawn anew when it changes."""

from datetime import UTC, datetime, timedelta

import pytest

from gongkai.agencies.actions import edit_contact, rename
from gongkai.agencies.models import ContactPage
from gongkai.common.freshness import public_mark

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def change_contact(cast):
    ContactPage.objects.get_or_create(agency=cast.town)
    facts = {"telephone": "0000-0000001"}
    edit_contact(agency=cast.town, facts=facts, seen_version=1, by=cast.administrator, now=NOW)


def change_name(cast):
    since = datetime(2026, 11, 1, tzinfo=UTC).date()
    facts = {"name": "青石街道办事处", "short_name": "", "since": since, "seen_version": None}
    rename(agency=cast.town, **facts, by=cast.administrator, now=NOW)


@pytest.mark.parametrize("change", [change_contact, change_name])
def test_pages_drawn_before_are_drawn_anew(cast, change, django_capture_on_commit_callbacks):
    before = public_mark(NOW)
    with django_capture_on_commit_callbacks(execute=True):
        change(cast)
    assert public_mark(NOW + timedelta(seconds=2)) != before
