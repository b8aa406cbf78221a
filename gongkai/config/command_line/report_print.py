"""``gongkai report print``: one report in the national form as a web page, Word, PDF or data."""

import argparse
import sys
from pathlib import Path

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.paperwork import CannotPrint, UnreadableReport, print_report, read_report

KINDS = ("html", "docx", "pdf", "json")


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "print",
        help="按国家统一格式印出年度报告",
        description="读取一份年度报告，按国家统一格式印成网页、Word、PDF 或 JSON。",
    )
    command.add_argument("file", metavar="文件", help="年度报告文件，任何能读取的格式")
    command.add_argument(
        "--to", choices=KINDS, required=True, metavar="格式", help="html、docx、pdf 或 json"
    )
    command.add_argument(
        "-o", "--output", required=True, metavar="输出文件", help="写到哪个文件；- 为标准输出"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one report into a file. The file appears whole or not at all."""
    try:
        printed = print_report(read_report(arguments.file), arguments.to)
        if arguments.output == "-":
            sys.stdout.buffer.write(printed)
            return 0
        write_whole(Path(arguments.output), printed)
    except (UnreadableReport, CannotPrint) as error:
        return _refuse(arguments.file, error)
    except OSError as error:
        return _refuse(arguments.output, error)
    return 0


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a neighbour, so that nobody finds half of it."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)


def _refuse(name: str, error: Exception) -> int:
    """Say on one line what is wrong with which file."""
    reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    print(f"{name}：{reason}", file=sys.stderr)
    return BAD_INPUT
