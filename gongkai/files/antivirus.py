"""ClamAV, where it runs: one exchange of the INSTREAM protocol with clamd over its socket. Not here: what a verdict means."""

import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.conf import settings

USUAL = (
    "/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock",
    "/var/run/clamd.scan/clamd.sock", "/tmp/clamd.socket",  # noqa: S108 - read, never made
)  # fmt: skip
SECONDS = 30.0
_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096


@dataclass(frozen=True, slots=True)
class Verdict:
    """``about`` is the virus found, or why nothing was scanned."""

    outcome: Literal["clean", "infected", "not_scanned"]
    about: str = ""


def scan(data: bytes) -> Verdict:
    """What clamd says of the bytes; ``not_scanned`` where there is none or it does not answer."""
    address = _address()
    if address is None:
        return Verdict("not_scanned", "没有安装 ClamAV")
    try:
        with _connected(address) as line:
            return _verdict(_exchange(line, data))
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


def _pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), _PIECE):
        piece = data[at : at + _PIECE]
        yield struct.pack(">L", len(piece)) + piece
    yield struct.pack(">L", 0)


def _exchange(line: socket.socket, data: bytes) -> str:
    line.sendall(b"zINSTREAM\0")
    for piece in _pieces(data):
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
