"""Witnesses: the heads of all chains, signed and written outside the database, so that a cut-off tail is noticed.

One line of JSON each in a file a month, every line naming the hash of the line before; the first of a file names all chains,
the others those that grew. Not here: what follows from them (``verify``).
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from gongkai.audit.models import Chain, Entry
from gongkai.common.outbox import put

KIND = "audit.witness"
PUBLIC_KEY = "witness.pub"
FIRST = "0" * 64
_SIGNINGS: set[str] = set()


class BadWitness(ValueError):
    """A line of the witness files was altered, removed or not written by this installation; the message says which."""


@dataclass(slots=True)
class Witnessed:
    """What the files testify: for each organ the hash at each length they name, and when the last line was written."""

    heads: dict[str, dict[int, str]] = field(default_factory=dict)
    at: str = ""
    lines: int = 0

    def last(self, organ: str) -> int:
        """The greatest length of the organ's chain that a line names; 0 for none."""
        return max(self.heads.get(organ, ()), default=0)


def witness_after(*acts: str) -> None:
    """Acts after which the heads are put out at once: signings. Apps name theirs when they start."""
    _SIGNINGS.update(acts)


def at_signing(entry: Entry, organ: str) -> None:
    """Where the entry is a signing, have the heads put out as soon as its transaction stands."""
    if entry.act in _SIGNINGS:
        put(KIND, f"{KIND}:{organ}:{entry.number}", {}, now=entry.at)


def deliver(_payload: dict[str, Any], now: datetime) -> None:
    """What the outbox and the schedule call."""
    put_out(now)


def put_out(now: datetime) -> Path | None:
    """Write one line if any chain grew since the last; returns its file, or None where nothing is new."""
    folder = Path(settings.WITNESS_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _append(folder, now)


def _append(folder: Path, now: datetime) -> Path | None:
    path = folder / f"{now.astimezone(UTC):%Y-%m}.jsonl"
    _drop_torn_line(folder)
    files = _files(folder)
    known, previous = _state(files[-1]) if files else ({}, FIRST)
    heads = {chain.organ: [chain.length, chain.head] for chain in Chain.objects.order_by("organ")}
    grown = {organ: head for organ, head in heads.items() if known.get(organ) != head}
    if not grown:
        return None
    said = {
        "at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "heads": grown if path.exists() else heads,
        "previous": previous,
    }
    signature = signed(said)
    _write(path, json.dumps({**said, "signature": signature}, ensure_ascii=False) + "\n")
    _publish_key(folder)
    return path


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("????-??.jsonl"))


def _drop_torn_line(folder: Path) -> None:
    """Take away what a process that was killed left of a line: nobody was told that it stands."""
    for path in _files(folder)[-1:]:
        text = path.read_bytes()
        if whole := text.rfind(b"\n") + 1:
            os.truncate(path, whole)
        else:
            path.unlink()


def _state(path: Path) -> tuple[dict[str, list[Any]], str]:
    """The heads as the lines of a file leave them, and the hash of its last line."""
    known: dict[str, list[Any]] = {}
    text = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        known |= json.loads(line)["heads"]
    return known, _hash(text.splitlines()[-1])


def _write(path: Path, line: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.KEYRING.key("witness"))


def signed(said: dict[str, Any]) -> str:
    """The signature on what is said, as hexadecimal digits: by the key that signs witnesses."""
    return _private().sign(_spelling(said)).hex()


def public_key() -> str:
    """By which others check signatures: 64 hexadecimal digits."""
    return _private().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def _publish_key(folder: Path) -> None:
    """The public key beside the lines, so that somebody else can check them without this installation."""
    (folder / PUBLIC_KEY).write_text(public_key() + "\n", encoding="ascii")


def _spelling(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def read() -> Witnessed:
    """All lines, each checked: signature, and the hash of the line before. Raises BadWitness."""
    found, previous, key = Witnessed(), FIRST, _private().public_key()
    for place, line in _lines(Path(settings.WITNESS_DIR)):
        said = _checked(place, line, previous, key)
        for organ, (length, head) in said["heads"].items():
            found.heads.setdefault(organ, {})[length] = head
        found.at, found.lines, previous = said["at"], found.lines + 1, _hash(line)
    return found


def _lines(folder: Path) -> Iterator[tuple[str, str]]:
    """Where each line stands, and the line; one without its end at the very end is still being written, or was given up."""
    lines = [each for path in _files(folder) for each in _lines_of(path)]
    if lines and not lines[-1][1].endswith("\n"):
        lines.pop()
    yield from ((place, line.rstrip("\n")) for place, line in lines)


def _lines_of(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            yield f"{path.name} 第 {number} 行", line


def _checked(place: str, line: str, previous: str, key: Ed25519PublicKey) -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(line)
        signature = bytes.fromhex(said.pop("signature"))
        key.verify(signature, _spelling(said))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature) as error:
        raise BadWitness(f"链头另存文件 {place} 被改动，或者不是本系统所签") from error
    if said["previous"] != previous:
        raise BadWitness(f"链头另存文件 {place} 与上一行接不上，其前有行被删去")
    return said
