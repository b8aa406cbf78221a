"""The pages of compiled figures and of departments' returns, as officers use them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gongkai.accounts.models import Post
from gongkai.annual_reports.models import DepartmentReturn, Report
from gongkai.annual_reports.returns_table import EXAMPLE
from gongkai.common.clock import current, law_day
from tests.annual_reports.records import (
    YEAR,
    all_returned,
    compiled_draft,
    document,
    returned,
    signed,
)
from tests.people import SINCE

pytestmark = pytest.mark.django_db
TITLE = "项目,开始日期,截止日期,数量,部门,没有这项职权,依据"
LINE = f"行政许可,{YEAR}-01-01,{YEAR}-03-31,12,,,台账"


@pytest.fixture
def desk(cast):
    """The clerk's browser."""
    client = Client()
    client.force_login(cast.clerk)
    return client


def text_of(answer) -> str:
    return answer.content.decode()


def compiled_page(desk, year: int = YEAR, **asked: str) -> str:
    return text_of(desk.get(reverse("annual_reports:compile"), {"year": year, **asked}))


def sent(cast, **changed: object) -> dict[str, object]:
    """The form of a return, as typed."""
    typed = {"line": "permits", "first_day": f"{YEAR}-01-01", "last_day": f"{YEAR}-06-30"}
    return typed | {"figure": "12", "department": "", "basis": "台账"} | changed


def test_each_figure_leads_to_its_cell(desk, cast):
    document(cast)
    cell = "proactive.normative_documents.issued"
    address = reverse("annual_reports:cell", args=(cast.town.pk, YEAR, cell))
    assert f'href="{address}"' in compiled_page(desk)
    opened = text_of(desk.get(address))
    assert "关于春耕的通知" in opened
    assert "成文日期在本年度之内" in opened


def test_what_is_open_is_listed_with_the_way_to_it(desk, cast):
    page = compiled_page(desk)
    assert "行政处罚" in page
    assert f"{reverse('annual_reports:returns')}?agency={cast.town.pk}&amp;year={YEAR}" in page


@pytest.mark.parametrize("asked", ["1999", "2020", "x", "99999999999"])
def test_a_year_without_the_form_is_not_found(desk, cast, asked):
    assert desk.get(reverse("annual_reports:compile"), {"year": asked}).status_code == 404


@pytest.mark.parametrize(
    ("day", "number"), [("2024-03-03", 0), ("2024-03-04", 1), ("2024-03-05", 1)]
)
def test_the_year_is_shown_as_it_stood_on_any_day(desk, cast, day, number):
    document(cast)
    page = compiled_page(desk, as_of=day)
    assert f"“行政规范性文件”的“本年制发件数”：{number}" in page
    assert f"?as_of={day}" in page


@pytest.mark.parametrize("day", ["2023-12-31", "2025-01-01", "2024-02-30", "x"])
def test_a_day_outside_the_year_is_not_found(desk, cast, day):
    asked = {"year": YEAR, "as_of": day}
    assert desk.get(reverse("annual_reports:compile"), asked).status_code == 404


def test_one_click_makes_the_report_and_fills_it(desk, cast):
    all_returned(cast)
    address = reverse("annual_reports:take_compiled", args=(cast.town.pk,))
    answer = desk.post(address, {"year": YEAR})
    report = Report.objects.get(agency=cast.town, year=YEAR)
    assert answer["Location"] == reverse("annual_reports:edit", args=(report.pk,))
    assert report.figures["proactive.permits"] == 12


def test_what_somebody_changed_meanwhile_is_not_replaced_unseen(desk, cast):
    report = compiled_draft(cast)
    address = reverse("annual_reports:take_compiled", args=(cast.town.pk,))
    assert f'name="seen_version" value="{report.version}"' in compiled_page(desk)
    answer = desk.post(address, {"year": YEAR, "seen_version": report.version - 1})
    assert answer.status_code == 409
    assert Report.objects.get().version == report.version


def test_no_report_is_begun_for_a_year_without_the_form(desk, cast):
    address = reverse("annual_reports:take_compiled", args=(cast.town.pk,))
    assert desk.post(address, {"year": "2020"}).status_code == 409
    assert not Report.objects.exists()


