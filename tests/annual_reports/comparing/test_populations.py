"""Populations: entered, replaced, taken in from a table; refused where they cannot be."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongkai.annual_reports.actions import Counted, set_population
from gongkai.annual_reports.comparing.populations import populations
from gongkai.annual_reports.models import Population
from gongkai.audit.models import Entry
from gongkai.common.permissions import NotAllowed
from gongkai.common.refusals import Refusal
from tests.annual_reports.comparing.handed import people

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 4, 10, 2, 0, tzinfo=UTC)
HEAD = "机关代码,机关名称,年度,人口,依据\n"


def entered(cast, persons=38500, year=2024, basis="统计年鉴", by=None):
    counted = Counted(cast.town, year, persons, basis)
    return set_population(counted=counted, by=by or cast.supervisor, now=NOW)


def test_a_population_is_entered_with_who_and_when(cast):
    row = entered(cast)
    assert (row.persons, row.by_name, row.at) == (38500, "孙监督", NOW)
    entry = Entry.objects.get(act="annual_reports.set_population")
    assert entry.after == {"人口": 38500, "依据": "统计年鉴"}


def test_entering_again_replaces_and_the_journal_keeps_both(cast):
    entered(cast)
    assert entered(cast, 40_000).pk == Population.objects.get().pk
    entry = Entry.objects.filter(act="annual_reports.set_population").latest("pk")
    assert (entry.before["人口"], entry.after["人口"]) == (38500, 40000)


@pytest.mark.parametrize(
    ("persons", "year", "basis"),
    [(0, 2024, "年鉴"), (-1, 2024, "年鉴"), (9, 1999, "年鉴"), (9, 2026, "年鉴"), (9, 2024, " ")],
)
def test_what_cannot_be_is_refused(cast, persons, year, basis):
    with pytest.raises(Refusal):
        entered(cast, persons, year, basis)
    assert not Population.objects.exists()


def test_a_clerk_enters_none(cast):
    with pytest.raises(NotAllowed):
        entered(cast, by=cast.clerk)


def test_the_nearest_year_before_counts(cast):
    people(cast.town, 30_000, 2020)
    people(cast.town, 31_000, 2022)
    found = {year: populations([cast.town.pk], year) for year in (2019, 2021, 2022, 2024)}
    assert [each[cast.town.pk].persons if each else None for each in found.values()] == [
        None,
        30_000,
        31_000,
        31_000,
    ]


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.supervisor)
    return client


def upload(desk, content):
    given = SimpleUploadedFile("人口.csv", content.encode())
    return desk.post(reverse("annual_reports:import_populations"), {"file": given})


def test_the_page_enters_and_lists(desk, cast):
    said = {"agency": cast.town.pk, "year": 2024, "persons": 38500, "basis": "统计年鉴"}
    assert desk.post(reverse("annual_reports:populations"), said).status_code == 302
    assert "38500 人" in desk.get(reverse("annual_reports:populations")).content.decode()
    wrong = desk.post(reverse("annual_reports:populations"), {**said, "persons": "x"})
    assert wrong.status_code == 422


def test_a_table_is_previewed_and_then_kept(desk, cast):
    page = upload(desk, HEAD + f'{cast.town.code},青石镇,2024,"38,500",统计年鉴\n')
    assert "可以登记：1 行" in page.content.decode()
    assert not Population.objects.exists()
    desk.post(reverse("annual_reports:confirm_populations"), {"token": page.context["token"]})
    assert Population.objects.get().persons == 38500


@pytest.mark.parametrize(("line", "column", "why"), [
    ("999,,2024,1,年鉴", "机关代码", "没有这个机关"),
    ("320001,,二〇二四,1,年鉴", "年度", "不是整数"),
    ("320001,,2024,三万,年鉴", "人口", "不是整数"),
    ("320001,,2024,0,年鉴", "人口", "大于 0"),
    ("320001,,1990,5,年鉴", "年度", "应在"),
    ("320001,,2024,5,", "依据", "从哪里来"),
    ("320001,,2024,5,年鉴\n320001,,2024,6,年鉴", "机关代码", "写了两行"),
])  # fmt: skip
def test_a_wrong_line_keeps_the_whole_table_out(desk, line, column, why):
    page = upload(desk, HEAD + line + "\n")
    [error] = page.context["checked"].errors
    assert (page.status_code, error.column) == (422, column)
    assert why in error.why
    assert not Population.objects.exists()


def test_a_table_without_its_columns_or_that_is_none_is_refused(desk):
    assert "第一行缺少这些列名" in upload(desk, "甲,乙\n1,2\n").content.decode()
    assert upload(desk, "\0\0").status_code == 422


def test_a_preview_of_somebody_else_is_refused(desk):
    answer = desk.post(reverse("annual_reports:confirm_populations"), {"token": "x"})
    assert answer.status_code == 409


def test_the_table_to_fill_in_names_the_organs(desk, cast):
    content = desk.get(reverse("annual_reports:populations_template")).content.decode("utf-8-sig")
    assert cast.town.code in content
