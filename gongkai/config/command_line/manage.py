"""``gongkai manage``: Django's own commands, for who knows them (migrate, dbshell, makemigrations …)."""

import argparse
import sys

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.settings.environment import BadEnvironment


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "manage", help="Django 的管理命令", description="直接运行 Django 的管理命令。"
    )
    command.add_argument("rest", nargs=argparse.REMAINDER, metavar="命令和参数")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run it; 2 if the environment is wrong."""
    from django.core.management import execute_from_command_line

    from gongkai.config.framework import choose_settings

    try:
        choose_settings()
        execute_from_command_line(["gongkai manage", *arguments.rest])
    except BadEnvironment as error:
        print(f"gongkai：{error}", file=sys.stderr)
        return BAD_INPUT
    return 0
