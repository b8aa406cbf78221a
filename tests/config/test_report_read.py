"""``gongkai report read`` and the promises it makes on the real reports that lie beside the project."""

import json
import os
from pathlib import Path

import pytest

from gongkai.config.command_line import main

SHARED = Path(os.environ.get("GONGKAI_SHARED") or Path(__file__).parents[3] / "shared")
REPORTS = ("pingchangguan-2024.txt", "hongze-2024.pdf", "shuyang-fgj-2023.html")
TABLES = ("proactive", "requests", "remedies")


def real(name: str) -> Path:
    path = SHARED / "reports" / name
    if not path.exists():
        pytest.skip(f"no {path.name} beside the project")
    return path


def read(capsys, path) -> dict:
    assert main(["report", "read", str(path), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.needs_reports
@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_of_a_real_report_is_read(capsys, name):
    truth = json.loads(real(name).with_suffix(".truth.json").read_text())
    report = read(capsys, real(name))
    assert {table: report[table] for table in TABLES} == {table: truth[table] for table in TABLES}


@pytest.mark.needs_reports
def test_the_head_of_a_real_report_is_as_the_contract_shows_it(capsys):
    example = json.loads(
        (real(REPORTS[0]).parents[1] / "contract/annual-report.example.json").read_text()
    )
    report = read(capsys, real(REPORTS[0]))
    for key in ("contract", "form", "title", "organ", "year", "signed_on"):
        assert report[key] == example[key]


@pytest.mark.needs_reports
def test_one_altered_figure_is_named_with_both_sides_and_the_rule(capsys, tmp_path):
    text = real(REPORTS[0]).read_text()
    altered = tmp_path / "altered.txt"
    altered.write_text(text.replace("2.重复申请 0 0 0", "2.重复申请 0 4 0"))
    assert main(["report", "check", str(real(REPORTS[0]))]) == 0
    capsys.readouterr()
    assert main(["report", "check", "--json", str(altered)]) == 1
    errors = [
        f for f in json.loads(capsys.readouterr().out)[0]["findings"] if f["severity"] == "error"
    ]
    found = {(f["rule"], f["where"]): (f["left"], f["right"]) for f in errors}
    assert found["row_sum", "requests.unprocessed_repeated.total"] == (4, 0)
    assert found["outcomes_sum", "requests.concluded.enterprise"] == (4, 0)


def test_a_file_that_is_no_report_exits_with_2_and_one_line(capsys, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("今天天气很好。", encoding="utf-8")
    assert main(["report", "read", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}：")
    assert len(err.splitlines()) == 1


def test_the_demo_reads_checks_and_prints_in_every_kind(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path))
    assert main(["report", "demo"]) == 0
    assert "演示数据" in capsys.readouterr().out
    kinds = {path.suffix for path in (tmp_path / "report-demo").iterdir()}
    assert kinds == {".html", ".docx", ".pdf", ".json"}
