"""``gongkai import-site``: a folder or a ZIP is previewed without a trace, run with progress, stopped and gone on with."""

import os
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from gongkai.config.command_line import import_site_job, main
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch, Item, OldAddress, OldColumn
from tests.people import make_person
from tests.publishing.folders import folder_of
from tests.publishing.old_sites import FILES, csv_of, lines, settled

pytestmark = pytest.mark.django_db(transaction=True)
run_row_module = import_module("gongkai.publishing.actions.run_row")
COLUMNS = "旧栏目,栏目\n通知公告,法定主动公开内容\n政策文件,不迁入\n"


@pytest.fixture
def site(cast, tmp_path) -> Path:
    """The exported folder, its inventory inside."""
    national_column(cast.town, "content")
    folder = tmp_path / "export"
    files = {**FILES, "清单.csv": csv_of(*lines(), encoding="gb18030")}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def call(path, *options: str, way: str = "--run") -> int:
    given = ("--organ", "320001", "--site", "http://www.qingshi.gov.cn")
    return main(["import-site", str(path), *given, *options, way])


def columns_file(folder: Path) -> str:
    path = folder.parent / "栏目.csv"
    path.write_text(COLUMNS, encoding="utf-8")
    return str(path)


def test_a_preview_says_all_and_keeps_nothing(cast, site, capsys):
    assert call(site, way="--preview") == 1
    said = capsys.readouterr()
    assert "旧栏目没有对应：通知公告（2 条）" in said.err
    assert call(site, "--columns", columns_file(site), way="--preview") == 0
    said = capsys.readouterr().out
    assert "新建 2 条" in said
    assert "不迁入：政策文件（1 条）" in said
    assert not any((Batch.objects.exists(), OldColumn.objects.exists(), Item.objects.exists()))


def test_a_run_hands_everything_in_and_writes_a_report(cast, site, capsys, tmp_path):
    report = tmp_path / "结果.csv"
    assert call(site, "--columns", columns_file(site), "--report", str(report)) == 0
    assert "办完：送审 2 条，没有办成 0 条" in capsys.readouterr().out
    assert set(Item.objects.values_list("state", flat=True)) == {"in_review"}
    assert report.read_text(encoding="utf-8-sig").splitlines()[1].endswith("新建,已送审,")
    assert OldColumn.objects.count() == 2


def test_a_zip_is_as_good_as_a_folder(cast, tmp_path):
    settled(cast)
    path = tmp_path / "site.zip"
    path.write_bytes(folder_of({**FILES, "清单.csv": csv_of(*lines())}).getvalue())
    assert call(path) == 0
    assert Item.objects.count() == 3


def stop_after(monkeypatch, turns: int) -> None:
    """Interrupt the work after so many turns."""
    real, left = import_site_job.deliver_due, [turns]

    def stopping(*args, **named):
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(*args, **named)

    monkeypatch.setattr(import_site_job, "deliver_due", stopping)


@pytest.mark.parametrize("turns", [0, 1, 3, 4])
def test_a_run_that_was_stopped_goes_on_where_it_was(cast, site, capsys, monkeypatch, turns):
    settled(cast)
    with monkeypatch.context() as stopped:
        stop_after(stopped, turns)
        assert call(site) == 1
    assert "再运行同一条命令接着办" in capsys.readouterr().err
    assert call(site) == 0
    assert "接着办" in capsys.readouterr().out
    assert (Batch.objects.get().state, Item.objects.count(), OldAddress.objects.filter(file=None).count()) == ("done", 3, 3)  # fmt: skip


def test_a_failure_of_the_machine_is_told_once_and_tried_again(cast, site, capsys, monkeypatch):
    settled(cast)
    broken = [OSError("磁盘已满")] * 2
    real = run_row_module.run_page

    def failing(*args, **named):
        return (_ for _ in ()).throw(broken.pop()) if broken else real(*args, **named)

    monkeypatch.setattr(run_row_module, "run_page", failing)
    monkeypatch.setattr(import_site_job, "LOOK", 0.01)
    monkeypatch.setattr("gongkai.common.outbox.delivery.wait_after", lambda _: timedelta(milliseconds=50))  # fmt: skip
    assert call(site) == 0
    assert capsys.readouterr().err.count("有一行出错") == 1
    assert Item.objects.count() == 3


