"""Addresses at rest: sealed under the master key, found again by a blind index."""

from gongkai.common import vault
from gongkai.release.subscriptions.models import Subscriber

FIELD = "release.subscriber"
PORTION = 500


def mark_of_address(address: str) -> str:
    """Equal for equal addresses; tells nothing of them."""
    return vault.blind_index(address, field=FIELD)


def sealed(address: str) -> str:
    """The address as it is kept."""
    return vault.seal(address, context=f"{FIELD}:{mark_of_address(address)}")


def opened(subscriber: Subscriber) -> str:
    """The address, for a letter to it or for who holds its link."""
    return vault.unseal(subscriber.sealed, context=f"{FIELD}:{subscriber.mark}")


def behind() -> int:
    """How many addresses an older master key still seals."""
    return sum(not vault.is_newest(row.sealed, context=_context(row)) for row in _rows())


def rewrap() -> int:
    """Seal every address under the newest master key; returns how many were behind. One that left meanwhile is left alone."""
    number = 0
    for row in _rows():
        if fresh := vault.rewrapped(row.sealed, context=_context(row)):
            number += Subscriber.objects.filter(pk=row.pk, sealed=row.sealed).update(sealed=fresh)
    return number


def _rows():  # noqa: ANN202 - a running read of all rows
    return Subscriber.objects.order_by("pk").iterator(PORTION)


def _context(row: Subscriber) -> str:
    return f"{FIELD}:{row.mark}"
