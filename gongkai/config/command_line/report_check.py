"""``gongkai report check``: balances of one report or of hundreds, on all cores, past unreadable files."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.law.annual_report import AnnualReport, Finding, check
from gongkai.law.annual_report.findings import plain
from gongkai.paperwork import UnreadableReport, read_report

SEVERITIES = {"error": "错误", "warning": "提醒", "note": "说明"}


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what came of it: findings, or why it cannot be read."""

    file: str
    findings: tuple[Finding, ...] = ()
    error: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether a balance is broken."""
        return any(finding.severity == "error" for finding in self.findings)

    def to_json(self) -> dict[str, object]:
        """The object of the contract."""
        findings = [finding.to_json() for finding in self.findings]
        return {
            "file": self.file,
            **({"error": self.error} if self.error else {}),
            "findings": findings,
        }


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "check",
        help="核对年度报告的勾稽关系",
        description="核对一份或多份年度报告：各表勾稽、年度衔接、文字与表格是否一致，逐条说明依据。",
        epilog="退出码：0 没有错误；1 有错误；2 有文件无法读取（其余文件照常核对）。提醒和说明不影响退出码。",
    )
    command.add_argument(
        "files", nargs="+", metavar="文件", help="年度报告文件，可以有多个；也可以是 JSON 数据"
    )
    command.add_argument("--previous", metavar="文件", help="上一年度的年度报告，用来核对年度衔接")
    command.add_argument("--json", action="store_true", help="以 JSON 输出，每个文件一个对象")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check all files and print what was found."""
    previous: AnnualReport | None = None
    if arguments.previous:
        try:
            previous = read_report(arguments.previous)
        except UnreadableReport as error:
            print(f"上一年度报告 {arguments.previous}：{error}", file=sys.stderr)
            return BAD_INPUT
    results = []
    for result in _with_progress(_check_all(arguments.files, previous), len(arguments.files)):
        results.append(result)
        if not arguments.json:
            _print(result)
    if arguments.json:
        print(json.dumps([result.to_json() for result in results], ensure_ascii=False, indent=1))
    elif len(results) > 1:
        _print_summary(results)
    return exit_code(results)


def exit_code(results: Sequence[Checked]) -> int:
    """2 if a file is unreadable, 1 if a balance is broken, else 0."""
    if any(result.error for result in results):
        return BAD_INPUT
    return int(any(result.has_errors for result in results))


def check_file(file: str, previous: AnnualReport | None = None) -> Checked:
    """Read and check one file."""
    try:
        report = read_report(file)
    except UnreadableReport as error:
        return Checked(file, error=str(error))
    return Checked(file, tuple(check(report, previous)))


def _check_all(files: Sequence[str], previous: AnnualReport | None) -> Iterator[Checked]:
    """Results in the order of the files. Each thread has a child process that does the reading."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        yield from pool.map(lambda file: check_file(file, previous), files)


def _with_progress(results: Iterator[Checked], total: int) -> Iterator[Checked]:
    """Say on stderr how far it is, where several files are checked."""
    alive = sys.stderr.isatty()
    for done, result in enumerate(results, start=1):
        if total > 1 and alive:
            print(
                f"\r\033[K已核对 {done}/{total}：{result.file}",
                end="\n" if done == total else "",
                file=sys.stderr,
            )
        elif total > 1 and (done == total or done % max(1, total // 10) == 0):
            print(f"已核对 {done}/{total}", file=sys.stderr)
        yield result


def _print(result: Checked) -> None:
    if result.error:
        print(f"{result.file}：无法读取。{result.error}")
        return
    count = {
        name: sum(f.severity == key for f in result.findings) for key, name in SEVERITIES.items()
    }
    said = "，".join(f"{number} 处{name}" for name, number in count.items() if number)
    print(f"{result.file}：{said or '未发现问题'}")
    for finding in result.findings:
        print(f"  {SEVERITIES[finding.severity]}：{_in_words(finding)}")


def _in_words(finding: Finding) -> str:
    """What is wrong; behind it, for other programs and unless it is a mere note, the rule, the place and both sides."""
    if finding.severity == "note":
        return finding.message
    sides = [
        f"{name} {plain(side)}"
        for name, side in (("左", finding.left), ("右", finding.right))
        if side is not None
    ]
    return f"{finding.message}〔{' '.join([finding.rule, finding.where, *sides])}〕"


def _print_summary(results: Sequence[Checked]) -> None:
    unreadable = sum(bool(result.error) for result in results)
    wrong = sum(result.has_errors for result in results)
    right = len(results) - unreadable - wrong
    print(f"共 {len(results)} 份：{right} 份没有错误，{wrong} 份有错误，{unreadable} 份无法读取。")
