"""What was signed stays as it was: frozen bytes, their hash, and a database that refuses to change them."""

import hashlib
import json

import pytest
from django.db import DatabaseError, transaction

from gongkai.annual_reports import actions
from gongkai.annual_reports.freezing import is_whole
from gongkai.annual_reports.models import ReportVersion
from gongkai.annual_reports.queries import as_value, previous_value, version_value
from tests.annual_reports.stories import NOW, drafted, flawless, signed

MOVED = {
    "frozen": "{}",
    "sha256": "0" * 64,
    "note": "别的",
    "signed_by_name": "别人",
    "number": 9,
    "acknowledged": ["x"],
    "published_at": None,
}


def test_the_hash_is_that_of_the_file_that_people_download(cast):
    version = signed(cast).versions.get()
    assert hashlib.sha256(version.frozen.encode()).hexdigest() == version.sha256
    assert json.loads(version.frozen)["requests"]["received"]["total"] == 3
    assert is_whole(version)


def test_what_is_frozen_is_the_report_as_it_was_signed(cast):
    report = signed(cast)
    assert version_value(report.versions.get()) == as_value(report)


@pytest.mark.parametrize("name", MOVED)
def test_the_database_refuses_to_change_a_signed_version(cast, name):
    signed(cast)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        ReportVersion.objects.update(**{name: MOVED[name]})


def test_the_database_refuses_to_delete_a_signed_version(cast):
    signed(cast)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        ReportVersion.objects.all().delete()


def test_the_day_of_publication_is_filled_in_once(cast):
    signed(cast)
    assert ReportVersion.objects.update(published_at=NOW) == 1
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        ReportVersion.objects.update(published_at=NOW)


def test_a_signature_that_was_undone_leaves_its_version_on_record(cast):
    report = actions.undo_signing(report=signed(cast), reason="发现错字", by=cast.signer, now=NOW)
    assert report.state == "draft"
    assert report.versions.get().published_at is None


def test_last_year_is_compared_as_it_was_signed(cast):
    signed(cast, flawless(2023), 2023)
    this_year = drafted(cast)
    assert previous_value(this_year).year == 2023


def test_a_draft_of_last_year_is_not_compared(cast):
    drafted(cast, flawless(2023), 2023)
    assert previous_value(drafted(cast)) is None
