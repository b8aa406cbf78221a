"""How fast an annual report is printed in each kind, warm, and how much memory it takes at most."""

import resource
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from time import perf_counter
from typing import cast

from gongkai.paperwork import print_report
from gongkai.paperwork.contract_json import loads
from gongkai.paperwork.printing import Kind

KINDS: tuple[Kind, ...] = ("html", "docx", "pdf", "json")
SECONDS = 2.0


def measure(kind: Kind) -> tuple[float, float, int]:
    """Milliseconds a report warm, MB at most in this process, and bytes of one print-out."""
    report = loads((files("gongkai.paperwork") / "demo_report.json").read_text(encoding="utf-8"))
    size = len(print_report(report, kind))
    count, start = 0, perf_counter()
    while (passed := perf_counter() - start) < SECONDS:
        count += 1
        # Another text each time, so that nothing is kept from the one before.
        chapters = {key: f"第{count}份。\n{text}" for key, text in report.chapters.items()}
        print_report(replace(report, title=f"第{count}份{report.title}", chapters=chapters), kind)
    return passed / count * 1e3, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size


def main() -> None:
    """Print a row for each kind; each is measured in a process of its own, for its memory."""
    print(f"The demo report, another text each time, {SECONDS:.0f} s a kind, one core, warm.\n")
    print("| kind | ms a report | reports/s | bytes | peak MB |")
    print("|---|---:|---:|---:|---:|")
    for kind in KINDS:
        command = [sys.executable, "-m", "bench.printing", kind]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


def row(kind: Kind) -> str:
    """One kind's line of the table."""
    ms, peak, size = measure(kind)
    return f"| {kind} | {ms:.1f} | {1000 / ms:.0f} | {size} | {peak:.0f} |"


if __name__ == "__main__":
    print(row(cast("Kind", sys.argv[1])))
