"""Killed at any moment, an upload leaves a file with its row or bytes that are swept; never a row without its file."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("KILLS", "4"))
SEED = 20261125
MAKE_HOME = """
import django; django.setup()
from tests.people import make_cast
make_cast()
"""
LOOK = """
import django; django.setup()
from datetime import timedelta
from django.core.files.storage import default_storage
from gongkai.audit.verify import verify
from gongkai.common.clock import current
from gongkai.files.actions import sweep
from gongkai.files.models import StoredFile
import hashlib
rows = list(StoredFile.objects.all())
for row in rows:
    with row.open() as kept:
        assert hashlib.sha256(kept.read()).hexdigest() == row.sha256, row
    with row.open_public() as kept:
        assert hashlib.sha256(kept.read()).hexdigest() == row.public_sha256, row
verdict = verify()
assert verdict.whole, verdict
assert verdict.entries == len(rows), (verdict.entries, len(rows))
swept = sweep(current() + timedelta(days=2))
left = sum(1 for folder in default_storage.listdir("")[0] for _ in default_storage.listdir(folder)[1])
assert left == 2 * len(rows), (left, len(rows))
print(len(rows), swept)
"""


@pytest.fixture
def run(migrated, tmp_path):
    """Start Python in the project with a home of its own."""
    root = Path(__file__).resolve().parents[2]
    environment = {
        **os.environ,
        "GONGKAI_HOME": str(migrated(tmp_path / "home")),
        "PYTHONPATH": str(root),
    }
    environment["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.local"
    environment.pop("GONGKAI_DATABASE_URL", None)

    def start(*arguments):
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def outcome(process) -> str:
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return said


def kill_while_receiving(run, wait: float) -> None:
    """Let it receive for a moment, then end it without warning."""
    process = run("-m", "tests.files.kill_target")
    with process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)


@pytest.mark.own_home
def test_a_killed_upload_leaves_nothing_half(run):
    outcome(run("-c", MAKE_HOME))
    chance = random.Random(SEED)
    for _ in range(KILLS):
        kill_while_receiving(run, chance.uniform(0.5, 2.5))
    kept, swept = outcome(run("-c", LOOK)).split()
    print(f"{KILLS} kills, seed {SEED}: {kept} files kept, {swept} swept")
    assert int(kept) > 0
