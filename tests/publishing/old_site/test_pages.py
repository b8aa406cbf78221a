"""The pages of an old website that is brought over: upload, columns, preview with doubts, the text of a line, progress."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch, Item, OldColumn
from tests.publishing import old_sites
from tests.publishing.folders import folder_of
from tests.publishing.items import NOW
from tests.publishing.old_sites import (  # fmt: skip
    FILES,
    csv_of,
    doubtful,
    imported,
    lines,
    prepared,
    settled,
    unsettled,
)

PAGE = "/desk/items/old-site/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(cast, client):
    national_column(cast.town, "content")
    client.force_login(cast.clerk)
    return client


def uploads(*given, files=None, **typed):
    data = folder_of(FILES if files is None else files).getvalue()
    sent = {
        "site": "www.qingshi.gov.cn",
        "archive": SimpleUploadedFile("旧网站.zip", data),
        **typed,
    }
    return sent | ({"inventory": SimpleUploadedFile("清单.csv", csv_of(*given))} if given else {})


def text_of(answer) -> str:
    return answer.content.decode()


def test_unsettled_columns_are_asked_for_on_one_page_and_then_the_preview_is_shown(cast, clerk):
    page = text_of(clerk.post(PAGE, uploads(*lines()), follow=True))
    assert "2 个旧栏目" in page
    assert "通知公告" in page
    assert "政策文件" in page
    batch, column = Batch.objects.get(), national_column(cast.town, "content")
    answer = clerk.post(f"{PAGE}{batch.pk}/columns/", {"column_0": column.pk, "column_1": "-"}, follow=True)  # fmt: skip
    assert "核对过了，新建 2 条" in text_of(answer)
    assert "其中不迁入：政策文件（1 条）" in text_of(answer)
    assert dict(OldColumn.objects.values_list("name", "column")) == {"通知公告": column.pk, "政策文件": None}  # fmt: skip
    assert not Item.objects.exists()


def test_every_old_column_needs_an_answer_and_one_of_the_organs_own(cast, clerk):
    batch, other = unsettled(cast), national_column(cast.other_town, "content")
    for sent in ({"column_0": ""}, {"column_0": other.pk, "column_1": other.pk}):
        answer = clerk.post(f"{PAGE}{batch.pk}/columns/", sent)
        assert answer.status_code == 422
    assert not OldColumn.objects.exists()


def test_what_was_settled_holds_for_the_next_batch(cast, clerk):
    settled(cast)
    page = text_of(clerk.post(PAGE, uploads(*lines()), follow=True))
    assert "核对过了，新建 3 条" in page


def test_the_inventory_may_lie_in_the_folder(cast, clerk):
    settled(cast)
    files = {**FILES, "清单.csv": csv_of(*lines(), encoding="gb18030")}
    assert "核对过了，新建 3 条" in text_of(clerk.post(PAGE, uploads(files=files), follow=True))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (FILES, "没有找到清单"),
        ({**FILES, "a.csv": csv_of(*lines()), "b.csv": csv_of(*lines())}, "有 2 份清单"),
        ({"../a.html": b"x"}, "文件夹以外"),
        ({**FILES, "清单.csv": "旧网址\n\0".encode()}, "没有找到清单"),
    ],
)
def test_a_folder_without_its_inventory_is_said(clerk, files, said):
    answer = clerk.post(PAGE, uploads(files=files))
    assert (answer.status_code, said in text_of(answer)) == (422, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"site": ""}, "必填|填写"),
        ({"site": "不是网址"}, "请写完整的网址"),
        ({"place": "div > p"}, "只写 id 或者 class"),
        ({"archive": SimpleUploadedFile("a.zip", b"no archive")}, "只接受 ZIP"),
        ({"inventory": SimpleUploadedFile("a.csv", b"\0\xff")}, "看不懂"),
    ],
)
def test_what_was_typed_wrong_is_said_at_its_field(clerk, typed, said):
    answer = clerk.post(PAGE, {**uploads(*lines()), **typed})
    assert answer.status_code == 422
    assert any(part in text_of(answer) for part in said.split("|"))


def test_mistakes_are_shown_line_by_line_and_nothing_is_kept(clerk):
    answer = clerk.post(PAGE, uploads(*lines(), {"旧网址": "/none.html", "成文日期": "2019-01-01"}))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "清单有 1 处不对，一条也没有建立" in page
    assert "第 5 行" in page
    assert "还要给 2 个旧栏目定好放在哪里" in page
    assert not Batch.objects.exists()


def test_the_preview_shows_doubts_and_how_days_are_known(cast, clerk):
    batch = doubtful(cast)
    page = text_of(clerk.get(f"/desk/items/bulk/{batch.pk}/"))
    assert "清单写 2019-03-08，网页写 2019-03-06" in page
    assert "1 条只凭清单，网页上没有写" in page
    assert "其中不迁入：领导活动（1 条）" in page
    assert "有疑问（1）" in page
    only = text_of(clerk.get(f"/desk/items/bulk/{batch.pk}/?state=doubts"))
    assert "关于做好春耕的通知" in only
    assert "秸秆还田" not in only


def test_the_text_of_a_line_is_shown_before_it_comes_in(cast, clerk):
    row = doubtful(cast).rows.first()
    page = text_of(clerk.get(f"{PAGE}lines/{row.pk}/"))
    assert "<p>各村：请备好种子" in page
    assert "版权所有" not in page
    assert "picture-1" not in page
    assert "网页标签 ArticleTitle" in page
    assert "images/none.png" in page


@pytest.mark.django_db(transaction=True)
def test_after_the_batch_the_line_leads_to_its_item_and_doubts_stand_with_the_checks(cast, clerk):
    batch = imported(cast, *lines(old_sites.PATHS[0], 旧网站发布日期="2019-03-08"))
    row = batch.rows.get()
    assert clerk.get(f"{PAGE}lines/{row.pk}/")["Location"] == f"/desk/items/{row.item_id}/"
    page = text_of(clerk.get(f"/desk/items/{row.item_id}/"))
    assert "从旧网站迁入时的疑问" in page
    assert "清单写 2019-03-08" in page
    done = text_of(clerk.get(f"/desk/items/bulk/{batch.pk}/"))
    assert "办完了，共 1 条" in done


def test_a_running_batch_shows_its_two_steps(cast, clerk):
    batch = prepared(cast)
    clerk.post(f"/desk/items/bulk/{batch.pk}/confirm/")
    page = text_of(clerk.get(f"/desk/items/bulk/{batch.pk}/"))
    assert "正在办理，已建草稿 0 条，已办 0 条，共 3 条" in page
    assert 'max="6" value="0"' in page


def test_a_batch_without_settled_columns_can_be_dropped(cast, clerk):
    batch = unsettled(cast)
    assert clerk.get(f"/desk/items/bulk/{batch.pk}/")["Location"].endswith("/columns/")
    answer = clerk.post(f"/desk/items/bulk/{batch.pk}/drop/")
    batch.refresh_from_db()
    assert (answer["Location"], batch.state, batch.table) == (PAGE, "dropped", [])
    assert clerk.get(f"{PAGE}{batch.pk}/columns/").status_code == 302


def test_the_template_has_every_heading(clerk):
    answer = clerk.get(f"{PAGE}template/")
    assert answer.content.startswith(b"PK")
    assert NOW
