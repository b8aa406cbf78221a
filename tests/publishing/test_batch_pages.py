"""The pages of a batch: upload, preview with mistakes or differences, confirm, progress, result."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch, Item
from tests.people import make_person
from tests.publishing.batches import confirmed, prepared, worked_on
from tests.publishing.folders import csv_of, folder_of, line_of, texts

PAGE = "/desk/items/bulk/"


@pytest.fixture
def clerk(cast, client):
    national_column(cast.town, "content")
    client.force_login(cast.clerk)
    return client


def uploads(*lines, archive: bytes | None = None) -> dict[str, SimpleUploadedFile]:
    data = folder_of(texts(2)).getvalue() if archive is None else archive
    return {
        "inventory": SimpleUploadedFile("清单.csv", csv_of(*lines)),
        "archive": SimpleUploadedFile("通知.zip", data),
    }


def test_a_right_inventory_leads_to_its_preview(clerk):
    answer = clerk.post(PAGE, uploads(line_of(1), line_of(2)), follow=True)
    page = answer.content.decode()
    assert "核对过了，新建 2 条" in page
    assert "确认，送审 2 条" in page
    assert not Item.objects.exists()


def test_mistakes_are_shown_line_by_line_and_nothing_is_kept(clerk):
    answer = clerk.post(PAGE, uploads(line_of(1), line_of(2, 体裁="随笔")))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "清单有 1 处不对，一条也没有建立" in page
    assert '<td data-label="行">第 3 行</td>' in page
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "请选择文件"),
        (uploads(line_of(1), archive=b"no archive"), "只接受 ZIP"),
        (uploads(line_of(1), archive=folder_of({"../a.txt": b"x"}).getvalue()), "文件夹以外"),
        ({**uploads(line_of(1)), "inventory": SimpleUploadedFile("a.csv", b"\0\xff")}, "看不懂"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(clerk, sent, said):
    answer = clerk.post(PAGE, sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_unused_files_are_listed(clerk):
    page = clerk.post(PAGE, uploads(line_of(1)), follow=True).content.decode()
    assert "压缩包里有 1 个文件，清单没有用到" in page
    assert "<li>002.txt</li>" in page


def test_confirming_runs_it_and_the_page_shows_how_far_it_is(cast, clerk):
    batch = prepared(cast)
    page = clerk.post(f"{PAGE}{batch.pk}/confirm/", follow=True).content.decode()
    assert "正在办理，已办 0 条，共 3 条" in page
    assert "看看现在办到哪里" in page


@pytest.mark.django_db(transaction=True)
def test_the_result_links_to_each_item(cast, clerk):
    batch = worked_on(confirmed(cast))
    page = clerk.get(f"{PAGE}{batch.pk}/?state=done").content.decode()
    assert "办完了，共 3 条" in page
    assert all(f'href="/desk/items/{item.pk}/"' in page for item in Item.objects.all())


def test_a_colleague_sees_the_preview_and_who_is_to_confirm(cast, clerk):
    batch = prepared(cast)
    clerk.force_login(make_person("li", "李同事", cast.town, "clerk"))
    page = clerk.get(f"{PAGE}{batch.pk}/").content.decode()
    assert "等王经办确认" in page
    assert "确认，送审" not in page


def test_dropping_it_leaves_nothing(cast, clerk):
    batch = prepared(cast)
    clerk.post(f"{PAGE}{batch.pk}/drop/")
    batch.refresh_from_db()
    assert (batch.state, Item.objects.count()) == ("dropped", 0)


def test_the_template_can_be_downloaded(clerk):
    answer = clerk.get(f"{PAGE}template/")
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer["Content-Disposition"]
