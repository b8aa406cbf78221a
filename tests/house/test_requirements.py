"""What the project needs is said once, pinned with hashes, and names no index and no machine."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT, files, for_each, text_of

LOCKS = tuple(path for path in files() if path.match("requirements/*.txt"))
FORBIDDEN = {
    "an index address": re.compile(
        r"--(extra-)?index-url|--find-links|//[\w.-]*(pypi|npmmirror)\.\w+/"
    ),
    "a machine path": re.compile(r"(?<![\w.~-])/(work|home|Users|root|mnt)/[\w.-]+"),
}
THIS_FILE = Path("tests/house/test_requirements.py")  # it shows what must not be written
OTHERS = [path for path in files() if path != THIS_FILE]


def entries(path: str) -> set[str]:
    """The requirements in an .in file, comments and options left out."""
    lines = (line.partition("#")[0].strip() for line in text_of(Path(path)).splitlines())
    return {line for line in lines if line and not line.startswith("-")}


def leaks(text: str) -> Iterator[str]:
    """What a text gives away, in words with the line."""
    for number, line in enumerate(text.splitlines(), 1):
        for what, pattern in FORBIDDEN.items():
            if found := pattern.search(line):
                yield f"line {number} holds {what}: {found.group()}"


def test_the_program_needs_what_the_lock_is_made_from():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed, locked = set(settings["project"]["dependencies"]), entries("requirements/run.in")
    assert needed == locked, (
        f"Only one of pyproject.toml and requirements/run.in names {sorted(needed ^ locked)}. "
        f"Say it in both, then `make lock`."
    )


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_every_requirement_is_pinned_with_its_hash(lock):
    logical = re.sub(r"\\\n", " ", text_of(lock)).splitlines()
    pins = [line for line in logical if line.strip() and not line.lstrip().startswith("#")]
    loose = [line for line in pins if "==" not in line or "--hash=sha256:" not in line]
    assert pins
    assert not loose, (
        f"{lock}: an unpinned package may change under our feet, run `make lock`: {loose}"
    )


@for_each(OTHERS)
def test_no_file_names_an_index_or_a_machine(path):
    found = list(leaks((ROOT / path).read_text(encoding="utf-8", errors="replace")))
    assert not found, f"{path} holds only on one machine. {'; '.join(found)}"


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.invalid/simple",
        "url = https://files.pypi.org/simple/",
        "see /work/shared/reports",
        "open('/home/li/report.txt')",
    ],
)
def test_what_gives_a_machine_away_is_seen(line):
    assert list(leaks(line))


@pytest.mark.parametrize(
    "line", ["https://example.org/work/item", "`../shared/law/`", "paperwork/reading", "a/home/b"]
)
def test_what_gives_nothing_away_passes(line):
    assert not list(leaks(line))
