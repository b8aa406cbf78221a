"""``gongkai report check``: exit codes, the JSON of the contract, one line a finding, and going on past unreadable files."""

import json
from pathlib import Path

import pytest

from gongkai.config.command_line import main
from gongkai.paperwork.contract_json import dumps
from tests.law.annual_report.reports import with_figures, zeros

BROKEN = {"requests.received.natural_person": 3, "requests.carried_out.natural_person": 3}


@pytest.fixture
def write(tmp_path):
    def write_report(name, report):
        path = tmp_path / name
        path.write_text(dumps(report), encoding="utf-8")
        return str(path)

    return write_report


def run(capsys, *arguments):
    code = main(["report", "check", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_sound_report_exits_with_0(capsys, write):
    file = write("good.json", zeros())
    assert run(capsys, file) == (0, f"{file}：未发现问题\n", "")


def test_a_broken_balance_exits_with_1_on_one_line_with_rule_cell_and_both_sides(capsys, write):
    code, out, _ = run(capsys, write("bad.json", with_figures(zeros(), BROKEN)))
    assert code == 1
    [line] = [line for line in out.splitlines() if "新收" in line]
    assert line.startswith("  错误：表三“一、本年新收政府信息公开申请数量”一行")
    assert line.endswith("〔row_sum requests.received.total 左 3 右 0〕")


def test_a_side_that_there_is_not_is_not_shown(capsys, write):
    file = write("half.json", with_figures(zeros(), {"proactive.permits": 2}))
    text = Path(file).read_text(encoding="utf-8").replace('"permits": 2', '"permits": "2.5"')
    Path(file).write_text(text, encoding="utf-8")
    assert "〔not_integer proactive.permits 左 2.5〕" in run(capsys, file)[1]


def test_a_note_is_plain_words_and_exits_with_0(capsys, write):
    code, out, _ = run(capsys, write("note.json", zeros(organ=None)))
    assert code == 0
    assert out.endswith("  说明：没有读到机关名称\n")


def test_an_unreadable_file_exits_with_2_and_the_others_are_checked(capsys, write, tmp_path):
    bad, good = write("bad.json", with_figures(zeros(), BROKEN)), write("good.json", zeros())
    code, out, err = run(capsys, good, str(tmp_path / "none.pdf"), bad)
    assert code == 2
    assert "none.pdf：无法读取。找不到文件" in out
    assert out.endswith("共 3 份：1 份没有错误，1 份有错误，1 份无法读取。\n")
    assert "已核对 3/3" in err


def test_json_is_one_object_for_each_file_in_order(capsys, write, tmp_path):
    bad, none = write("bad.json", with_figures(zeros(), BROKEN)), str(tmp_path / "none.pdf")
    code, out, _ = run(capsys, none, bad, "--json")
    unreadable, checked = json.loads(out)
    assert (code, unreadable["file"], unreadable["findings"]) == (2, none, [])
    assert unreadable["error"].startswith("找不到文件")
    assert checked["file"] == bad
    first = checked["findings"][0]
    assert {"rule", "where", "left", "right", "severity", "message"} <= set(first)
    assert (first["severity"], first["left"], first["right"]) == ("error", 3, 0)


def test_last_years_report_adds_the_balances_between_years(capsys, write):
    figures = {"requests.carried_out.natural_person": 2, "requests.carried_out.total": 2}
    last_year = write("2023.json", with_figures(zeros(year=2023), figures))
    code, out, _ = run(capsys, write("2024.json", zeros()), "--previous", last_year)
    assert code == 1
    assert "本年年报的上年结转填的是 0，上年年报的结转下年度填的是 2，相差 2" in out


def test_an_unreadable_report_of_last_year_exits_with_2(capsys, write, tmp_path):
    code, out, err = run(capsys, write("good.json", zeros()), "--previous", str(tmp_path / "x"))
    assert (code, out) == (2, "")
    assert err.startswith("上一年度报告")
