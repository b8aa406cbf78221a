"""表三 and 表四: every case in exactly one cell, carried over at midnight of 31 December, whatever happens later."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.actions import Matter
from gongkai.casework.counting import (
    ROW_OF,
    cases_of,
    fee_totals,
    remedy_figures,
    request_figures,
)
from gongkai.law.annual_report import AnnualReport, check
from gongkai.law.annual_report.form import cells, outcome_rows, remedy_cells, request_cells
from tests.casework.cases import (
    again,
    answered,
    at,
    by_hand,
    corrected,
    in_reconsideration,
    li,
    on,
    registered,
)
from tests.casework.histories.player import play
from tests.casework.histories.stage import two_people

YEARS = (2023, 2024, 2025, 2026)
FIRM = li(
    kind="legal_service", name="青石律师事务所", identity_type="credit_code", identity_number="91"
)


def filled(figures: dict[str, int]) -> dict[str, int]:
    """Those that are not nought, by row and column."""
    return {key.removeprefix("requests."): number for key, number in figures.items() if number}


def faults(figures: dict[str, int]) -> list[str]:
    """Broken balances of 表三, by the check that every report goes through."""
    whole = {cell.key: figures.get(cell.key, 0) for cell in cells("2021", undivided=False)}
    report = AnnualReport(edition="2021", figures=whole, title="年报", organ="青石镇", year=2026)
    return [str(found) for found in check(report) if found.severity == "error"]


def test_every_outcome_has_one_row_of_the_form(cast):
    assert set(ROW_OF.values()) <= {row.key for row in outcome_rows(undivided=False)}
    assert set(request_figures(cast.town, 2026)) == {
        cell.key for cell in request_cells(undivided=False)
    }
    assert set(remedy_figures(cast.town, 2026)) == {cell.key for cell in remedy_cells()}


def test_a_year_is_counted_by_applicant_and_outcome(cast):
    answered(cast, registered(cast))
    answered(cast, registered(cast, who=FIRM), key="petition")
    registered(cast)
    assert filled(request_figures(cast.town, 2026)) == {
        "received.natural_person": 2, "received.legal_service": 1, "received.total": 3,
        "granted.natural_person": 1, "granted.total": 1,
        "unprocessed_petition.legal_service": 1, "unprocessed_petition.total": 1,
        "concluded.natural_person": 1, "concluded.legal_service": 1, "concluded.total": 2,
        "carried_out.natural_person": 1, "carried_out.total": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-12-30", 2026), ("2026-12-31", 2026), ("2027-01-01", 2027), ("2027-01-04", 2027)],
)
def test_a_case_belongs_to_the_year_in_which_its_answer_left(cast, day, year):
    answered(cast, registered(cast, date(2026, 12, 14)), day)
    of_2026, of_2027 = request_figures(cast.town, 2026), request_figures(cast.town, 2027)
    assert (of_2026 if year == 2026 else of_2027)["requests.granted.total"] == 1
    assert (
        of_2026["requests.carried_out.total"] == of_2027["requests.carried_in.total"] == year - 2026
    )
    assert of_2026["requests.received.total"] == 1


def test_a_parent_is_not_counted_and_its_parts_are(cast):
    case = registered(cast, date(2026, 12, 30))
    matters = (Matter("方案", "方案"), Matter("名单", "名单"))
    actions.split(case=case, matters=matters, reason="两项", **on(cast.clerk, "2027-01-05"))
    of_2026, of_2027 = request_figures(cast.town, 2026), request_figures(cast.town, 2027)
    assert (of_2026["requests.carried_out.total"], of_2027["requests.carried_in.total"]) == (1, 1)
    assert (of_2027["requests.received.total"], of_2027["requests.carried_out.total"]) == (1, 2)


def test_what_is_no_request_is_in_no_cell(cast):
    registered(cast, kind="correction")
    registered(cast, channel="internet")
    actions.void(case=registered(cast), reason="重复", **on(cast.signer, "2026-11-05"))
    assert filled(request_figures(cast.town, 2026)) == {}


def test_a_new_round_after_a_remedy_is_no_new_piece(cast):
    case = answered(cast, registered(cast), key="process_information")
    remedy = corrected(cast, in_reconsideration(cast, case))
    actions.reopen(remedy=remedy, **on(cast.signer, "2026-12-21"))
    before = request_figures(cast.town, 2026)
    answered(cast, case, "2027-01-04")
    assert request_figures(cast.town, 2026) == before
    assert filled(request_figures(cast.town, 2027)) == {}
    figures = remedy_figures(cast.town, 2026)
    assert (
        figures["remedies.reconsideration.corrected"],
        figures["remedies.reconsideration.total"],
    ) == (1, 1)


@pytest.mark.parametrize(
    ("rule", "of_2026", "of_2027"),
    [
        ("alive", "pending", "corrected"),
        ("received", "pending", ""),
        ("closed", "pending", "corrected"),
    ],
)
def test_a_remedy_is_counted_by_the_organs_rule(cast, rule, of_2026, of_2027):
    actions.set_rules(
        agency=cast.town, number_pattern="{organ}〔{year}〕{serial}号", reminder_days=[], remedies_counted=rule,
        seen_version=None, **on(cast.administrator, "2026-01-05"),
    )  # fmt: skip
    corrected(cast, in_reconsideration(cast, answered(cast, registered(cast))), "2027-01-20")
    for year, column in ((2026, of_2026), (2027, of_2027)):
        figures = remedy_figures(cast.town, year)
        assert figures["remedies.reconsideration.total"] == bool(column)
        assert not column or figures[f"remedies.reconsideration.{column}"] == 1


def test_each_cell_opens_into_its_cases(cast):
    one, other = answered(cast, registered(cast)), answered(cast, registered(cast, who=FIRM))
    assert set(cases_of(cast.town, 2026, "requests.granted.total")) == {one, other}
    assert list(cases_of(cast.town, 2026, "requests.concluded.legal_service")) == [other]
    for wrong in ("requests.unheard.total", "requests.granted.alien"):
        with pytest.raises(KeyError):
            cases_of(cast.town, 2026, wrong)


def test_fees_are_told_by_number_and_sum(cast):
    proposal = actions.propose_fee(
        case=registered(cast), ground="多", pages=50, **on(cast.clerk, "2026-11-05")
    )
    notice = actions.approve_notice(notice=proposal, **on(cast.signer, "2026-11-05"))
    actions.send_fee_notice(
        notice=notice, sending=by_hand("2026-11-05"), **on(cast.clerk, "2026-11-05")
    )
    actions.receive_payment(
        case=again(notice.case), paid_on=date(2026, 11, 9), yuan=150, **on(cast.clerk, "2026-11-09")
    )
    assert fee_totals(cast.town, 2026) == {"notices": 1, "asked": 200, "paid": 150}
    assert at("2026-11-09").year == 2026


def test_the_figures_of_random_histories_balance_year_by_year(cast):
    people = two_people(cast.town)
    for seed in range(900, 925):
        play(seed, cast.town, people)
    figures = {year: request_figures(cast.town, year) for year in (*YEARS, 2027)}
    for year in YEARS:
        assert faults(figures[year]) == []
        for column in ("natural_person", "total"):
            out = figures[year][f"requests.carried_out.{column}"]
            assert out == figures[year + 1][f"requests.carried_in.{column}"]
        rows = (f"requests.{row.key}.total" for row in outcome_rows(undivided=False))
        found = sum(cases_of(cast.town, year, cell).count() for cell in rows)
        assert found == figures[year]["requests.concluded.total"]
