"""A sample of ``make proof NAME=kill``: whatever is killed when, nothing confirmed is lost and nothing happens twice."""

import os
import secrets
from collections import Counter

import pytest

from bench.proof import kill_checks
from bench.proof.kill import prove

KILLS = 3


@pytest.mark.own_home
def test_kills_at_random_moments_lose_and_double_nothing(migrated, tmp_path):
    seed = 20261125 if os.environ.get("GONGKAI_REQUIRE_ALL") == "1" else secrets.randbelow(10**6)
    print(f"种子 {seed}")
    said = prove(KILLS, seed, migrated(tmp_path / "home"), every=KILLS)
    assert said["problems"] == []
    assert sum(said["killed"].values()) == KILLS
    assert said["journal"] >= said["confirmed"] > 0
    assert said["public"] > 0
    assert said["tables"] > 0
    assert said["verified"].startswith("留痕完整")


@pytest.mark.django_db
def test_what_was_confirmed_and_is_not_in_the_journal_is_found(monkeypatch):
    monkeypatch.setattr(kill_checks, "doubled", lambda: iter(()))
    key = ("publishing.publish", "publishing.item", "7")
    assert list(kill_checks.problems(Counter([key]))) == [f"confirmed and lost: {key}"]


def test_a_confirmation_cut_off_by_the_kill_is_none(tmp_path):
    (tmp_path / "confirmed").write_bytes(b'{"act": "a", "type": "b", "id": "1"}\n{"act": "a", "ty')
    assert kill_checks.read(tmp_path / "confirmed").total() == 1
