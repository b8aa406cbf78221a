"""Every app has the same rooms: where writing, reading, the clock and mark-up may be is not a matter of taste."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import Function, files, for_each, functions, python_files, text_of, tree_of
from tests.house.test_layering import layers

APPS = (
    "common",
    "audit",
    "agencies",
    "accounts",
    "files",
    "publishing",
    "participation",
    "casework",
    "annual_reports",
    "release",
)
DOORS = ("website", "desk")
CODE = [
    path
    for name in (*APPS, *DOORS)
    for path in python_files(f"gongkai/{name}")
    if "migrations" not in path.parts
]
ACTIONS = [path for path in CODE if "actions" in {path.stem, path.parent.name}]
TEMPLATES = [
    path
    for path in files()
    if path.suffix in {".html", ".xml", ".txt"} and "templates" in path.parts
    if path.parts[0] != "bench"  # a peer that is measured is built as its own tutorial builds it
]
CLOCKS = {
    ("timezone", "now"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
}
CLOCK_ROOM = Path("gongkai/common/clock.py")
STATE_WORDS = {"state", "status"}


def outside(rooms: set[str]) -> list[Path]:
    """Program files of the apps that lie in none of these rooms."""
    return [path for path in CODE if not rooms & {path.stem, *path.parts}]


def clock_reads(tree: ast.AST) -> Iterator[int]:
    """Lines that read a clock: timezone.now(), datetime.now(…), date.today()."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.func.attr) in CLOCKS:
                yield node.lineno


@for_each(CODE)
def test_the_clock_is_read_in_one_place(path):
    found = [] if path == CLOCK_ROOM else list(clock_reads(tree_of(path)))
    assert not found, (
        f"{path} reads the clock in line {found}: take `now` as an argument; doors use request.now or common.clock.current()."
    )


def state_writes(tree: ast.AST) -> Iterator[int]:
    """Lines that give a record a state: x.state = …, update(state=…)."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Attribute(attr=name)]) if name in STATE_WORDS:
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr="update"), keywords=words):
                if STATE_WORDS & {word.arg for word in words}:
                    yield node.lineno


@for_each(outside({"actions", "outbox", "apps"}))
def test_states_change_in_actions_alone(path):
    found = list(state_writes(tree_of(path)))
    assert not found, (
        f"{path} sets a state in line {found}. A state is the result of a legal act: "
        f"call the action of the app that owns the table, so that the law is asked and the journal written."
    )


def is_public_action(name: str, node: Function) -> bool:
    """A function that writes for somebody: it takes ``by``."""
    names = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
    return "." not in name and not name.startswith("_") and "by" in names


def public_actions() -> Iterator[tuple[Path, str, Function]]:
    """Every action of every app."""
    for path in ACTIONS:
        for name, node in functions(tree_of(path)):
            if is_public_action(name, node):
                yield path, name, node


ALL_ACTIONS = list(public_actions())


@pytest.mark.parametrize(
    ("path", "name", "node"),
    ALL_ACTIONS,
    ids=lambda part: str(part) if isinstance(part, str | Path) else "",
)
def test_an_action_says_by_whom_and_when(path, name, node):
    keyword_only = {argument.arg for argument in node.args.kwonlyargs}
    assert "by" in keyword_only, (
        f"{path}::{name}: `by` is keyword-only, so that nobody is taken for another"
    )
    moments = {"now", "at"} & keyword_only
    assert moments, f"{path}::{name}: the moment is an argument (`now`), keyword-only"


def test_there_are_actions_to_be_watched():
    assert len(ALL_ACTIONS) >= 1


def floor_of(name: str) -> int:
    """How high an app stands; 0 is the law."""
    order = [package.removeprefix("gongkai.") for package in reversed(layers())]
    return order.index(name)


def app_of(path: Path) -> str:
    """The app that a file belongs to."""
    return path.parts[1]


OWNERS = {
    path.name if len(path.parts) == 4 else "/".join(path.parts[3:]): app_of(path)
    for path in TEMPLATES
}


def used_templates(text: str) -> set[str]:
    """The templates that a template extends or includes by name."""
    return set(re.findall(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']", text))


@for_each(TEMPLATES)
def test_templates_follow_the_floors(path):
    mine = floor_of(app_of(path)) if app_of(path) != "config" else 99
    higher = {
        name
        for name in used_templates(text_of(path))
        if name in OWNERS and floor_of(OWNERS[name]) > mine
    }
    assert not higher, f"{path} uses {sorted(higher)} of a higher floor: move the shared part down"


@for_each(TEMPLATES)
def test_pages_hold_no_script_and_no_style_of_their_own(path):
    text = text_of(path)
    inline = re.findall(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\son\w+=[\"']|<style\b|\sstyle=[\"']|javascript:",
        text,
    )
    assert not inline, (
        f"{path} holds {inline}: the content security policy allows files of this site only"
    )


@for_each(TEMPLATES)
def test_pages_ask_no_third_party_for_anything(path):
    foreign = re.findall(
        r"<(?:script|link|img|iframe|video|audio|source)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//[^\"']+",
        text_of(path),
    )
    assert not foreign, f"{path}: readers' browsers talk to this site alone: {foreign}"


MARKED_SAFE = re.compile(r"\|safe\b|{%\s*autoescape\s+off|\bmark_safe\(")
SAFE_ROOMS = {
    "gongkai/common/charts": "draws SVG out of numbers and escaped labels",
    "gongkai/common/templatetags/shell.py": "puts the escaped address of a page into a part of the frame that a template drew",
    "gongkai/casework/views/letter_pieces.py": "shows letters that the printer of web pages has escaped word by word",
    "gongkai/website/templates/website": "shows text that publishing has sanitised before it was kept",
    "gongkai/publishing/templates/publishing": "shows text that publishing has sanitised before it was kept",
}


@for_each([*TEMPLATES, *CODE])
def test_mark_up_is_trusted_in_few_places(path):
    trusted = any(path.is_relative_to(room) for room in SAFE_ROOMS)
    found = [] if trusted else MARKED_SAFE.findall(text_of(path))
    assert not found, (
        f"{path} marks text as safe mark-up. Use format_html, or give the room and its reason in SAFE_ROOMS."
    )


UNGUARDED = {
    Path(
        "gongkai/website/views/leaving.py"
    ): "a mail program leaves a subscription by POST (RFC 8058): the signed link is the guard",
}


@for_each(CODE)
def test_no_view_gives_up_its_guard_against_forged_requests(path):
    assert "csrf_exempt" not in text_of(path) or path in UNGUARDED, (
        f"{path}: forms carry their token"
    )


@for_each(CODE)
def test_signals_are_no_way_around_the_floors(path):
    assert (
        "django.dispatch" not in text_of(path)
        or "# django leaves no other way" in text_of(path).lower()
    ), f"{path} uses a signal: call a function, or offer a registry below"
