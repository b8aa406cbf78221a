"""Every kind of letter from a real case, printed; and how a decision may be contested, by outcome, organ and day."""

from datetime import date

import pytest

from gongkai.agencies.models import Agency, AgencyName, AgencyParent, LetterFacts
from gongkai.casework import actions
from gongkai.casework.letters.places import advice_of
from gongkai.casework.models import Letter
from gongkai.casework.replies import BY_ITSELF, Reply
from gongkai.law.letters import LETTERS, letter
from gongkai.law.outcomes import OUTCOMES, outcome
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.letters import printed
from tests.people import SINCE

DAY = "2026-11-17"


def refused(cast, case, reasons: str = "商业秘密"):
    """A third party that does not agree."""
    row = cases.consulted(cast, case)
    actions.record_opinion(
        consultation=row, answered_on=date(2026, 11, 9), agrees=False, reasons=reasons,
        by=cast.clerk, now=at("2026-11-09"),
    )  # fmt: skip
    return case


def reasons_given(cast, case):
    """The applicant was asked for reasons."""
    actions.ask_reasons(
        case=case, words="你在2026年11月提出47件申请", sending=cases.by_hand("2026-11-05"),
        by=cast.clerk, now=at("2026-11-05"),
    )  # fmt: skip
    actions.receive_reasons(
        case=cases.again(case), received_on=date(2026, 11, 9), words="想了解",
        by=cast.clerk, now=at("2026-11-09"),
    )  # fmt: skip
    return cases.again(case)


def fee_asked(cast, case):
    """The fee notice reached the applicant."""
    proposal = actions.propose_fee(
        case=case, ground="你申请的信息共100页", pages=100, by=cast.clerk, now=at("2026-11-03")
    )
    notice = cases.approved(cast, proposal, "2026-11-03")
    actions.send_fee_notice(
        notice=notice, sending=cases.by_hand("2026-11-03"), by=cast.clerk, now=at("2026-11-03")
    )
    return cases.again(case)


BEFORE = {
    "still_unclear": lambda cast, case: cases.corrects(cast, cases.clarified(cast, case), "2026-11-09"),
    "clarification_lapsed": cases.clarified,
    "fee_lapsed": fee_asked,
    "excessive": reasons_given,
    "third_party_objects": refused,
    "disclosed_in_public_interest": refused,
}  # fmt: skip


@pytest.mark.parametrize(
    "row", [row for row in OUTCOMES if row.key != BY_ITSELF], ids=lambda row: row.key
)
def test_every_reply_is_printed_with_its_number_its_articles_and_how_to_contest_it(cast, row):
    before = BEFORE.get(row.key, lambda _, case: case)
    more = (
        {"earlier": cases.answered(cast, cases.registered(cast)).pk}
        if row.key == "repeated"
        else {}
    )
    case = before(cast, cases.registered(cast))
    day = "2026-12-05" if row.key == "fee_lapsed" else DAY
    cases.signed(cast, case, day, row.key, **more)
    made = Letter.objects.get(case=case, kind=row.letters[0])
    said = printed(made, cast)
    for word in (str(made.number), "李申请人", "临川县人民政府申请行政复议", "临川县人民法院"):
        assert word in said, (word, said)
    assert "还没有填写" not in said


def test_a_third_party_is_told_of_what_goes_out_against_its_will(cast):
    case = refused(cast, cases.registered(cast))
    cases.signed(cast, case, DAY, "disclosed_in_public_interest", reason="涉及公共资金的使用")
    told = Letter.objects.get(case=case, kind="disclosure_notice")
    said = printed(told, cast)
    for word in ("东街建筑公司", "不同意公开", "涉及公共资金的使用", "申请行政复议"):
        assert word in said
    assert "李申请人" not in said


CORRECTIONS = {
    "record_corrected": ("correction",), "record_kept": ("correction_refusal",), "told_whom_to_ask": ("correction_elsewhere",),
    "correction_passed_on": ("correction_transfer_notice", "correction_transfer"),
}  # fmt: skip


@pytest.mark.parametrize("key", CORRECTIONS)
def test_every_result_of_a_request_for_correction_is_printed(cast, key):
    case = cases.registered(cast, kind="correction")
    said = {
        "reason": "经核对与原件一致",
        "organ_name": "临川县农业农村局",
        "organ_contact": "0000-1",
    }
    reply = Reply(key, "", says=("姓名改为李申请",) if key == "record_corrected" else (), **said)
    decision = actions.draft_reply(case=case, reply=reply, by=cast.clerk, now=at(DAY))
    actions.submit_reply(decision=decision, by=cast.clerk, now=at(DAY))
    actions.review_reply(decision=decision, by=cast.reviewer, now=at(DAY))
    actions.sign_reply(decision=decision, by=cast.signer, now=at(DAY))
    for kind in CORRECTIONS[key]:
        assert "青石镇人民政府" in printed(Letter.objects.get(case=case, kind=kind), cast)


