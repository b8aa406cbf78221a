"""Each act by its page: what it does to the clock is said before, wrong input is kept, who may not is turned away."""

from datetime import date

from gongkai.casework.models import Case, CaseNotice, Consultation, Decision, Service
from tests.casework import cases
from tests.casework.desk.typed import REPLY, TODAY, by_hand, text


def test_a_clarification_says_what_it_stops_before_anybody_confirms(cast, ask, act):
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "ask_clarification", case.pk))
    assert "答复期限停止计算" in page
    assert "《条例》第三十条" in page
    look = {"items": "写明年份", "days": 3, "look": "1", **by_hand()}
    assert "2026年11月10日" in text(act(cast.clerk, "ask_clarification", case, **look))
    assert not CaseNotice.objects.exists()


def test_a_clarification_goes_out_and_is_answered(cast, act):
    case = cases.registered(cast)
    act(cast.clerk, "ask_clarification", case, items="写明年份", days=5, **by_hand())
    assert cases.again(case).state == "awaiting_correction"
    act(cast.clerk, "receive_correction", case, received_on=TODAY, words="2025年")
    assert cases.again(case).state == "in_work"


def test_wrong_input_is_kept_and_explained(cast, act):
    case = cases.registered(cast)
    answer = act(cast.clerk, "ask_clarification", case, items="写明年份", days=0, **by_hand())
    assert answer.status_code == 422
    assert "写明年份" in text(answer)
    later = act(
        cast.clerk, "ask_clarification", case, items="写明年份", days=5, **by_hand("2026-12-01")
    )
    assert later.status_code == 409
    assert text(later).count("还没有到") == 1
    assert "对期限的影响" not in text(later).partition("<form")[0]
    assert "写明年份" in text(later)


def test_a_stale_page_keeps_what_was_typed_and_does_nothing(cast, ask):
    case = cases.registered(cast)
    sent = {"seen_version": case.version - 1, "withdrawn_on": TODAY, "reason": "当面撤回"}
    answer = ask(cast.clerk, "withdraw", case.pk, sent)
    assert answer.status_code == 409
    assert "当面撤回" in text(answer)
    assert cases.again(case).state == "in_work"


def test_what_the_law_refuses_is_said_with_its_article(cast, ask, act):
    case = cases.clarified(cast, cases.registered(cast))
    act(cast.clerk, "receive_correction", case, received_on=TODAY, words="2025年")
    page = text(ask(cast.clerk, "case", case.pk))
    assert "现在不能办的" in page
    assert "补正告知：" in page


def test_an_extension_is_asked_for_approved_and_told(cast, ask, act):
    case = cases.registered(cast)
    act(cast.clerk, "propose_extension", case, days=10, reason="材料较多")
    notice = CaseNotice.objects.get()
    assert act(cast.clerk, "approve_notice", notice).status_code == 404
    assert "改为2026年12月14日" in text(ask(cast.signer, "approve_notice", notice.pk))
    act(cast.signer, "approve_notice", notice)
    act(cast.clerk, "tell_notice", notice, **by_hand())
    assert cases.again(case).due_on == date(2026, 12, 14)


def test_an_extension_is_refused_or_dropped_with_a_reason(cast, act):
    case = cases.registered(cast)
    for person, name in ((cast.signer, "refuse_notice"), (cast.clerk, "drop_notice")):
        act(cast.clerk, "propose_extension", case, days=10, reason="材料较多")
        notice = CaseNotice.objects.get(state="proposed")
        assert act(person, name, notice, reason="").status_code == 422
        assert act(person, name, notice, reason="不需要延期").status_code == 302
    assert CaseNotice.objects.filter(state="dropped").count() == 2


def test_a_third_party_is_asked_and_answers(cast, ask, act):
    case = cases.registered(cast)
    assert "停止计算" in text(ask(cast.clerk, "consult_third_party", case.pk))
    act(cast.clerk, "consult_third_party", case, name="东街公司", contact="139", about="是否同意")
    asked = Consultation.objects.get()
    assert act(cast.clerk, "record_silence", asked).status_code == 409
    act(cast.clerk, "opinion_arrived", asked, received_on=TODAY)
    act(cast.clerk, "record_opinion", asked, answered_on=TODAY, agrees="no", reasons="商业秘密")
    assert Consultation.objects.get().answer == "refuses"
    assert "东街公司" not in text(ask(cast.clerk, "case", case.pk))


def test_an_organ_is_asked(cast, act):
    case = cases.registered(cast)
    act(cast.clerk, "consult_organ", case, family="joint_organ", name="县水务局", about="是否同意")
    assert Consultation.objects.get().label == "县水务局"


def test_reasons_are_asked_for_and_a_delay_proposed(cast, act):
    case = cases.registered(cast)
    act(cast.clerk, "ask_reasons", case, words="一个月三十件", **by_hand())
    act(cast.clerk, "receive_reasons", case, received_on=TODAY, words="课题研究")
    act(cast.clerk, "propose_delay", case, until="2026-12-31", reason="件数多")
    notice = CaseNotice.objects.get(kind="delay")
    act(cast.signer, "approve_notice", notice)
    act(cast.clerk, "tell_notice", notice, **by_hand())
    assert cases.again(case).due_on == date(2026, 12, 31)


