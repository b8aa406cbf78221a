"""Blacking out papers of a case: places step by step, the new file proven, tied to its paper; hostile places and people turned away."""

import math

import pytest
from django.db import IntegrityError, transaction

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.actions import burning, redacting
from gongkai.casework.models import CaseFile, RedactionBox
from gongkai.casework.redacting import boxes_of, page_numbers, sheet_of, withheld_in
from gongkai.common.outbox import deliver_due
from gongkai.common.permissions import NotAllowed
from gongkai.common.refusals import Refusal
from tests.casework import cases
from tests.casework.cases import at, on
from tests.casework.papers import GROUND, added, asked, burnt, marked, paper
from tests.paperwork.redaction.looked_through import holds
from tests.paperwork.redaction.made import blank, made, saved, words
from tests.website.applications import picture

pytestmark = pytest.mark.django_db
DAY = "2026-11-05"
COVER = (1, 0.4, 0.4, 0.6, 0.5)


@pytest.fixture
def sheet(cast):
    """A paper that is being marked."""
    return redacting.start_redaction(paper=paper(cast), **on(cast.clerk, DAY))


def mark(cast, sheet, *boxes, ground=GROUND, person=None):
    return redacting.add_boxes(
        sheet=sheet, boxes=boxes or (COVER,), ground=ground, **on(person or cast.clerk, DAY)
    )


def test_the_new_file_is_a_paper_that_may_be_given_and_the_source_is_as_it_was(cast):
    source = paper(cast)
    sheet = burnt(cast, source)
    assert (sheet.state, sheet.result.use, sheet.result.case_id) == (
        "burnt",
        "given",
        source.case_id,
    )
    assert redacting.bytes_of(source.file) == made("text", "4711")
    assert not holds(redacting.bytes_of(sheet.result.file), "SECRET")
    assert sheet.result_sha256 == sheet.result.file.sha256 != sheet.source_sha256
    assert sheet.result.file.sealed_key


def test_the_journal_says_who_made_which_file_of_which(cast):
    sheet = burnt(cast, paper(cast))
    entry = Entry.objects.get(act="casework.burn_redaction")
    said = entry.after
    assert (said["sha256"], said["source_sha256"]) == (sheet.result_sha256, sheet.source_sha256)
    assert entry.actor_id == cast.clerk.pk
    assert Entry.objects.filter(act="casework.read_paper").count() == 1


@pytest.mark.parametrize(
    "box",
    [
        (1, -0.1, 0.1, 0.5, 0.5),
        (1, 0.5, 0.5, 0.5, 0.6),
        (1, 0.6, 0.5, 0.5, 0.6),
        (1, 0.5, 0.5, 1.1, 0.6),
        (1, math.nan, 0.5, 0.6, 0.6),
        (1, 0.1, 0.1, math.inf, 0.6),
        (10**9, 0.1, 0.1, 0.5, 0.5),
        (0, 0.1, 0.1, 0.5, 0.5),
        (-1, 0.1, 0.1, 0.5, 0.5),
    ],
    ids=str,
)
def test_a_place_that_is_on_no_page_is_refused(cast, sheet, box):
    with pytest.raises(Refusal):
        mark(cast, sheet, COVER, box)
    assert not RedactionBox.objects.exists()


def test_the_database_holds_no_place_beside_its_page(sheet):
    wrong = {"left": -1, "top": 0, "right": 0.5, "bottom": 0.5, "ground": GROUND}
    with pytest.raises(IntegrityError), transaction.atomic():
        RedactionBox.objects.create(sheet=sheet, page=1, added=1, by_name="x", at=at(DAY), **wrong)


def test_a_place_needs_a_ground_of_the_law(cast, sheet):
    for ground in ("", "nonsense", "not_of_general_concern"):
        with pytest.raises(Refusal, match="依据"):
            mark(cast, sheet, ground=ground)


def test_the_last_step_can_be_undone_whatever_it_was(cast, sheet):
    mark(cast, sheet)
    mark(cast, sheet, (1, 0.1, 0.1, 0.2, 0.2), (1, 0.3, 0.1, 0.4, 0.2))
    redacting.remove_box(sheet=sheet, box=boxes_of(sheet).first().pk, **on(cast.clerk, DAY))
    counts = [boxes_of(sheet).count()]
    for _ in range(3):
        redacting.undo_step(sheet=sheet, **on(cast.clerk, DAY))
        counts.append(boxes_of(sheet).count())
    assert counts == [2, 3, 1, 0]
    with pytest.raises(Refusal, match="没有可以撤销"):
        redacting.undo_step(sheet=sheet, **on(cast.clerk, DAY))


def test_only_clerks_of_the_organ_mark(cast, sheet):
    for person in (cast.stranger, cast.reviewer, cast.signer, cast.supervisor):
        with pytest.raises(NotAllowed):
            mark(cast, sheet, person=person)


def test_what_was_seen_is_what_is_made(cast, sheet):
    mark(cast, sheet)
    with pytest.raises(Refusal, match="又有改动"):
        asked(cast, sheet, seen_version=0)
    asked(cast, sheet)
    with pytest.raises(Refusal, match="正在制作"):
        mark(cast, sheet, (1, 0.1, 0.1, 0.2, 0.2))


def test_nothing_is_made_of_nothing(cast, sheet):
    with pytest.raises(Refusal, match="还没有标记"):
        asked(cast, sheet)


