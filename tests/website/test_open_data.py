"""Published reports as data: what is public and nothing else, each field explained, the same for the same reports."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.law.annual_report.form import cells
from gongkai.website import open_data
from gongkai.website.data_dictionary import fields, lines
from gongkai.website.kept import SHELF
from tests.people import make_agency
from tests.website.released import contract, release_report, with_earlier_version

pytestmark = pytest.mark.django_db


def data(client, address="/reports/data.json"):
    return json.loads(client.get(address).content)


def table(client, address="/reports/data.csv"):
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def village(town):
    """Another organ with a site of its own."""
    made = make_agency("320009", "白沙镇人民政府", parent=town)
    made.has_site = True
    made.save()
    return made


def test_a_report_is_told_with_all_its_figures(client, town):
    release_report(town, 2024)
    [told] = data(client)["reports"]
    assert (told["organ"], told["year"], told["form"]) == (town.name, 2024, "2021")
    assert len(told["figures"]) == 200
    assert told["figures"]["requests.received.total"] == 12
    assert told["figures"]["proactive.administrative_fees_wan_yuan"] == "3.6"
    assert told["url"].endswith("/reports/2024/")


def test_the_main_site_holds_all_organs_and_another_site_its_own(client, town, village):
    release_report(town, 2024)
    release_report(village, 2023)
    assert [told["organ"] for told in data(client)["reports"]] == [town.name, village.name]
    [told] = data(client, "/o/320009/reports/data.json")["reports"]
    assert told["organ"] == village.name
    assert told["url"].endswith("/o/320009/reports/2023/")


def test_organs_without_a_site_and_withdrawn_reports_are_not_there(client, town, village):
    release_report(village, 2024)
    village.has_site = False
    village.save()
    assert data(client)["reports"] == []


def test_the_corrected_figure_is_the_one_told(client, town):
    release_report(town, 2024, payload=with_earlier_version())
    [told] = data(client)["reports"]
    assert told["corrected"]
    assert told["figures"]["requests.received.total"] == 12


def test_a_blank_is_no_nought(client, town):
    report = contract(2024)
    report["proactive"]["permits"] = None
    release_report(town, 2024, payload={"report": report})
    assert data(client)["reports"][0]["figures"]["proactive.permits"] is None
    [row] = [row for row in table(client) if row["字段"] == "proactive.permits"]
    assert row["数据"] == ""


def test_the_table_has_a_line_for_each_figure_in_the_fields_words(client, town):
    release_report(town, 2024)
    rows = table(client)
    [row] = [row for row in rows if row["字段"] == "requests.received.total"]
    assert len(rows) == 200
    assert (row["表"], row["列"], row["单位"], row["数据"]) == ("表三", "总计", "件", "12")


def test_a_name_that_is_a_formula_stays_text(client, town):
    release_report(town, 2024, agency_name="=HYPERLINK(1)")
    assert {row["机关"] for row in table(client)} == {"'=HYPERLINK(1)"}


def test_every_field_of_both_forms_is_in_the_dictionary_once():
    keys = [field.key for field in fields()]
    every = {cell.key for form in ("2021", "2019") for divided in (False, True) for cell in cells(form, undivided=divided)}  # fmt: skip
    assert (len(keys), set(keys)) == (len(every), every)


def test_the_fields_of_the_form_in_force_are_defined():
    told = [line.field for line in lines("2021") if "other_undivided" not in line.pattern]
    assert [
        field.key for field in told if not (field.counts and field.decides and field.cite)
    ] == []
    units = {field.key: field.unit for field in fields()}
    assert units["proactive.administrative_fees_wan_yuan"] == "万元"
    assert units["proactive.procurement.amount_yuan"] == "元"


def test_a_program_is_told_that_nothing_changed(client, town):
    release_report(town, 2024)
    first = client.get("/reports/data.json")
    again = client.get("/reports/data.json", headers={"If-None-Match": first["ETag"]})
    assert (first["Content-Type"], again.status_code, again.content) == (
        "application/json",
        304,
        b"",
    )


def test_the_page_leads_to_the_files_and_explains_the_fields(client, town):
    release_report(town, 2023)
    release_report(town, 2024)
    page = client.get("/reports/data/").content.decode()
    assert "2023—2024 年度共 2 份" in page
    assert 'href="/reports/data.csv"' in page
    assert "requests.received.*" in page
    assert "本年度收到的政府信息公开申请" in page
    assert 'href="/reports/data/"' in client.get("/reports/").content.decode()


def test_before_the_first_report_the_page_still_explains(client, town):
    page = client.get("/reports/data/").content.decode()
    assert "还没有公布年度报告" in page
    assert "requests.granted.*" in page


def test_other_kinds_of_file_are_not_found(client, town):
    assert client.get("/reports/data.xml").status_code == 404


def test_many_reports_take_as_many_queries_as_one(client, town):
    counts = []
    for years in (range(2023, 2024), range(2010, 2023)):
        for year in years:
            release_report(town, year)
        SHELF.clear()
        with CaptureQueriesContext(connection) as asked:
            client.get("/reports/data.json")
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_a_file_that_does_not_hold_all_says_so(client, town, monkeypatch):
    for year in (2022, 2023, 2024):
        release_report(town, year)
    assert data(client)["whole"] is True
    SHELF.clear()
    monkeypatch.setattr(open_data, "MOST_REPORTS", 2)
    found = data(client)
    assert (found["whole"], len(found["reports"])) == (False, 2)
    assert "一个文件放不下" in client.get("/reports/data/").content.decode()
