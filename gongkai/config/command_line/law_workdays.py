"""``gongkai law workdays``: the date a number of working days later, and which days off were skipped."""

import argparse
import json
import sys
from datetime import date

from gongkai.config.command_line.parser import BAD_INPUT, Parser, count, day
from gongkai.law.steps import departures_in_words, in_words
from gongkai.law.workdays import CalendarNotPublished, Reckoning, provisional_calendar


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add ``workdays`` to the group ``law``."""
    command = commands.add_parser(
        "workdays",
        help="若干个工作日之后是哪一天",
        description="从某日起若干个工作日之后是哪一天；起算日当天不计，0 就是起算日当天。"
        "放假安排未公布的年份按双休日和法定节假日推算，注明暂定。",
    )
    command.add_argument("--from", dest="start", type=day, required=True, metavar="日期")
    command.add_argument("--add", type=count, required=True, metavar="N", help="工作日数，0 以上")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the date; 2 if it lies outside the years that can be counted."""
    try:
        found = provisional_calendar().reckon(arguments.start, arguments.add)
    except CalendarNotPublished as error:
        print(f"gongkai law workdays：{error}", file=sys.stderr)
        return BAD_INPUT
    if arguments.json:
        answer = {"date": found.date.isoformat(), "provisional": found.provisional}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(_in_words(arguments.start, arguments.add, found))
    return 0


def _in_words(start: date, number: int, found: Reckoning) -> str:
    lines = [f"{in_words(start)}之后第{number}个工作日：{in_words(found.date)}"]
    said = departures_in_words(provisional_calendar(), start, found.date)
    if said:
        lines.append(said)
    if found.provisional:
        lines.append(f"暂定：{found.date.year}年的放假安排尚未公布，公布后可能变动。")
    return "\n".join(lines)
