"""The journal of one record as a file for others: its rows with their hashes, the head of the chain, and the organ's signature on it.

Not here: the check without this system (``offline_check``).
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import models

from gongkai.audit.hashing import FIELDS
from gongkai.audit.models import Chain, Entry
from gongkai.audit.offline_check import faults
from gongkai.audit.witness import public_key, signed

Extract = dict[str, Any]


def extract_of(on: models.Model, *, organ: str, now: datetime) -> Extract:
    """Every entry about a record in the chain of an organ, the head they chain to, signed with the key of the witnesses."""
    chain = Chain.objects.get(organ=organ)
    own = {"object_type": on._meta.label_lower, "object_id": str(on.pk)}
    rows = Entry.objects.filter(chain=chain, number__lte=chain.length, **own).order_by("number")
    said: Extract = {
        "format": 1,
        "organ": organ,
        "about": str(on),
        "at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "head": {"length": chain.length, "hash": chain.head},
        "rows": [_row(row) for row in rows],
    }
    return {**said, "public_key": public_key(), "signature": signed(said)}


def _row(entry: Entry) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in (*FIELDS, "hash")}
    return {**said, "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds")}


def spelled(extract: Extract) -> str:
    """As the file says it."""
    return json.dumps(extract, ensure_ascii=False, indent=1) + "\n"


def wrong_with(extract: Mapping[str, Any]) -> list[str]:
    """What is wrong with an extract by itself, its signature too; a sentence each. Raises KeyError, ValueError for what is none."""
    said = {key: value for key, value in extract.items() if key not in {"public_key", "signature"}}
    found = faults(dict(extract))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(extract["public_key"]))
    try:
        key.verify(bytes.fromhex(extract["signature"]), _spelling(said))
    except InvalidSignature:
        found.append("签名与内容不符：摘录被改动")
    return found


def _spelling(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def differs_from_journal(extract: Mapping[str, Any]) -> list[str]:
    """Where the journal of this installation says something else, or never had the head that the extract names."""
    found = []
    if extract["public_key"] != public_key():
        found.append("不是本系统签的")
    chain = Chain.objects.filter(organ=extract["organ"]).first()
    head = extract["head"]
    kept = Entry.objects.filter(chain=chain).values_list("number", "hash")
    numbers = [row["number"] for row in extract["rows"]]
    hashes = dict(kept.filter(number__in=[*numbers, head["length"]]))
    if hashes.get(head["length"]) != head["hash"]:
        found.append(f"本系统的第 {head['length']} 条不是摘录所说的链头")
    found += [
        f"第 {row['number']} 条与本系统的留痕不同"
        for row in extract["rows"]
        if hashes.get(row["number"]) != row["hash"]
    ]
    return found
