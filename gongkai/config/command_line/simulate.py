"""``gongkai simulate year``: a year of work of a demo's organ, played through the real acts; for practice and for trying out."""

import argparse
import sys
import time
from typing import TYPE_CHECKING

from gongkai.config.command_line.parser import BAD_INPUT, Parser, count
from gongkai.config.framework import with_database

if TYPE_CHECKING:
    from gongkai.agencies.models import Agency
    from gongkai.config.simulation.playing import Played

REFUSED = 1


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "simulate",
        help="在演示数据里模拟一年的工作",
        description="在演示数据里，由机关的人员按真实的办理步骤模拟一年的工作，用来练习和试用。",
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    command = acts.add_parser(
        "year",
        help="模拟一个机关的一年",
        description="登记和答复申请、发布信息、制发和废止文件、应对复议和诉讼，都是虚构的，标题注明演示数据。"
        "同一个种子得到同样的一年；今年的只办到昨天；一个机关的一年只能模拟一次。",
    )
    command.add_argument("--organ", required=True, metavar="代码", help="机关代码，例如 DEMO-TOWN")
    command.add_argument(
        "--year", required=True, type=count, metavar="年份", help="四位数，2023 年起"
    )
    command.add_argument(
        "--seed", type=count, default=1, metavar="种子", help="整数；不同的种子是不同的一年，默认 1"
    )
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Play the year; 2 where the organ or the year cannot be played, 1 where an act was refused. Neither changes anything."""
    from gongkai.config.simulation.house import Unfit
    from gongkai.config.simulation.playing import Refused

    try:
        return _play(arguments)
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return BAD_INPUT
    except Refused as refused:
        print(f"{refused}。已经办的全部撤销，什么都没有改动。", file=sys.stderr)
        return REFUSED


def _play(arguments: argparse.Namespace) -> int:
    from gongkai.common.clock import current
    from gongkai.config.simulation.playing import follow, simulate

    now, begun = current(), time.monotonic()
    agency = _organ(arguments.organ)
    played = simulate(agency, arguments.year, arguments.seed, now, _say)
    _say("正在印出文书、更新网站……")
    follow(now)
    _summary(agency, arguments.year, played, time.monotonic() - begun)
    return 0


def _organ(code: str) -> "Agency":
    """The organ; Unfit for one that is not there, and outside a demo: the journal forgets nothing that was only a game."""
    from gongkai.accounts.models import User
    from gongkai.agencies.models import Agency
    from gongkai.config.demo.cast import HEAD, ORGANS
    from gongkai.config.simulation.house import Unfit

    codes = set(Agency.objects.values_list("code", flat=True))
    if not (set(ORGANS) <= codes and User.objects.filter(username=HEAD.username).exists()):
        raise Unfit("只能在演示数据里模拟：请在一个空的数据库上先运行 gongkai demo。")
    if code not in codes:
        raise Unfit(f"没有代码为 {code} 的机关。")
    return Agency.objects.get(code=code)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _summary(agency: "Agency", year: int, played: "Played", seconds: float) -> None:
    """What was done, by kind."""
    print(
        f"{agency.name} {year} 年模拟完毕：办了 {played.acts.total()} 步，用了 {seconds:.0f} 秒。"
    )
    for what, number in sorted(played.acts.items(), key=lambda row: (-row[1], row[0])):
        print(f"  {what}　{number}")
