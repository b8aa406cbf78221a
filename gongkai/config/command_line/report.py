"""``gongkai report``: reads, checks, prints, compiles and collects annual reports."""

import argparse

from gongkai.config.command_line import (
    report_check,
    report_collect,
    report_compile,
    report_demo,
    report_print,
    report_read,
)
from gongkai.config.command_line.parser import Parser

COMMANDS = (
    report_read,
    report_check,
    report_print,
    report_compile,
    report_collect,
    report_demo,
)


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "report",
        help="年度报告：读取、核对、印出、从记录生成、收集",
        description="读取、核对、印出、从记录生成、收集政府信息公开工作年度报告。",
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    for command in COMMANDS:
        command.add_to(acts)
