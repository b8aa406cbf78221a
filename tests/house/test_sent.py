"""No form is asked whether it was sent by looking into it: an empty POST was sent too."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import python_files, tree_of

SENT = {"POST", "FILES"}
WHY = (
    "`request.POST or None` takes an empty POST for a page that was only opened: whoever sends an empty form is told "
    "nothing of what is missing. Write Form(sent(request), sent_files(request)) from gongkai.common.sent"
)


def asked(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything that is taken for true or false in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BoolOp):
            yield from node.values
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield node.test
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.operand


def lines_that_look_inside(tree: ast.AST) -> list[int]:
    """The lines that take the fields or files of a request for true or false."""
    return [
        node.lineno for node in asked(tree) if isinstance(node, ast.Attribute) and node.attr in SENT
    ]


def test_an_empty_post_is_never_taken_for_a_page_that_was_opened():
    found = [
        f"{path}:{line}"
        for path in python_files()
        if path.parts[0] in {"gongkai", "tests"}
        for line in lines_that_look_inside(tree_of(path))
    ]
    assert not found, f"{WHY}:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "Form(request.POST or None)",
        "Form(request.POST or None, request.FILES or {})",
        "Form(request.POST if request.POST else None)",
        "if not self.request.FILES: pass",
    ],
)
def test_the_search_finds_each_way_to_write_it(source):
    assert lines_that_look_inside(ast.parse(source))


def test_asking_for_the_method_is_right():
    assert not lines_that_look_inside(
        ast.parse("request.POST if request.method == 'POST' else None")
    )
