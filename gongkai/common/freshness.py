"""The mark of what is public: whoever changes what public pages show renews it, and pages drawn before are drawn anew.

Kept in Django's cache, which all processes of an installation share; each asks for it once a second at most. A mark that
got lost is a new one, which is safe.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.db import transaction

_KEY = "public.mark"
TRUSTED = timedelta(seconds=1)
"""How long a process goes by the mark that it saw last: what another process changed shows this much later at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``number`` differs after each change; ``at`` is when that was."""

    number: str
    at: datetime


_seen: list[tuple[Mark, datetime]] = []
"""The mark that this process saw last and when; empty at first."""


def public_mark(now: datetime) -> Mark:
    """The present mark; made at ``now`` where there is none."""
    for mark, seen in _seen:
        if seen <= now < seen + TRUSTED:
            return mark
    kept = cache.get(_KEY)
    if kept is None:
        return _new(now)
    number, seconds = kept
    return _remember(Mark(number, datetime.fromtimestamp(seconds, UTC)), now)


def renew_public_mark(now: datetime) -> None:
    """What is public changed: renew the mark as soon as the present transaction is through."""
    transaction.on_commit(lambda: _new(now))


def _remember(mark: Mark, now: datetime) -> Mark:
    _seen[:] = [(mark, now)]
    return mark


def _new(now: datetime) -> Mark:
    mark = Mark(secrets.token_hex(8), now.replace(microsecond=0))
    cache.set(_KEY, (mark.number, int(now.timestamp())), timeout=None)
    return _remember(mark, now)
