"""What the database itself refuses: two days for the townships of one organ, of one year or of every year."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from gongkai.annual_reports.models import ReportDeadline

pytestmark = pytest.mark.django_db


def fix(agency, year: int | None) -> ReportDeadline:
    """A day set past the action, which would replace the one there is."""
    return ReportDeadline.objects.create(agency=agency, year=year, month=1, day=20, basis="通知")


@pytest.mark.parametrize("year", [None, 2024])
def test_a_second_day_of_the_same_year_is_refused_by_the_database(cast, year):
    fix(cast.county, year)
    with pytest.raises(IntegrityError), transaction.atomic():
        fix(cast.county, year)


def test_a_day_for_every_year_stands_beside_days_of_single_years(cast):
    for year in (None, 2023, 2024):
        fix(cast.county, year)
    assert ReportDeadline.objects.filter(agency=cast.county).count() == 3


def test_no_model_asks_for_what_the_database_cannot_hold(capsys):
    call_command("check", databases=["default"], fail_level="WARNING")
    assert "no issues" in capsys.readouterr().out
