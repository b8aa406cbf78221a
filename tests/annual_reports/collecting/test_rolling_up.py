"""The county's figures are the sum of what it accepted, each cell open down to its organs, each difference explained."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.annual_reports.actions.collect import accept, choose_organ
from gongkai.annual_reports.collecting.differences import differences
from gongkai.annual_reports.collecting.judging import findings_of
from gongkai.annual_reports.collecting.rolling_up import rolled_up, summed_cells
from gongkai.annual_reports.models import HandedIn
from gongkai.law.annual_report import check
from tests.annual_reports.collecting.folders import printed, read
from tests.annual_reports.stories import NOW
from tests.law.annual_report.reports import with_figures
from tests.people import make_agency

pytestmark = pytest.mark.django_db
TOWN, OTHER = "青石镇人民政府", "白沙镇人民政府"
KEY = "proactive.permits"


def accept_all(cast) -> None:
    """Accept whatever waits, letting every warning stand."""
    for row in HandedIn.objects.filter(state="handed_in"):
        seen = [one.fingerprint for one in findings_of(row)]
        accept(handed_in=row, by=cast.supervisor, now=NOW, acknowledged=seen)


def county(cast, town: int = 2, other: int = 5):
    """Both townships accepted, with so many permits."""
    files = {TOWN: town, OTHER: other}
    read(cast, {f"{name}.json": printed(name, proactive__permits=n) for name, n in files.items()})
    accept_all(cast)
    return rolled_up(cast.county, 2024)


def test_every_cell_is_the_sum_of_its_organs(cast):
    rolled = county(cast)
    for cell in summed_cells():
        assert rolled.figures[cell.key] == sum(one.figure for one in rolled.contributions(cell.key))
    assert rolled.figures[KEY] == 7
    assert rolled.is_complete
    assert [one.severity for one in check(rolled.value()) if one.severity == "error"] == []


def test_what_waits_is_in_it_only_when_asked_for(cast):
    read(cast, {"a.json": printed(TOWN)})
    assert len(rolled_up(cast.county, 2024).parts) == 0
    rolled = rolled_up(cast.county, 2024, with_waiting=True)
    assert [part.name for part in rolled.parts] == [TOWN]
    assert [one.name for one in rolled.missing] == [OTHER]


def test_the_county_s_own_report_of_itself_is_a_part(cast):
    batch = read(cast, {"县.json": printed("临川县人民政府", proactive__permits=1)})
    choose_organ(file=batch.files.get(), organ=cast.county, by=cast.supervisor, now=NOW)
    assert county(cast).figures[KEY] == 8


def test_the_list_is_frozen_with_hashes(cast):
    said = county(cast).evidence()
    assert [one["code"] for one in said["organs"]] == ["320001", "320002"]
    assert {one["sha256"] for one in said["organs"]} == set(
        HandedIn.objects.values_list("sha256", flat=True)
    )


def test_a_cell_that_one_organ_does_not_tell_is_not_known(cast, monkeypatch):
    rolled = county(cast)
    part = rolled.parts[0]
    unread = with_figures(part.ledger.report, {KEY: None}, reason="unreadable", raw="两件")
    broken = replace(part, ledger=type(part.ledger).of(unread))
    rolled = replace(
        rolled, parts=(broken, *rolled.parts[1:]), figures={**rolled.figures, KEY: None}
    )
    assert [cell.key for cell in rolled.unknown] == [KEY]
    found = differences(rolled, county(cast).value())
    assert [one.cell.key for one in found] == [KEY]
    assert "没有读到这一格" in found[0].reasons[0]


def test_differences_are_explained(cast):
    make_agency("320011", "临川县教育局", "county_department", cast.county)
    rolled = county(cast)
    stated = with_figures(rolled.value(), {KEY: 2})
    (one,) = differences(rolled, stated)
    assert (one.stated, one.summed, one.gap) == (2, 7, -5)
    assert one.reasons == (
        "相差的 5 正是白沙镇人民政府的数，可能漏计了",
        "临川县教育局不在合计里",
    )


def test_a_blank_of_the_government_is_named(cast):
    rolled = county(cast)
    (one,) = differences(rolled, with_figures(rolled.value(), {KEY: None}))
    assert (one.stated, one.gap) == (0, -7)
    assert one.reasons[0] == "政府报告的这一格空着，按 0 计"


def test_a_correction_after_the_report_is_named(cast):
    stated = county(cast).value()
    read(cast, {"b.json": printed(TOWN, proactive__permits=4)})
    accept_all(cast)
    (one,) = differences(rolled_up(cast.county, 2024), stated)
    assert "青石镇人民政府更正过：原为 2，现为 4" in one.reasons


def test_the_same_figures_have_no_differences(cast):
    rolled = county(cast)
    assert differences(rolled, rolled.value()) == []


def test_the_number_of_queries_does_not_grow(cast):
    county(cast)
    for number in range(3, 9):
        make_agency(f"32000{number}", f"第{number}镇人民政府", parent=cast.county)
    read(cast, {f"{n}.json": printed(f"第{n}镇人民政府") for n in range(3, 9)})
    accept_all(cast)
    with CaptureQueriesContext(connection) as queries:
        rolled = rolled_up(cast.county, 2024)
    assert len(rolled.parts) == 8
    assert len(queries) <= 6
