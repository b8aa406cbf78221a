"""``gongkai report demo``: the report checker at work on a report of demonstration data, for a first look."""

import argparse
import os
import sys
from importlib.resources import files
from pathlib import Path

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.command_line.report_check import SEVERITIES
from gongkai.law.annual_report import check
from gongkai.paperwork import CannotPrint, print_report, read_report
from gongkai.paperwork.printing import Kind

NAMES: dict[Kind, str] = {"html": "网页", "docx": "Word", "pdf": "PDF", "json": "数据"}


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "demo",
        help="用演示数据试一遍：读取、核对、印出",
        description="读取一份演示数据的年度报告，核对后印成网页、Word 和 PDF，放在 $GONGKAI_HOME（默认 var）下。",
    )
    command.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Read, check and print the demo report."""
    home = Path(os.environ.get("GONGKAI_HOME") or "var")
    folder = home / "report-demo"
    report = read_report((files("gongkai.paperwork") / "demo_report.json").read_bytes())
    print(f"演示数据：{report.title}")
    findings = check(report)
    for finding in findings:
        print(f"  {SEVERITIES[finding.severity]}：{finding.message}")
    print(
        f"核对完毕，{'发现以上 ' + str(len(findings)) + ' 条' if findings else '各表勾稽关系全部成立'}。"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, name in NAMES.items():
            path = folder / f"演示年度报告.{kind}"
            path.write_bytes(print_report(report, kind))
            print(f"  已印出{name}：{path}")
    except (CannotPrint, OSError) as error:
        print(f"没有印出：{error}", file=sys.stderr)
        return BAD_INPUT
    print("核对自己的年度报告：.venv/bin/gongkai report check 文件（可以是 TXT、网页、Word、PDF）")
    return 0
