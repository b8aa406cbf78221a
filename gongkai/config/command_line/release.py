"""``gongkai release``: the public copies made anew from the record, should they ever be lost or doubted."""

import argparse

from gongkai.config.command_line import release_nginx, release_site
from gongkai.config.command_line.parser import Parser
from gongkai.config.framework import with_database


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "release", help="对外发布面：重建、静态网站", description="公众看到的文本，由信息记录生成。"
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    rebuild = acts.add_parser(
        "rebuild",
        help="由信息记录重建对外发布面",
        description="由信息记录重建全部对外文本和检索内容；网站不必停。",
    )
    rebuild.set_defaults(run=with_database(run_rebuild))
    release_site.add_to(acts)
    release_nginx.add_to(acts)


def run_rebuild(_arguments: argparse.Namespace) -> int:
    """Rebuild, and say how many documents are public."""
    from gongkai.common.clock import current
    from gongkai.release.actions import rebuild

    print(f"已重建，公开的信息共 {rebuild(current())} 条。")
    return 0
