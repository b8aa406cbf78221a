"""Reads of stored files: by address, and the bytes that belong to none."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.files.keepers import kept_elsewhere
from gongkai.files.models import StoredFile


def by_token(token: str) -> StoredFile | None:
    """The file at that address, with its agency."""
    return StoredFile.objects.select_related("agency").filter(token=token).first()


def unused(before: datetime) -> QuerySet[StoredFile]:
    """People's papers, taken in before a moment, that nothing refers to: left by a refused form, or a go that was given up."""
    rows = StoredFile.objects.filter(uploaded_at__lt=before, destroyed_at=None)
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if relation.is_relation and relation.auto_created:
            pointing = relation.related_model.objects
            rows = rows.filter(~Exists(pointing.filter(**{relation.field.name: OuterRef("pk")})))
    return rows.exclude(sealed_key="").select_related("agency").order_by("pk")


def orphans(before: datetime) -> Iterator[str]:
    """Keys of the storage, written before a moment, that no row names."""
    folders, _ = default_storage.listdir("") if default_storage.exists("") else ([], [])
    for folder in folders:
        _, names = default_storage.listdir(folder)
        keys = {f"{folder}/{name}" for name in names}
        named = StoredFile.objects.filter(Q(storage_key__in=keys) | Q(public_key__in=keys))
        known = {key for row in named.values_list("storage_key", "public_key") for key in row}
        for key in sorted(keys - known - kept_elsewhere(keys)):
            if default_storage.get_modified_time(key) < before:
                yield key
