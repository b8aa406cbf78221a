"""Personal data in the journal: only as ciphertext and keyed hash, both under a key of the subject's own.

Destroying that key makes them unreadable for ever, while every entry keeps its hash and the chain still verifies. A subject is
a case or a person, as text: casework.request:17. Reading and destroying are acts themselves.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection, models, transaction

from gongkai.audit.actions import record
from gongkai.audit.labels import SEALED
from gongkai.audit.models import Entry, SubjectKey
from gongkai.common import vault
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal

READ, ERASE = "audit.read_personal", "audit.erase_personal"
MAC = "mac"
Sealed = dict[str, dict[str, str]]
"""By field, what stands in the journal: {"sealed": ciphertext, "mac": keyed hash, equal for equal values of a subject}."""


class Erased(Refusal):
    """The subject's key was destroyed: what was sealed with it cannot be read, and nothing more is sealed for it."""

    def __init__(self) -> None:
        super().__init__("这些个人信息已按规定销毁，不能再查看")


@transaction.atomic
def seal(subject: str, fields: Mapping[str, str | None]) -> Sealed:
    """The fields as they may enter ``before`` and ``after`` of an entry; empty ones are left out. Raises Erased."""
    key = _key(subject)
    return {
        name: {
            SEALED: vault.seal(value, context=f"{subject}:{name}", key=key),
            MAC: vault.blind_index(value, field=name, key=key),
        }
        for name, value in fields.items()
        if value
    }


@transaction.atomic
def reveal(
    subject: str,
    fields: Sealed,
    *,
    on: models.Model,
    by: Permit,
    at: datetime,
    organ: str,
    reason: str = "",
) -> dict[str, str]:
    """The values, once the journal says who read which fields of ``on``. Raises Erased, vault.CannotOpen."""
    read = _opened(subject, fields)
    record(READ, on, by=by, at=at, organ=organ, after={"fields": sorted(read)}, reason=reason)
    return read


@transaction.atomic
def reveal_once(
    subject: str,
    fields: Sealed,
    *,
    entry: int | None,
    on: models.Model,
    by: Permit,
    at: datetime,
    organ: str,
    reason: str,
) -> tuple[dict[str, str], int]:
    """The same for an effect that is tried until it succeeds: journaled at its first try, whose ``entry`` the others name.

    Returns the values and the entry's id. Raises ValueError where the entry says something else.
    """
    if entry is None:
        read = reveal(subject, fields, on=on, by=by, at=at, organ=organ, reason=reason)
        own = Entry.objects.filter(chain__organ=organ, act=READ, object_id=str(on.pk))
        own = own.filter(object_type=on._meta.label_lower)
        return read, own.latest("number").pk
    said = Entry.objects.get(pk=entry, act=READ, object_id=str(on.pk))
    if said.object_type != on._meta.label_lower or said.after != {"fields": sorted(fields)}:
        raise ValueError(f"entry {entry} does not say that these fields were read")
    return _opened(subject, fields), entry


@transaction.atomic
def erase(
    subject: str, *, on: models.Model, by: Permit, at: datetime, organ: str, reason: str
) -> None:
    """Destroy the subject's key. Copies of the key end with the backups that hold them; the master key lies elsewhere."""
    _overwrite_deleted()
    row, _ = SubjectKey.objects.select_for_update().get_or_create(subject=subject)
    if row.erased_at:
        raise Erased
    row.wrapped, row.erased_at = "", at
    row.save(update_fields=("wrapped", "erased_at"))
    record(ERASE, on, by=by, at=at, organ=organ, reason=reason)


def _opened(subject: str, fields: Sealed) -> dict[str, str]:
    key = _existing_key(subject)
    return {
        name: vault.unseal(said[SEALED], context=f"{subject}:{name}", key=key)
        for name, said in fields.items()
    }


def _overwrite_deleted() -> None:
    """SQLite leaves what was deleted in free pages unless told otherwise."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _key(subject: str) -> bytes:
    """The subject's key, made when first needed."""
    fresh = vault.seal(vault.new_key().hex(), context=f"key:{subject}")
    SubjectKey.objects.bulk_create(
        [SubjectKey(subject=subject, wrapped=fresh)], ignore_conflicts=True
    )
    return _existing_key(subject)


def _existing_key(subject: str) -> bytes:
    row = SubjectKey.objects.filter(subject=subject).first()
    if row is None or row.erased_at:
        raise Erased
    return bytes.fromhex(vault.unseal(row.wrapped, context=f"key:{subject}"))
