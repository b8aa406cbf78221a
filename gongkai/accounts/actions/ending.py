"""How posts held for an absent colleague end, when they are taken back or when the colleague's own post ends."""

from collections.abc import Iterable
from datetime import date

from gongkai.accounts.models import Post


def end_stand_ins(rows: Iterable[Post], last: date) -> None:
    """Let them hold through ``last`` at most; one that has not begun by then goes without a trace but the journal's."""
    for row in rows:
        if row.since > last:
            row.delete()
        elif row.until is None or row.until > last:
            row.until = last
            row.save(update_fields=["until"])
