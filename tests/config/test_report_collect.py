"""``gongkai report collect``: a folder is read once, gone on with after a stop, and every outcome is said."""

import json
from pathlib import Path

import pytest

from gongkai.annual_reports.models import CollectedBatch, HandedIn
from gongkai.config.command_line import main
from tests.annual_reports.collecting.folders import printed, zipped

pytestmark = pytest.mark.django_db(transaction=True)
TOWN, OTHER = "青石镇人民政府", "白沙镇人民政府"


@pytest.fixture
def folder(cast, tmp_path) -> Path:
    """Two reports, one of them broken, and a file that is none."""
    room = tmp_path / "2024年报"
    room.mkdir()
    (room / "青石.html").write_bytes(printed(TOWN, "html"))
    (room / "白沙.json").write_bytes(printed(OTHER, requests__granted__total=4))
    (room / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    return room


def call(path: Path, *options: str, county: str = "320000", year: str = "2024") -> int:
    return main(["report", "collect", str(path), "--county", county, "--year", year, *options])


def test_a_folder_is_read_and_every_outcome_said(folder, capsys):
    assert call(folder) == 1
    said = capsys.readouterr()
    assert "已收下 2 个" in said.out
    assert "白沙镇人民政府（白沙.json）：" in said.out
    assert "坏.pdf：" in said.out
    assert "3/3" in said.err
    assert HandedIn.objects.count() == 2


def test_json_names_organs_findings_and_who_is_missing(folder, capsys):
    (folder / "白沙.json").unlink()
    assert call(folder, "--json", "--cores", "1") == 0
    said = json.loads(capsys.readouterr().out)
    good = next(row for row in said["files"] if row["state"] == "read")
    assert good["organ"] == {"code": "320001", "name": TOWN}
    assert (good["number"], good["errors"]) == (1, 0)
    assert said["missing"] == [OTHER]


def test_the_same_folder_again_takes_nothing_twice(folder, capsys):
    assert call(folder) == call(folder) == 1
    assert (CollectedBatch.objects.count(), HandedIn.objects.count()) == (1, 2)


def test_a_stopped_run_goes_on(folder, capsys, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("gongkai.config.command_line.report_collect._read", stop)
        assert call(folder) == 1
    assert "再运行同一条命令接着办" in capsys.readouterr().err
    call(folder)
    assert HandedIn.objects.count() == 2


def stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_zip_is_as_good_as_a_folder(cast, tmp_path):
    path = tmp_path / "年报.zip"
    path.write_bytes(zipped({"a.json": printed(TOWN)}).file.getvalue())
    assert call(path) == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"county": "999999"}, "没有代码是 999999 的机关"),
        ({"county": "320001"}, "不是县级以上人民政府"),
        ({"year": "1900"}, "年度应在"),
    ],
)
def test_what_cannot_be_collected_is_refused(folder, capsys, given, said):
    assert call(folder, **given) == 2
    assert said in capsys.readouterr().err


def test_a_source_that_is_not_there_is_refused(cast, tmp_path, capsys):
    assert call(tmp_path / "nowhere") == 2
    (tmp_path / "x.zip").write_bytes(b"no archive")
    assert call(tmp_path / "x.zip") == 2
    assert "只接受 ZIP" in capsys.readouterr().err
