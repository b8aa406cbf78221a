"""Giving a case to somebody, splitting and joining, void registrations, corrections, restricted cases and who keeps away."""

from datetime import date

import pytest

from gongkai.agencies.models import Department
from gongkai.casework import actions
from gongkai.casework.actions import Matter
from gongkai.casework.admission import visible
from gongkai.casework.counting import request_figures
from gongkai.casework.models import Case, CaseNumber
from gongkai.casework.queries import unexplained_gaps
from gongkai.common.models import Notice
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import again, at, clarified, consulted, drafted, extended, on, registered
from tests.people import SINCE, make_person

DAY = "2026-11-05"
TWO = (Matter("补偿方案", "2025年的方案"), Matter("各户名单", "2025年的名单"))


def split(cast, case, matters=TWO, day=DAY):
    return actions.split(
        case=again(case), matters=matters, reason="两项内容", by=cast.clerk, now=at(day)
    )


def test_a_case_is_given_to_a_department_and_a_person_who_is_told(cast):
    office = Department.objects.create(agency=cast.town, code="d1", name="自然资源所", since=SINCE)
    handler = make_person("lu", "陆承办", cast.town, "clerk")
    given = {"department": office, "handler": handler, "internal_due": date(2026, 11, 20)}
    case = actions.assign(case=registered(cast), **given, **on(cast.clerk, DAY))
    assert {name: getattr(case, name) for name in given} == given
    assert Notice.objects.filter(user_id=handler.pk).exists()


def test_nothing_is_given_to_strangers_or_beyond_the_last_day(cast):
    case = registered(cast)
    foreign = Department.objects.create(agency=cast.county, code="x", name="县局", since=SINCE)
    wrong = (
        {"handler": cast.stranger},
        {"handler": cast.reader},
        {"department": foreign},
        {"internal_due": date(2026, 12, 1)},
    )
    for what in wrong:
        given = {"department": None, "handler": None, **what}
        with pytest.raises(Refusal):
            actions.assign(case=case, **given, **on(cast.clerk, DAY))


def test_the_parts_of_a_split_request_keep_its_day_and_what_happened(cast):
    case = extended(cast, registered(cast), DAY, 5)
    first, second = split(cast, case, day="2026-11-06")
    assert {first.due_on, second.due_on} == {case.due_on}
    assert (again(case).state, again(case).due_on) == ("split", None)
    assert [str(part) for part in (first, second)] == ["依申请〔2026〕2号", "依申请〔2026〕3号"]
    assert first.counts_from == second.counts_from == case.received_on
    read = actions.read_applicant(case=second, by=cast.clerk, now=at("2026-11-06"))
    assert read["name"] == "李申请人"


def test_parts_of_a_request_of_last_year_are_new_this_year_but_for_the_first(cast):
    parts = split(cast, registered(cast, date(2026, 12, 30)), day="2027-01-05")
    assert [part.counts_from for part in parts] == [date(2026, 12, 30), date(2027, 1, 5)]
    assert {part.received_on for part in parts} == {date(2026, 12, 30)}


def test_a_part_is_not_withdrawn_before_the_year_in_which_it_counts(cast):
    _, second = split(cast, registered(cast, date(2026, 12, 30)), day="2027-01-05")
    said = {"case": second, "reason": "书面", **on(cast.clerk, "2027-01-06")}
    with pytest.raises(Refusal, match="早于这一件计为新收的日期"):
        actions.withdraw(withdrawn_on=date(2026, 12, 31), **said)
    actions.withdraw(withdrawn_on=date(2027, 1, 5), **said)
    found = request_figures(cast.town, 2027)
    assert [found[f"requests.{row}.total"] for row in ("received", "concluded")] == [1, 1]


def test_what_somebody_waits_for_is_not_divided(cast):
    asked, written, one = (registered(cast) for _ in range(3))
    consulted(cast, asked)
    drafted(cast, written, DAY)
    for case, matters in (
        (asked, TWO),
        (written, TWO),
        (one, TWO[:1]),
        (clarified(cast, registered(cast)), TWO),
    ):
        with pytest.raises(Refusal) as refusal:
            split(cast, case, matters)
        assert refusal.value.cite == Cite("信息处理费办法", 4)


def test_joined_requests_are_worked_on_together_and_counted_apart(cast):
    lead, case = registered(cast), registered(cast)
    joined = actions.join(case=case, lead=lead, reason="同一信息", by=cast.clerk, now=at(DAY))
    assert joined.joined_to == lead
    for wrong, other in ((lead, lead), (lead, case), (registered(cast), case)):
        with pytest.raises(Refusal):
            actions.join(
                case=again(wrong), lead=again(other), reason="x", by=cast.clerk, now=at(DAY)
            )
    assert actions.unjoin(case=again(case), by=cast.clerk, now=at(DAY)).joined_to is None


