"""LibreOffice is found or not, bounded in time, and leaves nothing running and no file behind."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.office import OfficeMissing, convert, program, to_docx


def stand_in(place: Path, script: str) -> Path:
    """A program that is called soffice."""
    path = place / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Puts a script in LibreOffice's place; its folder of temporary files is the test's."""
    (tmp_path / "made").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "made"))

    def put(script: str) -> None:
        monkeypatch.setattr(convert, "office", lambda: str(stand_in(tmp_path, script)))

    return put


def test_none_installed_says_what_to_do(monkeypatch):
    monkeypatch.setattr(program.shutil, "which", lambda _: None)
    monkeypatch.setattr(program, "USUAL", ())
    with pytest.raises(OfficeMissing, match="没有安装 LibreOffice"):
        to_docx(b"x")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        not Path(f"/proc/{pid}/stat").exists() or " Z " not in Path(f"/proc/{pid}/stat").read_text()
    )


def test_one_that_hangs_is_ended_with_its_children(office, tmp_path):
    office(f"sleep 60 & echo $! > {tmp_path}/child; sleep 60")
    start = time.monotonic()
    with pytest.raises(HostileFile, match="超过 1 秒"):
        to_docx(b"x", seconds=1)
    assert time.monotonic() - start < 10
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not alive(child):
            break
        time.sleep(0.1)
    assert not alive(child)


def test_one_that_makes_nothing_is_a_broken_file_and_no_trace_stays(office, tmp_path):
    office("exit 0")
    with pytest.raises(UnreadableReport, match="可能已损坏"):
        to_docx(b"x")
    assert not list((tmp_path / "made").iterdir())


def test_it_gets_a_profile_of_its_own_without_macros_and_no_secrets(office, tmp_path, monkeypatch):
    monkeypatch.setenv("GONGKAI_SECRET", "x")
    office(f"env > {tmp_path}/env; cp profile/user/registrymodifications.xcu {tmp_path}/profile")
    with pytest.raises(UnreadableReport):
        to_docx(b"x")
    assert "GONGKAI_SECRET" not in (tmp_path / "env").read_text()
    profile = (tmp_path / "profile").read_text()
    assert "DisableMacrosExecution" in profile
    assert "BlockUntrustedRefererLinks" in profile


def test_while_another_is_converted_one_waits_no_longer_than_told(monkeypatch):
    monkeypatch.setattr(convert, "office", lambda: "/bin/true")
    monkeypatch.setattr(convert, "WAIT_SECONDS", 0.1)
    with convert._TURN, pytest.raises(UnreadableReport, match="正在转换别的文件"):
        to_docx(b"x")
