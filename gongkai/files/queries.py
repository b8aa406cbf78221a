"""Reads of stored files: by address, and the bytes that belong to none."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import Q

from gongkai.files.models import StoredFile


def by_token(token: str) -> StoredFile | None:
    """The file at that address, with its agency."""
    return StoredFile.objects.select_related("agency").filter(token=token).first()


def orphans(before: datetime) -> Iterator[str]:
    """Keys of the storage, written before a moment, that no row names."""
    folders, _ = default_storage.listdir("") if default_storage.exists("") else ([], [])
    for folder in folders:
        _, names = default_storage.listdir(folder)
        keys = {f"{folder}/{name}" for name in names}
        named = StoredFile.objects.filter(Q(storage_key__in=keys) | Q(public_key__in=keys))
        known = {key for row in named.values_list("storage_key", "public_key") for key in row}
        for key in sorted(keys - known):
            if default_storage.get_modified_time(key) < before:
                yield key
