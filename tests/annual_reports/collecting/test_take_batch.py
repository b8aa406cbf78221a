"""What comes in as a folder: hostile archives are refused whole with a reason, single files become a folder."""

import io
import zipfile

import pytest
from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.annual_reports.actions.collect import take_batch, take_files
from gongkai.annual_reports.actions.collect.take_batch import READ, wake_stalled
from gongkai.annual_reports.models import CollectedBatch, CollectedFile, HandedIn
from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.bulk import archive
from tests.annual_reports.collecting.folders import printed, taken, zipped
from tests.annual_reports.stories import NOW

pytestmark = pytest.mark.django_db


def refused(cast, upload: File) -> str:
    """What is said to a folder that is not taken; nothing of it is kept."""
    with pytest.raises(Refusal) as refusal:
        take_batch(collector=cast.county, year=2024, upload=upload, by=cast.supervisor, now=NOW)
    assert not CollectedBatch.objects.exists()
    return str(refusal.value)


@pytest.mark.parametrize("name", ["../x.docx", "/etc/x.docx", "C:/x.docx", "a/../../x.docx"])
def test_names_that_lead_outside_are_refused(cast, name):
    assert "文件夹以外的路径" in refused(cast, zipped({name: b"x"}))


def test_what_is_no_archive_is_refused(cast):
    assert "只接受 ZIP" in refused(cast, File(io.BytesIO(b"hello"), name="x.zip"))


def test_a_bomb_is_refused_before_it_is_unfolded(cast, monkeypatch):
    monkeypatch.setattr(archive, "MOST_UNFOLDED", 1000)
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"0" * 100_000)
    assert "展开后超过" in refused(cast, File(room, name="x.zip"))


def test_too_many_files_are_refused(cast, monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    assert "超过 2 个文件" in refused(cast, zipped({f"{n}": b"" for n in range(3)}))


@pytest.mark.parametrize("year", [1999, 2026])
def test_a_year_that_has_no_reports_is_refused(cast, year):
    with pytest.raises(Refusal, match="年度应在"):
        taken(cast, {"a.json": b"x"}, year)


def test_a_township_collects_nothing(cast):
    with pytest.raises(NotAllowed):
        take_batch(
            collector=cast.town, year=2024, upload=zipped({"a": b""}), by=cast.clerk, now=NOW
        )


def test_single_files_are_a_folder_and_their_names_lead_nowhere(cast):
    files = [
        SimpleUploadedFile(name, printed("青石镇人民政府")) for name in ("甲:1.json", "甲_1.json")
    ]
    batch = take_files(collector=cast.county, year=2024, uploads=files, by=cast.supervisor, now=NOW)
    assert sorted(CollectedFile.objects.values_list("name", flat=True)) == [
        "2-甲_1.json",
        "甲_1.json",
    ]
    assert batch.name == "2 个文件"


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_what_was_taken(cast):
    batch = taken(cast, {"a.json": printed("青石镇人民政府")})
    assert deliver_due(NOW, kind=READ) == 1
    batch.refresh_from_db()
    assert (batch.state, HandedIn.objects.count()) == ("done", 1)


def test_a_batch_that_lies_still_is_woken(cast):
    taken(cast, {"a.json": printed("青石镇人民政府")})
    OutboxMessage.objects.filter(kind=READ).update(state="done")
    wake_stalled(NOW)
    assert not OutboxMessage.objects.filter(kind=READ, state="waiting").exists()
    wake_stalled(NOW.replace(hour=NOW.hour + 1))
    assert OutboxMessage.objects.filter(kind=READ, state="waiting").exists()
