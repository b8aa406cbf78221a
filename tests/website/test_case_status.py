"""The status page: number and code or nothing; what it says; correcting, giving reasons, withdrawing."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.casework import actions
from gongkai.casework.actions import Matter
from gongkai.casework.actions.by_applicant import withdraw_online
from gongkai.casework.models import Case
from gongkai.casework.online import code_of
from gongkai.common.clock import current, law_day
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.website import case_status
from gongkai.website.case_status import token_of
from tests.casework.cases import by_hand
from tests.website.applications import NAME, PHONE, sent_in

EARLIER = timedelta(days=3)


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


@pytest.fixture
def online(town):
    """A request that came in online three days ago, and its code."""
    case, secret = sent_in(town, current() - EARLIER)
    return case, code_of(secret)


def confirmed(case: Case, cast) -> Case:
    now = current() - EARLIER
    return actions.confirm_receipt(
        case=case, confirmed_on=law_day(now), how="电话", by=cast.clerk, now=now
    )


def unclear(case: Case, cast) -> Case:
    now = current() - EARLIER
    sending = by_hand(law_day(now))
    actions.ask_clarification(
        case=confirmed(case, cast),
        items="写明年份",
        days=5,
        sending=sending,
        by=cast.clerk,
        now=now,
    )
    return Case.objects.get(pk=case.pk)


def ask(client, number: str, code: str):
    return client.post("/apply/status/", {"number": number, "code": code})


def test_number_and_code_open_the_request(client, online):
    case, code = online
    answer = client.get(ask(client, case.number.number, code)["Location"])
    text = answer.content.decode()
    assert case.title in text
    assert "双方确认收到" in text
    assert NAME not in text
    assert PHONE not in text
    assert answer["Cache-Control"] == "private, no-store"


def test_year_and_serial_in_any_writing_are_enough(client, online):
    case, code = online
    typed = f"{case.number.year}  0{case.number.serial}"
    assert ask(client, typed, code.replace(" ", "－")).status_code == 302


def test_wrong_ones_are_all_answered_alike(client, online):
    case, code = online
    tries = [("2026 999", code), (case.number.number, "1" * 24), ("没有", "没有"), (f"{'9' * 79}", code)]  # fmt: skip
    bodies = {case_status_error(ask(client, *one)) for one in tries}
    assert len(bodies) == 1


def case_status_error(answer) -> str:
    assert answer.status_code == 422
    return str(answer.content.decode().partition('id="errors"')[2].partition("</div>")[0])


def test_guessing_is_slowed_down_for_right_and_wrong_alike(client, online, monkeypatch):
    monkeypatch.setattr("gongkai.website.limits.RATES", {"code": "2/h/key"})
    case, code = online
    found = [ask(client, "2026 1", "0" * 24).status_code for _ in range(2)]
    assert [*found, ask(client, case.number.number, code).status_code] == [422, 422, 429]


def test_a_link_ends_and_cannot_be_made_up(client, online, monkeypatch):
    url = f"/apply/status/{token_of(online[0])}/"
    assert client.get("/apply/status/1:abc:def/").status_code == 404
    assert client.get(f"/apply/status/{token_of(online[0])}x/withdraw/").status_code == 404
    monkeypatch.setattr(case_status, "MINUTES", -1)
    assert client.get(url).status_code == 404


def test_the_due_date_stands_there_with_its_steps(client, online, cast):
    case = confirmed(online[0], cast)
    text = client.get(f"/apply/status/{token_of(case)}/").content.decode()
    assert f"{case.due_on.year}年{case.due_on.month}月{case.due_on.day}日" in text
    assert "第三十三条" in text


def test_a_correction_starts_the_period_again_and_is_in_the_file(client, online, cast):
    case = unclear(online[0], cast)
    url = f"/apply/status/{token_of(case)}/"
    assert "写明年份" in client.get(url).content.decode()
    assert client.post(url, {"words": ""}).status_code == 422
    assert client.post(url, {"words": "是2025年的"}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.lapses_on) == ("in_work", None)
    assert case.notices.get().answer == "是2025年的"
    assert client.post(url, {"words": "又一次"}).status_code == 422


def test_a_request_in_work_can_be_withdrawn_once_it_is_meant(client, online, cast):
    case = confirmed(online[0], cast)
    url = f"/apply/status/{token_of(case)}/withdraw/"
    assert client.post(url).status_code == 422
    assert client.post(url, {"sure": "on"}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("withdrawn", "withdrawn")
    assert client.post(url, {"sure": "on"}).status_code == 422


def test_what_is_not_yet_received_is_withdrawn_and_counted_nowhere(client, online, cast):
    url = f"/apply/status/{token_of(online[0])}/"
    assert "撤回这份申请" in client.get(url).content.decode()
    assert client.post(f"{url}withdraw/", {"sure": "on"}).status_code == 302
    case = Case.objects.get()
    assert (case.state, case.received_on, case.outcome) == ("voided", None, "")
    assert "在网上撤回" in case.number.void_reason
    assert "您已经撤回这份申请" in client.get(url).content.decode()
    assert "在网上撤回了" in Notice.objects.filter(user_id=cast.clerk.pk).latest("pk").text
    assert client.post(f"{url}withdraw/", {"sure": "on"}).status_code == 422


def test_a_request_confirmed_meanwhile_is_not_voided_by_a_stale_page(online, cast):
    case, _ = online
    confirmed(Case.objects.get(pk=case.pk), cast)
    with pytest.raises(Refusal, match="刚才已经确认收到"):
        withdraw_online(case=case, now=current())
    assert Case.objects.get().state == "in_work"


def test_a_correction_of_a_request_of_nobody_is_told_to_all_who_may_handle_it(client, online, cast):
    case = unclear(online[0], cast)
    Case.objects.update(handler=None, registered_by_id=None)
    Notice.objects.all().delete()
    client.post(f"/apply/status/{token_of(case)}/", {"words": "是2025年的"})
    told = Notice.objects.filter(text__contains="在网上补正了")
    assert [notice.user_id for notice in told] == [cast.clerk.pk]


def test_a_file_of_a_refused_correction_is_not_kept(client, online, cast, monkeypatch):
    case = unclear(online[0], cast)

    def refuses(**_):
        raise Refusal("期限已过")

    monkeypatch.setattr("gongkai.website.views.case_status.correct_online", refuses)
    sent = {"words": "是2025年的", "file": SimpleUploadedFile("a.txt", "补正".encode())}
    answer = client.post(f"/apply/status/{token_of(case)}/", sent)
    assert answer.status_code == 422
    assert "是2025年的" in answer.content.decode()
    assert not StoredFile.objects.filter(purpose="applicant").exists()


def split(case, cast):
    """The request made two, the second of which is made two again."""
    both = [Matter("方案", "方案全文"), Matter("名单", "名单全文")]
    said = {"matters": both, "reason": "几件事", "by": cast.clerk, "now": current()}
    _, second = actions.split(case=confirmed(case, cast), **said)
    return [Case.objects.order_by("pk")[1], *actions.split(case=second, **said)]


def test_the_parts_of_a_split_request_are_looked_up_with_the_same_code(client, online, cast):
    case, code = online
    parts = split(case, cast)
    page = client.get(f"/apply/status/{token_of(case)}/").content.decode()
    for part in parts:
        assert part.number.number in page
        shown = client.get(ask(client, part.number.number, code)["Location"]).content.decode()
        assert part.title in shown
        assert "正在办理" in shown
    assert ask(client, parts[0].number.number, "1" * 24).status_code == 422


def test_many_parts_cost_the_page_no_more_queries_than_two(client, town, cast):
    counts = []
    for number in (2, 8):
        case, _ = sent_in(town, current() - EARLIER)
        matters = [Matter(f"第{place}件", "全文") for place in range(number)]
        said = {"reason": "几件事", "by": cast.clerk, "now": current()}
        actions.split(case=confirmed(case, cast), matters=matters, **said)
        with CaptureQueriesContext(connection) as found:
            client.get(f"/apply/status/{token_of(case)}/")
        counts.append(len(found))
    assert counts[1] <= counts[0]
