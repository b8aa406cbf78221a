"""A simulated year, played through the real acts: what the record counts is what the tale says, cell by cell and case by case."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import override_settings

from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.compiling.behind import behind
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.counts import counts_of
from gongkai.audit.verify import verify
from gongkai.casework.models import Case
from gongkai.config.simulation.playing import Played, simulate
from gongkai.config.simulation.told import Charged, Document, Published
from gongkai.law.annual_report import check
from gongkai.law.receipt import CHANNELS
from gongkai.paperwork import print_report, read_report
from gongkai.publishing.models import Item
from tests.config.simulation import counted
from tests.config.simulation.papers import with_words
from tests.people import Cast, make_cast

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
BOTH = ((2025, 1), (2023, 7))
YEARS = BOTH if connection.vendor == "sqlite" else BOTH[:1]
"""A year takes long on a server, and the acts are the same: there one is played."""
pytestmark = pytest.mark.django_db
Story = tuple[Cast, Played, int]


@pytest.fixture(scope="module", params=YEARS, ids=lambda given: f"{given[0]} seed {given[1]}")
def story(request, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Story]:
    """A year, played once for these tests and taken back after them."""
    year, seed = request.param
    own = override_settings(WITNESS_DIR=tmp_path_factory.mktemp("witness"))
    with django_db_blocker.unblock(), transaction.atomic(), own:
        cast = make_cast()
        yield cast, simulate(cast.town, year, seed, NOW), year
        transaction.set_rollback(True)


@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_every_cell_of_the_form_is_what_was_done(story, shift):
    cast, played, year = story
    found = compiled(cast.town, year + shift).value.figures
    assert dict(found) == counted.whole_form(played.told, year + shift)
    assert len(found) == 200


@pytest.mark.parametrize("month", [3, 8])
def test_every_cell_is_so_on_a_day_within_the_year(story, month):
    cast, played, year = story
    day = date(year, month, 31)
    found = compiled(cast.town, year, day).value.figures
    assert dict(found) == counted.whole_form(played.told, year, day)


def test_much_of_the_form_is_used(story):
    _, played, year = story
    form = counted.whole_form(played.told, year)
    assert sum(bool(number) for number in form.values()) > 60
    assert form["requests.carried_in.total"] > 2 < form["requests.carried_out.total"]


@pytest.mark.parametrize(
    "table", [counted.document_cells, counted.request_cells, counted.remedy_cells]
)
def test_each_cell_opens_into_exactly_what_was_told(story, table):
    cast, played, year = story
    for cell, keys in table(played.told, year).items():
        records = behind(cast.town, Span(year), cell).records
        path = "case__title" if cell.startswith("remedies") else "title"
        titles = records.values_list(path, flat=True)
        assert sorted(map(counted.key_of, titles)) == sorted(keys), cell


def test_the_cells_of_departments_open_into_what_they_handed_in(story):
    cast, played, year = story
    for line in counted.LINES:
        records = behind(cast.town, Span(year), f"proactive.{line}").records
        found = records.values_list("line", "first_day", "last_day", "figure")
        told = [each for each in counted.returns(played.told, year) if each.line == line]
        facts = [(each.line, each.first_day, each.last_day, each.figure) for each in told]
        assert sorted(found) == sorted(facts)


def test_the_report_passes_every_check(story):
    cast, _, year = story
    findings = check(with_words(compiled(cast.town, year)))
    assert [one for one in findings if one.severity == "error"] == []


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "json"])
def test_the_report_reads_back_from_its_own_paper(story, kind):
    cast, _, year = story
    report = with_words(compiled(cast.town, year))
    again = read_report(print_report(report, kind))
    assert again.figures == report.figures
    assert (again.organ, again.year, again.chapters) == (report.organ, year, report.chapters)


def counts(story: Story) -> Mapping[str, object]:
    """What can be told of the year outside the form."""
    cast, _, year = story
    return {name: each.value for name, each in counts_of(cast.town, year, NOW.date()).items()}


def test_fees_are_those_that_were_charged_and_paid(story):
    _, played, year = story
    charged = [fee for fee in played.told.of(Charged) if fee.issued_on.year == year]
    paid = [fee for fee in played.told.of(Charged) if fee.paid_on and fee.paid_on.year == year]
    found = counts(story)
    assert found["收费通知"] == len(charged)
    assert found["收费通知金额"] == sum(fee.yuan for fee in charged)
    assert found["实收信息处理费"] == sum(fee.yuan for fee in paid)


def test_what_was_published_is_counted_by_column_and_by_whether_it_was_late(story):
    _, played, year = story
    published = [each for each in played.told.of(Published) if each.day.year == year]
    found = counts(story)
    assert found["主动公开信息"] == len(published)
    assert found["逾期公开"] == sum(each.late for each in published) > 0
    columns = {name: number for name, number in found.items() if name.startswith("栏目·")}
    assert columns == Counter(f"栏目·{each.column}" for each in published)


def test_nobody_is_answered_late(story):
    assert counts(story)["逾期答复"] == 0


def documents(cast: Cast) -> QuerySet[Item]:
    """The normative documents of the town."""
    rows = Item.objects.filter(agency=cast.town, published__rule_kind="normative_document")
    return rows.select_related("published")


def test_documents_were_made_and_end_as_they_were_told(story):
    cast, played, _ = story
    found = {
        counted.key_of(row.title): (
            row.published.made_on,
            row.published.ends_on,
            row.published.lead,
        )
        for row in documents(cast)
    }
    told = played.told.of(Document)
    assert found == {each.key: (each.made_on, each.ends_on, each.leads) for each in told}


def test_documents_were_repealed_as_they_were_told(story):
    cast, played, _ = story
    rows = documents(cast).filter(validity="repealed")
    found = {counted.key_of(row.title): row.validity_since for row in rows}
    told = played.told.of(Document)
    assert found == {each.key: each.repealed_on for each in told if each.repealed_on}


def test_everybody_comes_by_every_way(story):
    cast, _, year = story
    new = Case.objects.filter(agency=cast.town, counts_from__year=year)
    assert set(new.values_list("channel", flat=True)) == {row.channel for row in CHANNELS}
    assert set(new.values_list("applicant_kind", flat=True)) == set(counted.APPLICANTS)


def test_the_journal_is_whole(story):
    assert verify().whole
