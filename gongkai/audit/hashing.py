"""The hash of a journal entry: SHA-256 over its fields in one fixed spelling, chained to the entry before it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from gongkai.audit.models import Entry

FIRST = "0" * 64
FIELDS = (
    "number", "actor_id", "actor_name", "post", "act", "object_type", "object_id", "object_label",
    "before", "after", "reason", "request_id", "previous_hash",
)  # fmt: skip
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def spelling(said: Mapping[str, Any], organ: str) -> bytes:
    """FIELDS and ``at`` as bytes: sorted keys, no spaces, moments in UTC with microseconds. A change needs a new format."""
    moment = said["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return _ENCODE({**said, "organ": organ, "at": moment, "format": 1}).encode()


def hash_said(said: Mapping[str, Any], organ: str) -> str:
    """64 hexadecimal digits over the values of FIELDS and ``at``."""
    return hashlib.sha256(spelling(said, organ)).hexdigest()


def hash_of(entry: Entry, organ: str) -> str:
    """The hash of an entry."""
    return hash_said({name: getattr(entry, name) for name in (*FIELDS, "at")}, organ)
