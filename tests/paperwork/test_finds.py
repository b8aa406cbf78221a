"""Whatever fuzzing ever found is read again: it is refused, or read, and nothing else happens."""

from contextlib import suppress
from pathlib import Path

import pytest

from gongkai.paperwork.errors import UnreadableReport
from tests.paperwork.fuzz_targets import TARGETS

FINDS = sorted(
    path for path in Path(__file__).with_name("finds").iterdir() if path.name != "README.md"
)


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.name)
def test_a_find_is_read_or_refused(path):
    with suppress(UnreadableReport):
        TARGETS[path.name.partition("-")[0]].run(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_of_every_target_are_read_or_refused(name):
    for seed in TARGETS[name].seeds():
        with suppress(UnreadableReport):
            TARGETS[name].run(seed)
