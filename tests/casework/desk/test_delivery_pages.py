"""The pages of sending a reply: two steps, what is tampered with sends nothing, and a proof can be handed in with a service."""

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.casework.models import Delivery, Service
from tests.casework import cases, sendings
from tests.casework.desk.typed import TODAY, by_hand, text
from tests.website.applications import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(cast):
    """A signed reply with a file."""
    case = sendings.asked(cast)
    return sendings.signed(cast, case, sendings.given(cast, case))


@pytest.fixture
def look(cast, ask, decision):
    """The second look, as the page sends it on."""
    page = ask(cast.clerk, "deliver_reply", decision.pk, {"do": "look", "medium": "mail"})
    hidden = {name: page.context["look"].initial[name] for name in ("medium", "seen_version", "recipient", "files")}  # fmt: skip
    ticked = [paper.pk for paper, _, _ in page.context["rows"]]
    return {**hidden, "do": "send", "right": "on", "ticked": ticked}


def test_the_second_look_shows_recipient_and_files_and_is_journaled(cast, ask, decision):
    before = Entry.objects.filter(act="audit.read_personal").count()
    first = text(ask(cast.clerk, "deliver_reply", decision.pk))
    assert sendings.MAIL not in first
    page = text(ask(cast.clerk, "deliver_reply", decision.pk, {"do": "look", "medium": "mail"}))
    for words in (
        sendings.MAIL,
        "李申请人",
        "公开的方案.pdf",
        "1 页",
        decision.files.get().sha256[:12],
    ):
        assert words in page
    assert Entry.objects.filter(act="audit.read_personal").count() == before + 1


def test_it_is_sent_when_everything_is_ticked(cast, ask, decision, look):
    answer = ask(cast.clerk, "deliver_reply", decision.pk, look)
    assert answer.status_code == 302
    assert Delivery.objects.get().medium == "mail"


@pytest.mark.parametrize(
    "wrong",
    [
        {"right": ""}, {"ticked": []}, {"recipient": "0" * 64}, {"files": "0" * 64}, {"seen_version": 0},
        {"medium": "online"}, {"medium": "pigeon"}, {"seen_version": "x"}, {"recipient": ""},
    ],
    ids=str,
)  # fmt: skip
def test_a_form_that_was_tampered_with_sends_nothing(cast, ask, decision, look, wrong):
    answer = ask(cast.clerk, "deliver_reply", decision.pk, {**look, **wrong})
    assert answer.status_code in {409, 422}
    assert "data-errors" in text(answer)
    assert not Delivery.objects.exists()
    assert not Service.objects.exists()
    assert not [letter for letter in mail.outbox if letter.attachments]


def test_a_file_of_another_case_ticked_by_hand_sends_nothing(cast, ask, decision, look):
    theirs = sendings.given(cast, cases.registered(cast))
    tampered = {**look, "ticked": [*look["ticked"], theirs.pk]}
    assert ask(cast.clerk, "deliver_reply", decision.pk, tampered).status_code == 422
    assert not Delivery.objects.exists()


def test_the_form_of_one_case_sent_to_another_sends_nothing(cast, ask, look):
    other = sendings.asked(cast, code="9" * 24)
    theirs = sendings.signed(cast, other, sendings.given(cast, other))
    assert ask(cast.clerk, "deliver_reply", theirs.pk, look).status_code in {409, 422}
    assert not Delivery.objects.exists()


def test_a_reply_chooses_its_files_among_those_of_its_case(cast, ask, act):
    case = cases.registered(cast)
    mine = sendings.given(cast, case)
    theirs = sendings.given(cast, cases.registered(cast))
    page = text(ask(cast.clerk, "draft_reply", case.pk, query="?outcome=provided"))
    assert page.count("公开的方案.pdf") == 1
    typed = {"statement": "见附件", "say_0": "清单", "files": [theirs.pk]}
    assert act(cast.clerk, "draft_reply", case, "?outcome=provided", **typed).status_code == 422
    act(cast.clerk, "draft_reply", case, "?outcome=provided", **{**typed, "files": [mine.pk]})
    assert case.decisions.get().files.get().paper == mine


def uploaded():
    """A photograph of a receipt."""
    return SimpleUploadedFile("送达回证.jpg", picture(), content_type="image/jpeg")


def test_a_proof_comes_with_the_service_and_becomes_a_paper(cast, act):
    case = cases.registered(cast)
    decision = cases.signed(cast, case, TODAY)
    answer = act(cast.clerk, "serve_reply", decision, proof=uploaded(), **by_hand())
    assert answer.status_code == 302, text(answer)
    service = decision.services.get()
    assert service.proof.sealed_key
    assert case.papers.get(use="service").file == service.proof


def test_a_proof_comes_with_the_signature(cast, act):
    decision = cases.signed(cast, cases.registered(cast), TODAY)
    case = cases.again(decision.case)
    act(cast.clerk, "serve_reply", decision, way="post", sent_on=TODAY, tracking_number="EM1")
    service = case.services.get()
    act(cast.clerk, "receive_letter", service, received_on=TODAY, proof=uploaded())
    service.refresh_from_db()
    assert service.proof is not None
    assert case.papers.filter(use="service").count() == 1


def test_a_proof_that_is_none_is_said_and_nothing_is_served(cast, act):
    decision = cases.signed(cast, cases.registered(cast), TODAY)
    bad = SimpleUploadedFile("回证.pdf", b"MZ not a pdf")
    answer = act(cast.clerk, "serve_reply", decision, proof=bad, **by_hand())
    assert answer.status_code in {400, 409, 422}
    assert not decision.services.exists()
