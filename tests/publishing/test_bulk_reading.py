"""A folder and its inventory are checked before anything is kept: names, limits, cells, and what is there already."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from gongkai.agencies.tables.reading import read_table
from gongkai.common.clock import law_day
from gongkai.publishing.actions import create_draft, draft_from_file, submit, take_in
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.bulk import archive
from gongkai.publishing.bulk.archive import Folder, UnreadableFolder
from gongkai.publishing.bulk.columns import COLUMNS
from gongkai.publishing.bulk.inventory import Entry, new_text
from gongkai.publishing.bulk.plan import plan_of_inventory
from gongkai.publishing.bulk.template import template
from tests.publishing.folders import csv_of, folder_of, line_of, rows_of, texts, with_raw_name
from tests.publishing.items import NOW


def plan(cast, *lines, files=None):
    national_column(cast.town, "content")
    folder = Folder(folder_of(texts(3) if files is None else files))
    return plan_of_inventory(
        rows_of(*lines), folder, agency=cast.town, person=cast.clerk, today=law_day(NOW)
    )


def existing(cast, entry: Entry, data: bytes):
    """The item that a line would make, made already."""
    incoming = take_in(
        agency=cast.town, upload=SimpleUploadedFile("001.txt", data), by=cast.clerk, now=NOW
    )
    column = national_column(cast.town, "content")
    return draft_from_file(
        column=column, text=new_text(entry), files=[incoming.original],
        publish_original=False, by=cast.clerk, now=NOW,
    )  # fmt: skip


def reasons(found) -> list[tuple[int, str, str]]:
    return [(error.line, error.column, error.why) for error in found.errors]


@pytest.mark.parametrize("raw", ["通知.txt".encode("gb18030"), "通知.txt".encode()])
def test_a_name_is_read_in_the_encoding_it_was_written_in(raw):
    assert [row.path for row in Folder(with_raw_name(raw)).members] == ["通知.txt"]


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "..\\a.txt", "C:/a.txt"])  # fmt: skip
def test_a_path_that_leads_out_of_the_folder_is_refused(name):
    with pytest.raises(UnreadableFolder, match="文件夹以外"):
        Folder(folder_of({name: b"x"}))


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(UnreadableFolder, match="只接受 ZIP"):
        Folder(io.BytesIO(data))


def test_a_folder_that_unfolds_too_far_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(archive, "MOST_UNFOLDED", 1000)
    with pytest.raises(UnreadableFolder, match="展开后"):
        Folder(folder_of({"a.txt": b"0" * 600, "b.txt": b"0" * 600}))


def test_too_many_files_and_an_empty_folder_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    with pytest.raises(UnreadableFolder, match="超过 2 个文件"):
        Folder(folder_of(texts(3)))
    with pytest.raises(UnreadableFolder, match="没有文件"):
        Folder(folder_of({}))


def test_a_link_in_the_folder_is_refused():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = 0o120777 << 16
        made.writestr(entry, "/etc/passwd")
    with pytest.raises(UnreadableFolder, match="链接"):
        Folder(kept)


def test_two_files_of_one_name_are_refused():
    with pytest.raises(UnreadableFolder, match="只留一个"):
        Folder(folder_of({"A.txt": b"1", "a.txt": b"2"}))


def test_a_damaged_file_is_said_by_its_name():
    data = folder_of({"甲.txt": b"some words in it"}).getvalue()
    folder = Folder(io.BytesIO(data.replace(b"some words", b"other bits")))
    with pytest.raises(UnreadableFolder, match=r"“甲\.txt”已损坏"):
        folder.read("甲.txt")


def test_files_are_found_by_path_without_the_top_folder_and_by_a_single_name():
    folder = Folder(folder_of({"材料/一/a.txt": b"", "材料/二/b.txt": b"", "材料/二/a.txt": b""}))
    assert folder.find("材料/一/a.txt") == folder.find("一\\a.txt") == "材料/一/a.txt"
    assert folder.find("B.TXT") == "材料/二/b.txt"
    assert folder.find("a.txt") is None


def test_litter_of_the_system_is_no_file():
    folder = Folder(folder_of({"a.txt": b"", "__MACOSX/._a.txt": b"", ".DS_Store": b"", "~$a.docx": b""}))  # fmt: skip
    assert [row.path for row in folder.members] == ["a.txt"]


def test_right_lines_are_new_and_files_nobody_names_are_listed(cast):
    found = plan(cast, line_of(1), line_of(2))
    assert [line.kind for line in found.lines] == ["new", "new"]
    assert (found.errors, found.unused) == ((), ("003.txt",))


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("标题", "", "必填"),
        ("标题", "长" * 201, "超过 200 个字"),
        ("标题", "=1+1", "不能以 = + - @ 开头"),
        ("栏目", "没有的栏目", "没有这个栏目"),
        ("正文文件", "无.txt", "压缩包里没有“无.txt”"),
        ("附件", "001.txt；无.xlsx", "压缩包里没有“无.xlsx”"),
        ("成文日期", "去年", "日期应写成"),
        ("体裁", "随笔", "没有这一种"),
        ("公开属性", "保密", "没有这一种"),
        ("来源部门", "没有的办公室", "没有这个内设机构"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(cast, column, value, why):
    found = plan(cast, line_of(1), line_of(2, **{column: value}))
    assert [(line, name) for line, name, _ in reasons(found)] == [(3, column)]
    assert why in reasons(found)[0][2]


def test_what_is_not_published_needs_its_ground(cast):
    found = plan(cast, line_of(1, 公开属性="不予公开"))
    assert reasons(found) == [(2, "不公开的依据", "“不予公开”的要写依据")]


@pytest.mark.parametrize("column", ["标题", "发文字号", "正文文件"])
def test_what_stands_twice_in_the_inventory_is_an_error(cast, column):
    found = plan(cast, line_of(1), line_of(2, **{column: line_of(1)[column]}))
    assert reasons(found) == [(3, column, "与第 2 行重复")]


def test_a_date_that_has_not_come_is_an_error(cast):
    assert [line for line, _, _ in reasons(plan(cast, line_of(1, 成文日期="2024-07-01")))] == [2]


def test_a_missing_heading_is_said_at_once(cast):
    folder = Folder(folder_of(texts(1)))
    found = plan_of_inventory(
        [["标题"], ["甲"]], folder, agency=cast.town, person=cast.clerk, today=law_day(NOW)
    )
    assert reasons(found) == [(1, "栏目、正文文件、成文日期", "第一行缺少这些列名")]


def test_the_columns_of_other_organs_are_not_there(cast):
    national_column(cast.other_town, "content")
    folder = Folder(folder_of(texts(1)))
    found = plan_of_inventory(
        rows_of(line_of(1)), folder, agency=cast.other_town, person=cast.clerk, today=law_day(NOW)
    )
    assert "没有这个栏目" in reasons(found)[0][2]


def test_a_line_that_says_what_is_there_changes_nothing(cast):
    entry = plan(cast, line_of(1)).lines[0].entry
    item = existing(cast, entry, texts(1)["001.txt"])
    again = plan(cast, line_of(1)).lines[0]
    assert (again.kind, again.item, again.differences) == ("same", item, ())


def test_a_line_with_a_known_number_shows_what_it_would_change(cast):
    entry = plan(cast, line_of(1)).lines[0].entry
    existing(cast, entry, texts(1)["001.txt"])
    line = plan(cast, line_of(1, 标题="新的标题", 正文文件="002.txt", 体裁="公告")).lines[0]
    assert line.kind == "changed"
    assert [row.label for row in line.differences] == ["标题", "体裁", "正文"]


def test_what_is_in_review_cannot_be_changed_by_a_line(cast):
    entry = plan(cast, line_of(1)).lines[0].entry
    item = existing(cast, entry, texts(1)["001.txt"])
    submit(item=item, by=cast.clerk, now=NOW)
    assert plan(cast, line_of(1)).lines[0].kind == "same"
    assert "现在不能改" in reasons(plan(cast, line_of(1, 内容概述="新的概述")))[0][2]


def test_a_number_that_stands_in_another_column_is_an_error(cast):
    guide = national_column(cast.town, "guide")
    text = new_text(plan(cast, line_of(1)).lines[0].entry)
    create_draft(column=guide, text=text, by=cast.clerk, now=NOW)
    assert [name for _, name, _ in reasons(plan(cast, line_of(1)))] == ["栏目"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_an_inventory_in_either_encoding_reads_the_same(encoding):
    assert read_table(csv_of(line_of(1), encoding=encoding)) == rows_of(line_of(1))


def test_the_template_is_a_table_with_the_headings_and_says_what_fits():
    book = load_workbook(io.BytesIO(template(["公开指南"], ["党政办"])))
    assert [cell.value for cell in book["清单"][1]] == list(COLUMNS)
    words = [[cell.value for cell in row] for row in book["填写说明"].iter_rows()]
    assert ["栏目可以填", "公开指南"] in [row[:2] for row in words]


def test_a_list_of_names_says_how_long_it_is_shown(cast):
    silent = plan(cast, line_of(1, 体裁="名单公示"))
    assert "写明公示到哪一天" in reasons(silent)[0][2]
    said = plan(cast, line_of(1, 体裁="名单公示", 公示到哪一天="2024-06-30"))
    assert (said.errors, said.lines[0].entry.offline_on) == ((), "2024-06-30")
