"""Organs from a table: what is wrong is told by the cell, and nothing is kept in half."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import check_table
from gongkai.agencies.tables.reading import MOST_BYTES, UnreadableTable, read_table
from gongkai.agencies.tables.writing import as_csv, as_xlsx, harmless
from tests.people import make_person

HEAD = "代码,名称,种类,上级代码,设立日期"
GOOD = "320009,红土镇人民政府,乡（镇）人民政府,320000,2020-01-01"
URL, CONFIRM = "/desk/agencies/import/", "/desk/agencies/import/confirm/"


@pytest.fixture
def boss(cast, client):
    """The county's administrator, signed in."""
    person = make_person("county", "县管理", cast.county, "administrator")
    client.force_login(person)
    return person


def uploaded(client, *lines, encoding="utf-8"):
    data = "\n".join((HEAD, *lines)).encode(encoding)
    return client.post(URL, {"file": SimpleUploadedFile("机关.csv", data)}).content.decode()


def token_in(page):
    return re.search(r'name="token" value="([^"]+)"', page)[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_right_table_is_shown_first_and_kept_on_confirming(client, boss, encoding):
    page = uploaded(client, GOOD, encoding=encoding)
    assert not Agency.objects.filter(code="320009").exists()
    client.post(CONFIRM, {"token": token_in(page)})
    assert Agency.objects.get(code="320009").parent.code == "320000"


def test_a_parent_may_stand_below_its_child_in_the_file(client, boss):
    child = "320010,红土村站,派出机构,320009,2021-01-01".replace("派出机构", "街道办事处")
    client.post(CONFIRM, {"token": token_in(uploaded(client, child, GOOD))})
    assert Agency.objects.get(code="320010").parent.code == "320009"


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        ("320009,,乡（镇）人民政府,320000,2020-01-01", "名称", "必填"),
        ("320009,=1+1,乡（镇）人民政府,320000,2020-01-01", "名称", "开头"),
        ("320009,红土镇,公司,320000,2020-01-01", "种类", "之一"),
        ("320009,红土镇,乡（镇）人民政府,999,2020-01-01", "上级代码", "没有这个机关"),
        ("320009,红土镇,乡（镇）人民政府,320000,2020-13-01", "设立日期", "2024-01-31"),
        ("320009,红土镇,乡（镇）人民政府,320000,99999999999-01-01", "设立日期", "2024-01-31"),
        ("320009,红土镇,乡（镇）人民政府,320000,2001-01-01", "设立日期", "早于上级"),
        ("320001,别的名称,乡（镇）人民政府,320000,2020-01-01", "名称", "名称不同"),
        ("320009,红土镇,乡（镇）人民政府,320009,2020-01-01", "上级代码", "循环"),
        ("../etc,红土镇,乡（镇）人民政府,320000,2020-01-01", "代码", "短横线"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_column(client, boss, line, column, why):
    page = uploaded(client, "320008,好的镇,乡（镇）人民政府,320000,2020-01-01", line)
    assert why in page
    assert f">{column}</td>" in page
    assert 'name="token"' not in page
    assert not Agency.objects.filter(code="320008").exists()


def test_a_tree_changed_between_preview_and_confirming_keeps_nothing(client, boss, cast):
    page = uploaded(client, "320008,好的镇,乡（镇）人民政府,320000,2020-01-01", GOOD)
    Agency.objects.create(
        code="320009", name="抢先的", kind="township_government", since="2020-01-01"
    )
    assert client.post(CONFIRM, {"token": token_in(page)}).status_code == 409
    assert not Agency.objects.filter(code="320008").exists()


def test_a_preview_is_confirmed_by_who_made_it_and_unaltered(client, boss, cast):
    token = token_in(uploaded(client, GOOD))
    assert client.post(CONFIRM, {"token": token + "x"}).status_code == 409
    client.force_login(cast.administrator)
    assert client.post(CONFIRM, {"token": token}).status_code == 409


def test_nobody_imports_below_an_organ_out_of_reach(client, cast):
    client.force_login(cast.administrator)
    assert "不在您管理的范围" in uploaded(client, GOOD)


def unfolding():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (65 * 1024 * 1024))
    return kept.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\x00",
        b"PK\x03\x04broken",
        b"a" * (MOST_BYTES + 1),
        b"a\n" * 3000,
        unfolding(),
    ],
    ids=["empty", "binary", "broken archive", "too large", "too many rows", "bomb"],
)
def test_what_is_no_table_is_refused_in_words(data):
    with pytest.raises(UnreadableTable, match=r"[\u4e00-\u9fff]"):
        read_table(data)


def test_what_is_written_can_be_read_back(cast):
    organs = Agency.objects.select_related("parent")
    assert check_table(read_table(as_csv(organs)), frozenset()) == check_table(
        read_table(as_xlsx(organs)), frozenset()
    )
    assert read_table(as_csv(organs))[1][:2] == ["320000", "临川县人民政府"]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_written_is_taken_for_a_formula(value):
    assert harmless(value) == f"'{value}"
