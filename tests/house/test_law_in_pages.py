"""Pages type no numbers of law: templates take periods and articles from gongkai/law by {% period %} and {% cite %}, Python by quoting()."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai.common.templatetags import law
from tests.house.source import files, for_each, text_of

TEMPLATES = [
    path
    for path in files()
    if path.suffix in {".html", ".txt"}
    and path.parts[0] == "gongkai"
    and path.parts[2] == "templates"
]
NUMBERS = re.compile(
    r"(?:\d+|[一二三四五六七八九十]+)\s*个?(?:工作日|自然日|月内)|第[一二三四五六七八九十百]+[条款]"
)
NOT_LAW = {
    "gongkai/config/command_line/journal.py": ({"第一条"}, "the first row of the journal"),
    "gongkai/publishing/actions/timer_rules.py": (
        {"1 个工作日"},
        "reminders begin with the first day: the arithmetic of the page, no period of law",
    ),
}
"""Python files whose sentences have such words for another reason."""
SOURCES = [
    path
    for path in files()
    if path.suffix == ".py"
    and path.parts[0] == "gongkai"
    and path.parts[1] not in {"law", "paperwork"}
    and not {"migrations", "demo"} & set(path.parts)
]
"""All that may speak to people: not the law itself, the readers of other people's reports, or what the demo tells."""
ALLOWED = {
    "gongkai/desk/templates/desk/home.html": (
        {"2 个工作日", "两个工作日"},
        "an example of how the light of a due date reads, no period of law",
    ),
}
QUOTED = [
    (tag, key, path)
    for path in TEMPLATES
    for tag, key in re.findall(r'\{% (cite|period) "([a-z_]+)"', text_of(path))
]


@for_each(TEMPLATES)
def test_a_page_types_no_number_of_law(path: Path):
    allowed, _ = ALLOWED.get(path.as_posix(), (set(), ""))
    found = set(NUMBERS.findall(text_of(path))) - allowed
    assert not found, f"{path}: {sorted(found)}: take it from gongkai/law by cite or period"


def sentences(path: Path) -> Iterator[str]:
    """The strings of a Python file, pieces of formatted ones too, that are no docstrings."""
    tree = ast.parse(text_of(path))
    bodies = [
        body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list)
    ]
    alone = {id(each.value) for body in bodies for each in body if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


@for_each(SOURCES)
def test_a_sentence_in_python_types_no_number_of_law(path: Path):
    allowed, _ = NOT_LAW.get(path.as_posix(), (set(), ""))
    found = {number for said in sentences(path) for number in NUMBERS.findall(said)} - allowed
    assert not found, (
        f"{path}: {sorted(found)}: say quoting('…（{{key}}）'), or take it from gongkai/law"
    )


def test_every_key_that_python_quotes_is_in_the_tables():
    keys = {
        key
        for path in SOURCES
        for said in re.findall(r'quoting\(\s*"([^"]*)"', text_of(path))
        for key in re.findall(r"\{([a-z_]+)\}", said)
    }
    assert len(keys) > 4
    assert all("《" in law.cite(key) for key in keys)


@pytest.mark.parametrize(("tag", "key", "path"), QUOTED, ids=str)
def test_what_a_page_quotes_is_in_the_tables(tag: str, key: str, path: Path):
    said = {"cite": law.cite, "period": law.period}[tag](key)
    assert "《" in said if tag == "cite" else said, f"{path}: {key}"


def test_the_exceptions_are_still_needed():
    unused = [
        path
        for path, (words, _) in (ALLOWED | NOT_LAW).items()
        if not any(w in text_of(Path(path)) for w in words)
    ]
    assert not unused


def test_pages_quote_the_law():
    assert len(QUOTED) > 30
