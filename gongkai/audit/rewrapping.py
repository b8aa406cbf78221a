"""A new master key: the keys of all subjects are sealed anew under it, portion by portion; killed and begun again it goes on.

Not here: the personal data themselves, which stay sealed by the same keys of their subjects.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from gongkai.audit.actions import locked_chain, record
from gongkai.audit.models import SYSTEM_CHAIN, SubjectKey
from gongkai.common import vault
from gongkai.common.permissions import SYSTEM

ACT = "audit.rotate_keys"
PORTION = 500


def wrapped_keys() -> Iterator[SubjectKey]:
    """Every subject whose key was not destroyed, in portions, without holding them all."""
    return SubjectKey.objects.exclude(wrapped="").order_by("pk").iterator(PORTION)


def context_of(row: SubjectKey) -> str:
    """The place to which a subject's wrapped key is bound."""
    return f"key:{row.subject}"


def behind() -> int:
    """How many subjects' keys do not lie under the newest master key."""
    return sum(not vault.is_newest(row.wrapped, context=context_of(row)) for row in wrapped_keys())


def rewrap() -> int:
    """Seal every subject's key under the newest master key; returns how many were not yet.

    Each by itself, and only where nobody changed it meanwhile: a key that is destroyed now stays destroyed.
    """
    number = 0
    for row in wrapped_keys():
        if fresh := vault.rewrapped(row.wrapped, context=context_of(row)):
            same = SubjectKey.objects.filter(pk=row.pk, wrapped=row.wrapped)
            number += same.update(wrapped=fresh)
    return number


@transaction.atomic
def note_rotation(*, generation: int, keys: int, sealed_files: int, now: datetime) -> None:
    """Say in the journal that the installation's keys were changed, and of how many."""
    chain = locked_chain(SYSTEM_CHAIN)
    after = {"generation": generation, "keys": keys, "sealed_files": sealed_files}
    record(ACT, chain, by=SYSTEM, at=now, organ=SYSTEM_CHAIN, after=after)
