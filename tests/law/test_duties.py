"""Articles that pages quote: found by name on a day, nowhere before they came into force."""

from datetime import date

import pytest

from gongkai.law.duties import DUTIES, duty
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.instruments import INSTRUMENTS


def test_a_duty_says_its_article():
    assert str(duty("review", date(2026, 1, 5)).cite) == "《条例》第十七条"
    assert str(duty("keep_report", date(2026, 1, 5)).cite) == "《条例》第四条第二款第（三）项"


def test_a_duty_holds_from_its_day_on():
    with pytest.raises(NoRuleInForce):
        duty("review", date(2019, 5, 14))
    assert duty("review", date(2019, 5, 15)).key == "review"
    assert duty("review", date(2019, 5, 16)).key == "review"


def test_the_review_of_each_item_holds_since_its_regulation_does():
    with pytest.raises(NoRuleInForce):
        duty("review_each", date(2024, 8, 31))
    for day in (date(2024, 9, 1), date(2024, 9, 2)):
        assert str(duty("review_each", day).cite) == "《保密法实施条例》第四十二条"


def test_a_name_that_is_not_there_is_refused():
    with pytest.raises(NoRuleInForce):
        duty("nothing", date(2026, 1, 5))


def test_duties_have_names_of_their_own_and_known_instruments():
    assert len({row.key for row in DUTIES}) == len(DUTIES)
    assert {row.cite.instrument for row in DUTIES} <= {row.name for row in INSTRUMENTS}
