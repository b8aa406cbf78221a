"""A sample of ``make proof NAME=compiling``: however often it is killed, each organ's report is there once and whole."""

import pytest

from bench.proof.compiling import prove

pytestmark = pytest.mark.own_home
KILLS, ORGANS = 2, 8


def test_reports_compiled_under_kills_are_there_once_and_whole(migrated, tmp_path):
    found = prove(KILLS, 20261127, migrated(tmp_path / "home"), ORGANS)
    assert found["organs"] == found["taken"] == ORGANS
    assert (found["wrong"], found["lost"]) == ([], [])
    assert found["journal"].startswith("留痕完整")
