"""Fuzzes every reader for a bounded time each: ``make proof NAME=fuzz`` or ``python -m bench.proof fuzz 10 html pdf``.

What is found is kept under tests/paperwork/finds and replayed by the tests ever after.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.paperwork.fuzz_targets import TARGETS

SECONDS = 60
FINDS = Path("tests/paperwork/finds")


def main(arguments: list[str]) -> int:
    """Seconds for each target, then names of targets; prints a table, 1 if anything new was found."""
    seconds = int(arguments[0]) if arguments and arguments[0].isdigit() else SECONDS
    chosen = [name for name in arguments if not name.isdigit()] or list(TARGETS)
    FINDS.mkdir(parents=True, exist_ok=True)
    before = set(FINDS.iterdir())
    print("| 目标 | 次数 | 结果 |\n|---|---|---|")
    failed = False
    for name in chosen:
        runs, said = fuzz(name, seconds)
        failed |= bool(said)
        print(f"| {name} | {runs} | {said or '没有发现'} |", flush=True)
    for new in sorted(set(FINDS.iterdir()) - before):
        print(f"新发现：{new}")
    return int(failed)


def fuzz(name: str, seconds: int) -> tuple[str, str]:
    """Runs and finds of one target; a worker that ends in any way but its own is a find too."""
    with tempfile.TemporaryDirectory() as corpus:
        command = [
            sys.executable,
            "-m",
            "bench.proof.fuzz_worker",
            name,
            str(seconds),
            corpus,
            str(FINDS),
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
    runs = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    finds = re.findall(r"^FIND (.*)", done.stderr, re.MULTILINE)
    if done.returncode:
        finds.append(f"退出码 {done.returncode}：{done.stderr.strip().splitlines()[-1:]}")
    return runs[1] if runs else "?", "；".join(finds)
