"""Somebody with full access to the database: triggers are dropped, rows changed by SQL."""

from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from gongkai.audit.actions import record
from gongkai.audit.hashing import hash_of
from gongkai.audit.models import Chain, Entry
from gongkai.common.permissions import SYSTEM

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def write(agency, count: int = 5) -> None:
    """Some acts on the agency, a minute apart."""
    for number in range(count):
        with transaction.atomic():
            at = NOW + timedelta(minutes=number)
            after = {"name": f"第{number}次", "amount": "25.1"}
            record("agencies.edit", agency, by=SYSTEM, at=at, organ=agency.code, after=after)


def sql(statement: str, *values) -> None:
    """Run it with the triggers out of the way."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_delete")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_no_change ON audit_entry")
        cursor.execute(statement, values)


def rehash(agency, first: int) -> None:
    """Make every hash fit from entry ``first`` on, as one would who knows how the chain is made."""
    head = ""
    for entry in Entry.objects.filter(chain__organ=agency.code).order_by("number"):
        if entry.number >= first:
            entry.previous_hash = head or entry.previous_hash
            entry.hash = hash_of(entry, agency.code)
            sql(
                "UPDATE audit_entry SET previous_hash = %s, hash = %s WHERE id = %s",
                entry.previous_hash, entry.hash, entry.pk,
            )  # fmt: skip
        head = entry.hash
    length = Entry.objects.filter(chain__organ=agency.code).count()
    Chain.objects.filter(organ=agency.code).update(head=head, length=length)
