"""Who handles a request, how it is divided, what was registered wrongly, and remedies: each by its page."""

from datetime import date

from gongkai.agencies.models import Department
from gongkai.casework.models import Case, CaseEvent, CasePerson, Remedy
from tests.casework import cases
from tests.casework.desk.typed import TODAY, by_hand, text


def test_a_case_is_assigned(cast, ask, act):
    town = cast.town
    office = Department.objects.create(
        agency=town, code="land", name="自然资源所", since=town.since
    )
    case = cases.registered(cast)
    act(cast.clerk, "assign", case, department=office.pk, handler=cast.clerk.pk)
    case = cases.again(case)
    assert (case.department, case.handler) == (office, cast.clerk)
    assert "自然资源所" in text(ask(cast.clerk, "assign", case.pk))
    assert str(case) in text(ask(cast.clerk, "cases", query=f"?department={office.pk}"))


def test_the_day_of_the_organ_is_not_after_the_day_of_the_law(cast, act):
    case = cases.registered(cast)
    assert act(cast.clerk, "assign", case, internal_due="2026-12-20").status_code == 409
    act(cast.clerk, "assign", case, internal_due="2026-11-20")
    assert cases.again(case).internal_due == date(2026, 11, 20)


def test_what_another_assigned_meanwhile_is_put_beside_what_was_typed(cast, ask):
    case = cases.registered(cast)
    sent = {"seen_version": case.version - 1, "handler": cast.clerk.pk}
    answer = ask(cast.clerk, "assign", case.pk, sent)
    assert answer.status_code == 409
    assert "王经办" in text(answer)


def test_a_case_is_split_and_joined(cast, ask, act):
    case = cases.registered(cast)
    lines = {"reason": "三件不相关的事", "title_1": "方案", "wanted_1": "方案全文"}
    refused = act(cast.clerk, "split", case, **lines)
    assert (refused.status_code, "写明了 1 件" in text(refused)) == (409, True)
    act(cast.clerk, "split", case, **lines, title_2="名单", wanted_2="名单全文")
    first, second = Case.objects.filter(parent=case).order_by("pk")
    act(cast.clerk, "join", second, lead=first.pk, reason="一并办理")
    assert cases.again(second).joined_to == first
    assert str(first) in text(ask(cast.clerk, "case", second.pk))
    act(cast.clerk, "unjoin", second)
    assert cases.again(second).joined_to is None


def test_a_registration_by_mistake_is_voided_by_another_person(cast, act):
    case = cases.registered(cast)
    assert act(cast.clerk, "void", case, reason="重复登记").status_code == 404
    act(cast.signer, "void", case, reason="重复登记")
    assert cases.again(case).state == "voided"


def test_wrong_days_are_put_right_by_another_person(cast, act):
    case = cases.clarified(cast, cases.registered(cast))
    event = CaseEvent.objects.get()
    act(cast.signer, "correct_event", event, strike="on", reason="没有发生")
    assert cases.again(case).state == "in_work"
    days = {"submitted": "2026-11-03", "arrived": "2026-11-03"}
    act(cast.signer, "correct_receipt", case, **days, reason="回证上是3日")
    assert cases.again(case).received_on == date(2026, 11, 3)


def test_a_correction_shows_what_it_does_to_the_clock_before(cast, ask, act):
    case = cases.corrects(cast, cases.clarified(cast, cases.registered(cast)), "2026-11-05")
    event = case.events.get(kind="clarify_received")
    before = text(ask(cast.signer, "correct_event", event.pk))
    assert "答复的最后一日不变" in before
    assert "2026-11-05 收到补正，王经办登记" in before
    looked = {"day": "2026-11-06", "reason": "登记错了", "look": "1"}
    moved = text(act(cast.signer, "correct_event", event, **looked))
    assert "答复的最后一日由2026年12月3日" in moved
    assert "改为2026年12月4日" in moved
    struck = act(cast.signer, "correct_event", event, strike="on", reason="没有收到", look="1")
    assert "答复期限停止计算" in text(struck)
    assert CaseEvent.objects.count() == 2


def test_a_reply_is_set_aside_and_made_anew(cast, ask, act):
    case = cases.answered(cast, cases.registered(cast), "2026-11-04")
    came = {"procedure_key": "reconsideration", "body": "临川县人民政府", "received_on": TODAY}
    act(cast.clerk, "receive_remedy", case, **came)
    remedy = Remedy.objects.get()
    act(cast.clerk, "answer_remedy", remedy, answered_on=TODAY)
    days = {"decided_on": TODAY, "received_on": TODAY, "ordered_until": "2026-11-30"}
    act(cast.clerk, "remedy_result", remedy, result="revoked_answer_again", **days)
    assert "重新办理" in text(ask(cast.signer, "case", case.pk))
    act(cast.signer, "reopen", remedy)
    case = cases.again(case)
    assert (case.state, case.round, case.due_on) == ("in_work", 2, date(2026, 11, 30))


def test_a_case_is_restricted_and_a_person_kept_away(cast, ask, act):
    case = cases.registered(cast)
    act(cast.signer, "restrict", case, reason="涉及本机关人员")
    assert ask(cast.reader, "case", case.pk).status_code == 404
    act(cast.signer, "admit", case, person=cast.reader.pk, part="admitted", reason="需要了解")
    assert ask(cast.reader, "case", case.pk).status_code == 200
    act(cast.signer, "unrestrict", case, reason="情况消除")
    act(cast.signer, "admit", case, person=cast.reader.pk, part="barred", reason="亲属")
    assert ask(cast.reader, "case", case.pk).status_code == 404
    assert CasePerson.objects.get().part == "barred"


def test_the_applicant_is_told_that_others_are_asked(cast, act):
    case = cases.registered(cast)
    assert act(cast.clerk, "tell_of_consultation", case, words="x", **by_hand()).status_code == 409
    cases.consulted(cast, case)
    act(cast.clerk, "tell_of_consultation", case, words="正在征求第三方意见", **by_hand())
    assert case.notices.get().kind == "consultation_told"