def test_the_same_site_again_has_nothing_to_do(cast, site, capsys):
    settled(cast)
    assert (call(site), call(site)) == (0, 0)
    assert "没有要新建或者修改的信息" in capsys.readouterr().out
    assert Item.objects.count() == 3


def test_wrong_lines_are_named_and_nothing_is_kept(cast, site, capsys, tmp_path):
    settled(cast)
    (site / "zwgk/tzgg/t2.html").unlink()
    report = tmp_path / "结果.csv"
    assert call(site, "--report", str(report)) == 1
    assert (
        "第 3 行，旧网址“/zwgk/tzgg/t2.html”：压缩包里没有这个地址的网页" in capsys.readouterr().err
    )
    assert "不对" in report.read_text(encoding="utf-8-sig")
    assert not Batch.objects.exists()


def test_a_line_that_cannot_be_done_is_said_at_the_end(cast, site, capsys, monkeypatch):
    settled(cast)
    cast.clerk.posts.all().delete()
    make_person("li", "李经办", cast.town, "clerk")
    batch_of = import_site_job.confirm_batch

    def leaving(**named):
        named["by"].posts.filter(agency=cast.town)
        batch = batch_of(**named)
        named["by"].posts.all().delete()
        return batch

    monkeypatch.setattr(import_site_job, "confirm_batch", leaving)
    assert call(site) == 1
    assert "没有办成 3 条" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--organ", "999999"], "没有代码是 999999 的机关"),
        (["--by", "nobody"], "不能替青石镇人民政府起草"),
        (["--place", "div > p"], "--place 只写 id 或者 class"),
        (["--site", "不是网址"], "--site 请写完整的网址"),
        (["--inventory", "/nowhere.csv"], "nowhere.csv"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(cast, site, capsys, options, said):
    assert call(site, *options) == 2
    assert said in capsys.readouterr().err


def test_of_several_clerks_one_must_be_named(cast, site, capsys):
    settled(cast)
    make_person("li", "李经办", cast.town, "clerk")
    assert call(site) == 2
    assert "能替青石镇人民政府起草的：li、wang" in capsys.readouterr().err
    assert call(site, "--by", "wang") == 0


def test_the_address_of_the_site_is_taken_from_the_inventory(cast, site):
    settled(cast)
    whole = csv_of(*lines("http://www.qingshi.gov.cn/zwgk/tzgg/t1.html"))
    (site / "清单.csv").write_bytes(whole)
    assert main(["import-site", str(site), "--organ", "320001", "--run"]) == 0
    assert OldAddress.objects.get(file=None).host == "www.qingshi.gov.cn"


def test_an_unknown_column_in_the_table_of_columns_is_said(cast, site, capsys):
    path = site.parent / "栏目.csv"
    path.write_text("通知公告,没有的栏目\n", encoding="utf-8")
    assert call(site, "--columns", str(path)) == 2
    assert "没有栏目“没有的栏目”" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["file", "folder", "pipe"])
def test_links_and_strange_things_in_a_folder_are_refused(cast, site, capsys, kind):
    settled(cast)
    if kind == "pipe":
        os.mkfifo(site / "x.html")
    else:
        (site / "x.html").symlink_to("/etc/passwd" if kind == "file" else "/etc")
    assert call(site) == 2
    assert ("指向别处的链接" if kind != "pipe" else "不是文件") in capsys.readouterr().err
    assert not Item.objects.exists()


def test_names_of_an_old_disk_are_read(cast, site):
    settled(cast)
    name = os.fsencode(site / "zwgk/files") + b"/" + "表.csv".encode("gb18030")
    (site / "zwgk/files/表.csv").rename(os.fsdecode(name))
    assert call(site) == 0
    item = OldAddress.objects.get(path="/zwgk/tzgg/t1.html").item
    assert item.draft.attachments.filter(use="attachment").count() == 1
