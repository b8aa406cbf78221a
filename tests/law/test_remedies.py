"""The remedies paragraph names the right organ, the right order and the right periods, or says why it cannot."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters import LETTERS, letter_text
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.remedies import CHANGE_DOUBT, Advice, advise, remedy_against, remedy_steps
from gongkai.law.workdays import provisional_calendar
from tests.law.test_reconsideration_organs import BUREAU, COUNTY, JUSTICE, PROVINCE, TAX

DAY = date(2026, 11, 2)
OLD = date(2023, 6, 1)
FIRST = "根据《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，应当自收到本告知书之日起60日内先向柳林县人民政府申请行政复议"


def advice(outcome: str, organ=BUREAU, on=DAY, **more) -> Advice:
    letter = next(row.letters[0] for row in OUTCOMES if row.key == outcome)
    paper = letter_text(letter, on, outcome).paper
    return advise(remedy_against(letter, on, outcome), organ, on, paper=paper, **more)


def words(*args, **more) -> str:
    return "\n".join(advice(*args, **more).paragraphs)


def test_a_refusal_leads_to_reconsideration_before_court():
    said = words("state_secret", court="柳林县人民法院")
    assert FIRST in said
    assert "可以自收到行政复议决定书之日起15日内依法向柳林县人民法院提起行政诉讼" in said
    assert "自收到决定书之日起或者行政复议期限届满之日起15日内" in said
    assert "6个月" not in said


@pytest.mark.parametrize(
    "outcome", ["provided", "nonexistent", "repeated", "fee_lapsed", "inquiry_matter", "withdrawn"]
)
def test_other_decisions_leave_the_choice(outcome):
    said = words(outcome)
    assert "60日内向柳林县人民政府申请行政复议，也可以自收到本" in said
    assert "6个月内依法向人民法院提起行政诉讼" in said
    assert "应当" not in said


def test_partial_disclosure_goes_both_ways_with_its_doubt():
    found = advice("partly_granted")
    assert "中不予公开的内容不服的，根据" in found.paragraphs[0]
    assert "其他内容不服的，可以" in found.paragraphs[1]
    assert "部分公开中不予公开的部分是否须先复议，未能核实" in found.doubts[0]
    assert {str(cite) for cite in found.cites} >= {
        "《复议法》第二十三条第一款第（四）项",
        "《行政诉讼法》第四十六条第一款",
    }


@pytest.mark.parametrize(
    ("on", "order"),
    [
        (date(2023, 12, 31), "either"),
        (date(2024, 1, 1), "reconsideration_first"),
        (date(2024, 1, 2), "reconsideration_first"),
    ],
)
def test_the_order_turns_on_the_first_of_january_2024(on, order):
    found = advice("process_information", on=on)
    assert found.order == order
    assert (found.organs == ("柳林县人民政府", "乙市财政局")) is (order == "either")
    assert ("先向" in found.paragraphs[0]) is (order != "either")


@pytest.mark.parametrize(
    ("on", "doubted"),
    [
        (date(2023, 11, 1), False),
        (date(2023, 11, 2), True),
        (date(2023, 12, 31), True),
        (date(2024, 1, 1), False),
    ],
)
def test_the_change_of_law_within_the_period_is_a_doubt(on, doubted):
    assert (CHANGE_DOUBT in advice("provided", on=on).doubts) is doubted


def test_a_choice_among_organs_is_said():
    assert "向柳林县人民政府或者乙市司法局申请行政复议" in words("provided", JUSTICE)
    assert "向国家税务总局乙市税务局申请行政复议" in words("provided", TAX)
    assert "向本机关申请行政复议" in words("provided", PROVINCE)


@pytest.mark.parametrize(
    ("on", "cite"),
    [
        (date(2023, 12, 31), "《复议法（2017年修正）》第十四条"),
        (date(2024, 1, 1), "《复议法》第二十六条"),
    ],
)
def test_who_reviews_its_own_acts_tells_of_the_ruling(on, cite):
    found = advice("state_secret", PROVINCE, on)
    assert "也可以向国务院申请裁决" in found.paragraphs[-1]
    assert cite in map(str, found.cites)
    assert "裁决" not in words("state_secret", on=on)


def test_a_tree_without_the_organ_blocks_the_letter():
    found = advice("state_secret", replace(BUREAU, above=None))
    assert "机关树里没有柳林县财政局的本级人民政府" in found.blocked
    assert "《复议法》第二十四条" in found.blocked
    assert not found.paragraphs


def test_what_is_served_online_names_where_to_apply_online():
    assert (
        "应当同时提供提交行政复议申请书的互联网渠道"
        in advice("provided", served_online=True).blocked
    )
    found = advice("provided", served_online=True, online="https://fy.liulin.example")
    assert found.paragraphs[-1] == "通过互联网提交行政复议申请的网址：https://fy.liulin.example"
    assert "《复议法》第二十二条第二款" in map(str, found.cites)
    assert not advice("provided", on=date(2023, 12, 31), served_online=True).blocked


@pytest.mark.parametrize(
    ("organ", "court", "cite"),
    [(COUNTY, "中级", "第十五条第（一）项"), (BUREAU, "基层", "第十四条")],
)
def test_a_court_that_is_not_named_is_a_doubt_with_its_level(organ, court, cite):
    doubt = next(said for said in advice("provided", organ).doubts if "法院" in said)
    assert f"{court}人民法院" in doubt
    assert cite in doubt
    assert not any("法院名称" in said for said in advice("provided", organ, court="某法院").doubts)


def test_every_decision_on_every_side_of_the_law_has_its_paragraph():
    for decision in OUTCOMES:
        for on in (OLD, DAY):
            found = advice(decision.key, on=on)
            assert found.paragraphs, decision.key
            assert all(cite.instrument for cite in found.cites)
            assert not found.blocked


def test_letters_that_decide_without_ending_a_request_have_remedies():
    deciding = [row.key for row in LETTERS if row.remedies]
    ended = {key for decision in OUTCOMES for key in decision.letters}
    for key in {*deciding} - ended | {"disclosure_notice"}:
        assert advise(remedy_against(key, DAY), BUREAU, DAY, paper="告知书").order == "either"


def test_a_letter_that_decides_nothing_has_none():
    with pytest.raises(KeyError, match="不是决定"):
        remedy_against("extension", DAY)
    with pytest.raises(NoRuleInForce):
        remedy_against("disclosure_notice", date(2019, 5, 14))


def test_the_last_days_are_counted_from_service():
    steps = remedy_steps(advice("provided"), date(2026, 3, 2), provisional_calendar())
    # 60 days after 2 March are 1 May, a holiday up to 5 May; six months are 2 September.
    assert [step.date for step in steps] == [date(2026, 5, 6), date(2026, 9, 2)]
    first = remedy_steps(advice("state_secret"), date(2026, 3, 2), provisional_calendar())
    assert [step.date for step in first] == [date(2026, 5, 6)]


def test_a_last_day_in_a_year_without_a_calendar_says_that_it_may_move():
    steps = remedy_steps(advice("provided"), date(2026, 11, 20), provisional_calendar())
    assert all("暂定" in step.text for step in steps)


@given(
    st.sampled_from([row.key for row in OUTCOMES if row.key != "fee_lapsed"]),
    st.dates(date(2019, 5, 15), date(2090, 1, 1)),
)
def test_no_paragraph_ever_sends_a_refusal_of_today_straight_to_court(key, on):
    found = advice(key, on=on)
    said = found.paragraphs[0]
    assert ("先向" in said) is (found.order == "reconsideration_first")
    assert ("6个月" in said) is (found.order == "either")
