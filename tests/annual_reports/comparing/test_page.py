"""The page of comparison as the county's supervisor sees it, and its files."""

import csv
import io

import duckdb
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from gongkai.annual_reports.models import HandedIn
from tests.annual_reports.comparing.handed import (
    hand_in,
    organs_with_reports,
    people,
    report_named,
)
from tests.annual_reports.stories import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, cast):
    """The page's text for a question."""
    client.force_login(cast.supervisor)

    def get(name="comparison", **said):
        kind = {"kind": said.pop("file")} if "file" in said else {}
        return client.get(reverse(f"annual_reports:{name}", kwargs=kind), said)

    return get


def text(answer):
    return answer.content.decode()


def test_organs_are_ranked_with_their_bars_and_lead_to_their_reports(ask, cast):
    organs_with_reports(cast, 9)
    page = ask()
    lines = page.context["table"].lines
    numbers = [line.number for line in lines]
    assert (len(lines), numbers) == (9, sorted(numbers, reverse=True))
    assert lines[0].rank == 1
    assert text(page).count("chart__in-row") == 9
    assert "/desk/reports/collect/handed-in/" in text(page)


def test_without_a_year_the_newest_with_reports_is_meant(ask, cast):
    organs_with_reports(cast, 2)
    assert ask().context["asked"].year == 2024
    assert ask(year="2022").context["asked"].year == 2022
    assert ask(year="1800").context["asked"].year == 2024


def test_a_report_that_was_published_here_stands_too(ask, cast):
    published(cast)
    page = ask()
    assert [line.standing.agency for line in page.context["table"].lines] == [cast.town]
    kept = HandedIn.objects.get(organ=cast.town)
    assert reverse("annual_reports:handed_in", kwargs={"pk": kept.pk}) in text(page)


def test_who_has_no_report_is_named(ask, cast):
    published(cast)
    assert "1 个机关没有 2024 年的年报" in text(ask())
    assert "白沙镇人民政府" in text(ask())


def test_governments_of_the_whole_do_not_stand_among_their_parts(ask, cast):
    hand_in(cast, cast.county, report_named(cast.county.name))
    hand_in(cast, cast.town, report_named(cast.town.name))
    assert [line.standing.agency for line in ask().context["table"].lines] == [cast.town]
    page = ask(kind="county_government")
    assert [line.standing.agency for line in page.context["table"].lines] == [cast.county]


def test_a_rate_needs_a_population(ask, cast):
    one, other = organs_with_reports(cast, 2)
    people(one, 20_000, year=2023)
    page = ask(measure="received_per_10k")
    assert [line.standing.agency for line in page.context["table"].lines] == [one]
    assert f"{other.name}：没有人口数" in text(page)


def test_shares_of_few_requests_are_shown_without_a_rank(ask, cast):
    published(cast)
    page = ask(measure="granted_share")
    assert [line.rank for line in page.context["table"].lines] == [None]
    assert "件数太少，不排名" in text(page)


def test_chosen_organs_are_drawn_over_the_years(ask, cast):
    organs = organs_with_reports(cast, 6)
    page = ask(organ=[organs[4].pk, organs[5].pk])
    assert [row[0] for row in page.context["trend"].rows] == [organs[4].name, organs[5].name]
    assert page.context["trend"].head == ("机关", "2022年", "2023年", "2024年")


def test_outcomes_are_shown_together_and_by_kind(ask, cast):
    organs_with_reports(cast, 6)
    rows = ask().context["outcomes"].rows
    assert [row[0] for row in rows] == ["合计", "县级人民政府部门", "乡（镇）人民政府"]
    assert "予以公开占" in text(ask())


@pytest.mark.parametrize(
    "said",
    [
        {"measure": "x"},
        {"kind": "x"},
        {"organ": ["x", "9" * 30, "0"]},
        {"page": "x"},
        {"year": "²"},
    ],
)
def test_nonsense_falls_back_to_the_usual(ask, cast, said):
    published(cast)
    assert ask(**said).status_code == 200


def test_a_hundred_organs_take_as_many_queries_as_a_few(ask, cast):
    organs_with_reports(cast, 4)
    ask()
    with CaptureQueriesContext(connection) as few:
        ask()
    for organ in organs_with_reports(cast, 8, first=10):
        people(organ, 30_000)
    with CaptureQueriesContext(connection) as many:
        ask()
    assert len(many) <= len(few)


def test_the_file_has_a_row_for_each_organ_and_year(ask, cast):
    organs = organs_with_reports(cast, 3)
    people(organs[0], 20_000)
    content = b"".join(ask("comparison_file", file="csv"))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == 9
    last = next(row for row in rows if row["报告年度"] == "2024" and row["机关"] == organs[0].name)
    assert last["人口"] == "20000"
    assert float(last["每万人新收申请（件/万人）"]) == int(last["本年新收申请（件）"]) / 2


NAMES = ("机关", "报告年度", "本年新收申请（件）", "予以公开占比（%）")
FOUND = "SELECT organ, year, received, granted_share FROM read_parquet($1)"


def in_workbook(content):
    """Some columns of the first sheet."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    places = [head.index(name) for name in NAMES]
    return [tuple(row[place] for place in places) for row in rows]


def test_the_workbook_and_the_parquet_say_the_same(ask, cast, tmp_path):
    organs_with_reports(cast, 3)
    file = tmp_path / "reports.parquet"
    file.write_bytes(ask("comparison_file", file="parquet").content)
    found = duckdb.connect().execute(FOUND, [str(file)]).fetchall()
    told = in_workbook(b"".join(ask("comparison_file", file="xlsx")))
    assert len(found) == 9
    assert [row[:3] for row in told] == [row[:3] for row in found]
    assert [row[3] or None for row in told] == pytest.approx([row[3] or None for row in found])


def test_a_name_that_is_a_formula_stays_text(ask, cast):
    published(cast)
    cast.town.name = "=1+1"
    cast.town.save()
    assert b"'=1+1" in b"".join(ask("comparison_file", file="csv"))


def test_other_kinds_of_file_are_not_found(ask):
    assert ask("comparison_file", file="exe").status_code == 404
