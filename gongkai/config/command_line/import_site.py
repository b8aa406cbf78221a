"""``gongkai import-site``: a whole old website brought over, previewed or run, from a folder or a ZIP on this machine."""

import argparse
import sys
from pathlib import Path

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import with_database

WRONG = 1


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "import-site",
        help="从旧网站迁入网页和附件",
        description="旧网站导出的文件夹或 ZIP（清单和网页）迁入一个机关。--preview 只核对，不存任何东西；--run 核对无误后建立草稿、送审，"
        "中途停下，再运行同一条命令接着办。迁入的信息照常由别人审核、签发。",
    )
    command.add_argument("source", type=Path, metavar="文件夹或ZIP")
    command.add_argument("--organ", required=True, metavar="代码", help="机关代码")
    command.add_argument("--by", metavar="登录名", help="由谁送审；机关只有一位经办人时可以不写")
    command.add_argument(
        "--site", metavar="网址", help="旧网站的网址；清单里写了完整网址的可以不写"
    )
    command.add_argument("--inventory", type=Path, metavar="文件", help="清单；不写就在文件夹里找")
    command.add_argument(
        "--place", default="", metavar="位置", help="正文的 id 或者 class，例：#zoom"
    )
    command.add_argument(
        "--columns",
        type=Path,
        metavar="文件",
        help="旧栏目对应表：两列，旧栏目、栏目（或者写“不迁入”）",
    )
    command.add_argument("--report", type=Path, metavar="文件", help="把每一行的结果写成 CSV")
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("--preview", action="store_true", help="只核对")
    way.add_argument("--run", action="store_true", dest="begin", help="核对无误就办")
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Preview or run; 1 while lines are wrong or columns unsettled, 2 for input that cannot be read."""
    from gongkai.common.refusals import Refusal
    from gongkai.config.command_line.import_site_job import Job
    from gongkai.config.command_line.import_site_source import BadSource, opened_source

    try:
        with opened_source(arguments) as (agency, person, source):
            job = Job(agency, person, source, arguments.report)
            return job.preview() if arguments.preview else job.run()
    except (BadSource, Refusal) as trouble:
        step = getattr(trouble, "next_step", "")
        print(f"gongkai：{'。'.join(filter(None, (str(trouble), step)))}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("\n已停下，没有办一半的信息；再运行同一条命令接着办。", file=sys.stderr)
        return WRONG