def twice(where: str = words("SECRET-4711", 20, 40)) -> bytes:
    """The same words at two places."""
    return saved(blank(words("SECRET-4711", 150, 90) + where))


def test_words_that_are_seen_elsewhere_stop_the_file_until_somebody_decides(cast):
    source = added(cast, cases.registered(cast), twice())
    sheet = burnt(cast, source)
    assert (sheet.state, sheet.result, sheet.leftovers_found) == ("leftover", None, 1)
    assert not CaseFile.objects.filter(use="given").exists()
    accept = {"sheet": sheet, "seen_version": sheet.version, **on(cast.clerk, DAY)}
    with pytest.raises(Refusal, match="请填写理由"):
        burning.accept_leftovers(reason=" ", **accept)
    burning.accept_leftovers(reason="第二处是公开发布过的编号", **accept)
    assert sheet_of(source).result.use == "given"


def test_words_that_are_seen_elsewhere_can_be_covered_too(cast):
    source = added(cast, cases.registered(cast), twice())
    sheet = burnt(cast, source)
    burning.cover_leftovers(sheet=sheet, ground=GROUND, **on(cast.clerk, DAY))
    ready = asked(cast, sheet)
    burning.burn(ready.pk, ready.version, at(DAY))
    sheet.refresh_from_db()
    assert sheet.state == "burnt"
    assert not holds(redacting.bytes_of(sheet.result.file), "SECRET")


def test_a_long_paper_is_made_by_the_worker_once_and_says_how_far_it_is(cast):
    long = saved(blank(words("SECRET-4711", 150, 90), pages=9))
    sheet = marked(cast, added(cast, cases.registered(cast), long))
    ready = asked(cast, sheet)
    assert ready.state == "burning"
    deliver_due(at(DAY, 10))
    deliver_due(at(DAY, 11))
    ready.refresh_from_db()
    assert (ready.state, ready.pages_done) == ("burnt", 9)
    assert CaseFile.objects.filter(use="given").count() == 1
    assert burning.burn(ready.pk, ready.version, at(DAY)) is None


def test_a_post_that_ended_ends_the_making(cast):
    ready = asked(cast, marked(cast, paper(cast)))
    cast.clerk.posts.all().delete()
    burning.burn(ready.pk, ready.version, at(DAY))
    ready.refresh_from_db()
    assert (ready.state, ready.result) == ("draft", None)
    assert ready.fault


def test_a_picture_becomes_a_page(cast):
    source = added(cast, cases.registered(cast), picture(), name="照片.jpg")
    sheet = redacting.start_redaction(paper=source, **on(cast.clerk, DAY))
    assert (sheet.pages, sheet.working.kind) == (1, "pdf")
    assert sheet.working_id != source.file_id


def test_what_cannot_be_blacked_out_is_said(cast):
    case = cases.registered(cast)
    text = added(cast, case, "文字".encode(), name="检索.txt")
    with pytest.raises(Refusal, match="只有 PDF"):
        redacting.start_redaction(paper=text, **on(cast.clerk, DAY))


def test_nothing_is_marked_once_the_case_is_answered(cast):
    source = paper(cast, day=DAY)
    cases.answered(cast, source.case, "2026-11-06")
    source.refresh_from_db()
    with pytest.raises(Refusal, match="不用再涂黑"):
        redacting.start_redaction(paper=source, **on(cast.clerk, "2026-11-06"))


def test_the_list_of_what_was_withheld_is_by_paper_and_ground(cast):
    sheet = marked(cast, paper(cast))
    mark(cast, sheet, (1, 0.7, 0.7, 0.8, 0.8), ground="internal_affairs")
    ready = asked(cast, sheet)
    burning.burn(ready.pk, ready.version, at(DAY))
    rows = [(row.ground, row.pages, row.places, row.why) for row in withheld_in(sheet.case)]
    assert rows == [
        ("third_party_rights", (1,), 1, "个人住址"),
        ("internal_affairs", (1,), 1, "内部事务信息"),
    ]


def test_a_further_go_begins_with_the_same_places(cast):
    sheet = burnt(cast, paper(cast))
    further = redacting.redact_again(sheet=sheet, **on(cast.clerk, DAY))
    assert [box.edges for box in boxes_of(further)] == [box.edges for box in boxes_of(sheet)]
    assert sheet_of(sheet.source) == further
    dropped = redacting.drop_redaction(sheet=further, **on(cast.clerk, DAY))
    assert sheet_of(dropped.source) == sheet


def test_pages_are_typed_as_people_do():
    assert page_numbers("1-3,5，8、9 11", 12) == [1, 2, 3, 5, 8, 9, 11]
    for wrong in ("0", "13", "3-1", "a", "", "1-999999"):
        with pytest.raises(ValueError, match="页"):
            page_numbers(wrong, 12)


def test_what_was_made_of_a_persons_paper_goes_with_it(cast):
    source = added(cast, cases.registered(cast), picture(), use="identity", name="证件.jpg")
    sheet = redacting.start_redaction(paper=source, **on(cast.clerk, DAY))
    case = cases.answered(cast, source.case, "2026-11-06")
    cases.arrives(cast, case.services.get(), "2026-11-09")
    actions.archive(case=case, **on(cast.clerk, "2026-11-10"))
    actions.erase_applicant(case=case, reason="期满", **on(cast.signer, "2026-11-11"))
    sheet.working.refresh_from_db()
    assert sheet.working.destroyed_at
