"""The pages of near copies as the county's supervisor sees them."""

from dataclasses import replace

import pytest
from django.urls import reverse

from tests.annual_reports.comparing.handed import hand_in
from tests.annual_reports.comparing.narratives import chapter, other_numbers
from tests.annual_reports.stories import flawless
from tests.looking import unsound
from tests.people import make_agency


def handed(cast, agency, year, problems):
    value = flawless(year)
    chapters = {**value.chapters, "problems": problems}
    title = f"{agency.name}{year}年政府信息公开工作年度报告"
    return hand_in(cast, agency, replace(value, organ=agency.name, title=title, chapters=chapters))


def with_copies(cast):
    """Three townships: two share a chapter, the third kept its own of last year."""
    third = make_agency("320003", "柳林镇人民政府", parent=cast.county)
    handed(cast, cast.town, 2024, chapter(1))
    handed(cast, cast.other_town, 2024, other_numbers(chapter(1)))
    for year in (2023, 2024):
        handed(cast, third, year, chapter(7))
    return third


def address(cast, one=None, other=None, chapter="problems"):
    said = {
        "chapter": chapter,
        "one": one or f"{cast.town.pk}-2024",
        "other": other or f"{cast.other_town.pk}-2024",
    }
    return reverse("annual_reports:duplicate"), said


@pytest.fixture
def ask(client, cast):
    client.force_login(cast.supervisor)
    return client.get


def test_copies_are_listed_with_how_alike_they_are(cast, ask):
    with_copies(cast)
    page = ask(reverse("annual_reports:duplicates"), {"year": "2024"}).content.decode()
    assert "五、存在的主要问题及改进情况：2 份几乎相同" in page
    for said in ("青石镇人民政府", "白沙镇人民政府", "100%", "柳林镇人民政府"):
        assert said in page
    assert page.count("并排看<") == 3


def test_without_reports_the_page_says_so(cast, ask):
    page = ask(reverse("annual_reports:duplicates"), {"year": "2024"}).content.decode()
    assert "2024年还没有报告" in page


@pytest.mark.parametrize("year", ["", "x", "1999", "9999", "２０２４"])
def test_a_year_that_is_none_is_the_usual_one(cast, ask, year):
    with_copies(cast)
    assert ask(reverse("annual_reports:duplicates"), {"year": year}).status_code == 200


def test_both_texts_stand_side_by_side_with_numbers(cast, ask):
    with_copies(cast)
    page = ask(*address(cast)).content.decode()
    assert page.count("〔1〕") == 2
    assert "<strong>100%</strong>" in page


@pytest.mark.parametrize(
    "said",
    [
        {"chapter": "nothing"},
        {"one": "x"},
        {"one": "999999-2024"},
        {"other": "1-"},
    ],
)
def test_what_is_not_there_is_not_found(cast, ask, said):
    with_copies(cast)
    assert ask(*address(cast, **said)).status_code == 404


def test_without_a_question_the_list_is_shown(ask):
    assert ask(reverse("annual_reports:duplicate"))["Location"] == reverse(
        "annual_reports:duplicates"
    )


def test_organs_out_of_reach_are_not_found(cast, client):
    far = make_agency("990001", "远方镇人民政府")
    handed(cast, far, 2024, chapter(1))
    client.force_login(cast.supervisor)
    assert client.get(*address(cast, other=f"{far.pk}-2024")).status_code == 404


@pytest.mark.needs_browser
@pytest.mark.parametrize("name", ["duplicates", "duplicate"])
def test_the_pages_are_sound(cast, page, shoot, name):
    from tests.browser import sign_in

    with_copies(cast)
    sign_in(page, cast.supervisor)
    path, said = address(cast)
    query = "&".join(f"{key}={value}" for key, value in said.items())
    page.goto(
        f"{path}?{query}"
        if name == "duplicate"
        else reverse("annual_reports:duplicates") + "?year=2024"
    )
    assert unsound(page, shoot, f"report-{name}") == []
