"""Functions, files, nesting and tests stay small enough to be read at one sitting.

What is larger stands in ``allowed_sizes.toml`` with its reason; an entry that is no longer needed must go.
"""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.source import ROOT, Function, functions, python_files, text_of, tree_of

FUNCTION_LINES, TEST_LINES, FILE_LINES, NESTING = 40, 15, 300, 3
ALLOWED = tomllib.loads((ROOT / "tests/house/allowed_sizes.toml").read_text(encoding="utf-8"))
BLOCKS = (
    ast.If
    | ast.For
    | ast.AsyncFor
    | ast.While
    | ast.With
    | ast.AsyncWith
    | ast.Try
    | ast.TryStar
    | ast.Match
)


def lines(node: Function) -> int:
    """Lines from ``def`` to the end, decorators left out: a table of cases is no code."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nesting(node: ast.AST) -> int:
    """How deep blocks stand in blocks. An ``elif`` is no deeper than its ``if``; inner functions count for themselves."""
    depths = [0]
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.ClassDef):
            is_elif = (
                isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
            )
            depths.append(nesting(child) + (isinstance(child, BLOCKS) and not is_elif))
    return max(depths)


def code_lines(path: Path) -> int:
    """Lines of a file; in ``law`` without its tables, which may be as long as the law is."""
    total = len(text_of(path).splitlines())
    if path.is_relative_to("gongkai/law"):
        rows = [node for node in tree_of(path).body if isinstance(node, ast.Assign | ast.AnnAssign)]
        total -= sum((node.end_lineno or node.lineno) - node.lineno for node in rows)
    return total


@cache
def oversized() -> tuple[tuple[str, str], ...]:
    """(place, what is wrong) of everything above its size."""
    return tuple(_oversized())


def _oversized() -> Iterator[tuple[str, str]]:
    for path in (path for path in python_files() if "migrations" not in path.parts):
        if code_lines(path) > FILE_LINES:
            yield str(path), f"has {code_lines(path)} lines, look again at {FILE_LINES}"
        for name, node in functions(tree_of(path)):
            is_test = path.is_relative_to("tests") and node.name.startswith("test_")
            limit = TEST_LINES if is_test else FUNCTION_LINES
            if lines(node) > limit:
                yield f"{path}::{name}", f"has {lines(node)} lines, look again at {limit}"
            if nesting(node) > NESTING:
                yield f"{path}::{name}", f"nests {nesting(node)} deep, at most {NESTING}"


def test_nothing_grows_beyond_one_sitting():
    found = [f"{place} {wrong}" for place, wrong in oversized() if place not in ALLOWED]
    assert not found, (
        "Split these so that each part has a name, or give the reason in tests/house/allowed_sizes.toml:\n"
        + "\n".join(found)
    )


def test_the_allow_list_holds_nothing_stale():
    stale = set(ALLOWED) - {place for place, _ in oversized()}
    assert not stale, (
        f"These are small enough now, take them off tests/house/allowed_sizes.toml: {sorted(stale)}"
    )


def test_every_exception_gives_its_reason():
    assert all(isinstance(reason, str) and len(reason) > 20 for reason in ALLOWED.values())


@pytest.mark.parametrize(
    ("code", "depth"),
    [
        ("def f():\n  return 1", 0),
        ("def f():\n  if a:\n    return 1\n  elif b:\n    return 2\n  elif c:\n    return 3", 1),
        ("def f():\n  for a in b:\n    if a:\n      with a:\n        pass", 3),
        ("def f():\n  if a:\n    pass\n  else:\n    if b:\n      pass\n    c()", 2),
        ("def f():\n  if a:\n    def g():\n      if b:\n        pass", 1),
        ("def f():\n  try:\n    pass\n  except E:\n    for a in b:\n      pass", 2),
    ],
)
def test_nesting_is_counted_as_a_reader_sees_it(code, depth):
    assert nesting(ast.parse(code).body[0]) == depth
