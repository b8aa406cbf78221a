"""``gongkai demo``: an invented township and county to try everything with, on an empty database only."""

import argparse
import sys

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import with_database


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "demo",
        help="在空库上建立演示乡镇",
        description="在空数据库上建立虚构的演示县、演示镇和各岗位的人员；库里已有其他内容的，什么都不动。",
    )
    command.add_argument(
        "--reset", action="store_true", help="清空演示数据重新建立；只用于全是演示数据的库"
    )
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Make the demo, or say why not; 2 where the database holds something else."""
    from gongkai.config.demo.emptying import empty, holds

    there = holds()
    if there == "other":
        print("数据库里有演示以外的内容，没有建立演示数据，什么都没有改动。", file=sys.stderr)
        return BAD_INPUT
    if there == "demo" and not arguments.reset:
        print(f"演示数据已经建立，账号见 {_accounts()}；重新建立请加 --reset。")
        return 0
    if there == "demo":
        empty()
    _make()
    return 0


def _accounts() -> str:
    from django.conf import settings

    from gongkai.config.first_start import ACCOUNTS

    return str(settings.HOME / ACCOUNTS)


def _make() -> None:
    """The passwords are written before the demo stands: whoever finds it finds them."""
    from django.conf import settings

    from gongkai.common.clock import current
    from gongkai.config.demo.accounts_file import lines, write
    from gongkai.config.demo.cast import new_passwords
    from gongkai.config.demo.story import tell_story

    print("正在建立演示数据，约需十几秒……", flush=True)
    passwords = new_passwords()
    path = write(settings.HOME, passwords)
    tell_story(passwords, current())
    print("\n".join(lines(passwords)))
    print(f"以上也写在 {path}，只有安装的人能读。")
