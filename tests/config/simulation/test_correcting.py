"""Last year's public report follows the record in what it hands on, so that the simulated year can follow from it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import last_year_of
from gongkai.config.simulation.playing import simulate
from gongkai.law.annual_report import check
from tests.annual_reports.records import signed
from tests.law.annual_report.reports import one_request

pytestmark = pytest.mark.django_db
IN_MARCH = datetime(2025, 3, 3, 1, 0, tzinfo=UTC)
NEW_YEAR = datetime(2025, 1, 5, 1, 0, tzinfo=UTC)


@pytest.fixture
def report(cast, settings, tmp_path) -> Report:
    """An invented report of 2024 that is public: three requests, nothing carried over."""
    settings.WITNESS_DIR = tmp_path / "witness"
    begun = actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NEW_YEAR)
    value = replace(one_request(), organ=cast.town.name, title=begun.title)
    saved = actions.save(report=begun, seen_version=begun.version, value=value, by=cast.clerk, now=NEW_YEAR)  # fmt: skip
    return actions.publish(report=signed(cast, saved), by=cast.signer, now=NEW_YEAR)


def test_it_is_corrected_in_the_open_and_the_next_one_follows_from_it(cast, report):
    simulate(cast.town, 2025, 3, IN_MARCH)
    report.refresh_from_db()
    assert (report.state, report.versions.count()) == ("published", 2)
    assert "漏报" in report.versions.latest("number").note
    before, found = last_year_of(cast.town, 2025), compiled(cast.town, 2025).value
    carried = before.figures["requests.carried_out.total"]
    assert carried == found.figures["requests.carried_in.total"] > 0
    assert before.figures["requests.concluded.total"] == 3
    assert [one for one in check(found, before) if one.severity == "error"] == []


def test_an_organ_without_one_is_played_all_the_same(cast, settings, tmp_path):
    settings.WITNESS_DIR = tmp_path / "witness"
    assert simulate(cast.town, 2025, 3, IN_MARCH).acts["更正上年年报"] == 1
    assert not Report.objects.exists()
