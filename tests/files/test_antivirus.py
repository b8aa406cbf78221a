"""clamd is asked over its own protocol; here a small server plays its part."""

import socket
import struct
import threading

import pytest

from gongkai.files.antivirus import Verdict, scan


class FakeClamd(threading.Thread):
    """Answers one INSTREAM: FOUND where the bytes hold 病毒, else what it was told to say."""

    def __init__(self, path, answer=b"stream: OK\0"):
        super().__init__(daemon=True)
        self.answer, self.heard = answer, b""
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(str(path))
        self.door.listen(1)

    def run(self):
        line, _ = self.door.accept()
        with line, line.makefile("rb") as said:
            assert said.read(10) == b"zINSTREAM\0"
            while length := struct.unpack(">L", said.read(4))[0]:
                self.heard += said.read(length)
            found = b"stream: Eicar-Test FOUND\0"
            line.sendall(found if "病毒".encode() in self.heard else self.answer)
        self.door.close()


@pytest.fixture
def clamd(settings, tmp_path):
    def start(**said):
        settings.CLAMAV = str(tmp_path / "clamd.ctl")
        fake = FakeClamd(settings.CLAMAV, **said)
        fake.start()
        return fake

    return start


def test_every_byte_goes_to_clamd_and_its_verdict_comes_back(clamd):
    fake = clamd()
    assert scan(b"x" * 200_000) == Verdict("clean")
    fake.join(5)
    assert len(fake.heard) == 200_000


def test_a_find_is_named(clamd):
    clamd()
    assert scan("有病毒".encode()) == Verdict("infected", "Eicar-Test")


def test_an_answer_that_is_none_does_not_pass_for_clean(clamd):
    clamd(answer=b"INSTREAM size limit exceeded. ERROR\0")
    assert scan(b"x").outcome == "not_scanned"


def test_without_clamd_the_verdict_says_that_nothing_was_scanned(settings, tmp_path):
    settings.CLAMAV = str(tmp_path / "nobody-here")
    assert scan(b"x").outcome == "not_scanned"
    settings.CLAMAV = "127.0.0.1:1"
    assert scan(b"x").outcome == "not_scanned"


def test_an_infected_upload_is_refused(clamd, cast):
    from datetime import UTC, datetime

    from gongkai.files.actions import receive
    from gongkai.files.refusals import Unacceptable
    from tests.files.given import upload

    clamd()
    given, now = upload("有病毒".encode(), "说明.txt"), datetime(2026, 11, 25, tzinfo=UTC)
    with pytest.raises(Unacceptable, match="带有病毒"):
        receive(agency=cast.town, upload=given, purpose="attachment", by=cast.clerk, now=now)
