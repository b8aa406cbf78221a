"""The processes of an installation end together; the worker comes back when it dies, the server does not."""

import signal
import sys
import threading
import time

import pytest

from gongkai.config import household
from gongkai.config.household import Household, Member

FOR_EVER = [sys.executable, "-c", "import time; time.sleep(60)"]


def program(text):
    return [sys.executable, "-c", text]


pytestmark = pytest.mark.own_home


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(household, "LOOK", 0.02)


def test_when_the_server_ends_all_end_with_its_code():
    server, worker = Member("网站", program("raise SystemExit(3)")), Member("后台进程", FOR_EVER)
    assert Household([worker, server]).keep() == 3
    assert worker.process.returncode == -signal.SIGTERM


def test_a_server_that_ends_without_being_asked_is_an_error():
    assert Household([Member("网站", program(""))]).keep() == 1


def test_the_worker_is_started_again(tmp_path, monkeypatch):
    monkeypatch.setattr(household, "LONGEST_PAUSE", 0.01)
    count = tmp_path / "count"
    worker = Member("后台进程", program(f"open({str(count)!r}, 'a').write('x')"), returns=True)
    house = Household([worker])
    threading.Thread(target=lambda: (wait_for(count, 3), house.asked.set())).start()
    assert house.keep() == 0
    assert len(count.read_text()) >= 3


def wait_for(path, size):
    until = time.monotonic() + 20
    while time.monotonic() < until and (not path.exists() or path.stat().st_size < size):
        time.sleep(0.02)


def test_who_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(household, "GRACE", 0.2)
    deaf = "import signal,time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    member = Member("网站", program(deaf))
    house = Household([member])
    threading.Timer(1.0, house.asked.set).start()
    assert house.keep() == 0
    assert member.process.returncode in {-signal.SIGKILL, -signal.SIGTERM}


def test_the_pause_grows_while_the_worker_dies_young():
    member = Member("后台进程", FOR_EVER, returns=True)
    pauses = []
    for _ in range(7):
        member.begun = time.monotonic()
        member.put_off()
        pauses.append(member.pause)
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
