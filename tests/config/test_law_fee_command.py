"""``gongkai law fee`` prints the amount and each band with its article; bad input leaves with 2 and one sentence."""

import json

import pytest

from gongkai.config.command_line import main


def answer(capsys, *arguments: str) -> dict:
    assert main(["law", "fee", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "yuan"),
    [
        (("--pieces", "0"), 0),
        (("--pieces", "55"), 9000),
        (("--pages", "350"), 8700),
        (("--pages", "31"), 10),
    ],
)
def test_json_gives_whole_yuan(capsys, arguments, yuan):
    assert answer(capsys, *arguments)["yuan"] == yuan


def test_json_explains_the_amount_band_by_band(capsys):
    found = answer(capsys, "--pieces", "31")
    assert found["cite"] == "《信息处理费办法》第四条"
    assert sum(band["yuan"] for band in found["bands"]) == found["yuan"] == 2200
    assert found["bands"][-1] == {
        "from": 31,
        "to": 31,
        "count": 1,
        "rate_yuan": 200,
        "yuan": 200,
        "cite": "《信息处理费办法》第四条第二款第（三）项",
    }


def test_words_give_amount_bands_scope_and_that_charging_is_a_choice(capsys):
    assert main(["law", "fee", "--pages", "101"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "720 元"
    assert (
        lines[3].strip() == "第101页，共1页，每页20元，计20元（《信息处理费办法》第五条第（三）项）"
    )
    assert any("可以收取" in line and "第四十二条" in line for line in lines)


@pytest.mark.parametrize(("day", "code"), [("2020-12-31", 2), ("2021-01-01", 0), ("2021-01-02", 0)])
def test_the_day_decides_which_scale_applies(capsys, day, code):
    assert main(["law", "fee", "--pieces", "11", "--on", day]) == code
    captured = capsys.readouterr()
    assert bool(captured.out) is (code == 0)
    assert ("2021-01-01" in captured.err) is (code == 2)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--pieces", "-1"),
        ("--pieces", "十"),
        ("--pages", "1.5"),
        ("--pieces", "1", "--pages", "1"),
        ("--pieces", "1", "--on", "2025-02-30"),
    ],
)
def test_bad_input_leaves_with_two_and_says_why_in_chinese(capsys, arguments):
    with pytest.raises(SystemExit) as left:
        main(["law", "fee", *arguments])
    assert left.value.code == 2
    assert "gongkai law fee：" in capsys.readouterr().err


def test_a_slip_of_the_pen_is_refused(capsys):
    assert main(["law", "fee", "--pieces", "100000000"]) == 2
    assert "1000000" in capsys.readouterr().err
