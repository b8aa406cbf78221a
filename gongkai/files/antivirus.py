"""ClamAV, where it runs: one exchange of the INSTREAM protocol with clamd over its socket. Not here: what a verdict means."""

import io
import logging
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from django.conf import settings

from gongkai.files.refusals import Unacceptable

USUAL = (
    "/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock",
    "/var/run/clamd.scan/clamd.sock", "/tmp/clamd.socket",  # noqa: S108 - read, never made
)  # fmt: skip
SECONDS = 30.0
_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``about`` is the virus found, or why nothing was scanned."""

    outcome: Literal["clean", "infected", "not_scanned"]
    about: str = ""


def scanned(file: BinaryIO) -> str:
    """The outcome to be kept of an open file; raises Unacceptable for an infected one."""
    verdict = _scan(file)
    if verdict.outcome == "infected":
        _LOG.warning("refused an infected upload: %s", verdict.about)
        raise Unacceptable(
            f"文件带有病毒（{verdict.about}），没有保存", next_step="请先在自己的电脑上查杀病毒"
        )
    return verdict.outcome


def scan(data: bytes) -> Verdict:
    """What clamd says of the bytes; ``not_scanned`` where there is none or it does not answer."""
    return _scan(io.BytesIO(data))


def _scan(file: BinaryIO) -> Verdict:
    address = _address()
    if address is None:
        return Verdict("not_scanned", "没有安装 ClamAV")
    try:
        with _connected(address) as line:
            return _verdict(_exchange(line, file))
    except OSError as error:
        return Verdict("not_scanned", f"ClamAV 没有回答：{error}")


def _address() -> str | None:
    if settings.CLAMAV:
        return str(settings.CLAMAV)
    return next((path for path in USUAL if Path(path).is_socket()), None)


def _connected(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    if host and port.isdigit():
        return socket.create_connection((host, int(port)), SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    try:
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield struct.pack(">L", len(piece)) + piece
    yield struct.pack(">L", 0)


def _exchange(line: socket.socket, file: BinaryIO) -> str:
    line.sendall(b"zINSTREAM\0")
    for piece in _pieces(file):
        line.sendall(piece)
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        more = line.recv(1024)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace")


def _verdict(answer: str) -> Verdict:
    said = answer.partition(": ")[2]
    if said == "OK":
        return Verdict("clean")
    if said.endswith(" FOUND"):
        return Verdict("infected", said.removesuffix(" FOUND"))
    return Verdict("not_scanned", f"ClamAV 的回答无法理解：{answer[:200]}")