def course(cast):
    """Letters in the course of requests, and those that stand by themselves."""
    cases.extended(cast, cases.registered(cast))
    fee_asked(cast, cases.registered(cast))
    case = reasons_given(cast, cases.registered(cast))
    delay = actions.propose_delay(
        case=case,
        until=date(2026, 12, 31),
        reason="涉及312份文件",
        by=cast.clerk,
        now=at("2026-11-10"),
    )
    actions.tell(notice=cases.approved(cast, delay, "2026-11-10"), sending=cases.POST, by=cast.clerk, now=at("2026-11-10"))  # fmt: skip
    for family in ("third_party", "joint_organ", "other_organ"):
        asked = cases.consulted(cast, cases.registered(cast), family=family).case
    actions.tell_of_consultation(
        case=cases.again(asked),
        words="已经发函",
        sending=cases.POST,
        by=cast.clerk,
        now=at("2026-11-06"),
    )


def test_letters_in_the_course_of_a_request_are_printed(cast):
    course(cast)
    kinds = set(Letter.objects.values_list("kind", flat=True))
    assert kinds >= {
        "extension", "fee_notice", "reasons_demand", "delay", "third_party_consultation", "third_party_slip",
        "joint_organ_consultation", "other_organ_consultation", "consultation_notice",
    }  # fmt: skip
    for made in Letter.objects.filter(state="issued"):
        assert made.case.agency.name in printed(made, cast)


@pytest.mark.parametrize("kind", ["receipt", "assistance", "transfer", "closing"])
def test_letters_that_stand_by_themselves_are_drafted_completed_and_fixed(cast, kind):
    case = cases.registered(cast)
    if kind == "transfer":
        case = cases.answered(cast, case, DAY, "not_responsible")
    if kind == "closing":
        case = actions.withdraw(case=case, withdrawn_on=date(2026, 11, 9), reason="书面", by=cast.clerk, now=at(DAY))  # fmt: skip
    made = actions.draft_letter(case=cases.again(case), kind=kind, by=cast.clerk, now=at(DAY))
    facts = {"assistance": {"addressee": "临川县档案馆", "help_wanted": ["查找会议纪要"]}, "transfer": {"addressee": "县水务局"}, "closing": {"withdrawn_by": "书面方式"}}  # fmt: skip
    actions.save_letter(letter=made, body=(), facts=facts.get(kind, {}), by=cast.clerk, now=at(DAY))
    by = cast.signer if letter(kind).remedies else cast.clerk
    done = actions.issue_letter(letter=made, by=by, now=at(DAY))
    assert str(done.number).replace(" ", "") in printed(done, cast)


def test_every_kind_of_the_law_is_reached_by_these_tests():
    reached = {key for row in OUTCOMES for key in row.letters} | {
        key for keys in CORRECTIONS.values() for key in keys
    }
    in_course = {
        "receipt", "clarification", "extension", "reasons_demand", "delay", "consultation_notice", "fee_notice", "assistance",
        "third_party_consultation", "third_party_slip", "joint_organ_consultation", "other_organ_consultation", "transfer",
    }  # fmt: skip
    assert reached | in_course == {row.key for row in LETTERS}


def organ(code: str, name: str, kind: str, parent: Agency | None, **facts) -> Agency:
    """An organ with what its letters must say."""
    made = Agency.objects.create(code=code, name=name, kind=kind, parent=parent, since=SINCE)
    AgencyName.objects.create(agency=made, name=name, since=SINCE)
    AgencyParent.objects.create(agency=made, parent=parent, since=SINCE)
    LetterFacts.objects.create(agency=made, **facts)
    return made


@pytest.mark.parametrize(
    ("kind", "facts", "key", "on", "order", "hears"),
    [
        ("county_department", {}, "state_secret", "2026-11-17", "reconsideration_first", ("临川县人民政府",)),
        ("county_department", {}, "nonexistent", "2026-11-17", "either", ("临川县人民政府",)),
        ("county_department", {"superior": "云州市财政局"}, "state_secret", "2023-06-01", "either", ("临川县人民政府", "云州市财政局")),
        ("county_department", {"system": "vertical", "superior": "云州市税务局"}, "provided", "2026-11-17", "either", ("云州市税务局",)),
        ("county_department", {"system": "justice", "superior": "云州市司法局"}, "petition", "2026-11-17", "either", ("临川县人民政府", "云州市司法局")),
        ("township_government", {}, "partly_granted", "2026-11-17", "reconsideration_first", ("临川县人民政府",)),
        ("subdistrict_office", {}, "repeated", "2026-11-17", "either", ("临川县人民政府",)),
    ],
)  # fmt: skip
def test_who_hears_it_follows_outcome_organ_and_day(cast, kind, facts, key, on, order, hears):
    mine = organ("x1", "临川县某机关", kind, cast.county, **facts)
    advice = advice_of(mine, outcome(key).letters[0], key, date.fromisoformat(on), "答复书")
    assert (advice.order, advice.organs) == (order, hears)
    assert all(name in "".join(advice.paragraphs) for name in hears)


def test_where_the_tree_does_not_say_who_hears_it_nothing_is_guessed(cast):
    alone = organ("x2", "某县财政局", "county_department", None)
    advice = advice_of(alone, "grant", "provided", date(2026, 11, 17), "答复书")
    assert (advice.paragraphs, advice.organs) == ((), ())
    assert "机关树里没有" in advice.blocked
