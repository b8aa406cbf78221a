"""``gongkai law due``: when a request is due, from the day of receipt and what has happened since, step by step."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from gongkai.config.command_line.parser import BAD_INPUT, Parser, count, day
from gongkai.law.clock_events import EVENT_RULES, Event, IllegalEvent, Kind
from gongkai.law.deadlines import Due, request_due
from gongkai.law.duties import duty
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.steps import in_words
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar

_RECEIPT = duty("fix_receipt", date.max).cite
"""The newest rule."""
_FORMS = {"": "", "days": "[:天数]", "until": ":延迟到的日期", "until?": "[:限定的日期]"}
_SHAPE = "事项应写成 种类:日期[:天数] 的样子，例如 extend:2026-11-20:10"


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add ``due`` to the group ``law``."""
    command = commands.add_parser(
        "due",
        help="申请的答复期限",
        description="一件申请最迟哪一天答复，逐步说明依据。事项按发生的先后给出。",
        epilog=_kinds(),
    )
    command.add_argument(
        "--received",
        type=day,
        required=True,
        metavar="日期",
        help=f"收到申请之日（{_RECEIPT}）",
    )
    command.add_argument(
        "--event",
        type=event,
        action="append",
        default=[],
        metavar="事项",
        help="种类:日期[:天数]，可以重复",
    )
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(run=run)


def _kinds() -> str:
    """The kinds of event for the help, one a line."""
    lines = [
        f"  {rule.kind}:日期{'[:天数[:发出日期]]' if rule.kind is Kind.CLARIFY_SENT else _FORMS[rule.takes]}"
        f"  {rule.label}（{rule.day}，{rule.cite}）"
        for rule in EVENT_RULES
    ]
    return "\n".join(["事项的种类：", *lines])


def event(text: str) -> Event:
    """An event argument, KIND:DATE[:N]; ``delay_fixed`` takes a second date, ``clarify_sent`` may add the day of sending."""
    kind, *rest = text.split(":")
    rules = {rule.kind.value: rule for rule in EVENT_RULES}
    if kind not in rules:
        raise argparse.ArgumentTypeError(f"没有“{kind}”这种事项，可选：{'、'.join(rules)}")
    allowed = {"": 1, "days": 3 if kind == Kind.CLARIFY_SENT else 2, "until": 2, "until?": 2}[
        rules[kind].takes
    ]
    if not 1 <= len(rest) <= allowed:
        raise argparse.ArgumentTypeError(f"{_SHAPE}，得到 {text}")
    when, second, sent = [*rest, "", ""][:3]
    try:
        return Event(
            Kind(kind),
            day(when),
            days=count(second) if second and rules[kind].takes == "days" else None,
            until=day(second) if second and rules[kind].takes.startswith("until") else None,
            sent=day(sent) if sent else None,
        )
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def run(arguments: argparse.Namespace) -> int:
    """Print the due date and its steps; 2 if an event is not allowed or the days cannot be counted."""
    try:
        due = request_due(arguments.received, arguments.event, provisional_calendar())
    except (IllegalEvent, NoRuleInForce, CalendarNotPublished) as error:
        print(f"gongkai law due：{error}", file=sys.stderr)
        return BAD_INPUT
    if arguments.json:
        print(json.dumps(_as_json(due), ensure_ascii=False))
    else:
        print(_as_text(due))
    return 0


def _as_json(due: Due) -> dict[str, Any]:
    return {
        "due": due.date.isoformat() if due.date else None,
        "running": due.running,
        "provisional": due.provisional,
        "lapses_on": due.lapses_on.isoformat() if due.lapses_on else None,
        "steps": [
            {"date": step.date.isoformat(), "text": step.text, "cite": str(step.cite)}
            for step in due.steps
        ],
        "doubts": list(due.doubts),
    }


def _as_text(due: Due) -> str:
    unsure = "（暂定）" if due.provisional else ""
    lines = [f"答复的最后一日：{in_words(due.date) + unsure if due.date else '现在没有'}"]
    lines.append(f"答复期限：{'正在计算' if due.running else '没有在计算'}")
    if due.lapses_on:
        lines.append(f"申请人的最后一日：{in_words(due.lapses_on)}{unsure}")
    lines += [f"  {step.date.isoformat()}  {step.text}{step.cite}" for step in due.steps]
    lines += [f"存疑：{doubt}。" for doubt in due.doubts]
    return "\n".join(lines)
