"""The file of a case for a court: whole, provable, sealed, journaled, for a day; made again after a kill; nothing in clear on disk."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.extract import differs_from_journal, wrong_with
from gongkai.audit.models import Entry
from gongkai.audit.personal import Erased
from gongkai.casework import actions
from gongkai.casework.actions import dossier_making
from gongkai.casework.actions.dossier_making import make_dossier
from gongkai.casework.actions.dossiers import KIND, ask_dossier, sweep_dossiers, take_dossier
from gongkai.casework.models import Dossier
from gongkai.common.outbox import deliver_due
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.files.actions import receive, sweep
from tests.casework import cases
from tests.casework.cases import at
from tests.paperwork.dossier.test_dossier import pdf, picture

DAY = at("2026-11-18")


class Killed(BaseException):
    """The process dies here."""


@pytest.fixture
def answered(cast):
    """A case with papers of several kinds, answered by post."""
    case = cases.registered(cast)
    papers = (("申请书.pdf", pdf(2), "request"), ("身份证.png", picture(), "identity"), ("检索.txt", "检索".encode(), "search"))  # fmt: skip
    for name, data, use in papers:
        given = SimpleUploadedFile(name, data)
        stored = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=at("2026-11-03"))  # fmt: skip
        actions.add_paper(case=case, stored=stored, use=use, by=cast.clerk, now=at("2026-11-03"))
    return cases.answered(cast, case)


@pytest.fixture
def made(cast, answered):
    dossier = ask_dossier(case=answered, reason="法院答辩举证", by=cast.clerk, now=DAY)
    assert deliver_due(DAY, kind=KIND) == 1
    return Dossier.objects.get(pk=dossier.pk)


def taken(cast, dossier, kind="zip", now=DAY) -> bytes:
    return b"".join(take_dossier(dossier=dossier, kind=kind, by=cast.clerk, now=now))


def test_the_archive_holds_everything_and_every_sum_is_right(cast, made):
    data = taken(cast, made)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sums = archive.read("SHA256SUMS").decode()
        for name in names:
            if name != "SHA256SUMS":
                assert f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}\n" in sums
        index = archive.read("目录.html").decode()
        person = archive.read("申请人信息.html").decode()
    assert "材料/001-申" in {name[:8] for name in names}
    assert all(
        word in index for word in ("申请书", "《条例》第二十九条", "EM123456789CN", "现答复如下")
    )
    assert all(word in person for word in ("李申请人", "13912345678"))


def test_what_is_taken_is_what_was_made_to_the_byte(cast, made):
    for kind, size, digest in (("zip", made.zip_size, made.zip_sha256), ("pdf", made.pdf_size, made.pdf_sha256)):  # fmt: skip
        data = taken(cast, made, kind)
        assert (len(data), hashlib.sha256(data).hexdigest()) == (size, digest)


def test_its_extract_of_the_journal_proves_itself(cast, made):
    with zipfile.ZipFile(io.BytesIO(taken(cast, made))) as archive:
        extract = json.loads(archive.read("留痕/journal.json"))
    assert wrong_with(extract) == []
    assert differs_from_journal(extract) == []
    assert {row["act"] for row in extract["rows"]} >= {"casework.register", "casework.serve_reply", "casework.ask_dossier"}  # fmt: skip


def test_the_pdf_has_the_pages_of_all_papers_and_lists_what_has_none(cast, made):
    with (
        pikepdf.open(io.BytesIO(taken(cast, made, "pdf"))) as whole,
        whole.open_outline() as outline,
    ):
        titles = [item.title for item in outline.root]
    assert any("申请书" in title for title in titles)
    assert any("身份证" in title for title in titles)
    assert [why for _, title, why in made.left_out if "检索" in title] == ["这种文件不能变成页面，见压缩包里的原件"]  # fmt: skip


def test_reading_making_and_taking_stand_in_the_journal(cast, made):
    taken(cast, made)
    acts = Entry.objects.filter(object_id=str(made.case_id)).order_by("number").values_list("act", "actor_name")  # fmt: skip
    assert list(acts)[-5:] == [
        ("audit.read_personal", "王经办"),
        ("casework.ask_dossier", "王经办"),
        ("casework.made_dossier", "系统"),
        ("audit.read_personal", "王经办"),
        ("casework.take_dossier", "王经办"),
    ]


def test_what_lies_in_the_storage_is_noise(cast, made):
    for place in (made.zip_key, made.pdf_key):
        with default_storage.open(place) as content:
            kept = content.read()
        assert b"PK\x03\x04" not in kept[:64]
        assert b"%PDF" not in kept
        assert "李申请人".encode() not in kept


def test_after_a_day_it_is_gone_with_its_bytes(cast, made, django_capture_on_commit_callbacks):
    assert sweep_dossiers(DAY + timedelta(hours=23)) == 0
    with pytest.raises(Refusal, match="过期"):
        taken(cast, made, now=DAY + timedelta(days=1, hours=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep_dossiers(DAY + timedelta(days=1, hours=1)) == 1
    assert not default_storage.exists(made.zip_key)
    made.refresh_from_db()
    assert (made.state, made.sealed, made.zip_key) == ("gone", {}, "")


def test_erasing_the_case_makes_it_unreadable_at_once(cast, made):
    cases.arrives(cast, made.case.services.get(decision__isnull=False), "2026-11-18")
    actions.archive(case=made.case, by=cast.clerk, now=DAY)
    actions.erase_applicant(case=made.case, reason="期满", by=cast.signer, now=DAY)
    with pytest.raises(Erased):
        taken(cast, made)


@pytest.mark.django_db(transaction=True)
def test_a_killed_making_is_made_again_and_leaves_nothing(cast, answered, monkeypatch):
    dossier = ask_dossier(case=answered, reason="法院答辩举证", by=cast.clerk, now=DAY)
    monkeypatch.setattr(dossier_making, "_finish", lambda *_: (_ for _ in ()).throw(Killed))
    with pytest.raises(Killed):
        deliver_due(DAY, kind=KIND)
    monkeypatch.undo()
    assert deliver_due(DAY + timedelta(minutes=6), kind=KIND) == 1
    dossier.refresh_from_db()
    assert dossier.state == "made"
    assert taken(cast, dossier)
    sweep(DAY)  # spares what the dossier names
    assert default_storage.exists(dossier.zip_key)


def test_a_message_delivered_twice_makes_one(cast, made):
    before = (made.zip_key, made.zip_sha256)
    make_dossier({"dossier": made.pk}, DAY)
    made.refresh_from_db()
    assert (made.zip_key, made.zip_sha256) == before


def test_one_at_a_time_and_only_for_who_may_read_the_applicant(cast, answered):
    ask_dossier(case=answered, reason="法院答辩举证", by=cast.clerk, now=DAY)
    with pytest.raises(Refusal, match="正在制作"):
        ask_dossier(case=answered, reason="法院答辩举证", by=cast.clerk, now=DAY)
    with pytest.raises(NotAllowed):
        ask_dossier(case=answered, reason="法院答辩举证", by=cast.reader, now=DAY)


def test_what_was_never_made_is_given_up(cast, answered):
    dossier = ask_dossier(case=answered, reason="法院答辩举证", by=cast.clerk, now=DAY)
    assert sweep_dossiers(DAY + timedelta(hours=2)) == 1
    dossier.refresh_from_db()
    assert (dossier.state, bool(dossier.failure)) == ("failed", True)
