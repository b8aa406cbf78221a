"""``gongkai law due`` and ``gongkai law workdays`` as another program calls them."""

import json

import pytest

from gongkai.config.command_line import main


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``gongkai law …``."""
    try:
        code = main(["law", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def answer(capsys, *arguments: str) -> dict:
    code, out, err = run(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def due(capsys, *events: str, received: str = "2026-11-02") -> dict:
    return answer(
        capsys,
        "due",
        "--received",
        received,
        *(part for text in events for part in ("--event", text)),
    )


def test_due_prints_the_contract_keys(capsys):
    found = due(capsys, received="2025-09-15")
    assert {key: found[key] for key in ("due", "running", "provisional", "lapses_on")} == {
        "due": "2025-10-17",
        "running": True,
        "provisional": False,
        "lapses_on": None,
    }
    assert [step["date"] for step in found["steps"]] == ["2025-09-15", "2025-10-17"]
    assert all(set(step) == {"date", "text", "cite"} for step in found["steps"])


def test_the_example_of_the_contract(capsys):
    found = due(capsys, "third_party_asked:2026-11-05", "third_party_answered:2026-11-17")
    assert found["due"] == "2026-12-10"
    assert any("8个工作日不计算" in step["text"] for step in found["steps"])


def test_due_reads_out_each_step_with_its_article(capsys):
    code, out, _ = run(capsys, "due", "--received", "2025-09-15")
    assert code == 0
    assert "答复的最后一日：2025年10月17日（周五）" in out
    assert "9月28日（周日）、10月11日（周六）调休上班计入。《条例》第三十三条第二款" in out
    assert "存疑：" in out


def test_due_reads_out_what_the_applicant_owes(capsys):
    _, out, _ = run(
        capsys, "due", "--received", "2026-11-02", "--event", "clarify_sent:2026-11-05:10"
    )
    assert "答复的最后一日：现在没有" in out
    assert "没有在计算" in out
    assert "申请人的最后一日：2026年11月19日（周四）\n" in out
    assert "无正当理由逾期不补正的，视为放弃申请" in out


def test_provisional_stands_behind_the_day_that_is_not_certain(capsys):
    asked = "clarify_sent:2026-12-15:15"
    _, out, _ = run(capsys, "due", "--received", "2026-12-10", "--event", asked)
    assert "答复的最后一日：现在没有\n" in out
    assert "申请人的最后一日：2027年1月6日（周三）（暂定）\n" in out


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["clarify_sent:2026-11-05"], (None, False, None)),
        (["clarify_sent:2026-11-05:10"], (None, False, "2026-11-19")),
        (["clarify_sent:2026-11-16:5:2026-11-11"], (None, False, "2026-11-23")),
        (["clarify_sent:2026-11-05:10", "clarify_received:2026-11-12"], ("2026-12-10", True, None)),
        (["extend:2026-11-20"], ("2026-12-28", True, None)),
        (["extend:2026-11-20:5"], ("2026-12-07", True, None)),
        (["other_organ_asked:2026-11-05"], (None, False, None)),
        (
            ["other_organ_asked:2026-11-05", "other_organ_answered:2026-11-17"],
            ("2026-12-10", True, None),
        ),
        (
            ["joint_organ_asked:2026-11-05", "joint_organ_received:2026-11-06"],
            ("2026-12-22", False, None),
        ),
        (["fee_noticed:2026-11-05"], (None, False, "2026-12-03")),
        (["fee_noticed:2026-11-05", "fee_paid:2026-11-12"], ("2026-12-10", True, None)),
        (["reasons_asked:2026-11-05", "reasons_received:2026-11-06"], ("2026-11-30", True, None)),
        (["delay_fixed:2026-11-05:2027-01-20"], ("2027-01-20", True, None)),
        (["replied:2026-11-05"], ("2026-11-30", False, None)),
        (["withdrawn:2026-11-05"], (None, False, None)),
    ],
)
def test_every_kind_of_event_can_be_given(capsys, events, expected):
    found = due(capsys, *events)
    assert (found["due"], found["running"], found["lapses_on"]) == expected


def test_a_year_without_a_notice_is_answered_provisionally(capsys):
    found = due(capsys, received="2026-12-20")
    assert (found["due"], found["provisional"]) == ("2027-01-18", True)
    assert "暂定" in run(capsys, "due", "--received", "2026-12-20")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--received", "2018-12-31"], "2019-05-15"),
        (["--received", "2026-02-30"], "没有 2026-02-30 这一天"),
        (["--received", "20260202"], "日期应写成"),
        ([], "缺少参数：--received"),
        (["--received", "2060-12-20"], "2060"),
    ],
)
def test_a_day_of_receipt_that_cannot_be_counted_is_bad_input(capsys, arguments, said):
    code, out, err = run(capsys, "due", *arguments)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("extend:2026-12-01", "《条例》第三十三条第二款"),
        ("extend:2026-11-20:21", "《条例》第三十三条第二款"),
        ("extend:2026-11-20:0", "《条例》第三十三条第二款"),
        ("third_party_answered:2026-11-05", "《条例》第三十二条"),
        ("extend:2026-11-01", "早于收到申请之日"),
        ("coffee:2026-11-05", "没有“coffee”这种事项"),
        ("extend", "种类:日期"),
        ("extend:2026-11-05:1:2", "种类:日期"),
        ("replied:2026-11-05:3", "种类:日期"),
        ("extend:2026-11-05:x", "整数"),
        ("extend:2026-11-31", "没有 2026-11-31 这一天"),
        ("delay_fixed:2026-11-05", "延迟到哪一天"),
        ("delay_fixed:2026-11-05:3", "日期应写成"),
        ("clarify_sent:2026-11-05:999999999", "2060"),
    ],
)
def test_an_event_that_cannot_be_is_bad_input(capsys, event, said):
    code, out, err = run(capsys, "due", "--received", "2026-11-02", "--event", event)
    assert (code, out) == (2, "")
    assert said in err


def test_events_out_of_order_are_bad_input(capsys):
    events = ["--event", "third_party_asked:2026-11-05", "--event", "extend:2026-11-04"]
    code, _, err = run(capsys, "due", "--received", "2026-11-02", *events)
    assert code == 2
    assert "早于前一事项之日" in err


def test_the_help_lists_every_kind_of_event(capsys):
    code, out, _ = run(capsys, "due", "--help")
    assert code == 0
    assert "delay_fixed:日期:延迟到的日期" in out
    assert "clarify_sent:日期[:天数[:发出日期]]" in out


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        ("2025-09-15", "20", {"date": "2025-10-17", "provisional": False}),
        ("2026-12-30", "1", {"date": "2026-12-31", "provisional": False}),
        ("2026-12-30", "2", {"date": "2027-01-04", "provisional": True}),
        ("2026-10-01", "0", {"date": "2026-10-01", "provisional": False}),
    ],
)
def test_workdays_prints_the_contract_keys(capsys, start, number, expected):
    assert answer(capsys, "workdays", "--from", start, "--add", number) == expected


def test_workdays_says_what_was_skipped(capsys):
    code, out, _ = run(capsys, "workdays", "--from", "2026-12-20", "--add", "20")
    assert code == 0
    assert "2027年1月18日（周一）" in out
    assert "其间2027年1月1日放假不计。" in out
    assert "暂定：" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "2018-12-31", "--add", "1"], "只收录2019年以来"),
        (["--from", "2026-12-31", "--add", "-1"], "0 以上的整数"),
        (["--from", "2026-12-31", "--add", "1.5"], "0 以上的整数"),
        (["--from", "2026-12-31", "--add", "999999999"], "2060"),
        (["--from", "2026-13-01", "--add", "1"], "没有 2026-13-01 这一天"),
        (["--from", "2026-12-31"], "缺少参数：--add"),
        (["--add", "1"], "缺少参数：--from"),
    ],
)
def test_workdays_that_cannot_be_counted_are_bad_input(capsys, arguments, said):
    code, out, err = run(capsys, "workdays", *arguments)
    assert (code, out) == (2, "")
    assert said in err
