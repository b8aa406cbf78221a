"""The desk's pages of a report: each person sees their next act, and what is typed wrongly is kept and explained."""

import hashlib
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongkai.annual_reports.models import Report
from gongkai.annual_reports.places import places
from tests.annual_reports import stories
from tests.annual_reports.stories import flawless
from tests.law.annual_report.reports import with_figures

CELL = "requests.granted.natural_person"


def url(name, report=None, **more):
    return reverse(
        f"annual_reports:{name}", kwargs={**({"pk": report.pk} if report else {}), **more}
    )


@pytest.fixture
def ask(client):
    """``ask(person, url)`` opens a page, ``ask(person, url, data)`` sends a form."""

    def asked(person, address, data=None):
        client.force_login(person)
        return client.get(address) if data is None else client.post(address, data)

    return asked


def text(answer):
    return answer.content.decode()


def test_a_report_is_started_from_its_page(cast, ask):
    answer = ask(cast.clerk, url("start"), {"agency": cast.town.pk, "year": 2024})
    assert answer["Location"] == url("report", Report.objects.get())


@pytest.mark.parametrize(
    "sent", [{}, {"agency": "x", "year": "<script>"}, {"agency": "-1", "year": "9" * 400}]
)
def test_a_wrong_start_is_explained_by_the_field(cast, ask, sent):
    answer = ask(cast.clerk, url("start"), sent)
    assert answer.status_code == 422
    assert "field__error" in text(answer)
    assert "<script>" not in text(answer)


def test_an_organ_that_is_not_ones_own_cannot_be_chosen(cast, ask):
    answer = ask(cast.clerk, url("start"), {"agency": cast.other_town.pk, "year": 2024})
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_a_second_report_of_the_year_is_refused_on_the_page(cast, ask):
    stories.drafted(cast)
    answer = ask(cast.clerk, url("start"), {"agency": cast.town.pk, "year": 2024})
    assert answer.status_code == 409
    assert "已经建立" in text(answer)


@pytest.mark.parametrize(
    ("state", "who", "offered"),
    [
        (stories.drafted, "clerk", {"送复核"}),
        (stories.submitted, "clerk", {"撤回送审"}),
        (stories.submitted, "reviewer", {"复核通过", "退回修改"}),
        (stories.reviewed, "signer", {"签发", "退回修改"}),
        (stories.signed, "signer", {"公布", "撤销签发"}),
        (stories.published, "clerk", {"开始更正"}),
        (stories.published, "signer", {"开始更正", "撤下"}),
        (stories.in_correction, "clerk", {"送复核", "放弃更正"}),
        (stories.submitted, "supervisor", set()),
    ],
)
def test_each_person_is_offered_their_own_steps(cast, ask, state, who, offered):
    answer = ask(getattr(cast, who), url("report", state(cast)))
    assert {step.move.label for step in answer.context["steps"]} == offered


def test_who_wrote_it_is_told_that_another_must_review(cast, ask, both_posts):
    both_posts(cast.clerk, "reviewer")
    answer = ask(cast.clerk, url("report", stories.submitted(cast)))
    assert "须由另一位同志复核通过" in text(answer)


def test_a_broken_balance_leads_to_its_cell(cast, ask):
    report = stories.drafted(cast, with_figures(flawless(), {CELL: 2}))
    page = text(ask(cast.reader, url("report", report)))
    assert 'href="#f-requests-granted-' in page
    assert re.search('id="f-requests-granted-natural_person"[^>]* class="is-wrong"', page)


def test_the_whole_way_by_pages(cast, ask):
    report = stories.drafted(cast)
    for who, step, more in (
        (cast.clerk, "submit", {}),
        (cast.reviewer, "review", {}),
        (cast.signer, "sign", {"read": "on"}),
        (cast.signer, "publish", {}),
    ):
        seen = {"seen_version": Report.objects.get().version}
        warnings = {"acknowledged": stories.warnings_of(report)} if step == "sign" else {}
        assert ask(who, url(step, report), seen | warnings | more).status_code == 302, step
    assert Report.objects.get().state == "published"


def test_the_sign_page_shows_what_will_be_frozen(cast, ask):
    report = stories.reviewed(cast)
    page = text(ask(cast.signer, url("sign", report)))
    version = stories.sign(cast, report).versions.get()
    assert version.sha256 in page
    assert "将要固定的内容" in page


def test_a_signature_without_agreement_is_not_given(cast, ask):
    report = stories.reviewed(cast)
    answer = ask(cast.signer, url("sign", report), {"seen_version": report.version})
    assert answer.status_code == 422
    assert "请核对后勾选" in text(answer)


