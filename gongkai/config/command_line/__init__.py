"""The command line ``gongkai``: each group of commands adds itself to one parser.

A command is a function ``(arguments) -> exit code``. Bad input prints one Chinese sentence and exits with 2.
"""

import io
import sys
from collections.abc import Sequence

from gongkai import __version__
from gongkai.config.command_line import (
    backup,
    demo,
    import_site,
    journal,
    keys,
    law,
    manage,
    recover_admin,
    release,
    report,
    search,
    serve,
    simulate,
    work,
)
from gongkai.config.command_line.parser import Parser

GROUPS = (
    serve,
    work,
    demo,
    simulate,
    backup,
    import_site,
    report,
    law,
    release,
    search,
    journal,
    keys,
    recover_admin,
    manage,
)


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(prog="gongkai", description="政府信息公开工作系统。")
    parser.add_argument(
        "--version", action="version", version=f"gongkai {__version__}", help="显示版本"
    )
    commands = parser.add_subparsers(
        title="命令", dest="command", required=True, metavar="命令", parser_class=Parser
    )
    for group in GROUPS:
        group.add_to(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Both streams speak UTF-8, whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    chosen = build_parser().parse(arguments)
    return int(chosen.run(chosen))
