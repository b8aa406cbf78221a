"""Keys are made once, kept apart, and read by their owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor

from gongkai.common.keyring import Keyring


def test_a_key_is_made_once_and_kept(tmp_path):
    assert Keyring(tmp_path / "keys").key("secret") == Keyring(tmp_path / "keys").key("secret")


def test_keys_differ_by_name(tmp_path):
    ring = Keyring(tmp_path)
    assert ring.key("secret") != ring.key("personal")
    assert len(ring.key("personal")) == 32


def test_only_the_owner_reads_a_key(tmp_path):
    Keyring(tmp_path / "keys").key("secret")
    assert stat.S_IMODE((tmp_path / "keys" / "secret").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_whoever_asks_first_makes_the_key_for_all(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: Keyring(tmp_path).key("secret"), range(32)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
