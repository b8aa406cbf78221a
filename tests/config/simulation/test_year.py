"""A simulated year, played through the real acts: what the record counts is what the tale says, cell by cell and case by case."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.db.models import QuerySet
from django.test import override_settings

from gongkai.audit.verify import verify
from gongkai.casework.counting import (
    cases_of,
    fee_totals,
    remedies_of,
    remedy_figures,
    request_figures,
)
from gongkai.casework.models import Case
from gongkai.config.simulation.playing import Played, simulate
from gongkai.config.simulation.told import Charged, Document
from gongkai.law.receipt import CHANNELS
from gongkai.publishing.models import Item
from tests.config.simulation import counted
from tests.people import Cast, make_cast

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
YEARS = ((2025, 1), (2023, 7))
pytestmark = pytest.mark.django_db
Story = tuple[Cast, Played, int]


@pytest.fixture(scope="module", params=YEARS, ids=lambda given: f"{given[0]} seed {given[1]}")
def story(request, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Story]:
    """A year, played once for these tests and taken back after them."""
    year, seed = request.param
    own = override_settings(WITNESS_DIR=tmp_path_factory.mktemp("witness"))
    with django_db_blocker.unblock(), transaction.atomic(), own:
        cast = make_cast()
        yield cast, simulate(cast.town, year, seed, NOW), year
        transaction.set_rollback(True)


def test_every_cell_of_the_table_of_requests_is_what_was_done(story):
    cast, played, year = story
    expected = counted.figures(counted.request_cells(played.told, year))
    assert request_figures(cast.town, year) == expected
    assert expected["requests.carried_in.total"] > 2 < expected["requests.carried_out.total"]


def test_the_years_before_and_after_agree_too(story):
    cast, played, year = story
    for other in (year - 1, year + 1):
        expected = counted.figures(counted.request_cells(played.told, other))
        assert request_figures(cast.town, other) == expected


def test_each_cell_opens_into_exactly_the_requests_that_were_told(story):
    cast, played, year = story
    for cell, keys in counted.request_cells(played.told, year).items():
        titles = cases_of(cast.town, year, cell).values_list("title", flat=True)
        assert sorted(map(counted.key_of, titles)) == sorted(keys), cell


@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_every_cell_of_the_table_of_remedies_is_what_was_done(story, shift):
    cast, played, year = story
    expected = counted.remedy_cells(played.told, year + shift)
    assert remedy_figures(cast.town, year + shift) == counted.figures(expected)
    told = [key for cell, keys in expected.items() if cell.endswith("total") for key in keys]
    titles = remedies_of(cast.town, year + shift).values_list("case__title", flat=True)
    assert sorted(map(counted.key_of, titles)) == sorted(told)


def test_fees_are_those_that_were_charged_and_paid(story):
    cast, played, year = story
    charged = [fee for fee in played.told.of(Charged) if fee.issued_on.year == year]
    paid = [fee for fee in played.told.of(Charged) if fee.paid_on and fee.paid_on.year == year]
    assert fee_totals(cast.town, year) == {
        "notices": len(charged),
        "asked": sum(fee.yuan for fee in charged),
        "paid": sum(fee.yuan for fee in paid),
    }


def documents(cast: Cast) -> QuerySet[Item]:
    """The normative documents of the town."""
    rows = Item.objects.filter(agency=cast.town, published__rule_kind="normative_document")
    return rows.select_related("published")


def test_documents_were_made_and_end_as_they_were_told(story):
    cast, played, _ = story
    found = {
        counted.key_of(row.title): (
            row.published.made_on,
            row.published.ends_on,
            row.published.lead,
        )
        for row in documents(cast)
    }
    told = played.told.of(Document)
    assert found == {each.key: (each.made_on, each.ends_on, each.leads) for each in told}


def test_documents_were_repealed_as_they_were_told(story):
    cast, played, _ = story
    rows = documents(cast).filter(validity="repealed")
    found = {counted.key_of(row.title): row.validity_since for row in rows}
    told = played.told.of(Document)
    assert found == {each.key: each.repealed_on for each in told if each.repealed_on}


def test_everybody_comes_by_every_way(story):
    cast, _, year = story
    new = Case.objects.filter(agency=cast.town, counts_from__year=year)
    assert set(new.values_list("channel", flat=True)) == {row.channel for row in CHANNELS}
    assert set(new.values_list("applicant_kind", flat=True)) == set(counted.APPLICANTS)


def test_the_journal_is_whole(story):
    assert verify().whole
