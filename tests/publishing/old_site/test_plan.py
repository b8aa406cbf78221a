"""What an old website would become is said before anything is kept: what was read, what is doubtful, what is wrong."""

import pytest

from gongkai.agencies.models import Department
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import old_site, prepare_old_site
from gongkai.publishing.models import Batch, Item
from gongkai.publishing.old_site.columns import heading, headings_of
from tests.publishing.items import NOW
from tests.publishing.old_sites import FILES, NOTICE, lines, page, planned, source, unsettled

pytestmark = pytest.mark.django_db
T1 = "/zwgk/tzgg/t1.html"


def reasons(plan) -> list[tuple[int, str, str]]:
    return [(error.line, error.column, error.why) for error in plan.errors]


def only(cast, files=None, **said):
    """The one line of a plan."""
    plan = planned(cast, *lines(T1, **said), files=files)
    assert plan.errors == ()
    return plan.lines[0]


def with_page(text: str) -> dict[str, bytes]:
    """The site with this as its first page."""
    return {**FILES, "zwgk/tzgg/t1.html": text.encode()}


def test_where_the_inventory_is_silent_the_page_speaks(cast):
    line = only(cast)
    entry = line.entry
    said = (entry.title, entry.made_on, entry.old_site_day, entry.genre, entry.old_site)
    assert said == (
        "关于做好春耕的通知",
        "2019-03-05",
        "2019-03-06",
        "notice",
        "www.qingshi.gov.cn",
    )
    assert entry.taken["old_site_day"] == ("旧网站发布日期", "2019-03-06", "网页标签 PubDate：2019-03-06 10:00")  # fmt: skip
    assert (entry.opening[:8], entry.opening[-9:]) == ("各村：请备好种子", "2019年3月5日")
    assert line.doubts == ()


def test_what_the_inventory_says_counts_and_a_contradiction_is_told(cast):
    line = only(
        cast, 标题="春耕通知", 旧网站发布日期="2019年3月8日", 成文日期="20190305", 体裁="公告"
    )
    assert (line.entry.title, line.entry.old_site_day, line.entry.genre) == ("春耕通知", "2019-03-08", "announcement")  # fmt: skip
    assert line.doubts == ("旧网站发布日期：清单写 2019-03-08，网页写 2019-03-06（网页标签 PubDate：2019-03-06 10:00）",)  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "doubt"),
    [
        ({"旧网站发布日期": "2019-03-04", "成文日期": "2019-03-05"}, "早于成文日期"),
        ({"体裁": "杂文"}, "不在本系统的分类里"),
        ({"来源": ""}, ""),
        ({"旧网址": "/guide/", "网页文件": "zwgk/tzgg/t1.html"}, "新网站自己要用“/guide/”"),
        ({"正文位置": "#nothing"}, "页面上没有“#nothing”"),
    ],
)
def test_doubts_are_said(cast, cells, doubt):
    line = only(cast, **cells)
    assert any(doubt in said for said in line.doubts) or (not doubt and not line.doubts)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (NOTICE.replace('<meta name="PubDate" content="2019-03-06 10:00">', ""), "只能记“不详”"),
        (NOTICE.replace("images/map.png", "images/none.png"), "压缩包里没有网页用到的图片：images/none.png"),
        (NOTICE.replace("%E8%A1%A8.csv", "none.doc"), "压缩包里没有网页用到的附件：附件1：统计表"),
        (NOTICE.replace("<head>", '<head><meta name="ContentSource" content="县农业农村局">'), "来源是“县农业农村局”"),
        (NOTICE.replace("<p>2019年", "<p>（此件依申请公开）</p><p>2019年"), "请核对能不能公开"),
        (page("无正文的通知", '<p><img src="images/map.png"></p>'), "正文很短"),
    ],
)  # fmt: skip
def test_doubts_about_the_page_are_said(cast, text, doubt):
    assert any(doubt in said for said in only(cast, with_page(text)).doubts)


@pytest.mark.parametrize(
    ("name", "of_others"),
    [
        ("青石镇人民政府", False),
        ("本站原创", False),
        ("党政办", False),
        ("青石镇卫生院服务中心", False),
        ("东风社区服务站", False),
        ("县农业农村局", True),
        ("县融媒体中心", True),
        ("新华社", True),
    ],
)
def test_a_source_that_is_somebody_else_is_a_doubt_and_nothing_more(cast, name, of_others):
    text = NOTICE.replace("<head>", f'<head><meta name="ContentSource" content="{name}">')
    line = only(cast, with_page(text))
    assert (bool(line.doubts), line.entry.obtained_from) == (of_others, "")


def test_a_source_in_the_inventory_is_where_it_was_obtained(cast):
    entry = only(cast, 来源="县农业农村局").entry
    assert (entry.origin, entry.obtained_from) == ("obtained", "县农业农村局")


