"""What 表二 counts by item 1 of art. 20, and who can make it."""

from datetime import date

import pytest

from gongkai.law.annual_report.form import proactive_lines
from gongkai.law.rule_kinds import RULE_KINDS, rule_kind, rule_kinds_on

NEW = date(2023, 3, 15)


def keys(day, organ=None):
    return [row.key for row in rule_kinds_on(day, organ)]


def test_a_township_makes_no_rules_but_normative_documents():
    assert keys(NEW, "township_government") == ["normative_document", "other_document"]
    assert "rules" not in keys(NEW, "county_government")


@pytest.mark.parametrize(
    "organ", ["central_department", "provincial_government", "city_government"]
)
def test_ministries_provinces_and_cities_with_districts_make_rules(organ):
    assert keys(NEW, organ)[0] == "rules"


@pytest.mark.parametrize(("day", "article"), [(14, 82), (15, 93), (16, 93)])
def test_who_makes_rules_is_cited_by_the_law_of_the_day(day, article):
    assert rule_kinds_on(date(2023, 3, day))[0].cite.article == article


def test_each_counted_kind_has_its_line_in_the_form():
    lines = {line.key for line in proactive_lines("2021")}
    assert {row.line for row in RULE_KINDS if row.line} <= lines


def test_a_kind_is_known_by_its_key():
    assert rule_kind("rules").cite.article == 93
    with pytest.raises(KeyError):
        rule_kind("poem")
