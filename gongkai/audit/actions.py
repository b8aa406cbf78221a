"""The one way to write to the journal: in the transaction of the act itself, so that neither stands without the other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from gongkai.audit.hashing import hash_of
from gongkai.audit.models import SYSTEM_CHAIN, Chain, Entry
from gongkai.audit.witness import at_signing
from gongkai.common.permissions import Actor, Permit, require
from gongkai.common.request_context import request_id


class OutsideTransaction(RuntimeError):
    """The journal was written to outside a transaction: a mistake in the program."""


def locked_chain(organ: str) -> Chain:
    """The organ's chain, locked until the transaction ends; begun by its first act."""
    Chain.objects.get_or_create(organ=organ)
    return Chain.objects.select_for_update().get(organ=organ)


def record(
    act: str,
    on: models.Model,
    *,
    by: Permit,
    at: datetime,
    organ: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """Append one act to the chain of ``organ`` (an agency's code, "" for the whole installation).

    ``before`` and ``after`` hold what changed, as JSON values; personal data goes in only as ``audit.personal`` seals it.
    Raises OutsideTransaction where no transaction is open.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(act)
    chain = locked_chain(organ)
    entry = Entry(
        chain=chain,
        number=chain.length + 1,
        at=at,
        actor_id=by.actor_id,
        actor_name=by.actor_name,
        post=by.post,
        act=act,
        object_type=on._meta.label_lower,
        object_id=str(on.pk),
        object_label=str(on)[:300],
        before=dict(before or {}),
        after=dict(after or {}),
        reason=reason,
        request_id=request_id.get(),
        previous_hash=chain.head,
    )
    return _append(entry, organ)


def _append(entry: Entry, organ: str) -> Entry:
    entry.hash = hash_of(entry, organ)
    entry.save(force_insert=True)
    Chain.objects.filter(pk=entry.chain_id).update(length=entry.number, head=entry.hash)
    at_signing(entry, organ)
    return entry


@transaction.atomic
def take_out(*, rows: int, query: str, by: Actor, now: datetime) -> Entry:
    """Taking a list of the journal away as a file is an act itself; ``query`` says which filters it had."""
    permit = require(by, "audit.view")
    chain = locked_chain(SYSTEM_CHAIN)
    said = {"rows": rows, "query": query[:500]}
    return record("audit.export", chain, by=permit, at=now, organ=SYSTEM_CHAIN, after=said)