def test_a_year_ahead_is_not_found(desk, cast):
    ahead = law_day(current()).year + 1
    cell = reverse("annual_reports:cell", args=(cast.town.pk, ahead, "requests.received.total"))
    assert desk.get(cell).status_code == 404
    assert desk.get(reverse("annual_reports:returns"), {"year": ahead}).status_code == 404


def test_a_report_that_is_signed_is_not_filled_anew(desk, cast):
    all_returned(cast)
    signed(cast, compiled_draft(cast))
    address = reverse("annual_reports:take_compiled", args=(cast.town.pk,))
    answer = desk.post(address, {"year": YEAR})
    assert answer.status_code == 409
    assert "数据和文字已经固定" in text_of(answer)


def test_the_page_of_the_report_shows_what_changed_since_the_signature(desk, cast):
    all_returned(cast)
    report = signed(cast, compiled_draft(cast))
    address = reverse("annual_reports:report", args=(report.pk,))
    assert "与签发时一致" in text_of(desk.get(address))
    document(cast, "后来补录的文件")
    page = text_of(desk.get(address))
    assert "签发后变动 1 处" in page
    assert "后来补录的文件" in page


def test_a_number_is_handed_in_replaced_and_struck_out(desk, cast):
    enter = reverse("annual_reports:enter_return", args=(cast.town.pk,))
    assert desk.post(enter, sent(cast)).status_code == 302
    row = DepartmentReturn.objects.get()
    answer = desk.post(
        reverse("annual_reports:replace_return", args=(row.pk,)), sent(cast, figure="10")
    )
    assert answer.status_code == 302, answer.context["form"].errors
    later = DepartmentReturn.objects.get(replaces=row)
    desk.post(reverse("annual_reports:strike_return", args=(later.pk,)), {"reason": "报重了"})
    page = text_of(desk.get(reverse("annual_reports:returns"), {"year": YEAR}))
    assert "已更正" in page
    assert "报重了" in page


@pytest.mark.parametrize("typed", [{"figure": "0"}, {"figure": "", "no_power": "on"}])
def test_nothing_and_no_power_are_handed_in_as_nought(desk, cast, typed):
    enter = reverse("annual_reports:enter_return", args=(cast.town.pk,))
    assert desk.post(enter, sent(cast, **typed)).status_code == 302
    assert DepartmentReturn.objects.get().figure == 0


@pytest.mark.parametrize(
    ("wrong", "status", "why"),
    [
        ({"figure": ""}, 422, "没有发生填 0"),
        ({"figure": "一打"}, 422, "请填写数字"),
        ({"figure": "-3"}, 422, "不能小于 0"),
        ({"first_day": "2024-13-01"}, 422, "请填写日期"),
        ({"last_day": "2024-01-01", "first_day": "2024-02-01"}, 409, "先后不能颠倒"),
        ({"department": "999"}, 422, "没有这一项"),
    ],
)
def test_wrong_numbers_are_said_and_what_was_typed_stays(desk, cast, wrong, status, why):
    enter = reverse("annual_reports:enter_return", args=(cast.town.pk,))
    answer = desk.post(enter, sent(cast, **wrong))
    assert answer.status_code == status
    assert why in text_of(answer), answer.context["form"].errors
    assert "台账" in text_of(answer)
    assert not DepartmentReturn.objects.exists()


def upload(desk, cast, *lines: str):
    content = "\n".join((TITLE, *lines)).encode()
    file = SimpleUploadedFile("许可.csv", content)
    address = reverse("annual_reports:import_returns", args=(cast.town.pk,))
    return desk.post(address, {"file": file})


