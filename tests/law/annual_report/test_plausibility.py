"""Figures that break no balance and yet deserve a second look: each row with what it notes and what it leaves alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.law.annual_report import check
from gongkai.law.annual_report.plausibility import PLAUSIBILITY, leap
from gongkai.law.catalogue.item import EVERY_ORGAN
from gongkai.law.instruments import instrument_of
from gongkai.law.rule_kinds import rule_kinds_on
from tests.law.annual_report.reports import of_rule, one_request, with_figures, zeros

FEES = "proactive.administrative_fees_wan_yuan"
MEASURES, PENALTIES = "proactive.compulsory_measures", "proactive.penalties"
RULES = {"proactive.rules.issued": 1, "proactive.rules.in_force": 1}
RECEIVED, LEFT = "requests.received.total", "requests.carried_out.total"
CORRECTED = {"remedies.reconsideration.corrected": 1, "remedies.reconsideration.total": 1}


def report(figures=(), **head):
    return with_figures(zeros(**head), dict(figures))


def odd(this_year, last_year=None, kind=None):
    return of_rule(check(this_year, last_year, organ_kind=kind), "plausibility")


def before(figures=()):
    return report(figures, year=2023, title="柳林镇人民政府2023年报告")


@pytest.mark.parametrize("kind", ["township_government", "county_department", "county_government"])
def test_rules_of_an_organ_that_cannot_make_any_are_noted(kind):
    [finding] = odd(report(RULES), kind=kind)
    assert (finding.severity, finding.where, finding.right) == (
        "note",
        "proactive.rules.in_force",
        0,
    )
    assert "不是可以制定规章的机关" in finding.message
    assert str(finding.cite) == "《立法法》第九十三条第一款"


@pytest.mark.parametrize(
    "kind", ["city_government", "provincial_government", "central_department", None]
)
def test_rules_of_those_who_can_make_them_or_of_an_unknown_organ_are_left_alone(kind):
    assert odd(report(RULES), kind=kind) == []


def test_rules_are_judged_by_the_law_of_the_last_day_of_the_year():
    [finding] = odd(report(RULES, year=2022), kind="county_department")
    assert str(finding.cite) == "《立法法（2015年修正）》第八十二条第一款"


def test_who_can_make_rules_is_said_once():
    [row] = [
        row
        for row in PLAUSIBILITY
        if row.key == "rules_without_power" and row.in_force.until is None
    ]
    makers = next(kind.makers for kind in rule_kinds_on(row.in_force.since) if kind.key == "rules")
    assert set(row.organs) | set(makers) | {"state_council"} == set(EVERY_ORGAN)
    assert set(row.organs).isdisjoint(makers)


def test_a_department_with_measures_and_no_penalties_is_asked():
    [finding] = odd(report({MEASURES: 3}), kind="county_department")
    assert (finding.where, finding.left) == (MEASURES, 3)
    assert finding.cells == (MEASURES, PENALTIES)


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        ({MEASURES: 3, PENALTIES: 1}, "county_department"),
        ({MEASURES: 3}, "township_government"),
        ({MEASURES: 3}, None),
        ({MEASURES: 0}, "county_department"),
    ],
)
def test_measures_are_left_alone_otherwise(figures, kind):
    assert odd(report(figures), kind=kind) == []


@pytest.mark.parametrize(
    ("new", "old", "words"),
    [
        (20, 2, "是上年的 10 倍"), (19, 1, ""), (20, 3, ""), (199, 20, ""), (200, 20, "是上年的 10 倍"),
        (2, 20, "不到上年的 10 分之一"), (0, 500, ""), (500, 0, ""), (20, -2, ""), (Decimal("250.5"), 25, "是上年的 10 倍"),
    ],
)  # fmt: skip
def test_ten_times_last_year_is_a_leap(new, old, words):
    assert leap(new, old) == words


def test_a_leap_of_a_total_is_noted_once_and_not_of_each_column():
    figures = {
        "requests.received.natural_person": 40,
        RECEIVED: 40,
        "requests.carried_out.natural_person": 4,
    }
    few = {"requests.received.natural_person": 2, RECEIVED: 2}
    found = odd(report(figures), before(few))
    assert [(each.where, each.left, each.right) for each in found] == [(RECEIVED, 40, 2)]


def test_fees_ten_thousand_times_last_year_are_a_matter_of_units():
    [finding] = odd(
        report({FEES: Decimal(36000)}), before({FEES: Decimal("3.5")}), "township_government"
    )
    assert "单位是元还是万元" in finding.message
    [finding] = odd(report({FEES: Decimal("3.5")}), before({FEES: Decimal(36000)}))
    assert "单位是元还是万元" in finding.message


@pytest.mark.parametrize(("fees", "kind", "noted"), [
    (10_000, "county_department", 1), (9_999, "county_department", 0), (10_000, "county_government", 0), (10_000, None, 0),
])  # fmt: skip
def test_a_hundred_million_yuan_of_a_small_organ_is_noted(fees, kind, noted):
    assert len(odd(report({FEES: fees}), kind=kind)) == noted


def test_corrections_though_everything_was_granted_are_noted():
    granted = with_figures(one_request(), CORRECTED)
    [finding] = odd(granted, one_request(before()))
    assert finding.where == "remedies.reconsideration.corrected"
    assert odd(granted) == []


def test_corrections_after_a_refusal_last_year_are_left_alone():
    refused = with_figures(one_request(before()), {"requests.refused_state_secret.total": 1})
    assert odd(with_figures(one_request(), CORRECTED), refused) == []


def test_disputes_without_any_request_in_two_years_are_noted():
    disputed = report(CORRECTED)
    [finding] = odd(disputed, before())
    assert finding.where == "remedies.reconsideration.total"
    asked = odd(disputed, one_request(before()))
    assert [finding.where for finding in asked if "没有收到" in finding.message] == []
    assert odd(disputed) == []


@pytest.mark.parametrize(("left", "received", "noted"), [(11, 20, 1), (10, 20, 0), (10, 19, 0)])
def test_more_than_half_carried_out_is_noted(left, received, noted):
    assert len(odd(report({LEFT: left, RECEIVED: received}))) == noted


@pytest.mark.parametrize(("other", "noted"), [
    ("本年度未发出收费通知。", 1), ("没有向申请人发出过收费通知。", 1), ("本年度发出收费通知1件。", 0), ("无其他事项。", 0),
])  # fmt: skip
def test_a_fee_that_lapsed_needs_a_notice(other, noted):
    chapters = {**zeros().chapters, "other": other}
    assert len(odd(report({"requests.other_fee_lapsed.total": 1}, chapters=chapters))) == noted


def test_a_quiet_report_and_one_that_could_not_be_read_say_nothing():
    assert odd(zeros(), before(), "township_government") == []
    unread = replace(zeros(), figures=dict.fromkeys(zeros().figures))
    assert odd(unread, before(), "county_department") == []


def test_reports_before_the_form_of_2021_are_not_looked_at():
    assert odd(report(RULES, year=2020), kind="township_government") == []


def test_every_row_rests_on_an_instrument_and_says_that_it_is_no_rule_of_the_form():
    for row in PLAUSIBILITY:
        source = instrument_of(row.cite).in_force
        assert source.since <= row.in_force.since
        assert source.until is None or (row.in_force.until and row.in_force.until <= source.until)
        assert row.doubt
