"""Each decision stands in its row of 表三, needs its letter, and leads to the remedy of its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.annual_report.form import outcome_rows
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters import LETTERS, TEXTS
from gongkai.law.outcomes import OUTCOMES, letters_of, outcome, remedy_of, row_of

ROWS_2021 = outcome_rows(undivided=False)
DAYS = st.dates(min_value=date(2019, 5, 15), max_value=date(2100, 1, 1))

# Article of the Regulations (or of the fee measure) and the row its decision is counted in, taken by hand.
BY_HAND = [
    ("already_public", "《条例》第三十六条第（一）项", "（一）予以公开"),
    ("provided", "《条例》第三十六条第（二）项", "（一）予以公开"),
    (
        "partly_granted",
        "《条例》第三十七条",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ),
    ("state_secret", "《条例》第十四条", "1.属于国家秘密"),
    ("forbidden_by_law", "《条例》第十四条", "2.其他法律行政法规禁止公开"),
    ("security_and_stability", "《条例》第十四条", "3.危及“三安全一稳定”"),
    ("third_party_rights", "《条例》第十五条", "4.保护第三方合法权益"),
    ("third_party_objects", "《条例》第三十二条", "4.保护第三方合法权益"),
    ("internal_affairs", "《条例》第十六条第一款", "5.属于三类内部事务信息"),
    ("process_information", "《条例》第十六条第二款", "6.属于四类过程性信息"),
    ("enforcement_file", "《条例》第十六条第二款", "7.属于行政执法案卷"),
    ("inquiry_matter", "《条例》第三十六条第（七）项", "8.属于行政查询事项"),
    ("nonexistent", "《条例》第三十六条第（四）项", "1.本机关不掌握相关政府信息"),
    ("not_responsible", "《条例》第三十六条第（五）项", "1.本机关不掌握相关政府信息"),
    ("must_be_created", "《条例》第三十八条", "2.没有现成信息需要另行制作"),
    ("still_unclear", "《条例》第三十条", "3.补正后申请内容仍不明确"),
    ("petition", "《条例》第三十九条第一款", "1.信访举报投诉类申请"),
    ("repeated", "《条例》第三十六条第（六）项", "2.重复申请"),
    ("publication", "《条例》第三十九条第二款", "3.要求提供公开出版物"),
    ("excessive", "《条例》第三十五条", "4.无正当理由大量反复申请"),
    ("reconfirmation", "《年报格式》表三（五）5", "5.要求行政机关确认或重新出具已获取信息"),
    (
        "clarification_lapsed",
        "《条例》第三十条",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    (
        "fee_lapsed",
        "《信息处理费办法》第六条",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    ("withdrawn", "《年报格式》表三（六）3", "3.其他"),
    ("miscellaneous", "《年报格式》表三（六）3", "3.其他"),
]


@pytest.mark.parametrize(("key", "cite", "label"), BY_HAND)
def test_a_decision_rests_on_its_article_and_is_counted_in_its_row(key, cite, label):
    assert str(outcome(key).cite) == cite
    assert outcome(key).label == label


@pytest.mark.parametrize("row", ROWS_2021, ids=lambda row: row.key)
def test_every_row_of_the_form_has_a_decision_that_leads_to_it(row):
    decisions = [decision for decision in OUTCOMES if decision.row == row.key]
    assert decisions
    assert {decision.label for decision in decisions} == {row.title}


def test_every_decision_stands_in_a_row_of_the_form():
    assert {decision.row for decision in OUTCOMES} == {row.key for row in ROWS_2021}


def test_no_decision_is_in_force_before_its_row_of_either_form():
    for decision in OUTCOMES:
        assert decision.in_force.since >= row_of(decision, undivided=True).in_force.since


@pytest.mark.parametrize("key", ["clarification_lapsed", "fee_lapsed", "withdrawn"])
def test_the_old_form_counts_the_three_other_rows_in_one(key):
    assert row_of(outcome(key), undivided=True).key == "other_undivided"


def test_the_old_form_leaves_every_other_row_alone():
    assert row_of(outcome("provided"), undivided=True).key == "granted"


def test_keys_are_used_once():
    assert len({decision.key for decision in OUTCOMES}) == len(OUTCOMES)
    assert len({letter.key for letter in LETTERS}) == len(LETTERS)


@pytest.mark.parametrize("decision", OUTCOMES, ids=lambda decision: decision.key)
def test_every_decision_has_a_letter_to_the_applicant_and_something_to_say(decision):
    assert letters_of(decision)[0].to == "applicant"
    assert decision.says


def test_every_letter_that_ends_a_request_is_needed_by_a_decision():
    needed = {key for decision in OUTCOMES for key in decision.letters}
    assert needed == {text.letter for text in TEXTS if text.outcome} | {"disclosure_notice"}


def test_a_third_party_overruled_by_the_public_interest_gets_a_letter_too():
    letters = letters_of(outcome("disclosed_in_public_interest"))
    assert [letter.to for letter in letters] == ["applicant", "third_party"]


@pytest.mark.parametrize("decision", OUTCOMES, ids=lambda decision: decision.key)
def test_grounds_are_owed_for_each_refusal_and_for_naming_nobody_responsible(decision):
    # Art. 36(3), 36(5) and 37 say 说明理由; 36(7), counted as a refusal, does not.
    withheld = decision.letters[0] in {"refusal", "partial_grant"}
    assert decision.grounds is (withheld or decision.key == "not_responsible")
    assert decision.inventory is withheld


@pytest.mark.parametrize(
    ("day", "order"),
    [
        (date(2023, 12, 30), "either"),
        (date(2023, 12, 31), "either"),
        (date(2024, 1, 1), "reconsideration_first"),
        (date(2024, 1, 2), "reconsideration_first"),
    ],
)
@pytest.mark.parametrize("key", ["state_secret", "third_party_objects", "enforcement_file"])
def test_refusals_go_to_reconsideration_first_since_2024(key, day, order):
    assert remedy_of(outcome(key), day).order == order


@pytest.mark.parametrize(
    "key", ["nonexistent", "repeated", "fee_lapsed", "provided", "inquiry_matter"]
)
def test_other_decisions_leave_the_choice(key):
    remedy = remedy_of(outcome(key), date(2025, 6, 1))
    assert remedy.order == "either"
    assert "也可以依法提起行政诉讼" in remedy.tell


def test_reconsideration_first_is_said_in_the_letter_with_its_article():
    remedy = remedy_of(outcome("state_secret"), date(2025, 6, 1))
    assert "应当先依法申请行政复议" in remedy.tell
    assert str(remedy.cite) == "《复议法》第二十三条第一款第（四）项"


def test_partial_disclosure_goes_to_reconsideration_first_with_a_doubt():
    remedy = remedy_of(outcome("partly_granted"), date(2024, 1, 1))
    assert remedy.order == "reconsideration_first"
    assert remedy.doubt


@given(DAYS, st.sampled_from(OUTCOMES))
def test_every_decision_has_a_remedy_on_every_day_since_the_regulations(day, decision):
    assert decision.row in remedy_of(decision, day).rows


def test_there_is_no_remedy_table_before_the_regulations_of_2019():
    with pytest.raises(NoRuleInForce, match="2019-05-14"):
        remedy_of(outcome("provided"), date(2019, 5, 14))
