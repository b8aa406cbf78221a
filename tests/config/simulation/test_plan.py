"""The plan of a year: the same for the same seed, whole in what it tells, every row of 表三 within reach."""

from collections import Counter
from datetime import date

import pytest

from gongkai.config.simulation.draw import is_workday
from gongkai.config.simulation.told import Asked, Document, Published, Remedied, Uncounted
from gongkai.config.simulation.year import year_of
from gongkai.law.annual_report.form import APPLICANTS, DIVIDED_OTHER_ROWS, OUTCOME_ROWS

SEEDS = range(20)
ROWS = {row.key for row in (*OUTCOME_ROWS, *DIVIDED_OTHER_ROWS)}


def test_the_same_seed_is_the_same_year_and_another_is_another():
    once, again, other = (year_of(2025, seed) for seed in (1, 1, 2))
    assert once.facts == again.facts
    assert [(deed.moment, deed.what) for deed in once.in_order()] == [
        (deed.moment, deed.what) for deed in again.in_order()
    ]
    assert once.facts != other.facts


@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_has_most_of_what_may_happen(seed):
    plan = year_of(2024, seed)
    asked = [fact for fact in plan.facts if isinstance(fact, Asked)]
    new = [fact for fact in asked if fact.counts_from.year == 2024]
    assert 40 <= len(new) <= 80
    assert {fact.applicant for fact in new} == {row.key for row in APPLICANTS}
    assert len({fact.row for fact in asked if fact.closed_on and fact.closed_on.year == 2024}) >= 15


def test_within_some_years_every_row_occurs():
    facts = [fact for seed in SEEDS for fact in year_of(2024, seed).facts]
    assert {fact.row for fact in facts if isinstance(fact, Asked)} == ROWS
    assert {fact.why for fact in facts if isinstance(fact, Uncounted)} == {"correction", "void", "divided"}  # fmt: skip
    columns = {(fact.block, fact.column) for fact in facts if isinstance(fact, Remedied)}
    assert len(columns) == 9


def test_people_work_on_working_days():
    days = {deed.day for deed in year_of(2025, 3).deeds}
    assert all(is_workday(day) for day in days)


def test_keys_are_of_one_thing_each():
    facts = year_of(2025, 5).facts
    keys = Counter(fact.key for fact in facts if isinstance(fact, Asked | Uncounted | Published))
    assert set(keys.values()) == {1}


def test_what_is_told_as_of_a_day_knows_nothing_after_it():
    facts = [fact.until(date(2025, 3, 31)) for fact in year_of(2025, 1).facts]
    known = [fact for fact in facts if fact is not None]
    days = [
        getattr(fact, name)
        for fact in known
        for name in ("closed_on", "repealed_on", "published_on", "day", "counts_from")
        if getattr(fact, name, None)
    ]
    assert days
    assert max(days) <= date(2025, 3, 31)
    assert len(known) < len(facts)


def test_documents_are_made_repealed_and_outlived():
    documents = [fact for fact in year_of(2025, 1).facts if isinstance(fact, Document)]
    assert any(fact.repealed_on for fact in documents)
    assert any(fact.ends_on for fact in documents)
    assert any(fact.made_on.year < 2025 for fact in documents)
