"""The smaller tables of casework fit each other: notices and the clock, ways of service and days, applicants and 表三, results and 表四."""

from datetime import date

import pytest

from gongkai.law.annual_report.form import APPLICANTS, BLOCKS, RESULTS
from gongkai.law.applicants import APPLICANT_KINDS, applicant_kind
from gongkai.law.case_notices import NOTICES, notice
from gongkai.law.case_reminders import reminders
from gongkai.law.case_states import MOVES
from gongkai.law.clock_events import EVENT_RULES
from gongkai.law.periods import period
from gongkai.law.record_corrections import CORRECTION_RESULTS, correction_result
from gongkai.law.remedy_results import PROCEDURES, procedure, remedy_result, results_of
from gongkai.law.remedy_results import RESULTS as REMEDY_RESULTS
from gongkai.law.request_forms import wishes
from gongkai.law.service_ways import WAYS, day_of_organ, service_way

RULES = {rule.kind: rule for rule in EVENT_RULES}
SENT, RECEIVED = date(2026, 11, 2), date(2026, 11, 5)


def test_a_notice_takes_what_its_event_takes():
    for row in NOTICES:
        wanted = RULES[row.event].takes if row.event else ""
        assert row.takes == wanted, row.key


def test_a_notice_that_must_be_approved_has_its_three_moves():
    keys = {move.key for move in MOVES}
    for row in (each for each in NOTICES if each.approved):
        assert {f"propose_{row.key}", f"approve_{row.key}"} <= keys
    assert {row.key for row in NOTICES if row.approved} == {"extension", "delay", "fee"}


def test_periods_of_the_applicant_run_from_receipt():
    assert {row.key for row in NOTICES if row.on_receipt} == {"clarification", "fee"}
    assert notice("clarification").title == "补正告知书"


@pytest.mark.parametrize(
    ("key", "day"),
    [("direct", RECEIVED), ("entrusted", RECEIVED), ("post", SENT), ("electronic", SENT)],
)
def test_the_organ_is_in_time_by_the_fact_that_the_way_names(key, day):
    assert day_of_organ(service_way(key), sent=SENT, received=RECEIVED) == day


def test_a_letter_handed_over_in_person_has_no_day_before_it_is_signed_for():
    assert day_of_organ(service_way("direct"), sent=SENT, received=None) is None
    assert day_of_organ(service_way("post"), sent=SENT, received=None) == SENT
    assert len(WAYS) == 4


def test_kinds_of_applicant_are_the_columns_of_the_form():
    assert [row.column for row in APPLICANT_KINDS] == list(APPLICANTS)
    assert [row.key for row in APPLICANT_KINDS if row.natural] == ["natural_person"]
    assert applicant_kind("enterprise").label == "商业企业"


def test_procedures_are_the_blocks_of_the_form_and_results_its_columns():
    assert {row.key for row in PROCEDURES} == {block.key for block in BLOCKS}
    assert {row.column for row in REMEDY_RESULTS} == {column.key for column in RESULTS} - {
        "pending"
    }


def test_every_procedure_has_its_period_for_the_answer():
    for row in PROCEDURES:
        assert all(period(key, SENT) for key in (row.answer, row.simple) if key)


def test_results_go_with_their_procedure():
    assert {row.in_court for row in results_of("litigation_direct", SENT)} == {True}
    assert {row.in_court for row in results_of("reconsideration", SENT)} == {False}
    assert not results_of("reconsideration", date(2023, 12, 31))


def test_only_what_was_corrected_is_answered_anew():
    assert {row.column for row in REMEDY_RESULTS if row.reopens} == {"corrected"}
    assert remedy_result("court_revoked_answer_again").reopens
    assert procedure("reconsideration").label == "行政复议"


def test_a_correction_names_the_other_organ_where_it_is_none_of_ours():
    assert [row.key for row in CORRECTION_RESULTS if row.organ] == [
        "correction_passed_on",
        "told_whom_to_ask",
    ]
    assert correction_result("record_corrected").says


def test_reminders_come_nearer():
    assert reminders(SENT) == (7, 3, 1)
    assert reminders(date(2019, 5, 14)) == ()


def test_a_request_says_in_which_form_and_on_which_route():
    assert {row.key for row in wishes("form")} == {"paper", "electronic_data", "look_and_copy"}
    assert len(wishes("route")) == 5