def test_a_fee_that_costs_nothing_is_refused_and_one_by_pages_is_paid(cast, act):
    case = cases.registered(cast)
    assert act(cast.clerk, "propose_fee", case, ground="件数多", pages="").status_code == 409
    act(cast.clerk, "propose_fee", case, ground="页数多", pages="100")
    notice = CaseNotice.objects.get()
    act(cast.signer, "approve_notice", notice)
    act(cast.clerk, "tell_notice", notice, **by_hand())
    assert cases.again(case).state == "awaiting_payment"
    act(cast.clerk, "receive_payment", case, paid_on=TODAY, yuan=notice.fee.yuan)
    assert cases.again(case).state == "in_work"


def test_a_letter_comes_back_goes_out_again_and_is_signed_for(cast, act):
    case = cases.registered(cast)
    posted = {"way": "post", "sent_on": TODAY}
    act(cast.clerk, "ask_clarification", case, items="写明年份", days=5, **posted)
    first = Service.objects.get()
    act(cast.clerk, "letter_failed", first, failed_on=TODAY, failure="地址无人")
    act(cast.clerk, "send_again", first, **posted)
    second = Service.objects.exclude(pk=first.pk).get()
    act(cast.clerk, "receive_letter", second, received_on=TODAY, proof_words="回证")
    assert cases.again(case).state == "awaiting_correction"


def test_the_applicant_withdraws_and_the_file_is_closed(cast, act):
    case = cases.registered(cast)
    assert act(cast.signer, "withdraw", case, withdrawn_on=TODAY, reason="x").status_code == 404
    act(cast.clerk, "withdraw", case, withdrawn_on=TODAY, reason="书面撤回")
    act(cast.clerk, "archive", case)
    assert cases.again(case).state == "archived"


def drafted(cast, act, case: Case, outcome="provided", **typed) -> Decision:
    """A reply written on the page."""
    answer = act(cast.clerk, "draft_reply", case, f"?outcome={outcome}", **{
        "document_number": "", "reason": "", "basis": "", **REPLY, **typed,
    })  # fmt: skip
    assert answer.status_code == 302, text(answer)
    return Decision.objects.get(case=case, state="draft")


def test_a_reply_goes_from_draft_to_service_through_four_pages(cast, ask, act):
    case = cases.registered(cast)
    assert "可以公开，提供该政府信息" in text(ask(cast.clerk, "draft_reply", case.pk))
    reply = drafted(cast, act, case)
    act(cast.clerk, "submit_reply", reply)
    assert act(cast.clerk, "review_reply", reply, conclusion="may_publish").status_code == 404
    act(cast.reviewer, "review_reply", reply, conclusion="may_publish")
    act(cast.signer, "sign_reply", reply)
    assert "办结" in text(ask(cast.clerk, "serve_reply", reply.pk))
    act(cast.clerk, "serve_reply", reply, **by_hand())
    case = cases.again(case)
    assert (case.state, case.outcome, case.closed_on) == ("replied", "provided", date(2026, 11, 5))


def test_a_partial_reply_names_what_is_withheld_and_why(cast, ask, act):
    case = cases.registered(cast)
    parts = {
        "say_1": "各户名单，《条例》第十五条", "reason": "个人隐私",
        "part_title_0": "补偿标准", "part_given_0": "yes",
        "part_title_1": "各户名单", "part_given_1": "no",
        "part_ground_1": "third_party_rights", "part_reason_1": "个人隐私",
    }  # fmt: skip
    reply = drafted(cast, act, case, "partly_granted", **parts)
    assert [part.given for part in reply.parts.all()] == [True, False]
    assert "各户名单" in text(ask(cast.clerk, "save_reply", reply.pk))
    act(cast.clerk, "save_reply", reply, **REPLY, **parts, document_number="青依复1号")
    assert Decision.objects.get().document_number == "青依复1号"


def test_a_part_without_a_ground_is_refused_and_kept(cast, act):
    case = cases.registered(cast)
    part = {"part_title_0": "各户名单", "part_given_0": "no"}
    answer = act(cast.clerk, "draft_reply", case, "?outcome=partly_granted", **REPLY, **part)
    assert answer.status_code == 409
    assert "请选择依据" in text(answer)
    assert "各户名单" in text(answer)


def test_a_reply_is_sent_back_taken_back_and_dropped(cast, ask, act):
    case = cases.registered(cast)
    reply = drafted(cast, act, case)
    act(cast.clerk, "submit_reply", reply)
    act(cast.reviewer, "send_back_reply", reply, reason="写明清单")
    assert "写明清单" in text(ask(cast.clerk, "case", case.pk))
    act(cast.clerk, "submit_reply", reply)
    act(cast.clerk, "take_back_reply", reply)
    act(cast.clerk, "drop_reply", reply, reason="另拟一份")
    assert Decision.objects.get().state == "dropped"


def test_a_signature_is_taken_back_and_a_reply_not_signed(cast, act):
    case = cases.registered(cast)
    reply = cases.signed(cast, case, TODAY)
    act(cast.signer, "unsign_reply", reply, reason="附件拿错")
    act(cast.clerk, "submit_reply", reply)
    act(cast.reviewer, "review_reply", reply, conclusion="may_publish")
    act(cast.signer, "send_back_unsigned", reply, reason="理由不够")
    assert Decision.objects.get().state == "draft"


def test_the_pages_of_acts_that_are_not_open_say_so(cast, ask):
    case = cases.registered(cast)
    answer = ask(cast.clerk, "receive_correction", case.pk)
    assert answer.status_code == 409
    assert "第三十条" in text(answer)
