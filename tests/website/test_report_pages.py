"""A report as a page: chapters as on paper, tables whose figures name their headings, charts, corrections, versions, files."""

import csv
import json
import re
from dataclasses import replace

import pytest
from lxml import html

from gongkai.law.annual_report.report import empty_report
from gongkai.paperwork.contract_json import from_contract, to_contract
from gongkai.paperwork.errors import CannotPrint
from gongkai.paperwork.reading.doors import read_bytes
from tests.website.released import contract, release_report, with_earlier_version


def text(response):
    """The page."""
    return response.content.decode()


def table(page, number):
    """A table of the form on the page."""
    return html.fromstring(page).xpath(f"//table[contains(@class, 'form-table--{number}')]")[0]


def test_chapters_stand_as_on_paper(client, town):
    release_report(town)
    headings = [
        h.text for h in html.fromstring(text(client.get("/reports/2024/"))).xpath("//article//h2")
    ]
    assert [heading[0] for heading in headings] == list("一二三四五六")


@pytest.mark.parametrize(("number", "figures"), [(2, 10), (3, 175), (4, 15)])
def test_a_table_has_every_figure_of_the_form(client, town, number, figures):
    release_report(town)
    assert len(table(text(client.get("/reports/2024/")), number).xpath(".//td")) == figures


def test_every_figure_names_headings_that_are_there_once(client, town):
    release_report(town)
    page = html.fromstring(text(client.get("/reports/2024/")))
    ids = [found.get("id") for found in page.xpath("//*[@id]")]
    assert len(set(ids)) == len(ids)
    named = {name for cell in page.xpath("//td[@headers]") for name in cell.get("headers").split()}
    assert named <= set(ids)


def test_the_page_can_be_read_back_as_the_same_report(client, town):
    release_report(town)
    found = read_bytes(client.get("/reports/2024/").content)
    assert (
        found.figures
        == from_contract(contract(2024, received=12, concluded=12, granted=12)).figures
    )


def test_charts_say_what_they_show(client, town):
    release_report(town)
    page = text(client.get("/reports/2024/"))
    assert "2024年新收申请 12 件，自然人最多（12 件）" in page


def test_a_year_without_requests_is_said_in_a_sentence(client, town):
    release_report(town, requests={"received": 0, "concluded": 0, "granted": 0})
    assert "本年没有收到政府信息公开申请" in text(client.get("/reports/2024/"))


def test_a_correction_is_said_on_top_with_the_way_to_the_earlier_version(client, town):
    release_report(town, payload=with_earlier_version())
    page = text(client.get("/reports/2024/"))
    assert "更正表三新收数量" in page
    assert "2025年3月1日更正" in page
    assert 'href="/reports/2024/versions/1/"' in page


def test_the_earlier_version_says_that_it_holds_no_more(client, town):
    release_report(town, payload=with_earlier_version())
    page = text(client.get("/reports/2024/versions/1/"))
    assert "已经不作为依据" in page
    assert "99" in table(page, 3).text_content()
    assert client.get("/reports/2024/versions/2/").status_code == 404


def test_years_stand_side_by_side_from_the_earliest(client, town):
    for year, received in ((2022, 3), (2024, 9), (2023, 5)):
        release_report(town, year, requests={"received": received})
    page = html.fromstring(text(client.get("/reports/compare/")))
    assert [th.text for th in page.xpath("//thead//th")] == ["2022年", "2023年", "2024年"]
    row = next(tr for tr in page.xpath("//tr") if tr.text_content().startswith("新收"))
    assert [td.text for td in row.xpath(".//td")] == ["3", "5", "9"]
    assert "2022—2024年收到和办结的申请" in page.text_content()


def test_the_two_forms_are_not_mixed(client, town):
    old = release_report(town, 2020)
    old.payload = {"report": to_contract(replace(empty_report("2019"), year=2020))}
    old.save()
    release_report(town, 2024)
    page = text(client.get("/reports/compare/"))
    assert "口径不同" in page


@pytest.mark.parametrize("kind", ["docx", "pdf", "json", "csv"])
def test_the_report_can_be_taken_away(client, town, kind):
    release_report(town)
    response = client.get(f"/reports/2024/report.{kind}")
    assert response.status_code == 200
    assert "filename*=utf-8''" in response["Content-Disposition"].lower()
    assert response.content


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_file_read_back_is_the_same_report(client, town, kind):
    release_report(town)
    found = read_bytes(client.get(f"/reports/2024/report.{kind}").content)
    assert (
        found.figures
        == from_contract(contract(2024, received=12, concluded=12, granted=12)).figures
    )


def test_json_is_the_contract(client, town):
    release_report(town)
    found = json.loads(client.get("/reports/2024/report.json").content)
    assert found["requests"]["received"]["total"] == 12


def test_the_table_for_spreadsheets_has_every_cell(client, town):
    release_report(town)
    rows = list(
        csv.DictReader(
            client.get("/reports/2024/report.csv").content.decode("utf-8-sig").splitlines()
        )
    )
    assert len(rows) == 200
    assert {row["代码"]: row["数据"] for row in rows}["requests.received.total"] == "12"


def test_a_file_is_printed_once_for_each_text(client, town, monkeypatch):
    release_report(town, requests={"received": 12345})
    first = client.get("/reports/2024/report.docx").content
    monkeypatch.setattr("gongkai.website.downloads.print_report", None)
    from gongkai.website.kept import SHELF

    SHELF.clear()
    assert client.get("/reports/2024/report.docx").content == first


def test_a_file_that_cannot_be_printed_here_is_said_so(client, town, monkeypatch):
    def cannot(*_):
        raise CannotPrint("这台机器缺少中文字体")

    release_report(town, requests={"received": 54321})
    monkeypatch.setattr("gongkai.website.downloads.print_report", cannot)
    response = client.get("/reports/2024/report.pdf")
    assert response.status_code == 503
    assert "这台机器缺少中文字体" in text(response)


@pytest.mark.parametrize("kind", ["exe", "html", "doc"])
def test_other_kinds_of_file_are_not_there(client, town, kind):
    release_report(town)
    assert client.get(f"/reports/2024/report.{kind}").status_code == 404


def test_a_report_that_cannot_be_read_is_not_there_and_breaks_nothing(client, town):
    document = release_report(town)
    document.payload = {"report": {"year": 2024}}
    document.save()
    assert client.get("/reports/2024/").status_code == 404
    assert client.get("/").status_code == 200
    assert client.get("/reports/").status_code == 200


def test_hostile_text_in_a_report_stays_text(client, town):
    hostile = contract(2024)
    hostile["chapters"]["overview"] = "<script>alert(1)</script>"
    release_report(town, payload={"report": hostile}, title='"><script>alert(2)</script>')
    for address in ("/", "/reports/", "/reports/2024/", "/search?q=script"):
        page = text(client.get(address))
        assert not re.search(r"<script(?! type=\"module\" src)", page), address
