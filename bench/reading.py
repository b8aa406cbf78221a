"""How fast an annual report is read from each kind of file, and how much memory it takes at most."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report, read_report
from gongkai.paperwork.contract_json import loads
from gongkai.paperwork.printing.form_tables import form_tables
from gongkai.paperwork.reading.doors import read_bytes

KINDS = ("txt", "html", "docx", "pdf")
SECONDS = 2.0


def demo() -> AnnualReport:
    return loads((files("gongkai.paperwork") / "demo_report.json").read_text(encoding="utf-8"))


def printed(report: AnnualReport, kind: str) -> bytes:
    """The report as a file of that kind."""
    return "\n".join(text_lines(report)).encode() if kind == "txt" else print_report(report, kind)


def text_lines(report: AnnualReport) -> Iterator[str]:
    """The report as text, a table row a line."""
    tables = {table.chapter: table for table in form_tables(report)}
    yield report.title or ""
    for chapter in CHAPTERS:
        yield chapter.heading
        if chapter.key in tables:
            yield from (" ".join(cell.text for cell in row) for row in tables[chapter.key].rows)
        else:
            yield report.chapters[chapter.key]


def check(data: bytes, kind: str) -> None:
    """What is measured is the reading of every figure, not of some."""
    if read_bytes(data).figures != demo().figures:
        raise AssertionError(f"{kind}: figures were lost")


def milliseconds(read: Callable[[bytes], AnnualReport], data: bytes) -> float:
    """A file, warm."""
    count, start = 0, perf_counter()
    while (passed := perf_counter() - start) < SECONDS:
        count += 1
        read(data)
    return passed / count * 1e3


def main() -> None:
    """Print a row for each kind; each is measured in a process of its own, for its memory."""
    print(
        f"The demo report, {SECONDS:.0f} s a kind, one core, warm. Guarded: in a child under limits.\n"
    )
    print("| kind | bytes | ms a file | files/s | ms guarded | files/s guarded | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as folder:
        run("print", folder)
        for kind in KINDS:
            print(run("read", f"{folder}/report.{kind}"), end="")


def run(act: str, path: str) -> str:
    """Do one thing in a fresh process. Printing too: a process counts its parent's memory as its own peak."""
    command = [sys.executable, "-m", "bench.reading", act, path]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def write_files(folder: Path) -> None:
    for kind in KINDS:
        (folder / f"report.{kind}").write_bytes(printed(demo(), kind))


def row(path: Path) -> str:
    """One file's line of the table."""
    data, kind = path.read_bytes(), path.suffix[1:]
    check(data, kind)
    plain = milliseconds(read_bytes, data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    guarded = milliseconds(read_report, data)
    speeds = f"{plain:.1f} | {1e3 / plain:.0f} | {guarded:.1f} | {1e3 / guarded:.0f}"
    return f"| {kind} | {len(data)} | {speeds} | {peak:.0f} |"


if __name__ == "__main__":
    if sys.argv[1] == "print":
        write_files(Path(sys.argv[2]))
    else:
        print(row(Path(sys.argv[2])))