def test_a_table_is_looked_at_and_then_taken_in(desk, cast):
    answer = upload(desk, cast, LINE)
    assert "可以导入：1 行" in text_of(answer)
    confirm = reverse("annual_reports:confirm_returns", args=(cast.town.pk,))
    desk.post(confirm, {"token": answer.context["token"]})
    row = DepartmentReturn.objects.get()
    assert (row.figure, row.source, row.file_name) == (12, "imported", "许可.csv")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("行政许可,2024-01-01,2024-03-31,十二,,,", "不是数字"),
        ("行政奖励,2024-01-01,2024-03-31,1,,,", "只能写"),
        ("行政许可,去年,2024-03-31,1,,,", "写成 2025-03-31 的样子"),
        ("行政许可,2024-01-01,2024-03-31,1,没有的部门,,", "本机关没有这个部门"),
        ("行政许可,2024-01-01,2024-03-31,1,,也许,", "只能写是、否"),
        ("行政许可,99999999999-01-01,2024-03-31,1,,,", "写成 2025-03-31 的样子"),
        ("行政许可,2024-01-01,2024-03-31,-1,,,", "不小于 0"),
        ("行政许可,2024-01-01,2024-03-31,1e999,,,", "不小于 0"),
        ("行政许可,2024-07-01,2024-03-31,1,,,", "先后不能颠倒"),
        ("行政许可,2999-01-01,2999-03-31,1,,,", "还没有到"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_by_cell(desk, cast, line, why):
    answer = upload(desk, cast, LINE, line)
    assert answer.status_code == 422
    assert why in text_of(answer)
    assert not DepartmentReturn.objects.exists()


def test_a_table_with_nothing_below_its_headings_is_sent_back(desk, cast):
    answer = upload(desk, cast)
    assert answer.status_code == 422
    assert "下面没有数据" in text_of(answer)


def test_a_table_that_a_spreadsheet_saved_anew_is_read(desk, cast):
    answer = upload(desk, cast, ",,,,,,", f"行政处罚,{YEAR}/1/1,{YEAR}/3/31,0,,,")
    confirm = reverse("annual_reports:confirm_returns", args=(cast.town.pk,))
    assert desk.post(confirm, {"token": answer.context["token"]}).status_code == 302
    row = DepartmentReturn.objects.get()
    assert (row.first_day, row.last_day) == (date(YEAR, 1, 1), date(YEAR, 3, 31))


def test_the_preview_says_what_each_number_counts(desk, cast):
    assert "行政许可" in text_of(upload(desk, cast, LINE))


def test_no_line_is_left_out_because_a_department_was_renamed_after_the_preview(desk, cast):
    roads = cast.town.departments.create(code="roads", name="规划建设办", since=SINCE)
    line = f"行政处罚,{YEAR}-01-01,{YEAR}-03-31,3,规划建设办,,"
    token = upload(desk, cast, LINE, line).context["token"]
    roads.name = "自然资源办"
    roads.save()
    confirm = reverse("annual_reports:confirm_returns", args=(cast.town.pk,))
    answer = desk.post(confirm, {"token": token})
    assert answer.status_code == 409
    assert "一行也没有导入" in text_of(answer)
    assert not DepartmentReturn.objects.exists()


def test_a_preview_of_somebody_else_is_not_taken_in(desk, cast):
    token = upload(desk, cast, LINE).context["token"]
    other = reverse("annual_reports:confirm_returns", args=(cast.town.pk,))
    assert desk.post(other, {"token": f"{token}x"}).status_code == 409


def test_the_year_that_is_reported_on_next_is_shown_at_first(desk, cast):
    today = law_day(current())
    year = today.year if today.month > 6 else today.year - 1
    returned(cast, first_day=date(year, 1, 1), last_day=date(year, 1, 31), now=current())
    assert f"{year}年" in text_of(desk.get(reverse("annual_reports:returns")))


def test_who_works_in_a_department_is_offered_that_one_and_its_rows(desk, cast):
    roads = cast.town.departments.create(code="roads", name="规划建设办", since=SINCE)
    other = cast.town.departments.create(code="farms", name="农业农村办", since=SINCE)
    foreign, mine = returned(cast, department=other), returned(cast, department=roads)
    Post.objects.filter(user=cast.clerk, agency=cast.town).update(department=roads)
    form = text_of(desk.get(reverse("annual_reports:enter_return", args=(cast.town.pk,))))
    assert "规划建设办" in form
    assert "农业农村办" not in form
    page = text_of(desk.get(reverse("annual_reports:returns"), {"year": YEAR}))
    assert reverse("annual_reports:strike_return", args=(mine.pk,)) in page
    assert reverse("annual_reports:strike_return", args=(foreign.pk,)) not in page


def test_the_example_of_the_empty_table_is_not_taken_in(desk, cast):
    answer = upload(desk, cast, LINE.replace("台账", EXAMPLE[-1]))
    assert answer.status_code == 422
    assert "请删去这一行" in text_of(answer)
