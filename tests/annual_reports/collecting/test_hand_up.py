"""What is published is handed up with nobody's doing: once a version, the correction as the next."""

import importlib

import pytest
from django.db import DatabaseError, transaction

from gongkai.annual_reports import actions
from gongkai.annual_reports.actions.collect import hand_up
from gongkai.annual_reports.actions.collect.hand_up import hand_up_older
from gongkai.annual_reports.actions.moving import Moving
from gongkai.annual_reports.collecting.organs import collector_of, members
from gongkai.annual_reports.collecting.series import standing_report
from gongkai.annual_reports.models import HandedIn
from gongkai.common.permissions import SYSTEM
from tests.annual_reports.stories import NOW, in_correction, published, resigned, signed
from tests.people import make_agency

PUBLISH = "gongkai.annual_reports.actions.publish"
pytestmark = pytest.mark.django_db


def test_a_published_report_is_handed_up_to_the_county(cast):
    published(cast)
    row = HandedIn.objects.get()
    assert (row.collector, row.organ, row.year, row.source) == (
        cast.county,
        cast.town,
        2024,
        "system",
    )
    assert row.sha256 == row.report_version.sha256


def test_nothing_is_handed_up_where_the_publication_fails(cast, monkeypatch):
    report = signed(cast)
    monkeypatch.setattr(Moving, "finish", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.publish(report=report, by=cast.signer, now=NOW)
    assert not HandedIn.objects.exists()


def test_the_same_version_is_handed_up_once(cast):
    version = published(cast).versions.get()
    again = hand_up(version=version, permit=SYSTEM, now=NOW)
    assert again == HandedIn.objects.get()


def test_a_correction_is_the_next_handing_in(cast):
    report = resigned(cast, in_correction(cast))
    actions.publish(report=report, by=cast.signer, now=NOW)
    rows = HandedIn.objects.order_by("number").values_list("number", "state")
    assert list(rows) == [(1, "replaced"), (2, "handed_in")]
    assert standing_report(cast.town.pk, 2024).versions == 2


def test_what_was_published_before_is_handed_up_once(cast, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(importlib.import_module(PUBLISH), "hand_up", lambda **_: None)
        published(cast)
    assert not HandedIn.objects.exists()
    for _ in range(2):
        hand_up_older(NOW)
    assert HandedIn.objects.get().organ == cast.town


def test_nobody_collects_from_the_top(cast):
    assert collector_of(cast.county, 2024) is None


def test_below_another_government_nothing_is_collected(cast):
    city = make_agency("32", "江州市人民政府", "city_government")
    county = make_agency("3201", "东山县人民政府", "county_government", city)
    make_agency("320101", "石桥镇人民政府", parent=county)
    bureau = make_agency("3202", "江州市教育局", "city_department", city)
    office = make_agency("320201", "江州市教育局南湖分局", "dispatched_office", bureau)
    assert [member.agency for member in members(city, 2024)] == [county, bureau, office]
    assert collector_of(office, 2024) == city


@pytest.mark.parametrize("change", [{"frozen": "{}"}, {"number": 9}, {"year": 2020}])
def test_what_was_handed_in_never_changes(cast, change):
    published(cast)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        HandedIn.objects.update(**change)
