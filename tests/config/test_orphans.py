"""Whose starter is killed ends by itself: asked first, by force where it does not hear."""

import signal
import subprocess
import sys
import time

import pytest

from bench.proof.installation import living

pytestmark = pytest.mark.own_home
PARENT = "import subprocess, sys, os, time; subprocess.Popen([sys.executable, '-c', sys.argv[1], str(os.getpid())]); time.sleep(60)"
CHILD = """
import os, signal, sys, time
from gongkai.config import orphans
orphans.LOOK, orphans.GRACE = 0.02, 0.2
{before}
print(os.getpid(), flush=True)
orphans.end_with(int(sys.argv[1]))
time.sleep(60)
"""
DEAF = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"


def gone(pids, seconds=40):
    """Whether all have ended by then."""
    until = time.monotonic() + seconds
    while living(pids) and time.monotonic() < until:
        time.sleep(0.05)
    return not living(pids)


@pytest.mark.parametrize("before", ["", DEAF], ids=["hears", "deaf"])
def test_it_ends_when_its_parent_was_killed(before):
    command = [sys.executable, "-c", PARENT, CHILD.format(before=before)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        time.sleep(0.2)
        assert living([child])
        parent.send_signal(signal.SIGKILL)
    assert gone([child])


def test_a_parent_that_was_gone_before_the_first_look_is_seen():
    child = CHILD.format(before="").replace("int(sys.argv[1])", "1 << 30")
    ended = subprocess.run([sys.executable, "-c", child], timeout=30, check=False)
    assert ended.returncode == -signal.SIGTERM
