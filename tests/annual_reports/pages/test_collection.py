"""The pages of the collection: one click to accept, files brought through the browser, and the sum open down to its organs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongkai.annual_reports.collecting.rolling_up import rolled_up
from gongkai.annual_reports.models import CollectedBatch, HandedIn
from gongkai.annual_reports.waiting_collection import waiting_for
from gongkai.common.clock import current
from tests.annual_reports.collecting.folders import printed, zipped
from tests.annual_reports.collecting.samples import gathered, handed_in, last_year, returned
from tests.annual_reports.collecting.stated import state
from tests.annual_reports.stories import NOW, in_correction, published
from tests.law.annual_report.reports import with_figures

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, cast):
    """The supervisor's browser."""
    client.force_login(cast.supervisor)
    return client


def page(desk, name: str, *args: object, **query: object) -> str:
    """What a page says."""
    answer = desk.get(reverse(f"annual_reports:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def post(desk, name: str, *args: object, **data: object):
    """Send a form."""
    return desk.post(reverse(f"annual_reports:{name}", args=args), data)


def this_collection(cast) -> dict[str, object]:
    return {"collector": cast.county.pk, "year": last_year()}


def test_the_overview_says_who_handed_in_and_who_did_not(desk, cast):
    gathered(cast)
    said = page(desk, "collection")
    assert "接收没有问题的 1 份" in said
    assert "催报 1 个机关" in said
    assert "差错 2" in said
    assert "青石镇人民政府</a>" not in page(desk, "collection", state="missing")


def test_a_sound_report_is_accepted_by_one_click(desk, cast):
    gathered(cast)
    row = HandedIn.objects.get(organ=cast.town)
    assert post(desk, "accept", row.pk).status_code == 302
    row.refresh_from_db()
    assert row.state == "accepted"


def test_all_sound_reports_are_accepted_by_one_click(desk, cast):
    gathered(cast)
    answer = post(desk, "accept_sound", **this_collection(cast))
    assert "已接收 1 份" in desk.get(answer.url).content.decode()


def test_a_broken_report_is_not_accepted_and_the_page_says_why(desk, cast):
    answer = post(desk, "accept", handed_in(cast).pk)
    assert answer.status_code == 409
    assert "处差错，不能接收" in answer.content.decode()


def test_sending_back_shows_what_goes_with_it(desk, cast):
    row = handed_in(cast)
    assert "六类申请人之和" in page(desk, "return_report", row.pk)
    assert post(desk, "return_report", row.pk, remark="").status_code == 302
    said = page(desk, "handed_in", row.pk)
    assert "退回</p>" in said
    assert "letter.docx" in said


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_an_organ_on_another_system_gets_a_letter(desk, cast, kind):
    row = returned(cast)
    answer = desk.get(reverse("annual_reports:return_letter", args=[row.pk, kind]))
    assert answer.status_code == 200
    assert kind == "docx" or "1. 差错：" in answer.content.decode("utf-8-sig")


@pytest.mark.parametrize("kind", ["exe", "pdf"])
def test_there_are_letters_of_two_kinds(desk, cast, kind):
    url = reverse("annual_reports:return_letter", args=[returned(cast).pk, kind])
    assert desk.get(url).status_code == 404


def test_a_zip_is_brought_through_the_browser(desk, cast):
    content = zipped({"a.json": printed("青石镇人民政府", year=last_year())}).file.getvalue()
    answer = post(
        desk, "collection", files=SimpleUploadedFile("年报.zip", content), **this_collection(cast)
    )
    batch = CollectedBatch.objects.get()
    assert answer.url == reverse("annual_reports:batch", args=[batch.pk])
    assert "正在读取，已读 0 个，共 1 个" in desk.get(answer.url).content.decode()


def test_several_files_are_brought_at_once(desk, cast):
    files = [SimpleUploadedFile(f"{n}.json", b"{}") for n in range(3)]
    post(desk, "collection", files=files, **this_collection(cast))
    assert CollectedBatch.objects.get().total == 3


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"files": SimpleUploadedFile("x.zip", b"no archive")},
        {"year": "1066"},
        {"collector": "x"},
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_form(desk, cast, sent):
    answer = post(desk, "collection", **{**this_collection(cast), **sent})
    assert answer.status_code == 422
    assert not CollectedBatch.objects.exists()


def test_a_person_chooses_the_organ(desk, cast):
    file = gathered(cast).files.get(state="no_organ")
    assert "不在名单里" in page(desk, "collected_file", file.pk)
    assert post(desk, "collected_file", file.pk, organ=cast.town.pk).status_code == 302
    assert HandedIn.objects.filter(organ=cast.town).count() == 2


def test_the_original_is_handed_out_as_a_file(desk, cast):
    file = gathered(cast).files.filter(state="read").first()
    answer = desk.get(reverse("annual_reports:collected_original", args=[file.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_none_is_not_handed_out(desk, cast):
    file = gathered(cast).files.get(state="unreadable")
    answer = desk.get(reverse("annual_reports:collected_original", args=[file.pk]))
    assert answer.status_code == 409


def test_reminding_says_whom_to_telephone(desk, cast):
    gathered(cast)
    answer = post(desk, "remind", **this_collection(cast))
    assert "临川县教育局在本系统没有经办人" in desk.get(answer.url).content.decode()


def test_the_sum_opens_down_to_the_organs(desk, cast):
    gathered(cast)
    post(desk, "accept_sound", **this_collection(cast))
    assert "合计里有 1 个机关" in page(desk, "rollup")
    assert "合计里有 2 个机关" in page(desk, "rollup", waiting=1)
    said = page(desk, "rollup_cell", "proactive.permits", waiting=1)
    assert "合计 <strong>17</strong>" in said
    assert said.index("青石镇") < said.index("白沙镇")


def test_differences_to_the_county_s_own_report_are_explained(desk, cast):
    gathered(cast)
    post(desk, "accept_sound", **this_collection(cast))
    value = rolled_up(cast.county, last_year()).value()
    state(cast, with_figures(value, {"proactive.permits": 24}))
    said = page(desk, "rollup")
    assert "与政府自己的报告不一样的 1 格" in said
    assert "相差的 12 正是青石镇人民政府的数，可能重复计了" in said


def test_a_cell_that_is_none_is_not_found(desk, cast):
    assert desk.get(reverse("annual_reports:rollup_cell", args=["x.y"])).status_code == 404


def test_the_organ_reads_on_its_own_page_why_its_report_came_back(client, cast, desk):
    report = published(cast)
    post(desk, "return_report", HandedIn.objects.get().pk, remark="请核对结转数")
    client.force_login(cast.clerk)
    assert "请核对结转数" in page(client, "report", report.pk)


def test_a_correction_that_is_not_published_yet_is_not_collected(desk, cast):
    in_correction(cast)
    assert HandedIn.objects.count() == 1


def test_what_waits_stands_on_the_desk(cast):
    gathered(cast)
    titles = [item.title for item in waiting_for(cast.supervisor, current())]
    assert f"2 份 {last_year()} 年度报告等您接收" in titles
    assert "2 个年报文件等您选定机关" in titles
    assert f"1 个机关还没有报送 {last_year()} 年度报告" in titles
    assert waiting_for(cast.clerk, NOW) == []
