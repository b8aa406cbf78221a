"""Erasing leaves nothing beside the applicant's row by which people can be read: dossiers, half-made files, proofs, marks; nor too early."""

from datetime import timedelta

import pytest

from gongkai.casework import actions
from gongkai.casework.actions import dossiers, redacting
from gongkai.casework.actions.splitting import Matter
from gongkai.casework.models import CaseFile, Delivery, Dossier
from gongkai.casework.queries import to_erase
from gongkai.common.clock import law_day
from gongkai.common.outbox import deliver_due
from gongkai.common.permissions import NotAllowed
from gongkai.common.refusals import Refusal
from gongkai.files.actions import sweep
from gongkai.files.models import StoredFile
from tests.casework import cases, sendings
from tests.casework.cases import at, on
from tests.casework.papers import added, burnt
from tests.paperwork.redaction.made import blank, saved, words
from tests.website.applications import picture

pytestmark = pytest.mark.django_db
DAY, LATER = "2026-11-10", "2027-06-01"


def archived(cast, case):
    """The case answered and archived."""
    case = cases.answered(cast, cases.again(case), "2026-11-06")
    cases.arrives(cast, case.services.last(), "2026-11-09")
    return actions.archive(case=cases.again(case), **on(cast.clerk, DAY))


def erased(cast, case):
    return actions.erase_applicant(case=case, reason="期满", **on(cast.signer, LATER))


@pytest.mark.parametrize("use", ["service", "remedy"])
def test_what_names_the_applicant_is_read_by_few_and_goes(cast, use):
    paper = added(cast, cases.registered(cast), picture(), use=use, name="回执.jpg")
    with pytest.raises(NotAllowed):
        actions.read_paper(paper=paper, **on(cast.reviewer, "2026-11-05"))
    erased(cast, archived(cast, paper.case))
    paper.refresh_from_db()
    assert (paper.title, paper.file.destroyed_at is not None) == ("（已销毁）", True)


def test_the_names_of_papers_that_a_dossier_left_out_go_with_its_bytes(cast):
    paper = added(cast, cases.registered(cast), "李".encode(), use="request", name="李申请人.txt")
    case = archived(cast, paper.case)
    made = dossiers.ask_dossier(case=case, reason="答辩", **on(cast.clerk, DAY))
    deliver_due(at(DAY), kind=dossiers.KIND)
    made.refresh_from_db()
    assert "李申请人" in str(made.left_out)
    erased(cast, case)
    made.refresh_from_db()
    assert (made.state, made.left_out, made.zip_key) == ("gone", [], "")
    assert not Dossier.objects.exclude(sealed={}).exists()


def test_a_blacked_out_file_that_nobody_decided_on_goes_with_its_paper(cast):
    twice = saved(blank(words("SECRET-4711", 150, 90) + words("SECRET-4711", 20, 40)))
    paper = added(cast, cases.registered(cast), twice, use="identity", name="李申请人.pdf")
    sheet = burnt(cast, paper, title="李申请人（涂黑）.pdf")
    assert sheet.state == "leftover"
    erased(cast, archived(cast, paper.case))
    sheet.refresh_from_db()
    assert sheet.made.destroyed_at
    assert "李申请人" not in sheet.title


def test_a_file_of_a_go_that_was_given_up_is_destroyed_within_days(cast):
    twice = saved(blank(words("SECRET-4711", 150, 90) + words("SECRET-4711", 20, 40)))
    sheet = burnt(cast, added(cast, cases.registered(cast), twice))
    made = sheet.made
    redacting.drop_redaction(sheet=sheet, **on(cast.clerk, "2026-11-05"))
    sweep(at("2026-11-05") + timedelta(days=2))
    made.refresh_from_db()
    assert made.destroyed_at
    assert not CaseFile.objects.filter(file__destroyed_at__isnull=False).exists()


def test_no_mark_of_the_recipient_is_left(cast):
    case = sendings.asked(cast)
    delivery = sendings.sent(cast, sendings.signed(cast, case, sendings.given(cast, case)))
    cases.arrives(cast, delivery.service, "2026-11-09")
    erased(cast, actions.archive(case=cases.again(case), **on(cast.clerk, DAY)))
    assert Delivery.objects.get().recipient == ""


def test_a_paper_that_lies_in_clear_stops_the_erasing(cast):
    paper = added(cast, cases.registered(cast), picture(), use="identity", name="证件.jpg")
    case = archived(cast, paper.case)
    StoredFile.objects.filter(pk=paper.file_id).update(sealed_key="")
    with pytest.raises(Refusal, match="没有加密"):
        erased(cast, case)
    assert cases.again(case).applicant.sealed


def test_the_papers_of_a_whole_wait_for_its_parts(cast):
    case = cases.registered(cast)
    two = [Matter("补偿方案", "方案全文"), Matter("补偿标准", "标准全文")]
    parts = actions.split(case=case, matters=two, reason="两项", **on(cast.clerk, "2026-11-05"))
    kept(cast)
    with pytest.raises(Refusal, match="拆出的各件"):
        erased(cast, cases.again(case))
    assert not to_erase(cast.signer, law_day(at("2030-01-02"))).exists()
    for part in parts:
        archived(cast, part)
    assert to_erase(cast.signer, law_day(at("2030-01-02"))).count() == 3
    assert erased(cast, cases.again(case)).masked_name == ""


def kept(cast):
    """The organ keeps who asked for a year."""
    actions.set_rules(
        agency=cast.town, number_pattern="依申请〔{year}〕{serial}号", reminder_days=[], remedies_counted="alive",
        seen_version=None, kept_months=12, **on(cast.administrator, "2026-11-05"),
    )  # fmt: skip
