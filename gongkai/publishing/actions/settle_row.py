"""一行办到哪里：记下结果，接着办下一行；全部办完就结束这一批，告诉有关的人"""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.notices import notify
from gongkai.common.permissions import SYSTEM
from gongkai.publishing.actions.batches import next_row, wake
from gongkai.publishing.bulk.opened import closed
from gongkai.publishing.models import Batch, BatchRow
from gongkai.publishing.telling_together import tell_all, together

LONGEST_BATCH = timedelta(days=1)
"""Reviewers hear of a batch at its end; of one that has not ended for so long, of what there is."""


def told_at_its_end(batch: int) -> AbstractContextManager[None]:
    """What people are told inside, they are told once for the whole batch."""
    return together(_stem(batch), LONGEST_BATCH)


def _stem(batch: int) -> str:
    return f"publishing.batch:{batch}"


def settle(row: BatchRow, state: str, note: str, now: datetime) -> None:
    """Write down how far a line is and ask for the next, or end the batch; in the caller's transaction."""
    row.state, row.note, row.done_at = state, note, now
    row.save()
    batch = Batch.objects.select_for_update().get(pk=row.batch_id)
    batch.changed_at = now
    if next_row(batch) is not None:
        batch.save()
        wake(batch, now)
    else:
        _end(batch, now)


def _end(batch: Batch, now: datetime) -> None:
    """The last line is done: the folder is no longer needed; the reviewers and the person are told."""
    tell_all(_stem(batch.pk), now)
    batch.state, batch.done_at, batch.storage_key = "done", now, ""
    batch.save()
    closed()
    done, refused = (batch.rows.filter(state=state).count() for state in ("done", "refused"))
    record(
        "publishing.end_batch",
        batch,
        by=SYSTEM,
        at=now,
        organ=batch.agency.code,
        after={"state": "done", "handed_in": done, "refused": refused},
    )
    _tell_person(batch, done, refused, now)


def _tell_person(batch: Batch, done: int, refused: int, now: datetime) -> None:
    person = User.objects.filter(pk=batch.prepared_by_id, is_active=True).first()
    if person is not None:
        what = "旧网站迁入" if batch.source == "old_site" else "批量送审"
        notify(
            user_id=person.pk,
            key=f"publishing.batch:{batch.pk}",
            text=f"{what}“{batch.name}”办完：送审 {done} 条，没有办成 {refused} 条",
            url=reverse("publishing:batch", args=(batch.pk,)),
            address=person.email,
            now=now,
        )
