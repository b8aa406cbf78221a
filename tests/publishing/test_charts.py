"""The editor of charts: typed, pasted or read from a file; kept, drawn, published with its table and its CSV."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from gongkai.publishing.models import Item
from gongkai.publishing.presentations import data_of
from tests.paperwork.tables.kept_books import kept
from tests.publishing.charted import CHARTED, QUARTERS, chart, fields
from tests.publishing.formed import brought_out_in_form, in_form, with_form


@pytest.fixture
def desk(cast, client):
    """The editor of a draft: ``desk(**fields)`` sends what is typed, ``desk.charts()`` is what was kept."""
    item = in_form(cast, "chart")
    client.force_login(cast.clerk)

    def send(charted=QUARTERS, at=1, **more):
        seen = Item.objects.get(pk=item.pk).version
        sent = fields(charted, seen, **{"then": "go_on", **more})
        return client.post(f"/desk/items/{item.pk}/form/chart/?n={at}", sent)

    send.charts = lambda: data_of(Item.objects.get(pk=item.pk).draft).get("charts", [])
    send.item = item
    return send


def test_what_is_typed_is_kept_and_drawn(desk, client):
    assert desk()["Location"].endswith("?n=1")
    assert desk.charts() == [QUARTERS]
    page = client.get(f"/desk/items/{desk.item.pk}/").content.decode()
    assert 'role="img"' in page


def test_empty_rows_and_columns_are_left_out(desk):
    desk(chart(("甲", "1", ""), ("", "", ""), ("乙", "2", ""), columns=["户数", ""]))
    assert desk.charts()[0]["rows"] == [{"label": "甲", "cells": ["1"]}, {"label": "乙", "cells": ["2"]}]  # fmt: skip


def test_a_second_chart_stands_behind_the_first_and_goes_by_itself(desk):
    desk(then="next")
    assert desk(chart(("甲", "1"), ("乙", "2")), at=2).status_code == 302
    assert len(desk.charts()) == 2
    desk(at=1, act="remove")
    assert [each["columns"] for each in desk.charts()] == [["第1列"]]


def test_a_button_for_more_rows_keeps_nothing_and_loses_nothing(desk):
    page = desk(act="rows")
    assert (page.status_code, desk.charts()) == (200, [])
    assert page.context["grid"]["rows"] == len(QUARTERS["rows"]) + 12
    assert 'value="三季度"' in page.content.decode()


def test_a_pasted_table_is_read_into_the_grid(desk):
    page = desk(chart(), act="read", pasted="月份\t受理\n1月\t1,200\n2月\t—")
    assert page.context["grid"]["lines"][0]["cells"][0]["text"] == "1200"
    assert page.context["grid"]["lines"][1]["cells"][0]["text"] == ""
    assert desk.charts() == []


def test_a_workbook_is_read_by_the_name_of_its_sheet_and_says_what_else_is_in_it(desk):
    book = Workbook()
    book.active.append(["月份", "受理"])
    book.active.append(["1月", 12])
    book.create_sheet("各村").append(["村", "户数"])
    book["各村"].append(["甲村", 34])
    given = SimpleUploadedFile("表.xlsx", kept(book))
    page = desk(chart(), act="read", file=given, sheet="各村")
    assert page.context["grid"]["lines"][0]["label"] == "甲村"
    given.seek(0)
    assert "还有别的工作表" in desk(chart(), act="read", file=given).content.decode()


@pytest.mark.parametrize(("sent", "words"), [({"pasted": "甲"}, "至少要有两列"), ({"sheet": "无", "file": "a,b\n1,2"}, "没有叫“无”的工作表"), ({"file": "\x00"}, "看不懂这个文件")])  # fmt: skip
def test_what_cannot_be_read_is_said_beside_what_was_typed(desk, sent, words):
    if "file" in sent:
        sent = {**sent, "file": SimpleUploadedFile("表.csv", sent["file"].encode())}
    page = desk(act="read", **sent)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert 'value="三季度"' in page.content.decode()


def test_an_unreadable_cell_is_marked_and_kept_from_being_handed_in(desk):
    page = desk(chart(("甲", "约5"), ("乙", "2")), act="look").content.decode()
    assert 'class="is-wrong" aria-invalid="true"' in page
    assert "写的是“约5”，不是一个数" in page


def test_what_another_saved_meanwhile_is_shown_beside_ones_own(desk):
    desk()
    page = desk(chart(("甲", "7"), ("乙", "8")), seen_version="1")
    assert page.status_code == 409
    assert 'value="7"' in page.content.decode()
    assert desk.charts() == [QUARTERS]


def test_a_text_that_went_on_is_not_changed_but_what_was_typed_is_shown(desk):
    Item.objects.filter(pk=desk.item.pk).update(state="in_review")
    page = desk()
    assert page.status_code == 409
    assert "办结的逐季增加" in page.content.decode()


def test_a_title_that_is_too_long_is_said_and_nothing_typed_is_lost(desk):
    page = desk({**QUARTERS, "title": "长" * 81})
    assert page.status_code == 422
    assert "长" * 81 in page.content.decode()


def test_readers_get_picture_table_and_csv(cast, client):
    item = brought_out_in_form(cast, with_form(cast, "chart", CHARTED))
    root = f"/o/{cast.town.code}/items/{item.pk}/"
    page = client.get(root).content.decode()
    assert '<th scope="row">三季度</th>' in page
    assert f'href="{root}table-1.csv"' in page
    answer = client.get(f"{root}table-1.csv")
    assert answer.content.decode("utf-8-sig").splitlines()[2] == "二季度,132,"
    assert client.get(f"{root}table-2.csv").status_code == 404
    assert client.get(f"/items/{item.pk}/table-1.csv").status_code == 404


def test_a_minus_sign_in_a_csv_is_no_formula(cast, client):
    data = {"charts": [chart(("=1+1", "-5"), ("乙", "2"))]}
    item = brought_out_in_form(cast, with_form(cast, "chart", data))
    answer = client.get(f"/o/{cast.town.code}/items/{item.pk}/table-1.csv")
    assert answer.content.decode("utf-8-sig").splitlines()[1] == "'=1+1,-5"
