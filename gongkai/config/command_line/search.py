"""``gongkai search``: how the index of the public search stands, and building it anew."""

import argparse
import sys

from gongkai.config.command_line.parser import Parser
from gongkai.config.framework import with_database

NOT_SOUND = 1


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "search",
        help="公众检索：索引的状况、重建",
        description="公众检索的索引，由公开的信息生成。",
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    rebuild = acts.add_parser(
        "rebuild",
        help="重建检索索引",
        description="由公开的信息重建检索索引；重建期间照常检索，网站不必停。",
    )
    rebuild.set_defaults(run=with_database(run_rebuild))
    status = acts.add_parser(
        "status",
        help="检索索引是否与公开的信息一致",
        description="检索索引与公开的信息一致时返回 0，否则返回 1。",
    )
    status.set_defaults(run=with_database(run_status))


def run_rebuild(_arguments: argparse.Namespace) -> int:
    """Build the index anew; 1 where somebody is at it already."""
    from gongkai.common.clock import current
    from gongkai.release.search import BeingBuilt, rebuild

    try:
        number = rebuild(current(), _say)
    except BeingBuilt as busy:
        print(f"gongkai：{busy}，请等它完成。", file=sys.stderr)
        return NOT_SOUND
    print(f"检索索引已重建，共 {number} 条。")
    return 0


def _say(done: int, number: int) -> None:
    if done % 10_000 == 0:
        print(f"  {done} / {number} 条", flush=True)


def run_status(_arguments: argparse.Namespace) -> int:
    """Say how the index stands."""
    from gongkai.release.search import state

    found = state()
    print(found.sentence)
    return 0 if found.sound else NOT_SOUND