def test_a_void_registration_leaves_its_number_with_the_reason(cast):
    case = registered(cast)
    actions.void(case=case, reason="重复登记", by=cast.signer, now=at(DAY))
    assert (again(case).state, CaseNumber.objects.get().void_reason) == ("voided", "重复登记")
    registered(cast)
    assert unexplained_gaps(cast.town, 2026) == []
    CaseNumber.objects.filter(serial=2).update(serial=3)
    assert unexplained_gaps(cast.town, 2026) == [2]


def test_what_was_begun_is_not_made_void(cast):
    for case in (clarified(cast, registered(cast)), extended(cast, registered(cast))):
        with pytest.raises(Refusal) as refusal:
            actions.void(case=case, reason="x", by=cast.signer, now=at("2026-11-24"))
        assert refusal.value.cite == Cite("条例", 45)


def test_a_wrong_day_is_put_right_by_another_and_everything_is_judged_anew(cast):
    case = clarified(cast, registered(cast))
    actions.receive_correction(
        case=case, received_on=date(2026, 11, 10), words="好", by=cast.clerk, now=at("2026-11-12")
    )
    event = case.events.get(kind="clarify_received")
    said = {"event": event, "reason": "看错", "now": at("2026-11-13")}
    with pytest.raises(NotAllowed):
        actions.correct_event(day=date(2026, 11, 9), by=cast.clerk, **said)
    with pytest.raises(Refusal, match="没有待补正"):
        actions.correct_event(day=date(2026, 11, 4), by=cast.signer, **said)
    actions.correct_event(day=date(2026, 11, 9), by=cast.signer, **said)
    assert again(case).due_on == date(2026, 12, 7)
    with pytest.raises(Refusal, match="已经更正过"):
        actions.correct_event(day=date(2026, 11, 6), by=cast.signer, **said)


def test_what_did_not_happen_is_struck_and_a_new_notice_may_go_out(cast):
    case = clarified(cast, registered(cast))
    event = case.events.get()
    actions.correct_event(
        event=event, strike=True, reason="送错人", by=cast.signer, now=at("2026-11-06")
    )
    assert (again(case).state, again(case).due_on) == ("in_work", date(2026, 11, 30))
    assert clarified(cast, again(case), "2026-11-09").state == "awaiting_correction"


def test_an_act_of_the_organ_is_never_made_older_than_its_record(cast):
    case = registered(cast)
    consulted(cast, case, "2026-11-20")
    event = case.events.get()
    with pytest.raises(Refusal, match="以前") as refusal:
        actions.correct_event(
            event=event,
            day=date(2026, 11, 6),
            reason="其实更早",
            by=cast.signer,
            now=at("2026-11-23"),
        )
    assert refusal.value.cite == Cite("条例", 32)


def test_a_restricted_case_is_seen_by_who_handles_it_is_admitted_or_approves(cast):
    case = registered(cast)
    signer = on(cast.signer, DAY)
    actions.restrict(case=case, restricted=True, reason="涉及本镇人员", **signer)
    people = (cast.clerk, cast.reviewer, cast.supervisor, cast.signer)
    assert [case in visible(person) for person in people] == [False, False, False, True]
    with pytest.raises(NotAllowed, match="限制查看"):
        clarified(cast, again(case))
    actions.admit(case=again(case), person=cast.clerk, part="admitted", reason="承办", **signer)
    assert case in visible(cast.clerk)
    clarified(cast, again(case))


def test_whoever_must_keep_away_sees_and_does_nothing(cast):
    case = registered(cast)
    actions.admit(
        case=case,
        person=cast.clerk,
        part="barred",
        reason="是申请人的亲属",
        by=cast.signer,
        now=at(DAY),
    )
    assert case not in visible(cast.clerk)
    with pytest.raises(NotAllowed, match="回避"):
        clarified(cast, again(case))
    with pytest.raises(NotAllowed):
        actions.read_applicant(case=again(case), by=cast.clerk, now=at(DAY))


def test_a_watcher_is_told_of_what_happens(cast):
    case = registered(cast)
    actions.watch(case=case, on=True, by=cast.reader, now=at(DAY))
    handler = make_person("lu", "陆承办", cast.town, "clerk")
    actions.assign(case=again(case), department=None, handler=handler, by=cast.clerk, now=at(DAY))
    assert Notice.objects.filter(user_id=cast.reader.pk).exists()
    actions.watch(case=again(case), on=False, by=cast.reader, now=at(DAY))
    assert not Case.objects.get().people.exists()
