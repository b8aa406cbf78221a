"""Folders of reports: each file finds its organ or says why not, and nothing is taken twice."""

import pytest

from gongkai.annual_reports.actions.collect import choose_organ, read_batch, settle_file
from gongkai.annual_reports.collecting.matching import Roster
from gongkai.annual_reports.collecting.reading import Reading
from gongkai.annual_reports.models import CollectedBatch, CollectedFile, HandedIn
from gongkai.audit.models import Entry
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import NotAllowed, Refusal
from tests.annual_reports.collecting.folders import outcome, printed, read, report_of, taken, zipped
from tests.annual_reports.stories import NOW

pytestmark = pytest.mark.django_db
TOWN, OTHER = "青石镇人民政府", "白沙镇人民政府"


@pytest.mark.parametrize("kind", ["json", "html", "docx", "pdf"])
def test_a_report_of_any_kind_is_handed_in_for_its_organ(cast, kind):
    read(cast, {f"一批/甲.{kind}": printed(TOWN, kind)})
    row = HandedIn.objects.get()
    assert (row.organ, row.collector, row.number, row.source) == (cast.town, cast.county, 1, "file")
    assert (row.state, row.errors) == ("handed_in", 0)


def mixed() -> dict[str, tuple[bytes, str]]:
    """Files of every sort, with what becomes of each."""
    town = printed(TOWN)
    return {
        "a.json": (town, "read"),
        "b.json": (town, "same_again"),
        "c.html": (printed(TOWN, "html"), "same_again"),
        "d.json": (printed(OTHER, year=2023), "other_year"),
        "e.json": (printed("赤水镇人民政府"), "no_organ"),
        "f.docx": (b"PK\x03\x04 broken", "unreadable"),
        "g.pdf": (b"", "unreadable"),
        "h.zip": (zipped({"x.json": town}).file.getvalue(), "unreadable"),
    }


def test_every_file_says_what_became_of_it(cast):
    batch = read(cast, {name: data for name, (data, _) in mixed().items()})
    found = outcome(batch)
    assert sorted(found.pop(name) for name in ("a.json", "b.json", "c.html")) == [
        "read",
        "same_again",
        "same_again",
    ]
    assert found == {name: key for name, (_, key) in mixed().items() if name > "d"}
    assert batch.state == "done"


def test_what_is_not_taken_says_why_in_words(cast):
    batch = read(cast, {"d.json": printed(OTHER, year=2023), "g.pdf": b""})
    said = dict(batch.files.values_list("name", "message"))
    assert said["d.json"] == "报告写的是2023年度，这里收集2024年度的"
    assert "0 字节" in said["g.pdf"]


def test_the_same_folder_again_is_the_same_batch(cast):
    files = {"a.json": printed(TOWN)}
    assert read(cast, files) == read(cast, files)
    assert HandedIn.objects.count() == CollectedBatch.objects.count() == 1


def test_a_corrected_report_is_the_next_handing_in(cast):
    read(cast, {"a.json": printed(TOWN)})
    read(cast, {"a.json": printed(TOWN, proactive__permits=7)})
    numbers = HandedIn.objects.order_by("number").values_list("number", "state")
    assert list(numbers) == [(1, "replaced"), (2, "handed_in")]


def test_a_batch_goes_on_where_it_was_stopped(cast):
    batch = taken(cast, {f"{n}.json": printed(name) for n, name in enumerate((TOWN, OTHER))})
    assert read_batch(batch=batch, now=NOW, most=1, on=1) == 1
    batch.refresh_from_db()
    assert batch.state == "running"
    assert read_batch(batch=batch, now=NOW) == 1
    assert HandedIn.objects.count() == 2


def test_a_file_that_somebody_else_settled_meanwhile_is_left(cast):
    batch = taken(cast, {"a.json": printed(TOWN)})
    found = Reading("a.json", "0" * 64, report_of(TOWN))
    given = {"batch": batch, "reading": found, "roster": Roster.of(cast.county, 2024), "now": NOW}
    assert settle_file(**given).state == "read"
    assert settle_file(**given) is None
    assert HandedIn.objects.count() == 1


def test_who_brought_the_folder_is_told_at_its_end(cast):
    read(cast, {"a.json": printed(TOWN), "b.pdf": b""})
    assert Notice.objects.get(user_id=cast.supervisor.pk).text == (
        "“年报.zip”读完：收下 1 份，另有 1 个文件请您看一看"
    )
    assert Entry.objects.filter(act="annual_reports.hand_up", chain__organ="320000").count() == 1


def test_a_person_says_whose_a_file_is(cast):
    batch = read(cast, {"e.json": printed("青石乡人民政府")})
    file = choose_organ(file=batch.files.get(), organ=cast.town, by=cast.supervisor, now=NOW)
    assert (file.state, file.handed_in.organ) == ("read", cast.town)
    with pytest.raises(Refusal, match="已收下"):
        choose_organ(file=file, organ=cast.other_town, by=cast.supervisor, now=NOW)


def test_a_file_is_chosen_for_no_organ_that_does_not_hand_in_here(cast):
    batch = read(cast, {"e.json": printed("青石乡人民政府")})
    batch.collector = cast.county
    with pytest.raises(NotAllowed):
        choose_organ(file=batch.files.get(), organ=cast.town, by=cast.clerk, now=NOW)


def test_a_report_of_the_county_itself_is_for_a_person_to_place(cast):
    batch = read(cast, {"a.json": printed("临川县人民政府")})
    file = CollectedFile.objects.get()
    assert outcome(batch) == {"a.json": "no_organ"}
    assert file.candidates == [cast.county.pk]
    choose_organ(file=file, organ=cast.county, by=cast.supervisor, now=NOW)
    assert HandedIn.objects.get().organ == cast.county
