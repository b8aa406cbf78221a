"""docs/run/environment.md names every variable that the program reads."""

from tests.house.environment_table import FILE, document
from tests.house.source import text_of


def test_the_printed_variables_are_current():
    assert text_of(FILE) == document(), (
        f"{FILE} is out of date: run `python -m tests.house.environment_table`"
    )
