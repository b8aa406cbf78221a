"""Every module says what it is for, and its name says more than a drawer of odds and ends would."""

import ast
from pathlib import Path

from tests.house.source import for_each, python_files, text_of, tree_of

DRAWERS = {"utils", "util", "helpers", "helper", "misc", "services", "service", "tools", "stuff"}
FAMOUS = {"requests", "calendar", "logging", "email"}
MODULES = [path for path in python_files() if "migrations" not in path.parts]
"""Migrations of the schema are written by Django."""
PROGRAM = python_files("gongkai")


@for_each(MODULES)
def test_every_module_says_what_it_is_for(path: Path):
    said = ast.get_docstring(tree_of(path))
    assert said or not text_of(path).strip(), (
        f"{path} needs a docstring: what this room is for and what it is not"
    )


@for_each(PROGRAM)
def test_a_module_says_it_in_four_lines(path: Path):
    lines = [line for line in (ast.get_docstring(tree_of(path)) or "").splitlines() if line.strip()]
    assert len(lines) <= 4, (
        f"{path}: a docstring of {len(lines)} lines; what takes longer belongs to docs/ or to the function"
    )


@for_each(PROGRAM)
def test_no_module_is_a_drawer_of_odds_and_ends(path: Path):
    words = {*path.parts[:-1], path.stem}
    assert not words & DRAWERS, (
        f"{path}: name the room after what it holds (house.md, five questions)"
    )


@for_each(PROGRAM)
def test_no_module_takes_a_famous_name(path: Path):
    assert path.stem not in FAMOUS, (
        f"{path}: a reader of `import {path.stem}` expects the famous one"
    )
