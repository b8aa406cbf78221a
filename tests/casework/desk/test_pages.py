"""The officers' pages of requests: each person sees the next act, what is typed wrongly is kept, the law is asked before one confirms."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.models import Case
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.paperwork.printing import print_report
from tests.annual_reports.stories import flawless
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.desk.typed import REQUEST, TODAY, text


def test_the_list_masks_applicants_and_shows_lights(cast, ask):
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "cases"))
    assert str(case) in page
    assert "李***" in page
    assert "李申请人" not in page
    assert "还剩 17 个工作日" in page


def test_the_list_costs_the_same_for_one_case_and_for_twenty(cast, ask):
    cases.registered(cast)
    ask(cast.clerk, "cases")
    with CaptureQueriesContext(connection) as one:
        ask(cast.clerk, "cases")
    for number in range(19):
        cases.registered(cast, title=f"第{number}件")
    with CaptureQueriesContext(connection) as many:
        ask(cast.clerk, "cases")
    assert len(many) <= len(one)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("due=in_time", True),
        ("due=late", False),
        ("due=open", True),
        ("due=waiting", False),
        ("due=x", False),
        ("state=in_work", True),
        ("channel=fax", False),
        ("year=2026", True),
        ("year=2025", False),
        ("q=东街", True),
        ("q=西街", False),
        ("handler=1x", False),
    ],
)
def test_the_list_is_filtered(cast, ask, query, found):
    case = cases.registered(cast)
    assert (str(case) in text(ask(cast.clerk, "cases", query=f"?{query}"))) is found


def test_the_exported_list_masks_applicants_and_is_journaled(cast, ask):
    cases.registered(cast)
    sheet = b"".join(ask(cast.clerk, "cases", query="?export=csv").streaming_content).decode()
    assert "东街改造" in sheet
    assert "李申请人" not in sheet
    entry = Entry.objects.get(act="casework.take_out")
    assert entry.actor_id == cast.clerk.pk


def test_a_request_is_registered_at_the_counter_with_its_scan(cast, ask):
    scan = SimpleUploadedFile("申请书.pdf", print_report(flawless(), "pdf"))
    sent = {**REQUEST, "agency": cast.town.pk, "scan": scan}
    assert ask(cast.clerk, "register", data=sent).status_code == 302
    case = Case.objects.get()
    assert (case.state, case.received_on) == ("in_work", date(2026, 11, 2))
    assert case.papers.get().use == "request"


def test_a_request_whose_scan_is_refused_is_not_registered_by_half(cast, ask, monkeypatch):
    def refused(**_):
        raise Refusal("不能加入")

    monkeypatch.setattr(actions, "add_paper", refused)
    scan = SimpleUploadedFile("申请书.pdf", print_report(flawless(), "pdf"))
    answer = ask(cast.clerk, "register", data={**REQUEST, "agency": cast.town.pk, "scan": scan})
    assert "不能加入" in text(answer)
    assert not Case.objects.exists()


def test_a_paper_that_the_case_refuses_leaves_no_file_behind(cast, ask, monkeypatch):
    def refused(**_):
        raise Refusal("不能加入")

    case = cases.registered(cast)
    monkeypatch.setattr(actions, "add_paper", refused)
    paper = SimpleUploadedFile("检索.pdf", print_report(flawless(), "pdf"))
    answer = ask(cast.clerk, "add_paper", case.pk, {"file": paper, "use": "search", "title": ""})
    assert "不能加入" in text(answer)
    assert not StoredFile.objects.exists()


def test_what_is_proposed_already_is_not_offered_again(cast, ask, act):
    case = cases.registered(cast)
    assert "提请延期</a>" in text(ask(cast.clerk, "case", case.pk))
    act(cast.clerk, "propose_extension", case, days=10, reason="材料较多")
    page = text(ask(cast.clerk, "case", case.pk))
    assert "延期答复告知书" in page
    assert "提请延期</a>" not in page


def test_a_dossier_is_asked_what_it_is_for(cast, ask):
    answer = ask(cast.clerk, "dossier", cases.registered(cast).pk, {"reason": ""})
    assert answer.status_code == 422
    assert "用途：请写明用途" in text(answer)


def test_a_dossier_that_is_not_there_says_what_to_do(cast, ask, client):
    case = cases.registered(cast)
    ask(cast.clerk, "dossier", case.pk, {"reason": "交法院答辩举证"})
    gone = client.get(reverse("casework:dossier_file", args=(case.dossiers.get().pk, "zip")))
    assert (gone.status_code, "重新制作" in text(gone)) == (409, True)
    odd = client.get(reverse("casework:dossier_file", args=(case.dossiers.get().pk, "toy")))
    assert odd.status_code == 404


def test_a_fax_waits_to_be_confirmed(cast, ask, act):
    ask(cast.clerk, "register", data={**REQUEST, "agency": cast.town.pk, "channel": "fax"})
    case = Case.objects.get()
    assert case.state == "arrived"
    page = text(ask(cast.clerk, "confirm_receipt", case.pk))
    assert "答复期限开始计算" in page
    act(cast.clerk, "confirm_receipt", case, confirmed_on="2026-11-04", how="电话")
    assert cases.again(case).received_on == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phone": ""}, "至少填写一种联系方式"),
        ({"day": "2027-01-01"}, "还没有到"),
        ({"name": ""}, "请填写"),
        ({"channel": "pigeon"}, "请重新选择"),
    ],
)
def test_what_was_typed_is_kept_when_registering_is_refused(cast, ask, changes, said):
    sent = {**REQUEST, "agency": cast.town.pk, **changes}
    answer = ask(cast.clerk, "register", data=sent)
    assert answer.status_code in {409, 422}
    assert said in text(answer)
    assert "东街改造征地补偿方案" in text(answer)
    assert not Case.objects.exists()


def test_likely_repeats_are_shown(cast, ask):
    earlier = cases.registered(cast)
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "case", case.pk))
    assert "可能重复的申请" in page
    assert str(earlier) in page


def test_the_case_says_until_when_and_why_and_masks_who_asked(cast, ask):
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "case", case.pk))
    assert "2026年11月30日" in page
    assert "为什么是这一天" in page
    assert "李申请人" not in page
    assert "13912345678" not in page


def test_who_asked_is_shown_by_a_click_that_is_journaled(cast, ask):
    case = cases.registered(cast)
    assert ask(cast.clerk, "read_personal", case.pk).status_code == 405
    before = Entry.objects.count()
    assert "13912345678" in text(ask(cast.clerk, "read_personal", case.pk, {}))
    assert Entry.objects.count() == before + 1
    assert ask(cast.reviewer, "read_personal", case.pk, {}).status_code == 404


def test_who_is_kept_away_finds_nothing(cast, ask):
    case = cases.registered(cast)
    actions.admit(
        case=case, person=cast.clerk, part="barred", reason="亲属", by=cast.signer, now=at(TODAY)
    )
    assert ask(cast.clerk, "case", case.pk).status_code == 404
    assert ask(cast.clerk, "withdraw", case.pk).status_code == 404
    assert ask(cast.stranger, "case", case.pk).status_code == 404
