"""Every rule of law is a row that says where it stands, since when it applies, and cannot be changed.

All module-level rows of ``gongkai.law`` are walked: dataclass values, alone or in tuples, lists, sets and mappings.
"""

import ast
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from types import ModuleType

import pytest

import gongkai.law
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.instruments import INSTRUMENTS
from tests.house.source import python_files, tree_of

LISTED = {instrument.name: instrument for instrument in INSTRUMENTS}

# Values that stand inside rows or are no rules themselves. Keep the reasons; a stale name fails.
NOT_RULES = {
    "gongkai.law.citation.Cite": "it is the citation",
    "gongkai.law.in_force.InForce": "it is the period in force",
    "gongkai.law.letters.letter.Field": "a blank of letters; the text that it stands in carries the article",
    "gongkai.law.letters.letter.Paragraph": "words that texts share; the text that they stand in carries the article",
    "gongkai.law.annual_report.form.Column": "a heading; the rows and blocks that it crosses carry the article",
    "gongkai.law.annual_report.fields.Field": "a name for cells; the rows of the form that they stand in carry the article",
    "gongkai.law.annual_report.narrative.amounts.Amount": "a sum of cells; the statement that uses it carries the article",
}


def modules() -> Iterator[ModuleType]:
    """Every module of the law."""
    for found in pkgutil.walk_packages(gongkai.law.__path__, "gongkai.law."):
        yield import_module(found.name)


def values(thing: object) -> Iterator[object]:
    """The dataclass values in a thing, however it is wrapped; not what stands inside a row."""
    if is_dataclass(thing) and not isinstance(thing, type):
        yield thing
    elif isinstance(thing, Mapping):
        yield from values(list(thing.values()))
    elif isinstance(thing, Iterable) and isinstance(thing, tuple | list | set | frozenset):
        for each in thing:
            yield from values(each)


def name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def all_values() -> list[object]:
    """Every module-level value, each once."""
    found = [
        value for module in modules() for thing in vars(module).values() for value in values(thing)
    ]
    return list({id(value): value for value in found}.values())


VALUES = all_values()
ROWS = [value for value in VALUES if name_of(type(value)) not in NOT_RULES]
KINDS = sorted({type(row) for row in ROWS}, key=name_of)


def rows_of(kind: type) -> list[object]:
    return [row for row in ROWS if type(row) is kind]


def cites_in(thing: object) -> Iterator[Cite]:
    """Every citation anywhere inside a value."""
    if isinstance(thing, Cite):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from cites_in(getattr(thing, field.name))
    elif isinstance(thing, tuple | list | set | frozenset):
        for each in thing:
            yield from cites_in(each)


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_every_rule_says_where_it_stands(kind):
    without = [row for row in rows_of(kind) if not isinstance(getattr(row, "cite", None), Cite)]
    assert not without, (
        f"{name_of(kind)} has no `cite: Cite`, so nobody can defend the answer it gives. Give each row its article; "
        f"if the class is no rule but a part of one, say why in NOT_RULES. First: {without[0]}"
    )


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_every_rule_says_since_when_it_applies(kind):
    without = [
        row for row in rows_of(kind) if not isinstance(getattr(row, "in_force", None), InForce)
    ]
    assert not without, (
        f"{name_of(kind)} has no `in_force: InForce`, so a case of 2023 cannot keep the law of 2023. First: {without[0]}"
    )


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_every_rule_is_frozen(kind):
    assert kind.__dataclass_params__.frozen, (
        f"{name_of(kind)}: rows of law are closed, never edited"
    )
    assert hasattr(kind, "__slots__"), (
        f"{name_of(kind)}: slots keep a row from growing what its table lacks"
    )


def test_every_citation_in_a_row_points_to_a_listed_instrument():
    unknown = {
        str(cite) for value in VALUES for cite in cites_in(value) if cite.instrument not in LISTED
    }
    assert not unknown, (
        f"List these in gongkai/law/instruments.py with title, number and dates: {sorted(unknown)}"
    )


def test_every_citation_written_in_the_source_points_to_a_listed_instrument():
    unknown = {
        f"{path}:{node.lineno} {node.args[0].value}"
        for path in python_files("gongkai")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Cite"
        if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value not in LISTED
    }
    assert not unknown, f"List these in gongkai/law/instruments.py: {sorted(unknown)}"


def test_no_rule_is_older_than_the_instrument_it_cites():
    # The form of 2021 took over the rows of the trial form, and cites itself for both.
    dated = [row for row in ROWS if hasattr(row, "cite") and hasattr(row, "in_force")]
    older = [
        str(row)
        for row in dated
        if row.cite.instrument in LISTED and row.cite.instrument != "年报格式"
        if row.in_force.since < LISTED[row.cite.instrument].in_force.since
    ]
    assert not older, "A rule cannot apply before the instrument that makes it:\n" + "\n".join(
        older
    )


def test_exceptions_are_still_needed():
    stale = set(NOT_RULES) - {name_of(type(value)) for value in VALUES}
    assert not stale, (
        f"No such values in the law any more, take them off NOT_RULES: {sorted(stale)}"
    )


def test_the_walk_finds_the_tables():
    names = {name_of(kind).rpartition(".")[2] for kind in KINDS}
    assert {"Band", "Outcome", "Item", "Limit", "Instrument", "Row", "Chapter"} <= names
    assert len(ROWS) > 200
