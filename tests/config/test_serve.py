"""One command makes the database, serves, keeps the worker alive and ends cleanly."""

import re
import signal
import socket
import time

import pytest

from bench.proof.installation import Installation, children, free_port, is_worker, kill
from gongkai.config.command_line import main
from tests.config.test_orphans import gone

pytestmark = pytest.mark.own_home


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An installation that was started on nothing, and its process."""
    place = Installation(tmp_path_factory.mktemp("served") / "home", free_port())
    process = place.serve()
    place.wait_until_ok()
    yield place, process
    if process.poll() is None:
        process.terminate()
        process.wait(60)


def workers_of(process):
    return [pid for pid in children(process.pid) if is_worker(pid)]


def server_of(process):
    """The process that keeps those of the site."""
    return next(pid for pid in children(process.pid) if children(pid) and not is_worker(pid))


def test_it_says_that_it_is_well(served):
    assert served[0].get("/healthz") == (200, b'{"status": "ok"}')


def test_the_folder_is_its_owners_alone(served):
    assert served[0].home.stat().st_mode & 0o777 == 0o700


def test_two_starts_at_once_do_not_collide(tmp_path):
    place = Installation(tmp_path / "home", free_port())
    both = [place.start("gongkai", "journal", "verify") for _ in range(2)]
    assert [one.wait(120) for one in both] == [0, 0], place.log.read_text()


def test_a_worker_that_dies_comes_back(served):
    _, process = served
    (old,) = workers_of(process)
    kill([old])
    until = time.monotonic() + 60
    while (now := workers_of(process)) in ([], [old]) and time.monotonic() < until:
        time.sleep(0.1)
    assert now
    assert now != [old]


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path / "home"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert main(["serve", "--port", str(other.getsockname()[1])]) == 2
    assert "端口已被占用" in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])
    assert ended.value.code == 2


def test_it_ends_cleanly_and_says_everything_in_one_form(migrated, tmp_path):
    place = Installation(migrated(tmp_path / "home"), free_port())
    process = place.serve()
    place.wait_until_ok()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert place.get("/healthz")[0] == 0
    line = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]\d{4} (INFO|WARNING) \S+ \[[-\w]+\] ")
    said = place.log.read_text(encoding="utf-8").splitlines()
    spoken = ("网站 http", "还没有任何人员")
    assert [text for text in said if not line.match(text) and not text.startswith(spoken)] == []


def test_nobody_is_left_when_the_server_or_the_keeper_is_killed(migrated, tmp_path):
    place = Installation(migrated(tmp_path / "home"), free_port())
    for whom in ("server", "keeper"):
        process = place.serve()
        place.wait_until_ok()
        family = [process.pid, *children(process.pid)]
        kill([process.pid if whom == "keeper" else server_of(process)])
        process.wait(60)
        assert gone(family), f"{whom} killed; see {place.log}"
        assert place.get("/healthz")[0] == 0


def test_it_ends_though_somebody_never_finishes_a_request(migrated, tmp_path):
    place = Installation(migrated(tmp_path / "home"), free_port())
    process = place.serve()
    place.wait_until_ok()
    family = [process.pid, *children(process.pid)]
    with socket.create_connection(("127.0.0.1", place.port)) as line:
        line.sendall(
            b"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nlogin="
        )
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert gone(family)
    assert "强制结束" not in place.log.read_text(encoding="utf-8")
