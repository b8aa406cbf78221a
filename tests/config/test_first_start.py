"""The demo moves in on an empty database of a local installation only."""

import pytest

from gongkai.config import first_start as room
from gongkai.config.first_start import first_start


@pytest.fixture
def moved_in(monkeypatch):
    """The commands that were run."""
    ran = []
    monkeypatch.setattr(room, "main", ran.append)
    monkeypatch.setattr(room, "knows_demo", lambda: True)
    monkeypatch.setenv("GONGKAI_DEMO", "1")
    return ran


@pytest.mark.django_db
def test_it_moves_in_where_nobody_is(moved_in):
    first_start()
    assert moved_in == [["demo"]]


def test_it_does_not_move_in_where_somebody_is(moved_in, cast):
    first_start()
    assert moved_in == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "variables",
    [{"GONGKAI_DEMO": "0"}, {"GONGKAI_MODE": "prod", "GONGKAI_HOSTS": "www.example.test"}],
)
def test_it_does_not_move_in_where_it_is_not_wanted(moved_in, monkeypatch, variables):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    first_start()
    assert moved_in == []


def test_the_command_line_is_asked_for_its_commands(monkeypatch):
    monkeypatch.setattr(room, "DEMO", "law")
    assert room.knows_demo()
    monkeypatch.setattr(room, "DEMO", "no such command")
    assert not room.knows_demo()
