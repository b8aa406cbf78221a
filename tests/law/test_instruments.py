"""The instruments are listed once, each with its title, its number and the days it applies."""

from datetime import date, timedelta

import pytest

from gongkai.law.citation import Cite
from gongkai.law.instruments import INSTRUMENTS, instrument_of


def test_a_citation_leads_to_its_instrument():
    found = instrument_of(Cite("条例", 33, 2))
    assert found.title == "中华人民共和国政府信息公开条例"
    assert found.number == "国务院令第711号"


def test_an_instrument_that_is_not_listed_is_not_made_up():
    with pytest.raises(KeyError, match="某某办法"):
        instrument_of(Cite("某某办法", 1))


def test_short_names_are_used_once():
    names = [instrument.name for instrument in INSTRUMENTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.name)
def test_an_instrument_has_title_number_and_an_order_of_days(instrument):
    assert instrument.title
    assert instrument.number
    assert (
        instrument.in_force.until is None or instrument.in_force.since <= instrument.in_force.until
    )
    assert str(instrument.cite) == f"《{instrument.name}》"


@pytest.mark.parametrize(
    ("name", "first_day"),
    [
        ("条例", date(2019, 5, 15)),
        ("年报格式", date(2021, 9, 26)),
        ("信息处理费办法", date(2021, 1, 1)),
        ("复议法", date(2024, 1, 1)),
        ("保密法实施条例", date(2024, 9, 1)),
        ("行政处罚法", date(2021, 7, 15)),
    ],
)
def test_an_instrument_applies_from_its_first_day(name, first_day):
    in_force = instrument_of(Cite(name)).in_force
    assert in_force.since == first_day
    assert not in_force.covers(first_day - timedelta(days=1))


def test_the_trial_form_ended_on_the_day_before_the_form_of_2021_began():
    ended = instrument_of(Cite("年报格式（试行）")).in_force.until
    began = instrument_of(Cite("年报格式")).in_force.since
    assert (began - ended).days == 1
