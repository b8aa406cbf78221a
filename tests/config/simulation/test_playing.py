"""Playing a plan: up to yesterday, and the same record for the same seed."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.casework.counting import cases_of, remedy_figures, request_figures
from gongkai.casework.models import Case
from gongkai.config.simulation.playing import Played, simulate
from gongkai.publishing.models import Item
from tests.config.simulation import counted

pytestmark = pytest.mark.django_db
FEBRUARY = datetime(2025, 2, 12, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def witnesses(settings, tmp_path):
    """Heads of chains of these games go to a place of their own."""
    settings.WITNESS_DIR = tmp_path / "witness"


def played(agency: Agency, seed: int) -> tuple[Played, str]:
    """The first weeks of 2025, and the digest of what they left; taken back."""
    with transaction.atomic():
        found = simulate(agency, 2025, seed, FEBRUARY)
        left = digest(agency)
        transaction.set_rollback(True)
    return found, left


def digest(agency: Agency) -> str:
    """All cells of both years, and what there is of requests and items with their days."""
    cells = [table(agency, year) for year in (2024, 2025) for table in (request_figures, remedy_figures)]  # fmt: skip
    cases = Case.objects.filter(agency=agency).order_by("number__number")
    facts = cases.values_list("title", "state", "outcome", "due_on", "closed_on", "masked_name")
    items = Item.objects.filter(agency=agency).order_by("title").values_list("title", "state")
    said = json.dumps([cells, list(facts), list(items)], ensure_ascii=False, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def test_the_same_seed_leaves_the_same_record_and_another_another(cast):
    (once, left), (again, left_again) = played(cast.town, 1), played(cast.town, 1)
    assert (once, left) == (again, left_again)
    other, left_by_other = played(cast.town, 2)
    assert once.told != other.told
    assert left != left_by_other


def test_the_year_that_runs_is_played_until_yesterday(cast):
    found = simulate(cast.town, 2025, 5, FEBRUARY)
    assert found.until == date(2025, 2, 11)
    cells = counted.request_cells(found.told, 2025, found.until)
    assert request_figures(cast.town, 2025, found.until) == counted.figures(cells)
    assert cells["requests.carried_out.total"]
    open_now = cases_of(cast.town, 2025, "requests.carried_out.total", found.until)
    assert open_now.count() == len(cells["requests.carried_out.total"])
