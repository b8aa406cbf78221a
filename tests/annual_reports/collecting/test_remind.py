"""Who is missing is reminded, once a day."""

from datetime import date, timedelta

import pytest

from gongkai.annual_reports.actions.collect import remind
from gongkai.annual_reports.collecting.overview import missing, rows
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import NotAllowed, Refusal
from tests.annual_reports.collecting.folders import printed, read
from tests.annual_reports.stories import NOW, published
from tests.people import make_agency

pytestmark = pytest.mark.django_db


def test_each_organ_is_told_once_a_day(cast):
    for hour in range(3):
        remind(
            collector=cast.county, year=2024, by=cast.supervisor, now=NOW + timedelta(hours=hour)
        )
    assert Notice.objects.filter(user_id=cast.clerk.pk).count() == 1
    remind(collector=cast.county, year=2024, by=cast.supervisor, now=NOW + timedelta(days=1))
    assert Notice.objects.filter(user_id=cast.clerk.pk).count() == 2


def test_organs_with_nobody_here_are_named(cast):
    bureau = make_agency("320009", "临川县教育局", "county_department", cast.county)
    said = remind(collector=cast.county, year=2024, by=cast.supervisor, now=NOW)
    assert (said.told, said.nobody) == ([cast.town, cast.other_town], [bureau])


def test_who_has_handed_in_is_left_in_peace(cast):
    published(cast)
    remind(collector=cast.county, year=2024, by=cast.supervisor, now=NOW)
    reminders = Notice.objects.filter(key__startswith="annual_reports.remind")
    assert set(reminders.values_list("user_id", flat=True)) == {cast.stranger.pk}


def test_nothing_is_missing_is_said(cast):
    names = ("青石镇人民政府", "白沙镇人民政府")
    read(cast, {f"{name}.json": printed(name) for name in names})
    assert missing(cast.county, 2024) == []
    with pytest.raises(Refusal, match="都已经报送"):
        remind(collector=cast.county, year=2024, by=cast.supervisor, now=NOW)


def test_reminding_is_the_county_s(cast):
    with pytest.raises(NotAllowed):
        remind(collector=cast.county, year=2024, by=cast.clerk, now=NOW)


def test_the_overview_has_a_row_for_each_organ(cast):
    published(cast)
    found = {row.agency: row.key for row in rows(cast.county, 2024, date(2025, 2, 1))}
    assert found == {cast.town: "handed_in", cast.other_town: "missing"}
