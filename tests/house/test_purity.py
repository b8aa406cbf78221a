"""``gongkai.law`` is pure: the standard library only, no clock, no files, no chance, no talk.

A due date must come out the same on every machine on every day, and be explained years later in court.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import python_files, tree_of

IMPURE_MODULES = frozenset(
    {
        *(
            "asyncio",
            "http",
            "io",
            "locale",
            "logging",
            "multiprocessing",
            "os",
            "pathlib",
            "platform",
        ),
        *(
            "random",
            "secrets",
            "shutil",
            "socket",
            "sqlite3",
            "subprocess",
            "sys",
            "tempfile",
            "threading",
        ),
        *("time", "urllib", "uuid", "warnings"),
    }
)
IMPURE_CALLS = frozenset({"open", "print", "input", "exec", "eval", "compile", "__import__"})
IMPURE_ATTRIBUTES = frozenset(
    {"now", "today", "utcnow", "fromtimestamp", "time_ns", "read_text", "read_bytes"}
)
LAW = python_files("gongkai/law")


def imported(tree: ast.AST) -> Iterator[str]:
    """The dotted names of all modules that a tree imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def impurities(tree: ast.AST) -> Iterator[str]:
    """What a tree does that the law may not, in words with the line."""
    for name in imported(tree):
        top = name.partition(".")[0]
        ours = name == "gongkai.law" or name.startswith("gongkai.law.")
        if not ours and (top not in sys.stdlib_module_names or top in IMPURE_MODULES):
            yield f"imports {name}"
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in IMPURE_CALLS
        ):
            yield f"line {node.lineno} calls {node.func.id}()"
        if isinstance(node, ast.Attribute) and node.attr in IMPURE_ATTRIBUTES:
            yield f"line {node.lineno} reads .{node.attr}"


@pytest.mark.parametrize("path", LAW, ids=str)
def test_the_law_is_pure(path: Path):
    found = list(impurities(tree_of(path)))
    assert not found, (
        f"{path} {'; '.join(found)}. The law gives the same answer on every machine on every day: "
        f"take the day as an argument, and leave files and printing to paperwork and config."
    )


def test_there_is_law_to_be_watched():
    assert len(LAW) > 10


@pytest.mark.parametrize(
    "code",
    [
        "import django",
        "from lxml import etree",
        "from . import fees",
        "import time",
        "from gongkai.paperwork import read_report",
        "def f():\n    import os",
        "from datetime import date\nd = date.today()",
        "from datetime import datetime as clock\nread = clock.now",
        "text = open('notice.txt')",
    ],
)
def test_what_is_impure_is_seen(code):
    assert list(impurities(ast.parse(code)))


def test_what_is_pure_passes():
    code = (
        "from datetime import date\nfrom gongkai.law.citation import Cite\nday = date(2025, 1, 1)"
    )
    assert not list(impurities(ast.parse(code)))
