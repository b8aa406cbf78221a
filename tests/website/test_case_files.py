"""An applicant downloads the files of a reply: with number and code only, for so many days, each time journaled, nothing of others."""

from datetime import timedelta

import pytest

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.models import CaseEvent, Delivery, Service
from gongkai.common.clock import current, law_day
from gongkai.website.case_status import token_of
from tests.casework import sendings
from tests.casework.cases import again, on

pytestmark = pytest.mark.django_db
TODAY = law_day(current())


@pytest.fixture
def sent(cast, town):
    """A reply sent online today."""
    case = sendings.asked(cast, TODAY)
    paper = sendings.given(cast, case, str(TODAY))
    return sendings.sent(cast, sendings.signed(cast, case, paper, day=str(TODAY)), day=str(TODAY))


def links(client, case):
    """The links to files on the status page."""
    page = client.get(f"/apply/status/{token_of(case)}/").content.decode()
    return [part.split('"')[0] for part in page.split('href="')[1:] if "/files/" in part[:200]]


def given_link(client, delivery):
    """The link to the file that was given: the last one, after the letters."""
    return links(client, delivery.case)[-1]


def test_the_file_comes_when_the_button_is_pressed_and_not_before(client, sent):
    link = given_link(client, sent)
    page = client.get(link)
    assert page.status_code == 200
    assert "下载" in page.content.decode()
    sent.refresh_from_db()
    assert sent.first_taken_at is None
    answer = client.post(link)
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == (
        "nosniff",
        "private, no-store",
    )
    assert "sandbox" in answer["Content-Security-Policy"]


def test_each_download_is_journaled_and_the_first_is_told(cast, client, sent):
    link = given_link(client, sent)
    client.post(link)
    sent.refresh_from_db()
    first = sent.first_taken_at
    client.post(link)
    sent.refresh_from_db()
    assert Entry.objects.filter(act="casework.take_reply").count() == 2
    assert sent.first_taken_at == first is not None
    service = Service.objects.get(pk=sent.service_id)
    assert (service.received_on, service.sent_on) == (None, TODAY)


def test_downloading_moves_no_day(client, sent):
    before = list(CaseEvent.objects.values_list())
    client.post(given_link(client, sent))
    assert list(CaseEvent.objects.values_list()) == before
    assert again(sent.case).closed_on == TODAY


def test_a_link_of_one_request_opens_nothing_in_another(cast, client, sent):
    other = sendings.asked(cast, TODAY, code="9" * 24)
    link = given_link(client, sent).rstrip("/").rpartition("/")[2]
    for method in (client.get, client.post):
        answer = method(f"/apply/status/{token_of(other)}/files/{link}/")
        assert answer.status_code == 404
        assert not answer.content.startswith(b"%PDF")
    assert not Entry.objects.filter(act="casework.take_reply").exists()


@pytest.mark.parametrize("link", ["x", "1", "a:b:c", "1:1:1"])
def test_a_made_up_link_is_answered_as_one_that_is_over(client, sent, link):
    start = f"/apply/status/{token_of(sent.case)}/files/"
    answer = client.get(f"{start}{link}/")
    over = client.get("/apply/status/nonsense/files/nonsense/")
    assert (answer.status_code, over.status_code) == (404, 404)
    assert "再填一次编号和查询码" in answer.content.decode()


def gone(client, link):
    """What a file that cannot be had any more is answered with."""
    answers = [client.get(link), client.post(link)]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert "请带上编号与我们联系" in answers[0].content.decode()


def test_after_its_last_day_the_file_is_gone_and_the_page_says_what_to_do(client, sent):
    link = given_link(client, sent)
    Delivery.objects.update(open_until=TODAY - timedelta(days=1))
    gone(client, link)
    assert links(client, sent.case) == []


def test_after_the_data_of_the_applicant_are_erased_the_file_is_gone(client, sent):
    link = given_link(client, sent)
    sent.case.applicant.erased_at = current()
    sent.case.applicant.save()
    gone(client, link)


def test_after_the_sending_failed_the_file_is_gone(cast, client, sent):
    link = given_link(client, sent)
    actions.letter_failed(
        service=sent.service, failed_on=TODAY, failure="发错", **on(cast.clerk, TODAY)
    )
    gone(client, link)


def test_too_many_downloads_from_one_network_are_turned_away(client, sent, monkeypatch):
    link = given_link(client, sent)
    monkeypatch.setattr("gongkai.website.views.case_files.within", lambda *_: False)
    answer = client.post(link)
    assert answer.status_code == 429
    assert not Entry.objects.filter(act="casework.take_reply").exists()


def test_the_page_of_the_case_says_when_it_was_first_taken(cast, client, sent):
    client.post(given_link(client, sent))
    client.force_login(cast.clerk)
    page = client.get(f"/desk/requests/{sent.case.pk}/").content.decode()
    assert "首次下载" in page
