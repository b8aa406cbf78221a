"""``gongkai report compile``: an organ's annual report from its records, as contract JSON or as a list of what it says."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from gongkai.config.command_line.parser import BAD_INPUT, Parser, day
from gongkai.config.command_line.report_check import SEVERITIES
from gongkai.config.framework import with_database
from gongkai.law.annual_report import Finding, check
from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.form import FORM_2021
from gongkai.paperwork import print_report

if TYPE_CHECKING:
    from gongkai.agencies.models import Agency


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "compile",
        help="从记录生成一个机关一年的报告",
        description="按信息发布、依申请公开、行政复议和诉讼的记录以及部门报送的数据，统计年度报告的每一格。",
    )
    command.add_argument("--organ", required=True, metavar="代码", help="机关的代码")
    command.add_argument("--year", required=True, type=int, metavar="年度", help="报告的年度")
    command.add_argument(
        "--as-of", type=day, metavar="日期", help="统计到哪一天为止；不写统计到年底"
    )
    command.add_argument("--json", action="store_true", help="输出合同格式的 JSON")
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Compile; 1 with an error among the findings, 2 for an unknown organ, a year without this form, a day before it."""
    from gongkai.agencies.models import Agency

    first = FORM_2021.since.year
    agency = Agency.objects.filter(code=arguments.organ).first()
    if agency is None:
        print(f"gongkai：没有代码为“{arguments.organ}”的机关", file=sys.stderr)
        return BAD_INPUT
    if not first <= arguments.year < date.max.year:
        print(f"gongkai：现行格式从 {first} 年度开始，得到 {arguments.year}", file=sys.stderr)
        return BAD_INPUT
    if arguments.as_of and arguments.as_of.year < arguments.year:
        print(
            f"gongkai：{arguments.as_of} 在 {arguments.year} 年度以前，没有可以统计的",
            file=sys.stderr,
        )
        return BAD_INPUT
    return _compile(agency, arguments)


def _compile(agency: "Agency", arguments: argparse.Namespace) -> int:
    from gongkai.annual_reports.compiling import compiled
    from gongkai.annual_reports.queries import last_year_of

    found = compiled(agency, arguments.year, arguments.as_of)
    if arguments.json:
        sys.stdout.write(print_report(found.value, "json").decode())
    else:
        for cell in found.value.cells():
            print(f"{cell.title}\t{plain(found.figures[cell.key])}")
    for gap in found.gaps:
        print(f"未计入：{gap.what}：{gap.why}", file=sys.stderr)
    last_year = last_year_of(agency, arguments.year)
    said = check(found.value, last_year, organ_kind=agency.kind)
    return _tell([one for one in said if one.rule != "structure"])


def _tell(findings: list[Finding]) -> int:
    for finding in findings:
        print(f"{SEVERITIES[finding.severity]}：{finding.message}", file=sys.stderr)
    return int(any(finding.severity == "error" for finding in findings))
