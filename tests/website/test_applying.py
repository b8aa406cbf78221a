"""The online form: step by step, kept sealed, sent in once however often; hostile input is told what is wrong."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.casework.models import Case, CaseCode, RequestDraft
from gongkai.casework.online import code_of
from gongkai.common.models import Notice, OutboxMessage
from tests.website.applications import NAME, NUMBER, PERSONAL, STEP_DATA, filled, picture, sent_in


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


def begun(client) -> str:
    return client.post("/apply/online/")["Location"].removesuffix("kind/")


def test_the_steps_lead_from_the_first_question_to_a_receipt(client, town):
    base = begun(client)
    for step, data in STEP_DATA.items():
        answer = client.post(f"{base}{step}/", data)
        assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == base
    assert NUMBER in client.get(base).content.decode()
    assert client.post(base).status_code == 302
    shown = client.get(base)
    case = Case.objects.get()
    assert (case.state, case.channel, case.title) == ("arrived", "internet", STEP_DATA["wanted"]["title"])  # fmt: skip
    text = shown.content.decode()
    assert case.number.number in text
    assert code_of(base.split("/")[-2]) in text
    assert shown["Cache-Control"] == "private, no-store"


def test_a_form_sent_twice_makes_one_request_with_one_code(client, town):
    secret = filled(town)
    first = client.post(f"/apply/online/{secret}/", follow=True).content
    again = client.post(f"/apply/online/{secret}/", follow=True).content
    assert Case.objects.count() == CaseCode.objects.count() == 1
    assert code_of(secret).encode() in first
    assert code_of(secret).encode() in again


def test_a_step_that_is_wrong_keeps_what_was_typed_and_says_where(client, town):
    base = begun(client)
    client.post(f"{base}kind/", STEP_DATA["kind"])
    answer = client.post(f"{base}who/", {**STEP_DATA["who"], "identity_number": "110105194912310029"})  # fmt: skip
    text = answer.content.decode()
    assert answer.status_code == 422
    assert NAME in text
    assert "110105194912310029" in text
    assert "位数是对的" in text


def test_a_number_that_is_too_short_is_counted(client, town):
    base = begun(client)
    client.post(f"{base}kind/", STEP_DATA["kind"])
    answer = client.post(f"{base}who/", {**STEP_DATA["who"], "identity_number": "11010519491231002"})  # fmt: skip
    assert "您填了 17 位" in answer.content.decode()


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("kind", {}),
        ("kind", {"kind": "emperor", "by_agent": "no"}),
        ("who", {**STEP_DATA["who"], "name": "李\0"}),
        ("who", {**STEP_DATA["who"], "name": "李" * 201}),
        ("contact", {}),
        ("contact", {"phone": "<script>"}),
        ("contact", {"phone": "13800"}),
        ("contact", {"phone": "--------"}),
        ("wanted", {"title": "x", "wanted": "字" * 20_001}),
        ("way", {"form": "paper", "route": "by_mail"}),
    ],
)
def test_input_that_does_not_fit_is_told_so(client, town, step, data):
    assert client.post(f"{begun(client)}{step}/", data).status_code == 422


def test_what_is_missing_cannot_be_sent_in(client, town):
    base = begun(client)
    assert client.post(base).status_code == 422
    assert not Case.objects.exists()


@pytest.mark.parametrize("path", ["nothing/", "x" * 300 + "/", "nothing/who/", "%F0%9F%90%BC/"])
def test_a_link_that_opens_nothing_tells_nothing(client, town, path):
    assert client.get(f"/apply/online/{path}").status_code == 404


def test_a_link_of_one_organ_opens_nothing_at_another(client, town, cast):
    cast.other_town.has_site = True
    cast.other_town.save()
    assert client.get(f"/o/{cast.other_town.code}/apply/online/{filled(town)}/").status_code == 404


def upload(client, base: str, content: bytes, name: str):
    client.post(f"{base}kind/", STEP_DATA["kind"])
    given = SimpleUploadedFile(name, content)
    return client.post(f"{base}who/", {**STEP_DATA["who"], "identity_file": given})


def test_a_scan_goes_into_the_case_under_a_neutral_name(client, town):
    base = begun(client)
    assert upload(client, base, picture(), f"{NAME}的身份证.jpg").status_code == 302
    for step in ("contact", "wanted", "way"):
        client.post(f"{base}{step}/", STEP_DATA[step])
    client.post(base)
    paper = Case.objects.get().papers.get()
    assert (paper.use, paper.title) == ("identity", "身份证明.jpg")


def test_a_scan_that_is_no_picture_is_refused_beside_its_field(client, town):
    answer = upload(client, begun(client), b"MZ\x90\0 no picture", "身份证.jpg")
    assert answer.status_code == 422
    assert NAME in answer.content.decode()


def test_nothing_personal_stands_in_lists_journal_notices_or_drafts(client, town, cast):
    case, _ = sent_in(town)
    told = [case.masked_name, str(case), *RequestDraft.objects.values_list("sealed", flat=True)]
    told += [str(row) for row in case.applicant.sealed.values()]
    for rows in (Entry.objects.values(), Notice.objects.values(), OutboxMessage.objects.values()):
        told += [str(row) for row in rows]
    assert Notice.objects.exists()
    assert not [one for one in PERSONAL for text in told if one in text]


def test_a_further_request_begins_with_the_same_applicant(client, town):
    _, secret = sent_in(town)
    where = client.post("/apply/online/", {"like": secret})["Location"]
    assert where.endswith("/wanted/")
    text = client.get(where.removesuffix("wanted/")).content.decode()
    assert NAME in text
    assert STEP_DATA["wanted"]["title"] not in text


def test_one_network_cannot_begin_without_end(client, town, monkeypatch):
    monkeypatch.setattr("gongkai.website.limits.RATES", {"begin": "2/h/key"})
    found = [client.post("/apply/online/").status_code for _ in range(3)]
    assert found == [302, 302, 429]


def test_several_matters_are_noticed(client, town):
    secret = filled(town, wanted={"wanted": "1、征地批文\n2、补偿方案"})
    assert "看起来写了几件事" in client.get(f"/apply/online/{secret}/").content.decode()
