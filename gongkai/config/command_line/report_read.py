"""``gongkai report read``: the figures and texts of one report as contract JSON."""

import argparse
import sys

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.paperwork import UnreadableReport, read_report
from gongkai.paperwork.contract_json import dumps


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "read",
        help="读出一份年度报告的数据",
        description="读取一份年度报告（TXT、Markdown、网页、Word、PDF），以 JSON 输出各表数据和各章文字。",
        epilog="找不到或认不清的单元格为 null，并在 notes 里说明原因；不猜测任何数字。读不出年度报告时退出码为 2。",
    )
    command.add_argument("file", metavar="文件", help="年度报告文件")
    command.add_argument(
        "--format", choices=("json",), default="json", metavar="格式", help="输出格式：json"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print contract JSON of one report."""
    try:
        report = read_report(arguments.file)
    except UnreadableReport as error:
        print(f"{arguments.file}：{error}", file=sys.stderr)
        return BAD_INPUT
    print(dumps(report))
    return 0
