"""The pages of blacking out: everything can be typed, what is wrong is said and kept, and nothing of the paper gets out unseen."""

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.casework.actions.redacting import bytes_of
from gongkai.casework.models import CaseFile, RedactionBox
from gongkai.casework.redacting import sheet_of
from tests.casework import cases, papers
from tests.casework.desk.typed import text
from tests.paperwork.redaction.looked_through import holds, inside, pixels
from tests.paperwork.redaction.made import CASES, COVER, blank, made, saved, words

pytestmark = pytest.mark.django_db
REGION = {
    "do": "box", "page": 1, "left": 49.3, "top": 33.1, "width": 35.4, "height": 8.6,
    "ground": papers.GROUND, "note": "个人住址",
}  # fmt: skip


@pytest.fixture
def source(cast):
    """A paper with a secret."""
    return papers.paper(cast)


@pytest.fixture
def do(cast, ask):
    """``do(paper, **typed)`` sends a form of the page."""

    def done(found, person=None, **typed):
        return ask(person or cast.clerk, "redact", found.pk, typed)

    return done


def finish(do, source, **more):
    """Make the file, having looked."""
    version = sheet_of(source).version
    return do(source, do="burn", title="新.pdf", looked="on", seen_version=version, **more)


def test_a_paper_is_blacked_out_without_a_mouse(do, source):
    do(source, do="start")
    assert do(source, **REGION).status_code == 302
    assert finish(do, source, keep_words="on").status_code == 302
    sheet = sheet_of(source)
    assert sheet.state == "burnt"
    data = bytes_of(sheet.result.file)
    assert not holds(data, "SECRET")
    assert inside(pixels(data), COVER).getextrema()[1] < 30


def in_mm(edges, size):
    """A place as it is typed."""
    wide, high = (side * 25.4 / 72 for side in size)
    left, top, right, bottom = edges
    sides = (left * wide, top * high, (right - left) * wide, (bottom - top) * high)
    names = ("left", "top", "width", "height")
    return dict(zip(names, (f"{side:.1f}" for side in sides), strict=True))


@pytest.mark.parametrize("kind", CASES)
def test_nothing_of_a_secret_can_be_got_out_of_what_the_page_makes(do, cast, kind):
    source = papers.paper(cast, kind=kind)
    do(source, do="start")
    for page, *edges in papers.edges(CASES[kind].boxes) or [(1, 0.8, 0.8, 0.9, 0.9)]:
        do(source, **{**REGION, **in_mm(edges, sheet_of(source).sizes[page - 1])})
    finish(do, source, keep_words="on")
    data = bytes_of(sheet_of(source).result.file)
    assert holds(made(kind, papers.SECRET), "SECRET-4711")
    assert not any(holds(data, part) for part in ("SECRET", "4711"))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("left", "-1"), ("width", "0"), ("width", "NaN"), ("height", "1e9"), ("page", str(10**9)), ("page", "0"),
        ("width", "9999"), ("ground", "nonsense"), ("note", "x" * 201), ("top", "Infinity"),
    ],
)  # fmt: skip
def test_a_wrong_place_is_said_and_what_was_typed_is_kept(do, source, field, wrong):
    do(source, do="start")
    answer = do(source, **{**REGION, "note": "个人住址乙", field: wrong})
    assert answer.status_code == 422
    assert "data-errors" in text(answer)
    assert field == "note" or "个人住址乙" in text(answer)
    assert not RedactionBox.objects.exists()


def test_words_are_found_shown_and_marked_only_where_they_are_ticked(do, cast):
    long = saved(blank(words("SECRET-4711", 150, 90) + words("SECRET-4711", 20, 40), pages=2))
    source = papers.added(cast, cases.registered(cast), long)
    do(source, do="start")
    page = do(source, do="find", words="secret-4711\n没有的词")
    ticks = page.context["found"].ticks
    assert [tick.page for tick in ticks] == [1, 1]
    assert not RedactionBox.objects.exists()
    do(source, do="found", place=[ticks[0].value], ground=papers.GROUND, note="")
    assert RedactionBox.objects.count() == 1
    assert do(source, do="find", words="SECRET-4711").context["found"].marked == 1


@pytest.mark.parametrize("place", ["1,2,3", "a,b,c,d,e", "1,nan,0,1,1", "999999999,0,0,1,1", ""])
def test_found_places_that_were_tampered_with_are_refused(do, source, place):
    do(source, do="start")
    answer = do(source, do="found", place=[place], ground=papers.GROUND)
    assert answer.status_code in {409, 422}
    assert not RedactionBox.objects.exists()


def test_the_page_shows_the_original_and_how_it_will_be(cast, ask, client, source):
    sheet = papers.marked(cast, source)
    url = reverse("casework:redact_page", kwargs={"pk": source.pk, "number": 1})
    client.force_login(cast.clerk)
    plain, black = (client.get(f"{url}?black={how}").content for how in "01")
    assert plain.startswith(b"\x89PNG")
    assert plain != black
    assert client.get(url)["Cache-Control"] == "private, no-store"
    assert client.get(url.replace("/1/", "/2/")).status_code == 404
    assert sheet.pages == 1


def test_whoever_looks_stands_in_the_journal_once(cast, client, source):
    papers.marked(cast, source)
    client.force_login(cast.clerk)
    url = reverse("casework:redact_page", kwargs={"pk": source.pk, "number": 1})
    before = Entry.objects.filter(act="casework.read_paper").count()
    client.get(url)
    client.get(url)
    assert Entry.objects.filter(act="casework.read_paper").count() == before + 1


def test_a_person_who_must_keep_away_finds_nothing(cast, client, source):
    papers.marked(cast, source)
    source.case.people.create(person=cast.clerk, part="barred", at=cases.at("2026-11-05"))
    client.force_login(cast.clerk)
    for name, more in (("redact", {}), ("redact_page", {"number": 1})):
        url = reverse(f"casework:{name}", kwargs={"pk": source.pk, **more})
        assert client.get(url).status_code == 404


def test_the_list_fills_a_partial_reply(cast, ask, source):
    sheet = papers.burnt(cast, source)
    page = text(ask(cast.clerk, "draft_reply", sheet.case.pk, query="?outcome=partly_granted"))
    assert "补偿方案（涂黑）.pdf（第1页，共1处）" in page
    assert "个人住址" in page
    listed = text(ask(cast.clerk, "withheld", sheet.case.pk))
    assert "涉及商业秘密、个人隐私" in listed


def test_a_form_without_its_name_changes_nothing(do, source):
    do(source, do="start")
    assert do(source, do="nonsense").status_code == 422
    assert CaseFile.objects.count() == 1


def test_the_page_takes_few_queries(cast, ask, source, django_assert_max_num_queries):
    papers.marked(cast, source)
    ask(cast.clerk, "redact", source.pk)
    with django_assert_max_num_queries(30):
        ask(cast.clerk, "redact", source.pk)
