"""What waits for whom: each case stands with the one person whose turn it is, with its reason and the page that does it."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.incoming import Dates
from gongkai.casework.work import hits, waiting
from tests.casework import cases
from tests.casework.cases import RECEIVED, at
from tests.casework.desk.typed import TODAY


def lines(person):
    """The buttons that wait for a person, with their reasons."""
    return {(item.next_act, item.reason) for item in waiting(person, at(TODAY))}


def test_a_new_case_waits_for_the_clerks_and_for_nobody_else(cast):
    cases.registered(cast)
    assert lines(cast.clerk) == {("办理", "还没有分给承办人，还没有答复")}
    assert not lines(cast.reviewer) | lines(cast.signer) | lines(cast.stranger)


def test_a_fax_waits_to_be_confirmed(cast):
    cases.registered(cast, channel="fax", dates=Dates(arrived=RECEIVED))
    assert lines(cast.clerk) == {("确认收到", "还没有与申请人确认收到")}


def test_a_case_waits_for_nobody_while_the_applicant_corrects(cast):
    cases.clarified(cast, cases.registered(cast))
    assert not lines(cast.clerk)
    late = waiting(cast.clerk, at("2026-11-13"))
    assert [item.reason for item in late] == ["申请人逾期没有补正或者缴费"]


@pytest.mark.parametrize(
    ("story", "who", "button"),
    [
        (cases.submitted, "reviewer", "审核"),
        (cases.reviewed, "signer", "签发"),
        (cases.signed, "clerk", "送达"),
    ],
)
def test_a_reply_waits_for_one_after_the_other(cast, story, who, button):
    story(cast, cases.registered(cast), TODAY)
    found = {name: lines(getattr(cast, name)) for name in ("clerk", "reviewer", "signer")}
    assert {name for name, waits in found.items() if waits} == {who}
    assert {act for act, _ in found[who]} == {button}


def test_a_reply_that_was_sent_back_says_why(cast):
    reply = cases.submitted(cast, cases.registered(cast), TODAY)
    actions.send_back_reply(decision=reply, remark="写明清单", by=cast.reviewer, now=at(TODAY))
    assert lines(cast.clerk) == {("修改", "答复退回修改：写明清单")}


def test_an_extension_waits_for_the_signer(cast):
    case = cases.registered(cast)
    actions.propose_extension(case=case, days=5, reason="多", by=cast.clerk, now=at(TODAY))
    assert ("决定", "王经办提请：延期答复告知书，等您决定") in lines(cast.signer)


def test_the_desk_finds_requests_by_number_and_by_what_is_asked_for(cast):
    case = cases.registered(cast)
    assert [hit.title for hit in hits(cast.clerk, "东街 征地", 5)] == [f"{case} {case.title}"]
    assert hits(cast.clerk, "1号", 5)
    assert not hits(cast.clerk, "李申请人", 5)
    assert not hits(cast.stranger, "东街", 5)
    assert not hits(cast.clerk, " \0", 5)


def remedy_lines(person, day):
    """The proceedings that wait for an answer: words on the button, last day, light."""
    found = [item for item in waiting(person, at(day)) if item.url.endswith("#remedies")]
    return [(item.next_act, str(item.due), item.light) for item in found]


@pytest.mark.parametrize(
    ("day", "light"), [("2026-12-01", "in_time"), ("2026-12-04", "soon"), ("2026-12-16", "late")]
)
def test_a_reconsideration_waits_to_be_answered_with_its_light(cast, day, light):
    case = cases.answered(cast, cases.registered(cast), TODAY)
    remedy = cases.in_reconsideration(cast, case, "2026-12-01")
    assert remedy_lines(cast.clerk, day) == [("答复", "2026-12-15", light)]
    assert not remedy_lines(cast.signer, day) + remedy_lines(cast.stranger, day)
    actions.answer_remedy(
        remedy=remedy, answered_on=RECEIVED.replace(month=12), by=cast.clerk, now=at("2026-12-16")
    )
    assert not remedy_lines(cast.clerk, day)


def test_a_reconsideration_of_before_the_law_of_2023_goes_by_its_notice(cast):
    case = cases.answered(cast, cases.registered(cast, date(2023, 3, 6)), "2023-03-20")
    cases.in_reconsideration(cast, case, "2023-06-01")
    [line] = [item for item in waiting(cast.clerk, at("2023-06-02")) if "行政复议" in item.reason]
    assert (line.due, line.light) == (None, "soon")
    assert "没有收录当时的答复期限" in line.reason
