"""Every act that is written to the journal has words, and so has every key of what changed: no officer reads a key."""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps

from gongkai.audit.labels import act_label, field_label
from gongkai.desk.record_kinds import RECORD_KINDS
from gongkai.law import case_states, decision_states, publication_states, report_states
from tests.house.source import python_files, text_of, tree_of

WRITERS = {"record", "_record", "note", "note_own_act"}
SIDES = {"before", "after"}


def own(path) -> set[str]:
    """``put`` writes to the journal among the actions on reports; elsewhere it fills the outbox."""
    return {"put"} if path.parts[1:3] == ("annual_reports", "actions") else set()


def calls() -> Iterator[ast.Call]:
    """Each ``record(…)`` in the program."""
    for path in python_files("gongkai"):
        names = WRITERS | own(path)
        writes = any(f"{name}(" in text_of(path) for name in names)
        for node in ast.walk(tree_of(path)) if writes else ():
            if isinstance(node, ast.Call) and name_of(node.func) in names:
                yield node


def name_of(called: ast.expr) -> str:
    """record for record(…) and for audit.record(…)."""
    return getattr(called, "id", "") or getattr(called, "attr", "")


def keys_written() -> Iterator[str]:
    """What ``record("app.act", …)`` names; the keys that are made of moves are listed beside."""
    for call in calls():
        first = call.args[0] if call.args else None
        said = call.args[2] if name_of(call.func) == "put" and len(call.args) > 2 else first
        if isinstance(said, ast.Constant) and "." in str(said.value):
            yield str(said.value)
    yield from (f"publishing.{move.key}" for move in publication_states.MOVES)
    yield from (f"casework.{move.key}" for move in (*case_states.MOVES, *decision_states.MOVES))
    yield from (f"annual_reports.{move.key}" for move in report_states.MOVES)


KEYS = sorted(set(keys_written()))


@pytest.mark.parametrize("key", KEYS)
def test_an_act_of_the_journal_has_words(key):
    assert act_label(key) != key, f"{key}: name it with audit.labels.name_acts or in the matrix"


def keys_changed() -> Iterator[tuple[str, str]]:
    """The app and each key of ``before={…}``, ``after = {…}`` or ``after["…"] = …`` in its actions."""
    for path in python_files("gongkai"):
        if "record(" in text_of(path) or "finish(" in text_of(path):
            for node in ast.walk(tree_of(path)):
                yield from ((path.parts[1], key) for key in side_keys(node))


def side_keys(node: ast.AST) -> Iterator[str]:
    """The keys written in one node of the tree."""
    if isinstance(node, ast.keyword) and node.arg in SIDES:
        yield from literal_keys(node.value)
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if getattr(target, "id", "") in SIDES | {"said"}:
                yield from literal_keys(node.value)
            if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") in SIDES:
                yield from (
                    str(key.value) for key in [target.slice] if isinstance(key, ast.Constant)
                )


def literal_keys(value: ast.expr) -> Iterator[str]:
    """The keys of dicts, also of those in "{…} if … else None" and of dicts inside them."""
    for node in ast.walk(value):
        if isinstance(node, ast.Dict):
            yield from (str(key.value) for key in node.keys if isinstance(key, ast.Constant))


def named(app: str, key: str) -> bool:
    """Whether some kind of record has words for the key: one of the app, or one that people see in lists."""
    models = (model._meta.label_lower for model in apps.get_app_config(app).get_models())
    kinds = {*RECORD_KINDS, *models, "audit.chain"}
    return not key.isascii() or any(field_label(kind, key) != key for kind in kinds)


CHANGED = sorted(set(keys_changed()))


@pytest.mark.parametrize(("app", "key"), CHANGED)
def test_a_key_of_what_changed_has_words(app, key):
    assert named(app, key), f"{app}, {key}: name it with audit.labels.name_fields"


def test_the_acts_are_found():
    assert len(KEYS) > 40
    assert {"annual_reports.save", "annual_reports.import", "annual_reports.start"} <= set(KEYS)
    assert len(CHANGED) > 30
