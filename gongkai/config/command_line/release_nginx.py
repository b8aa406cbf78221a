"""``gongkai release nginx`` and ``gongkai release maintenance``: how nginx answers from the released files, and only those."""

import argparse
import sys
from pathlib import Path

from gongkai.config.command_line.parser import Parser
from gongkai.config.framework import with_database

BAD_INPUT = 2
ONLY_HERE = {"127.0.0.1", "localhost", "[::1]"}
NO_FOLDER = "没有发布静态文件的文件夹；请用 --to，或者设置 GONGKAI_RELEASE（存储桶由本机的文件夹上传，nginx 读那个文件夹）"


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the commands to the group."""
    nginx = acts.add_parser(
        "nginx",
        help="印出 nginx 的设置",
        description="印出 nginx 的设置：网页直接从静态文件回答，其余转给程序。存成文件，放进 /etc/nginx/sites-available/。",
    )
    nginx.add_argument("--domain", default="", help="网站域名；不写则用 GONGKAI_HOSTS")
    nginx.add_argument("--port", default="80", help="nginx 监听的端口或者 地址:端口")
    nginx.add_argument("--application", default="127.0.0.1:8000", help="程序监听的 地址:端口")
    nginx.set_defaults(run=with_database(run_nginx))
    maintenance = acts.add_parser(
        "maintenance",
        help="维护：只能阅读",
        description="on：nginx 只从文件回答，查找、申请、登录显示维护说明；off：恢复。不写则说现在是哪一种。",
    )
    maintenance.add_argument("switch", nargs="?", choices=("on", "off"), help="on 或者 off")
    maintenance.set_defaults(run=with_database(run_maintenance))
    for command in (nginx, maintenance):
        command.add_argument("--to", metavar="文件夹", help="静态文件所在的文件夹；不写则用 GONGKAI_RELEASE")  # fmt: skip


def folder_of(setting: str | None) -> Path | None:
    """The folder of the release on this machine; None where none is named."""
    from django.conf import settings

    from gongkai.release.static.places import place_at

    wanted = setting or settings.RELEASE
    return place_at(wanted).tree.folder if wanted else None


def run_nginx(arguments: argparse.Namespace) -> int:
    """Print the configuration; 2 without a folder."""
    from django.conf import settings

    from gongkai.config.nginx import Installation, configuration

    folder = folder_of(arguments.to)
    if folder is None:
        print(f"gongkai：{NO_FOLDER}。", file=sys.stderr)
        return BAD_INPUT
    hosts = [host for host in settings.ALLOWED_HOSTS if host not in ONLY_HERE]
    domain = arguments.domain or " ".join(hosts) or "_"
    print(
        configuration(Installation(folder, domain, arguments.port, arguments.application)), end=""
    )
    return 0


def run_maintenance(arguments: argparse.Namespace) -> int:
    """Put the flag there, or take it away; say how it stands. 2 without a folder."""
    from gongkai.config.nginx import FLAG

    folder = folder_of(arguments.to)
    if folder is None:
        print(f"gongkai：{NO_FOLDER}。", file=sys.stderr)
        return BAD_INPUT
    flag = folder / FLAG
    if arguments.switch == "on":
        flag.touch(mode=0o644)
    if arguments.switch == "off":
        flag.unlink(missing_ok=True)
    print("正在维护：只能阅读。" if flag.exists() else "没有在维护，一切照常。")
    return 0
