"""Third parties, joint organs and other organs: the time not counted, silence, and what is sealed of people."""

from datetime import date

import pytest

from gongkai.casework import actions
from gongkai.casework.models import Consultation
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import POST, again, at, clarified, consulted, registered


def opinion(cast, row, day="2026-11-17", *, agrees=True, reasons=""):
    return actions.record_opinion(
        consultation=row,
        answered_on=date.fromisoformat(day),
        agrees=agrees,
        reasons=reasons,
        by=cast.clerk,
        now=at(day),
    )


def test_the_time_of_a_consultation_is_not_counted(cast):
    case = registered(cast)
    row = consulted(cast, case)
    assert again(case).due_on == date(2026, 12, 21)
    opinion(cast, row)
    assert again(case).due_on == date(2026, 12, 10)


def test_the_fifteen_days_run_from_receipt_of_the_letter(cast):
    case = registered(cast)
    row = consulted(cast, case)
    actions.opinion_letter_arrived(
        consultation=row, received_on=date(2026, 11, 9), by=cast.clerk, now=at("2026-11-10")
    )
    assert again(case).due_on == date(2026, 12, 23)
    with pytest.raises(Refusal, match="已经登记过"):
        actions.opinion_letter_arrived(
            consultation=row, received_on=date(2026, 11, 9), by=cast.clerk, now=at("2026-11-10")
        )


@pytest.mark.parametrize(
    ("day", "allowed"), [("2026-11-25", False), ("2026-11-26", False), ("2026-11-27", True)]
)
def test_silence_is_registered_after_the_last_day(cast, day, allowed):
    row = consulted(cast, registered(cast))
    if allowed:
        assert (
            actions.record_silence(consultation=row, by=cast.clerk, now=at(day)).answer == "silent"
        )
        return
    with pytest.raises(Refusal, match="还没有届满") as refusal:
        actions.record_silence(consultation=row, by=cast.clerk, now=at(day))
    assert refusal.value.cite == Cite("条例", 32)


def test_an_organ_without_a_period_is_never_silent_and_the_end_is_open(cast):
    case = registered(cast)
    row = consulted(cast, case, family="other_organ")
    assert again(case).due_on is None
    with pytest.raises(Refusal, match="没有规定期限"):
        actions.record_silence(consultation=row, by=cast.clerk, now=at("2027-03-01"))
    opinion(cast, row, "2026-11-09")
    assert again(case).due_on == date(2026, 12, 2)


def test_two_at_once_take_out_each_day_once(cast):
    case = registered(cast)
    third, joint = consulted(cast, case), consulted(cast, again(case), family="joint_organ")
    opinion(cast, third, "2026-11-12")
    opinion(cast, joint, "2026-11-17")
    assert again(case).due_on == date(2026, 12, 10)


def test_one_organ_is_asked_once_and_third_parties_get_numbers(cast):
    case = registered(cast)
    consulted(cast, case, family="joint_organ")
    with pytest.raises(Refusal, match="已经征求过"):
        consulted(cast, again(case), family="joint_organ")
    labels = [consulted(cast, again(case)).label for _ in range(2)]
    assert labels == ["1号", "2号"]


def test_a_third_party_and_its_reasons_are_sealed(cast):
    row = consulted(cast, registered(cast))
    opinion(cast, row, agrees=False, reasons="涉及我公司报价")
    row.refresh_from_db()
    assert (row.answer, row.has_reasons, row.opinion) == ("refuses", True, "")
    assert set(row.sealed) == {"party_name", "party_contact", "party_reasons"}
    assert "报价" not in str(Consultation.objects.values())


def test_an_opinion_is_registered_once(cast):
    row = consulted(cast, registered(cast))
    opinion(cast, row)
    with pytest.raises(Refusal, match="已经登记过") as refusal:
        opinion(cast, row, "2026-11-18")
    assert refusal.value.cite == Cite("条例", 33, 3)


def test_nobody_is_asked_while_the_applicant_owes_a_correction(cast):
    case = clarified(cast, registered(cast))
    with pytest.raises(Refusal) as refusal:
        consulted(cast, case, "2026-11-06")
    assert refusal.value.cite == Cite("条例", 32)


def test_the_applicant_is_told_that_others_are_asked(cast):
    case = registered(cast)
    with pytest.raises(Refusal, match="没有征求过"):
        actions.tell_of_consultation(
            case=case, words="x", sending=POST, by=cast.clerk, now=at("2026-11-05")
        )
    consulted(cast, case)
    actions.tell_of_consultation(
        case=again(case), words="正在征求", sending=POST, by=cast.clerk, now=at("2026-11-05")
    )
    assert again(case).due_on == date(2026, 12, 21)
