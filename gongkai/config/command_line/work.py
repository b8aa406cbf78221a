"""``gongkai work``: the worker, for who runs it apart from the server. ``gongkai serve`` starts one by itself."""

import argparse
import signal
from typing import Any

from gongkai.config.command_line.parser import Parser
from gongkai.config.framework import with_database
from gongkai.config.orphans import end_with


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "work",
        help="后台进程：投递、定时工作、任务",
        description="处理待投递的消息、到期的定时工作和排队的任务，直到被停止（SIGTERM 或 Ctrl+C）。可以同时运行几个。",
    )
    command.add_argument("--keeper", type=int, help=argparse.SUPPRESS)
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Work until stopped."""
    from django.conf import settings

    from gongkai.common.background.worker import Worker
    from gongkai.config.static_collection import collect_static
    from gongkai.release.search.sounds import warm

    warm()
    if settings.RELEASE:
        collect_static()  # pages that are drawn here name the style sheets by what they hold
    worker = Worker()

    def stop(*_: Any) -> None:
        worker.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if arguments.keeper:
        end_with(arguments.keeper)
    worker.run()
    return 0
