"""``gongkai serve``: the site, the desk and the worker on one command."""

import argparse
import os
import socket
import sys

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import one_at_a_time, with_database
from gongkai.config.household import Household, Member


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "serve",
        help="启动网站、办公桌面和后台进程",
        description="建好或升级数据库，然后启动网站、办公桌面和后台进程，直到被停止（SIGTERM 或 Ctrl+C）。",
    )
    command.add_argument(
        "--host", default="127.0.0.1", metavar="地址", help="监听的地址，默认 127.0.0.1"
    )
    command.add_argument(
        "--port", type=port, default=8000, metavar="端口", help="监听的端口，默认 8000"
    )
    command.add_argument(
        "--workers", type=several, default=2, metavar="个数", help="网站进程的个数，默认 2"
    )
    command.add_argument(
        "--no-worker", action="store_true", help="不启动后台进程（另用 gongkai work 启动）"
    )
    command.set_defaults(run=run)


def port(text: str) -> int:
    """A TCP port."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"端口应为 1 到 65535 的整数，得到 {text}")
    return int(text)


def several(text: str) -> int:
    """How many processes."""
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"个数应为 1 到 64 的整数，得到 {text}")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Check the port before anything is made, then serve."""
    if why := occupied(arguments.host, arguments.port):
        print(
            f"gongkai：不能监听 {arguments.host}:{arguments.port}：{why}。换一个端口：--port",
            file=sys.stderr,
        )
        return BAD_INPUT
    return with_database(serve)(arguments)


def occupied(host: str, number: int) -> str:
    """Why the address cannot be listened on, or ""."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, number))
            trial.listen()
        except OSError as error:
            return "端口已被占用" if error.errno == 98 else str(error.strerror)
    return ""


def serve(arguments: argparse.Namespace) -> int:
    """The database stands: gather static files, let the demo move in, run the processes."""
    from gongkai.config.first_start import first_start
    from gongkai.config.static_collection import collect_static

    with one_at_a_time():
        collect_static()
        first_start()
    members = [Member("网站", program("gongkai.config.server", *place_of(arguments)))]
    if not arguments.no_worker:
        members.append(Member("后台进程", program("gongkai", "work"), returns=True))
    print(
        f"网站 http://{arguments.host}:{arguments.port}/ 办公桌面 http://{arguments.host}:{arguments.port}/desk/",
        flush=True,
    )
    return Household(members).keep()


def place_of(arguments: argparse.Namespace) -> tuple[str, ...]:
    """What the server is told."""
    return arguments.host, str(arguments.port), str(arguments.workers)


def program(*module: str) -> list[str]:
    """The command of a member, which ends when this process is gone."""
    return [sys.executable, "-m", *module, "--keeper", str(os.getpid())]
