"""The keys of sealed files under a new master key, and people's papers that were stored before papers were sealed.

What was done is not done again: killed and begun anew, both go on where they were.
"""

from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.common import vault
from gongkai.files.models import StoredFile
from gongkai.files.purposes import PURPOSES
from gongkai.files.sealing import new_sealed_key, sealed
from gongkai.files.storage import keep

PORTION = 500
SEALED = [key for key, row in PURPOSES.items() if row.sealed]


def sealed_files() -> Iterator[StoredFile]:
    """Every file that has a key, in portions."""
    return StoredFile.objects.exclude(sealed_key="").order_by("pk").iterator(PORTION)


def files_in_clear() -> Iterator[StoredFile]:
    """People's papers whose bytes are not sealed and not destroyed."""
    rows = StoredFile.objects.filter(purpose__in=SEALED, sealed_key="", destroyed_at=None)
    return rows.order_by("pk").iterator(PORTION)


def context_of(row: StoredFile) -> str:
    """The place to which a file's wrapped key is bound."""
    return f"file:{row.token}"


def behind() -> int:
    """How many files' keys do not lie under the newest master key."""
    rows = sealed_files()
    return sum(not vault.is_newest(row.sealed_key, context=context_of(row)) for row in rows)


def in_clear() -> int:
    """How many of people's papers are not sealed."""
    return sum(1 for _ in files_in_clear())


def rewrap() -> int:
    """Seal every file's key under the newest master key; returns how many were not yet. The bytes stay as they are."""
    number = 0
    for row in sealed_files():
        if fresh := vault.rewrapped(row.sealed_key, context=context_of(row)):
            same = StoredFile.objects.filter(pk=row.pk, sealed_key=row.sealed_key)
            number += same.update(sealed_key=fresh)
    return number


def seal_what_is_in_clear() -> int:
    """Seal people's papers that lie in clear, each under a key of its own; returns how many."""
    return sum(_seal(row) for row in files_in_clear())


def _seal(row: StoredFile) -> bool:
    """Write the sealed bytes first, then name them: a kill leaves bytes without a row, which are swept after a day."""
    key = new_sealed_key(row.token)
    old = [name for name in (row.storage_key, row.public_key) if name]
    fresh = {name: keep(sealed(_bytes(name), row.token, key)) for name in old}
    with transaction.atomic():
        same = StoredFile.objects.filter(pk=row.pk, sealed_key="", destroyed_at=None)
        done = same.update(
            sealed_key=key,
            storage_key=fresh[row.storage_key],
            public_key=fresh.get(row.public_key, ""),
        )
    for name in old if done else fresh.values():
        default_storage.delete(name)
    return bool(done)


def _bytes(name: str) -> bytes:
    with default_storage.open(name, "rb") as content:
        return content.read()
