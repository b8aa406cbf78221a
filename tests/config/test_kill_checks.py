"""The proof of kill would see what it looks for: what is lost, torn or cut off, and what was done though no answer came."""

import io
import json
import random
import zipfile
from types import SimpleNamespace

import pytest

from bench.proof import clicks, page_checks, shown_checks
from bench.proof.browser import Answer, Broken
from bench.proof.bulk_clicks import LINES
from bench.proof.visitor import Reader, is_whole, visits_of
from gongkai.audit.models import Entry
from gongkai.publishing.models import Item
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicDocument
from tests.annual_reports.stories import drafted
from tests.people import make_agency
from tests.publishing.batches import confirmed, worked_on
from tests.publishing.folders import line_of
from tests.publishing.items import later, published

BATCH = "t0123456789"


def answer(body, kind="text/html; charset=utf-8", status=200, path="/o/1/items/2/"):
    return Answer(path, status, {"content-type": kind}, body)


def found(tmp_path, *said, seen=()):
    """What the checks say of these confirmations and visits."""
    confirmed = tmp_path / "confirmed"
    confirmed.write_text("".join(json.dumps(each) + "\n" for each in said))
    visits_of(confirmed).write_text("".join(json.dumps(each) + "\n" for each in seen))
    return list(page_checks.problems(confirmed))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"file": "abc"}, "uploaded and lost: abc"),
        ({"saved": "7", "permits": 3}, "saved and lost: report 7"),
        ({"entered": [f"{BATCH}-1"]}, f"entered and lost: {BATCH}"),
        ({"wrong": "500"}, "answer: 500"),
    ],
)
def test_what_was_confirmed_and_is_not_there_is_found(tmp_path, said, problem):
    assert found(tmp_path, said) == [problem]


@pytest.mark.django_db
def test_what_a_reader_found_wrong_is_found(tmp_path):
    assert found(tmp_path, seen=[{"seen": "/"}, {"wrong": "/: 500"}]) == ["answer: /: 500"]


@pytest.mark.django_db
def test_a_table_that_was_entered_in_part_is_found(tmp_path):
    make_agency(f"{BATCH}-1", "青石镇人民政府")
    assert found(tmp_path) == [f"table {BATCH}: 1 of 3"]


def test_a_figure_that_is_another_is_found(cast, tmp_path):
    report = drafted(cast)
    said = {"saved": str(report.pk), "permits": 12345}
    assert f"saved and lost: report {report.pk} says" in found(tmp_path, said)[0]


def test_a_record_without_its_line_in_the_journal_is_found(cast, tmp_path, monkeypatch):
    report = drafted(cast)
    assert found(tmp_path) == []
    monkeypatch.setattr(Entry.objects, "filter", lambda **_: Entry.objects.none())
    problem = f"annual_reports.start there and not in the journal: {report.pk}"
    assert found(tmp_path) == [problem]


def document(*, cut=0):
    """A DOCX, perhaps with its last bytes gone."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a", "b" * 1000)
    return content.getvalue()[: -cut or None]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("kind", "whole", "half"),
    [
        ("text/html", b"<html></html>\n", b"<html></ht"),
        ("application/xml", b"<a><b/></a>", b"<a><b/>"),
        ("application/pdf", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7\n"),
        ("application/json", b'{"a": 1}', b'{"a":'),
        ("text/csv", b"a,b\r\n1,2\r\n", b"a,b"),
        (WORD, document(), document(cut=30)),
    ],
)
def test_half_an_answer_is_told_from_a_whole_one(kind, whole, half):
    assert is_whole(answer(whole, kind))
    assert not is_whole(answer(half, kind))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answer("<html>指南</html>".encode()), "seen"),
        (answer(b"<html></html>"), "wrong"),
        (answer(b"<html>", status=500), "wrong"),
        (answer(b"<html>", status=404), "wrong"),
    ],
)
def test_a_reader_says_what_is_wrong_with_a_page(given, said):
    assert said in Reader(None, random.Random(1)).judge(given, ["指南"])


def test_after_a_broken_answer_what_was_done_is_not_done_again(monkeypatch):
    monkeypatch.setattr(clicks, "PAUSE", 0)
    tried = []

    def attempt():
        tried.append(1)
        raise Broken

    assert clicks.persist(attempt, lambda: "done") == "done"
    assert len(tried) == 1


def test_after_a_broken_answer_what_was_not_done_is_done(monkeypatch):
    monkeypatch.setattr(clicks, "PAUSE", 0)
    answers = iter([Broken(), Broken()])

    def attempt():
        for broken in answers:
            raise broken
        return "done"

    assert clicks.persist(attempt, lambda: None) == "done"


def handed_in(cast, *, titles):
    """A batch of these titles that the background has worked on."""
    lines = [line_of(number, 标题=title) for number, title in enumerate(titles, 1)]
    return worked_on(confirmed(cast, *lines))


TITLES = [f"第{number}份" for number in range(1, LINES + 1)]


@pytest.mark.django_db(transaction=True)
def test_a_batch_that_lost_a_line_or_made_an_item_twice_is_found(cast):
    batch = handed_in(cast, titles=TITLES)
    assert list(page_checks.batches_torn()) == []
    row = batch.rows.first()
    Item.objects.exclude(pk=row.item_id).update(title=row.title)
    assert f"line {row.pk} is done: {LINES} items" in list(page_checks.batches_torn())
    row.delete()
    assert f"batch {batch.pk}: {LINES - 1} lines of {LINES}" in list(page_checks.batches_torn())


def test_what_is_shown_and_never_was_published_is_found(cast):
    item = published(cast)
    PublicDocument.objects.all().delete()
    refresh_item({"item": item.pk}, later(4))
    assert list(page_checks.shown_too_soon()) == []
    PublicDocument.objects.update(item_id=item.pk + 1)
    assert list(page_checks.shown_too_soon()) == [f"shown and never published: {item.pk + 1}"]


@pytest.mark.parametrize(
    ("there", "problem"),
    [
        (["items/1/", "items/2/"], []),
        (["items/1/"], ["list: without ['items/2/'], 1 in all"]),
        (
            ["items/1/", "items/2/", "items/3/"],
            ["list: ['items/3/'] should not be there, 1 in all"],
        ),
        (["items/1/", "items/2/", "items/1/"], ["list: more than once ['items/1/']"]),
    ],
)
def test_a_list_that_is_not_the_record_is_found(there, problem):
    public = [SimpleNamespace(path=path) for path in ("items/1/", "items/2/")]
    assert list(shown_checks.differing("list", public, there)) == problem


def test_a_withdrawn_item_that_a_list_named_a_moment_ago_is_no_fault():
    body = "<html><main><h1>这条信息已经撤回</h1></main></html>".encode()
    assert "seen" in Reader(None, random.Random(1)).judge(answer(body, status=410), [])
