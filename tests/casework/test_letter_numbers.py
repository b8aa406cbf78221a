"""Numbers of letters under many hands at once: each once, none left out."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from gongkai.casework.actions.numbers import next_number
from gongkai.casework.models import CaseNumber
from gongkai.casework.queries import unexplained_gaps
from gongkai.common.permissions import SYSTEM
from tests.casework import cases
from tests.casework.cases import at

MANY, AT_ONCE = 24, 6
NOW = at("2026-11-17")


def race(agency) -> None:
    """Many letters at once, every fifth of them rolled back."""
    together = Barrier(AT_ONCE)

    def one(number: int) -> None:
        if number < AT_ONCE:
            together.wait(10)
        with transaction.atomic():
            next_number(agency, SYSTEM, NOW, "reply")
            transaction.set_rollback(number % 5 == 0)
        connection.close()

    with ThreadPoolExecutor(AT_ONCE) as people:
        list(people.map(one, range(MANY)))


@pytest.mark.needs_postgresql
@pytest.mark.django_db(transaction=True)
def test_letters_signed_at_once_are_numbered_once_each(cast):
    race(cast.town)
    given = CaseNumber.objects.filter(series="reply").values_list("serial", flat=True)
    assert sorted(given) == list(range(1, MANY - 5 + 1))
    assert unexplained_gaps(cast.town, 2026, "reply") == []


def test_each_series_and_year_begins_with_one(cast):
    case = cases.clarified(cast, cases.registered(cast))
    cases.consulted(cast, cases.registered(cast))
    cases.signed(cast, cases.registered(cast), "2026-11-17")
    with transaction.atomic():
        next_number(cast.town, SYSTEM, at("2027-01-04"), "reply")
    rows = CaseNumber.objects.exclude(series="request").order_by("series", "year")
    assert [(row.series, row.year, row.serial) for row in rows] == [
        ("consultation", 2026, 1), ("notice", 2026, 1), ("reply", 2026, 1), ("reply", 2027, 1),
    ]  # fmt: skip
    assert case.letters.get().number.letter == case.letters.get()
