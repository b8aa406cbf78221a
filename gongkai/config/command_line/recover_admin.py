"""``gongkai recover-admin``: a one-time link for an administrator who cannot sign in, for who holds the server."""

import argparse
import sys

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import with_database


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "recover-admin",
        help="为不能登录的管理员生成一次性链接",
        description="为不能登录的管理员生成一次性链接，解除锁定；原来的口令不变，直到用链接设置新口令。",
    )
    command.add_argument("username", metavar="登录名")
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Print the link; 2 where nobody active has that name and an administrator's post."""
    from gongkai.accounts.actions.people import recover
    from gongkai.common.clock import current
    from gongkai.common.refusals import Refusal

    try:
        path = recover(username=arguments.username, now=current())
    except Refusal as refusal:
        print(f"gongkai：{refusal.sentence}", file=sys.stderr)
        return BAD_INPUT
    print(f"在网站地址后面接上：{path}\n三天内有效，只能用一次。")
    return 0
