"""A list is said once and then filtered, sorted, paged, exported and worked on in bulk."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from openpyxl import load_workbook

from gongkai.common.listing import BulkAct, Column, Listing, by_choice, by_day, by_words
from gongkai.common.listing.export import harmless
from gongkai.common.models import Notice
from gongkai.common.refusals import Refusal

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
exported = []


def rename(row, *, by, now, reason):
    if row.key == "1":
        raise Refusal("这一条不能改")
    Notice.objects.filter(pk=row.pk).update(text=reason)


LIST = Listing(
    name="消息",
    columns=(
        Column("key", "编号", lambda row: row.key, sort="key", number=True),
        Column("text", "内容", lambda row: row.text, link=lambda row: f"/desk/notices/{row.pk}/"),
    ),
    filters=(
        by_words("q", "内容", "text"),
        by_choice("user", "人员", "user_id", [("7", "王"), ("8", "李")]),
        by_day("since", "从", "at"),
        by_day("until", "到", "at", end=True),
    ),
    order=("-at",),
    per_page=3,
    acts=(BulkAct("rename", "改名", rename, needs_reason=True),),
    on_export=lambda request, count: exported.append(count),
)


@pytest.fixture(autouse=True)
def rows(db):
    for number in range(5):
        at = NOW - timedelta(days=number)
        Notice.objects.create(user_id=7 + number % 2, key=str(number), text=f"第{number}条", at=at)


@pytest.fixture
def ask(rf, cast, settings):
    def asked(method="get", **values):
        request = getattr(rf, method)("/desk/notices/", values)
        request.user, request.now, request.session = cast.clerk, NOW, {}
        request._messages = FallbackStorage(request)
        return LIST.answer(request, Notice.objects.all())

    return asked


def shown(answer) -> list[str]:
    text = answer.content.decode()
    return [f"第{number}条" for number in range(5) if f">第{number}条<" in text]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [0, 1, 2]),
        ({"page": "2"}, [3, 4]),
        ({"page": "99"}, [3, 4]),
        ({"sort": "-key"}, [2, 3, 4]),
        ({"q": "第4"}, [4]),
        ({"user": "8"}, [1, 3]),
        ({"since": "2026-11-24"}, [0, 1]),
        ({"until": "2026-11-21"}, [4]),
        ({"sort": "text; drop"}, [0, 1, 2]),
    ],
)
def test_the_address_says_what_is_shown(ask, values, expected):
    assert shown(ask(**values)) == [f"第{number}条" for number in expected]


def test_a_date_that_is_none_is_told_and_filters_nothing(ask):
    answer = ask(since="昨天")
    assert "从：日期应写成" in answer.content.decode()
    assert len(shown(answer)) == 3


def test_what_was_typed_is_escaped_and_kept(ask):
    text = ask(q='"><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text
    assert "没有符合条件的记录" in text


def test_exports_hold_all_filtered_rows_and_are_reported(ask):
    exported.clear()
    answer = ask(export="csv", user="7")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(text))] == ["编号", "0", "2", "4"]
    assert exported == [3]


def test_excel_gets_the_same_rows(ask):
    content = b"".join(ask(export="xlsx").streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    assert [row[1] for row in sheet.values] == ["内容", *(f"第{n}条" for n in range(5))]


@pytest.mark.parametrize("value", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_becomes_a_formula(value):
    assert harmless(value) == f"'{value}"


def test_numbers_stay_numbers():
    assert harmless(-3) == -3


def test_each_row_of_a_bulk_act_succeeds_or_is_refused_for_itself(ask):
    pks = list(Notice.objects.filter(key__in=("1", "2")).values_list("pk", flat=True))
    text = ask("post", act="rename", chosen=pks, reason="改写").content.decode()
    assert "已办理 1 件" in text
    assert "这一条不能改" in text
    assert Notice.objects.get(key="2").text == "改写"


@pytest.mark.parametrize(
    "values", [{"chosen": ["1"]}, {"act": "rename"}, {"act": "rename", "chosen": ["x"]}]
)
def test_a_bulk_act_without_choice_or_act_changes_nothing(ask, values):
    assert ask("post", **values).status_code == 302


def test_a_bulk_act_that_needs_a_reason_asks_for_it(ask):
    pks = list(Notice.objects.values_list("pk", flat=True))
    assert ask("post", act="rename", chosen=pks).status_code == 302
    assert not Notice.objects.filter(text="").exists()
