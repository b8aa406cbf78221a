"""What the gate says fits any file: it stands before drafts and Word texts as well as before annual reports."""

import ast

from tests.house.source import python_files, tree_of

GATE = "gongkai/paperwork/reading/sniff"


def sentences():
    for path in python_files(GATE):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path}:{node.lineno}", node.value


def test_no_sentence_of_the_gate_takes_the_file_for_a_report():
    assert not [(place, said) for place, said in sentences() if "报告" in said]


def test_the_gate_speaks():
    assert sum("不予读取" in said for _, said in sentences()) > 10
