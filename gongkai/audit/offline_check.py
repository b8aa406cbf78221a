"""Checks an extract of the journal with nothing but Python: ``python3 offline_check.py journal.json``. No part of the system is needed.

Each row must give its own hash; rows that follow on one another in the chain must name each other; the last must not lie beyond the
head. What stands between two rows of the extract belongs to other cases and is not in it: that the rows lie in the chain with that
head is said by the signature, and by the organ's own ``gongkai journal verify --extract``.
"""

import hashlib
import json
import sys
from datetime import UTC, datetime
from typing import Any

FIELDS = (
    "number", "actor_id", "actor_name", "post", "act", "object_type", "object_id", "object_label",
    "before", "after", "reason", "request_id", "previous_hash",
)  # fmt: skip


def hash_of(row: dict[str, Any], organ: str) -> str:
    """64 hexadecimal digits over a row: sorted keys, no spaces, the moment in UTC with microseconds."""
    moment = datetime.fromisoformat(row["at"]).astimezone(UTC).isoformat(timespec="microseconds")
    said = {**{name: row[name] for name in FIELDS}, "organ": organ, "at": moment, "format": 1}
    spelled = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def faults(extract: dict[str, Any]) -> list[str]:
    """What is wrong with an extract, a sentence each; none where every row is as it was written."""
    found, before = [], None
    length, head = extract["head"]["length"], extract["head"]["hash"]
    for row in extract["rows"]:
        number = row["number"]
        if hash_of(row, extract["organ"]) != row["hash"]:
            found.append(f"第 {number} 条内容与哈希不符：被改动")
        if before and number <= before["number"]:
            found.append(f"第 {number} 条的次序不对")
        if before and number == before["number"] + 1 and row["previous_hash"] != before["hash"]:
            found.append(f"第 {number} 条与上一条接不上")
        if number > length or (number == length and row["hash"] != head):
            found.append(f"第 {number} 条与链头不符")
        before = row
    return found


def main(path: str) -> int:
    """Print the verdict; 1 where something is wrong."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - to be read by people, elsewhere
        extract = json.load(file)
    found = faults(extract)
    for sentence in found:
        print(sentence)
    if not found:
        head = extract["head"]
        print(
            f"{len(extract['rows'])} 条都与各自的哈希相符；链头：第 {head['length']} 条 {head['hash']}"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
