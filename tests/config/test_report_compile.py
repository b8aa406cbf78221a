"""``gongkai report compile``: contract JSON on stdout, what is open and what is wrong on stderr."""

import json

import pytest

from gongkai.config.command_line import main
from tests.annual_reports.records import YEAR, all_returned, document


def compile_(cast, *more: str, code: str = "") -> int:
    return main(["report", "compile", "--organ", code or cast.town.code, "--year", *more])


def test_the_json_is_the_contracts_and_the_exit_is_good(cast, capsys):
    all_returned(cast)
    document(cast)
    assert compile_(cast, str(YEAR), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["proactive"]["normative_documents"]["issued"] == 1
    assert found["requests"]["received"]["total"] == 0


def test_without_json_each_cell_is_a_line(cast, capsys):
    all_returned(cast)
    compile_(cast, str(YEAR))
    assert "表二“行政许可”的“本年处理决定数量”\t12" in capsys.readouterr().out


def test_what_could_not_be_counted_is_told(cast, capsys):
    compile_(cast, str(YEAR), "--json")
    printed = capsys.readouterr()
    assert json.loads(printed.out)["proactive"]["permits"] is None
    assert "未计入：行政许可：还没有部门报送" in printed.err


@pytest.mark.parametrize(("day", "code"), [("2023-12-31", 2), ("2024-01-01", 0)])
def test_a_day_before_the_year_is_bad_input(cast, capsys, day, code):
    assert compile_(cast, str(YEAR), "--as-of", day) == code


@pytest.mark.parametrize("bad", [("2024", "NOWHERE"), ("2020", ""), ("99999", "")])
def test_an_unknown_organ_and_a_year_without_the_form_are_bad_input(cast, capsys, bad):
    year, code = bad
    assert compile_(cast, year, code=code) == 2
    assert capsys.readouterr().err.startswith("gongkai：")
