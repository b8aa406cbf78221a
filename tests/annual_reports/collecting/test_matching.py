"""Whose report a file is: names as people write them, never a guess between two."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.agencies.models import AgencyName
from gongkai.annual_reports.collecting.matching import Roster
from tests.annual_reports.collecting.folders import report_of
from tests.people import make_agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def roster(cast):
    """The county with an office, a bureau and a subdistrict beside its townships."""
    make_agency("320010", "临川县人民政府办公室", "county_department", cast.county)
    make_agency("320011", "临川县教育局", "county_department", cast.county)
    make_agency("320012", "城关街道办事处", "subdistrict_office", cast.county)
    make_agency("320013", "大青石镇人民政府", parent=cast.county)
    return lambda: Roster.of(cast.county, 2024)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("青石镇人民政府", "320001"),
        ("青石镇", "320001"),
        ("临川县青石镇人民政府", "320001"),
        ("江州市临川县青石镇人民政府", "320001"),
        ("临川县 青石镇", "320001"),
        ("大青石镇", "320013"),
        ("县教育局", "320011"),
        ("江州市教育局", ""),
        ("东山县教育局", ""),
        ("", ""),
        ("教育局", "320011"),
        ("临川县教育局", "320011"),
        ("城关街道", "320012"),
        ("临川县城关街道办事处", "320012"),
        ("临川县人民政府办公室", "320010"),
        ("青石镇卫生院", ""),
        ("临川县卫生健康委员会", ""),
        ("临川县人民政府", ""),
    ],
)
def test_a_name_as_reports_write_it(roster, written, code):
    found = roster().match(report_of(written), "x.docx").organ
    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("file_name", "code"),
    [
        ("03青石镇2024年年报.docx", "320001"),
        ("3、临川县教育局2024年政府信息公开工作年度报告.pdf", "320011"),
        ("青石镇/年度报告.docx", "320001"),
        ("年度报告.docx", ""),
    ],
)
def test_the_file_s_name_helps_where_the_report_does_not_say(roster, file_name, code):
    value = replace(report_of("x"), organ=None, title=None)
    found = roster().match(value, file_name).organ
    assert (found.code if found else "") == code


def test_the_file_s_name_never_overrules_the_report(roster):
    match = roster().match(report_of("赤水镇人民政府"), "青石镇.docx")
    assert match.organ is None
    assert [organ.code for organ in match.candidates] == ["320001"]
    assert "赤水镇人民政府" in match.why


def test_the_name_of_that_year_counts(roster, cast):
    AgencyName.objects.create(
        agency=cast.town, name="青石乡人民政府", since=date(2018, 1, 1), until=date(2024, 6, 30)
    )
    assert roster().match(report_of("青石乡人民政府"), "x").organ == cast.town
    assert Roster.of(cast.county, 2025).match(report_of("青石乡人民政府"), "x").organ is None


def test_two_of_one_name_are_chosen_between(roster, cast):
    twin = make_agency("320014", "青石镇人民政府", parent=cast.county)
    match = roster().match(report_of("青石镇人民政府"), "x")
    assert match.organ is None
    assert set(match.candidates) == {cast.town, twin}


def test_the_social_credit_code_decides(roster, cast):
    cast.town.social_credit_code = "11320000MB1234567X"
    cast.town.save()
    value = replace(report_of("某镇"), chapters={"preface": "统一社会信用代码：11320000MB1234567X"})
    assert roster().match(value, "x").organ == cast.town