def test_a_page_left_open_while_others_worked_is_refused(cast, ask):
    report = stories.submitted(cast)
    answer = ask(cast.reviewer, url("review", report), {"seen_version": report.version - 1})
    assert answer.status_code == 409
    assert "别人改动过" in text(answer)


def test_remarks_are_sent_back_and_shown_with_their_place(cast, ask):
    report = stories.submitted(cast)
    sent = {"seen_version": report.version, "place_1": CELL, "remark_1": "台账是 <b>4</b> 件"}
    assert ask(cast.reviewer, url("send_back", report), sent).status_code == 302
    page = text(ask(cast.clerk, url("report", report)))
    assert "台账是 &lt;b&gt;4&lt;/b&gt; 件" in page
    assert places(report)[CELL] in page


def test_sending_back_without_a_remark_keeps_the_page(cast, ask):
    report = stories.submitted(cast)
    answer = ask(cast.reviewer, url("send_back", report), {"seen_version": report.version})
    assert answer.status_code == 422
    assert "请至少写一条意见" in text(answer)


@pytest.mark.parametrize("step", ["review", "sign", "publish", "begin_correction"])
def test_the_page_of_a_step_that_is_not_open_says_so(cast, ask, step, both_posts):
    both_posts(cast.signer, "reviewer")
    answer = ask(cast.signer, url(step, stories.drafted(cast)))
    assert answer.status_code == 409
    assert "现在是“草拟”" in text(answer)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "json"])
def test_a_version_is_downloaded_under_a_safe_name(cast, ask, kind):
    report = stories.signed(cast)
    answer = ask(cast.reader, url("download", report, number=1, kind=kind))
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer.content


def test_the_data_file_has_the_hash_that_was_written_down(cast, ask):
    report = stories.signed(cast)
    answer = ask(cast.reader, url("download", report, number=1, kind="json"))
    assert hashlib.sha256(answer.content).hexdigest() == report.versions.get().sha256


def test_the_version_page_works_the_hash_out_again(cast, ask):
    page = text(ask(cast.reader, url("version", stories.signed(cast), number=1)))
    assert "核对一致" in page


@pytest.mark.parametrize("address", [{"number": 9}, {"number": 1, "kind": "exe"}])
def test_a_version_or_file_that_is_not_there_is_not_found(cast, ask, address):
    report = stories.signed(cast)
    name = "download" if "kind" in address else "version"
    assert ask(cast.reader, url(name, report, **address)).status_code == 404


def test_the_list_is_filtered_and_says_why_it_is_empty(cast, ask):
    stories.drafted(cast)
    assert "青石镇人民政府2024年度报告" in text(
        ask(cast.reader, url("list") + "?year=2024&state=draft")
    )
    page = text(ask(cast.supervisor, url("list") + "?year=20x4&state=signed&organ=青石"))
    assert "没有符合条件的报告" in page


def test_the_number_of_queries_does_not_grow_with_the_list(cast, client):
    client.force_login(cast.supervisor)
    client.get(url("list"))  # a process asks some things once, on its first page
    counts = []
    for years in ((2024,), (2020, 2021, 2022, 2023)):
        for year in years:
            stories.drafted(cast, year=year)
        with CaptureQueriesContext(connection) as queries:
            client.get(url("list"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_page_of_a_report_takes_few_queries(cast, client, django_assert_max_num_queries):
    report = stories.in_correction(cast)
    client.force_login(cast.clerk)
    with django_assert_max_num_queries(24):
        client.get(url("report", report))


def test_a_day_for_the_townships_is_set_on_its_page(cast, ask):
    sent = {"agency": cast.county.pk, "month": 1, "day": 20, "basis": "临川政办〔2024〕1号"}
    assert ask(cast.supervisor, url("deadlines"), sent).status_code == 302
    assert "次年 1 月 20 日" in text(ask(cast.supervisor, url("deadlines")))


@pytest.mark.parametrize(
    "wrong", [{"day": 32}, {"month": "一"}, {"day": 31, "month": 4}, {"basis": ""}]
)
def test_a_wrong_day_is_explained(cast, ask, wrong):
    sent = {"agency": cast.county.pk, "month": 1, "day": 20, "basis": "通知", **wrong}
    answer = ask(cast.supervisor, url("deadlines"), sent)
    assert answer.status_code in {409, 422}
    assert 'role="alert"' in text(answer)
