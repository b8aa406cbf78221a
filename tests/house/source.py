"""The project's own source as the house tests read it: files git knows or would take, and their syntax trees."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = (Path(name) for name in listed.split("\0") if name)
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def python_files(folder: str = "") -> tuple[Path, ...]:
    """The Python files under a folder of the project."""
    return tuple(path for path in files() if path.suffix == ".py" and path.is_relative_to(folder))


@cache
def text_of(path: Path) -> str:
    """The text of a file given relative to the root."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a Python file given relative to the root."""
    return ast.parse(text_of(path), str(path))


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """Every function of a tree with its dotted name, methods and inner functions included."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function | ast.ClassDef):
            name = f"{prefix}{node.name}"
            if isinstance(node, Function):
                yield name, node
            yield from functions(node, f"{name}.")
        else:
            yield from functions(node, prefix)


def for_each(values: Iterable[Any]) -> Callable[[Callable[[Any], None]], Callable[[], None]]:
    """Make a test of one value a test of all of them: a thousand files are one test, which tells of all that fail."""
    values = list(values)

    def together(test: Callable[[Any], None]) -> Callable[[], None]:
        @wraps(test)
        def whole() -> None:
            assert values, "nothing to be looked at"
            failures = [said for value in values if (said := _failure(test, value))]
            assert not failures, "\n".join(failures)

        del whole.__wrapped__  # pytest would ask for the value as for a fixture
        return whole

    return together


def _failure(test: Callable[[Any], None], value: Any) -> str:
    try:
        test(value)
    except AssertionError as failure:
        return f"[{value}] {failure}"
    return ""
