"""A sample of ``make proof NAME=collect``: a collection killed anywhere is gone on with, no organ twice, none lost."""

import os
import secrets

import pytest

from bench.proof.collect import prove

KILLS, ORGANS = 3, 25


@pytest.mark.own_home
def test_a_collection_that_is_killed_loses_and_doubles_nothing(migrated, tmp_path):
    seed = 20261127 if os.environ.get("GONGKAI_REQUIRE_ALL") == "1" else secrets.randbelow(10**6)
    print(f"种子 {seed}")
    said = prove(KILLS, ORGANS, seed, migrated(tmp_path / "home"))
    assert said["problems"] == []
    assert len(said["killed"]) == KILLS
    assert said["verified"].startswith("留痕完整")
