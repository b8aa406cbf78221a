"""The report that stands for an organ and a year: accepted, else handed in, else public; in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.annual_reports.collecting.series import standing_report, standing_reports
from tests.annual_reports.stories import drafted, flawless, published, signed

pytestmark = pytest.mark.django_db


def test_what_is_public_on_this_system_stands_until_something_is_handed_in(cast):
    published(cast)
    one = standing_report(cast.town.pk, 2024)
    assert one.value.figures == flawless().figures
    assert (one.source, one.agency, one.year) == ("system", cast.town, 2024)
    assert str(one.handed_on) == "2025-01-10"


@pytest.mark.parametrize("story", [drafted, signed])
def test_what_is_not_public_does_not_stand(cast, story):
    story(cast)
    assert standing_report(cast.town.pk, 2024) is None


def test_several_years_take_as_many_queries_as_one(cast):
    for year in (2023, 2024):
        published(cast, year=year)
    with CaptureQueriesContext(connection) as found:
        assert [one.year for one in standing_reports([cast.town.pk], [2023, 2024])] == [2023, 2024]
    assert len(found) == 2
