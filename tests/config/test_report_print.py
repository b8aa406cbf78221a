"""``gongkai report print`` writes a file whole or not at all, and says in one line what is wrong."""

import json
from importlib.resources import files

import pytest

from gongkai.config.command_line import main
from gongkai.law.annual_report import check
from gongkai.paperwork import CannotPrint, read_report

DEMO = files("gongkai.paperwork") / "demo_report.json"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "年报.json"
    path.write_bytes(DEMO.read_bytes())
    return path


@pytest.mark.parametrize(("kind", "start"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-1.7")])
def test_a_report_is_printed_and_can_be_read_again(source, kind, start):
    out = source.with_suffix(f".{kind}")
    assert main(["report", "print", str(source), "--to", kind, "-o", str(out)]) == 0
    assert out.read_bytes().startswith(start)
    assert read_report(out).figures == read_report(source).figures


def test_json_is_the_contract(source, capfdbinary):
    assert main(["report", "print", str(source), "--to", "json", "-o", "-"]) == 0
    printed = json.loads(capfdbinary.readouterr().out)
    assert printed == json.loads(DEMO.read_bytes())


def test_no_half_file_is_left(source):
    main(["report", "print", str(source), "--to", "html", "-o", str(source.with_suffix(".html"))])
    assert sorted(path.suffix for path in source.parent.iterdir()) == [".html", ".json"]


def test_a_file_that_is_no_report_leaves_with_2_and_writes_nothing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("今天天气很好。", encoding="utf-8")
    out = tmp_path / "a.pdf"
    assert main(["report", "print", str(tmp_path / "a.txt"), "--to", "pdf", "-o", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


def test_a_folder_that_is_not_there_is_named(source, capsys):
    out = source.parent / "没有" / "a.html"
    assert main(["report", "print", str(source), "--to", "html", "-o", str(out)]) == 2
    assert str(out) in capsys.readouterr().err


def test_what_is_missing_for_printing_is_said(source, monkeypatch, capsys):
    def without_fonts(*_):
        raise CannotPrint("本机没有中文字体")

    monkeypatch.setattr("gongkai.config.command_line.report_print.print_report", without_fonts)
    assert main(["report", "print", str(source), "--to", "pdf", "-o", "x.pdf"]) == 2
    assert "没有中文字体" in capsys.readouterr().err


def test_the_demo_report_is_marked_and_nothing_is_wrong_with_it():
    report = read_report(DEMO.read_bytes())
    assert "演示数据" in report.title
    assert check(report) == []
    assert sum(report.figures.values()) > 0
