"""The hash of a journal entry: SHA-256 over its fields in one fixed spelling, chained to the entry before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from gongkai.audit.models import Entry

FIRST = "0" * 64
FIELDS = (
    "number", "actor_id", "actor_name", "post", "act", "object_type", "object_id", "object_label",
    "before", "after", "reason", "request_id", "previous_hash",
)  # fmt: skip


def spelling(entry: Entry, organ: str) -> bytes:
    """The entry as bytes: sorted keys, no spaces, moments in UTC with microseconds. Changing it needs a new chain format."""
    said: dict[str, Any] = {name: getattr(entry, name) for name in FIELDS}
    said |= {
        "organ": organ,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "format": 1,
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hash_of(entry: Entry, organ: str) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(spelling(entry, organ)).hexdigest()