def test_a_source_that_is_a_department_is_the_department(cast):
    office = Department.objects.create(agency=cast.town, code="o", name="党政办", since=cast.town.since)  # fmt: skip
    text = NOTICE.replace("<head>", '<head><meta name="ContentSource" content="党政办">')
    assert only(cast, with_page(text)).entry.department_id == office.pk


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("旧网址", "", "必填"),
        ("旧网址", "javascript:x", "不是网址"),
        ("旧网址", "/zwgk/none.html", "压缩包里没有这个地址的网页"),
        ("网页文件", "none.html", "压缩包里没有这个文件"),
        ("网页文件", "zwgk/tzgg/images/map.png", "不是网页"),
        ("附件", "zwgk/files/表.csv；none.doc", "压缩包里没有这个文件"),
        ("成文日期", "去年", "日期应写成"),
        ("成文日期", "2030-01-01", "晚于今天"),
        ("旧网站发布日期", "2030-01-01", "晚于今天"),
        ("有效性", "大概有效", "应为有效"),
        ("正文位置", "div > p", "写 id 或者 class"),
        ("标题", "=1+1", "不能以 = + - @ 开头"),
        ("公示到哪一天", "2020-01-01", "已经过去"),
        ("有效期至", "2010-01-01", "早于施行日期"),
    ],
)
def test_a_wrong_line_is_named_by_line_and_reason_and_nothing_is_kept(cast, column, value, why):
    wrong = {"旧网址": PATHS_OF[0], "施行日期": "2019-04-01", column: value}
    plan = planned(cast, *lines("/zwgk/tzgg/t2.html"), wrong)
    assert [line for line, _, _ in reasons(plan)] == [3]
    assert why in reasons(plan)[0][2]
    assert not Batch.objects.exists()


PATHS_OF = (T1,)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "空"),
        (b"\x00\x01\x02\xff" * 900, "不认识|编码"),
        ("很好".encode() + b"\xff\xfe\xfa" * 900, "编码"),
        (page("关于某事的通知", "").replace("<h1>关于某事的通知</h1>", "").encode(), "没有读到正文"),
        (NOTICE.replace("<p>各村：", "<p>机密★1年</p><p>各村：").replace("<h1>", "<p>机密★1年</p><h1>").encode(), "国家秘密不得公开"),
        (NOTICE.replace("<p>各村：", "<p>" + "长" * 400_001).encode(), "超过 400000 个字"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_come_in_is_said(cast, data, why):
    plan = planned(cast, *lines(T1), files={**FILES, "zwgk/tzgg/t1.html": data})
    ((line, column, said),) = reasons(plan)
    assert (line, column) == (2, "网页文件")
    assert any(part in said for part in why.split("|"))


def test_an_address_stands_once_and_a_page_too(cast):
    plan = planned(cast, *lines(T1, T1), {"旧网址": "/other.html", "网页文件": "zwgk/tzgg/t1.html"})
    assert (3, "旧网址", "与第 2 行重复") in reasons(plan)
    assert (4, "网页文件", "与第 2 行重复") in reasons(plan)


def test_several_addresses_of_one_page_are_kept_together(cast):
    line = only(cast, 旧网址=f"{T1}；http://qs.linchuan.gov.cn/t1.html")
    assert line.entry.addresses == ("www.qingshi.gov.cn/zwgk/tzgg/t1.html", "qs.linchuan.gov.cn/t1.html")  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "zwgk/tzgg/t1.html",
        "www.qingshi.gov.cn/zwgk/tzgg/t1.html",
        "export/zwgk/tzgg/t1.html",
        "export/t1.html",
    ],
)
def test_the_page_of_an_address_is_found_as_programs_save_it(cast, name):
    plan = planned(cast, *lines(T1), files={name: NOTICE.encode()})
    assert [line.entry.body for line in plan.lines] == [name]


@pytest.mark.parametrize(("address", "name"), [("/show.asp?id=3", "show.asp@id=3.html"), ("/show.asp?id=3", "show.asp_id=3.html"), ("/zwgk/", "zwgk/index.html")])  # fmt: skip
def test_pages_of_programs_and_folders_are_found_too(cast, address, name):
    plan = planned(cast, *lines(address), files={name: NOTICE.encode()})
    assert [line.entry.body for line in plan.lines] == [name]


def test_old_columns_that_nobody_settled_are_listed_with_their_lines(cast):
    batch = unsettled(cast)
    assert (batch.state, batch.rows.count(), len(batch.table)) == ("mapping", 0, 4)


def test_a_column_of_the_same_name_needs_no_settling(cast):
    plan = planned(cast, *lines(T1, 旧栏目="法定主动公开内容"))
    assert (plan.unsettled, len(plan.lines)) == ({}, 1)


def test_the_same_document_number_twice_is_a_doubt_and_no_mistake(cast):
    plan = planned(
        cast, *lines("/zwgk/tzgg/t1.html", "/zwgk/tzgg/t2.html", 发文字号="青政〔2019〕3号")
    )
    assert plan.errors == ()
    assert plan.lines[1].doubts == ("发文字号与第 2 行相同，可能是同一份文件",)


def test_headings_of_other_programs_are_understood():
    wanted = {"URL": "旧网址", "发布时间": "旧网站发布日期", " 文 号": "发文字号", "所属栏目": "旧栏目", "备注": ""}  # fmt: skip
    assert {written: heading(written) for written in wanted} == wanted
    assert headings_of([["网址", "链接"]])[1][0].why == "第一行里这些列名重复，或者意思相同"
    assert headings_of([["标题"]])[1][0].why == "第一行缺少这些列名"


def test_an_empty_inventory_is_said(cast):
    assert reasons(planned(cast, {"标题": ""})) == [(2, "旧网址", "清单里一行也没有")]


def test_only_who_drafts_for_the_organ_brings_a_site(cast):
    with pytest.raises(NotAllowed):
        prepare_old_site(agency=cast.town, source=source(), by=cast.stranger, now=NOW)


def test_more_lines_than_fit_through_the_desk_are_refused(cast, monkeypatch):
    monkeypatch.setattr(old_site, "MOST_LINES_AT_DESK", 2)
    with pytest.raises(Refusal, match="超过 2 行"):
        prepare_old_site(agency=cast.town, source=source(), by=cast.clerk, now=NOW)
    assert not Item.objects.exists()
